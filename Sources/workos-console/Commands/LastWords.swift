import Glibc
import Synchronization

/// What is said when a signal ends a command of which nobody knows yet what it has done.
///
/// A signal handler may touch nothing that could be half changed, so the line lies ready for it.
enum LastWords {
  /// Has this line said from now on; nil: none.
  static func set(_ line: String?) {
    // The line before stays in memory, as a handler may be writing it.
    lastWords.store(
      line.flatMap { UnsafePointer(strdup($0 + "\n")) }, ordering: .sequentiallyConsistent)
  }

  /// Listens to the signals that end a program; one that it was begun to ignore stays ignored.
  static func listen() {
    set(nil)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      var action = sigaction()
      sigaction(signal, nil, &action)
      // Functions cannot be compared, but what they are at can: SIG_IGN is no more than a number.
      let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      guard handler != unsafeBitCast(SIG_IGN, to: Int.self) else { continue }
      _ = Glibc.signal(signal, sayLastWordsAndEnd)
    }
  }
}

// nonisolated(unsafe): a pointer is not Sendable, but what this one leads to is never changed.
nonisolated(unsafe) private let lastWords = Atomic<UnsafePointer<CChar>?>(nil)

private func sayLastWordsAndEnd(_ signal: Int32) {
  if let words = lastWords.load(ordering: .sequentiallyConsistent) {
    _ = write(STDERR_FILENO, words, strlen(words))
  }
  _ = Glibc.signal(signal, SIG_DFL)
  _ = raise(signal)
}
