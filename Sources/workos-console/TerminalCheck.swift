import Curses
import Foundation

/// Whether there is a terminal to work in, and what the environment says about it.
struct TerminalCheck {
  var environment: [String: String]

  func pass() throws(Refusal) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      let name = isatty(STDIN_FILENO) == 1 ? "output" : "input"
      throw Refusal("standard \(name) is not a terminal; run it in a terminal, without pipes")
    }
    let type = environment["TERM"] ?? ""
    guard !type.isEmpty, type != "dumb" else {
      throw Refusal("TERM is “\(type)”, which cannot place a cursor; try TERM=xterm-256color")
    }
  }

  var options: Terminal.Options { Terminal.Options(environment: environment) }

  static func words(for error: TerminalError) -> String {
    switch error {
    case .notATerminal: "there is no terminal to work in"
    case .unknownType(let type):
      "TERM=\(type) is not a terminal that is known here; try TERM=xterm-256color"
    case .noCursorAddressing(let type):
      "the terminal TERM=\(type) cannot place a cursor; try TERM=xterm-256color"
    case .signalsUnavailable(let number), .cannotRun(_, let number):
      String(cString: strerror(number))
    }
  }
}
