import Curses
import Foundation

/// How the program ends: its exit status, and its last words on standard error.
enum Ending {
  static let success: Int32 = 0
  static let runtimeError: Int32 = 1
  static let usage: Int32 = 2
  static let keyRefused: Int32 = 3
  /// There is no such thing.
  static let notFound: Int32 = 4
  /// The server looked at it and said no.
  static let refused: Int32 = 5

  /// Ends before the terminal was touched, in one line; or by the signal that was why it failed, as
  /// that of a window that was closed just then.
  static func refuse(_ error: some Error) -> Never {
    if let signal = Signals.pendingEnd(ofHungUp: STDIN_FILENO) { Signals.reraise(signal) }
    if let refusal = error as? Refusal {
      say(refusal.words)
      end(usage)
    }
    say("\(error)")
    end(runtimeError)
  }

  /// Ends with a status, once what was printed is out.
  private static func end(_ status: Int32) -> Never {
    fflush(nil)
    // Not exit, which takes libraries apart under the threads of a sandbox.
    _exit(status)
  }

  static func say(_ words: String) {
    print("workos-console: \(words)", to: .errors)
  }

  /// Writes a line at once, or what of it the other end takes.
  static func print(_ line: String, to stream: StandardStream) {
    // Where it cannot be written there is no other place to say so.
    _ = try? stream.print("\(line)\n")
  }
}

/// Why the program does not start, in words that say what to do next.
struct Refusal: Error, Equatable {
  var words: String

  init(_ words: String) {
    self.words = words
  }
}
