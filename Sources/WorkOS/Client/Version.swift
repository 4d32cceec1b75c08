/// The version of this program, as `--version` prints it and `User-Agent` carries it.
package enum Version {
  package static let string = "0.1.0"

  /// The version and its commit, where the source comes from `git archive`, which writes it here;
  /// in a checkout it is not known, so that no commit makes everything be built again.
  package static let withCommit =
    commit.hasPrefix("$") ? string : "\(string) (\(commit))"

  private static let commit = "$Format:%h$"
}
