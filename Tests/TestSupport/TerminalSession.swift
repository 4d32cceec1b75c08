import Cells

/// A program on an emulated terminal: press keys, and wait for what it shows.
package final class TerminalSession {
  package struct Timeout: Error, CustomStringConvertible {
    package let expectation: String
    package let screen: String
    package let unknownSequences: [String]

    package var description: String {
      """
      not seen in time: \(expectation)
      --- screen ---
      \(screen)
      --- unknown sequences: \(unknownSequences) ---
      """
    }
  }

  package let terminal: PseudoTerminal
  package private(set) var screen: TerminalEmulator
  /// Everything the program has written.
  package private(set) var bytes: [UInt8] = []
  /// What is done when the program has written something; it may read on.
  package var onBytes: (() -> Void)?

  package init(
    _ arguments: [String], rows: Int = 24, columns: Int = 80, environment: [String: String] = [:]
  ) throws {
    screen = TerminalEmulator(rows: rows, columns: columns)
    terminal = try PseudoTerminal(
      arguments, rows: rows, columns: columns, environment: environment)
  }

  package var text: String { screen.screenText }

  package func press(_ keys: Key...) {
    terminal.send(keys.flatMap { $0.bytes(inApplicationMode: screen.modes.contains(1)) })
  }

  /// Types text, each character a key press.
  package func type(_ text: String) {
    terminal.send(text)
  }

  package func resize(rows: Int, columns: Int) {
    screen.resize(rows: rows, columns: columns)
    terminal.resize(rows: rows, columns: columns)
  }

  /// Reads until the screen contains a text.
  package func wait(for text: String, seconds: Double = 25) throws {
    try wait(for: "“\(text)”", seconds: seconds) { $0.screenText.contains(text) }
  }

  /// Reads until the screen no longer contains a text.
  package func waitUntilGone(_ text: String, seconds: Double = 25) throws {
    try wait(for: "“\(text)” gone", seconds: seconds) { !$0.screenText.contains(text) }
  }

  /// Reads until the screen is as expected; what is expected is put into the error.
  package func wait(
    for expectation: String, seconds: Double = 25, _ isMet: (TerminalEmulator) -> Bool
  ) throws {
    let deadline = Deadline(seconds: seconds)
    while !isMet(screen) {
      guard readOnce(milliseconds: deadline.millisecondsLeft), deadline.millisecondsLeft > 0 else {
        if isMet(screen) { return }
        throw Timeout(
          expectation: expectation, screen: text, unknownSequences: screen.unknownSequences)
      }
    }
  }

  /// Reads until something off the screen is so, such as what a server was sent.
  package func wait(
    until expectation: String, seconds: Double = 25, _ isMet: () throws -> Bool
  ) throws {
    let deadline = Deadline(seconds: seconds)
    while try !isMet() {
      guard deadline.millisecondsLeft > 0 else {
        throw Timeout(
          expectation: expectation, screen: text, unknownSequences: screen.unknownSequences)
      }
      _ = bytesWritten(inMilliseconds: 5)
    }
  }

  /// Reads everything until the program ends.
  package func waitForEnd(seconds: Double = 25) -> PseudoTerminal.Ending {
    let deadline = Deadline(seconds: seconds)
    while deadline.millisecondsLeft > 0 {
      let isOpen = readOnce(milliseconds: min(20, deadline.millisecondsLeft))
      let ending = terminal.wait(milliseconds: isOpen ? 0 : deadline.millisecondsLeft)
      guard ending == .stillRunning else {
        // What it wrote last is still in the terminal.
        while readOnce(milliseconds: 0, orNothing: false) {}
        return ending
      }
    }
    return .stillRunning
  }

  /// How many bytes the program writes in this time: 0 when it is at rest.
  package func bytesWritten(inMilliseconds milliseconds: Int) -> Int {
    let before = bytes.count
    let deadline = Deadline(seconds: Double(milliseconds) / 1000)
    while deadline.millisecondsLeft > 0, readOnce(milliseconds: deadline.millisecondsLeft) {}
    return bytes.count - before
  }

  /// Takes what has been written; false: the program has gone, or nothing came and that matters.
  private func readOnce(milliseconds: Int, orNothing: Bool = true) -> Bool {
    guard let more = terminal.read(milliseconds: milliseconds) else { return false }
    bytes += more
    screen.feed(more)
    if !screen.replies.isEmpty {
      terminal.send(screen.takeReplies())
    }
    if !more.isEmpty { onBytes?() }
    return orNothing || !more.isEmpty
  }
}

/// A moment after which waiting is over.
private struct Deadline {
  private let end: ContinuousClock.Instant

  init(seconds: Double) {
    end = .now + .seconds(seconds)
  }

  var millisecondsLeft: Int {
    let left = ContinuousClock.now.duration(to: end)
    return max(0, Int(left / .milliseconds(1)))
  }
}

extension TerminalEmulator {
  mutating func takeReplies() -> [UInt8] {
    defer { replies = [] }
    return replies
  }
}
