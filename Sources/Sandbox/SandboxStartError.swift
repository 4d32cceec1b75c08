/// Why the sandbox cannot listen.
package enum SandboxStartError: Error, Equatable, Sendable, CustomStringConvertible {
  case portTaken(UInt16)
  case alreadyStarted
  /// A system call failed, with the system's own words for it.
  case system(String)

  package var description: String {
    switch self {
    case .portTaken(let port): "Port \(port) on 127.0.0.1 is in use by another program."
    case .alreadyStarted: "The sandbox has been started before."
    case .system(let reason): "The sandbox could not listen on 127.0.0.1: \(reason)."
    }
  }
}
