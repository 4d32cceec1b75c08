/// The version of this program, as `--version` prints it and `User-Agent` carries it.
package enum Version {
  package static let string = "0.1.0"
}
