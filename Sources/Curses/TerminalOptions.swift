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
    /// What the window is called while the terminal is ours; nil: whatever it is called.
    package var title: String?

    package init(type: String) {
      self.type = type
    }

    /// What `TERM`, `NO_COLOR`, `ESCDELAY`, `TMUX` and `STY` say.
    package init(environment: [String: String]) {
      func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
      type = environment["TERM"] ?? ""
      usesColors = !isSet("NO_COLOR")
      if let delay = environment["ESCDELAY"].flatMap({ Int($0) }), delay >= 0 {
        escapeDelayInMilliseconds = delay
      }
      multiplexer = isSet("TMUX") ? .tmux : isSet("STY") ? .screen : .none
    }
  }

  /// A program between this one and the real terminal, which must be told to pass sequences on.
  package enum Multiplexer: Equatable, Sendable {
    case none, tmux, screen
  }
}
