import ViewModel

/// What the window of the terminal is called while the console runs in it.
package enum WindowTitleWords {
  /// The environment comes first, as tabs cut off what follows: `LIVE - workos-console`.
  ///
  /// Nothing that a server says is in it, and nothing of the key.
  package static func of(_ workplace: Workplace) -> String {
    let kind =
      switch workplace.kind {
      case .sandbox: "SANDBOX"
      case .test: "TEST"
      case .live: "LIVE"
      case .unknown: "UNKNOWN KEY"
      }
    return kind + (workplace.isReadOnly ? " READ-ONLY" : "") + " - workos-console"
  }
}
