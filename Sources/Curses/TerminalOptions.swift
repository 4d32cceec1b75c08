extension Terminal {
  /// What the environment and the command line say about the terminal.
  package struct Options: Sendable {
    /// The type of terminal, as `TERM` names it.
    package var type: String
    /// Whether colours may be used, when the terminal has them.
    package var usesColors = true
    /// How long an ESC waits for what may follow it in an escape sequence.
    package var escapeDelayInMilliseconds = 25
    package var multiplexer = Multiplexer.none

    package init(type: String) {
      self.type = type
    }
  }

  /// A program between this one and the real terminal, which must be told to pass sequences on.
  package enum Multiplexer: Sendable {
    case none, tmux, screen
  }
}
