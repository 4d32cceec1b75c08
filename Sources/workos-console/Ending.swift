import Foundation

/// How the program ends: its exit status, and its last words on standard error.
enum Ending {
  static let success: Int32 = 0
  static let runtimeError: Int32 = 1
  static let usage: Int32 = 2
  static let keyRefused: Int32 = 3

  /// Ends before the terminal was touched, in one line.
  static func refuse(_ error: some Error) -> Never {
    if let refusal = error as? Refusal {
      say(refusal.words)
      exit(usage)
    }
    say("\(error)")
    exit(runtimeError)
  }

  static func say(_ words: String) {
    FileHandle.standardError.write(Data("workos-console: \(words)\n".utf8))
  }
}

/// Why the program does not start, in words that say what to do next.
struct Refusal: Error, Equatable {
  var words: String

  init(_ words: String) {
    self.words = words
  }
}
