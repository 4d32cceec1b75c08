import Cells
import TestSupport
import Testing

/// Random keys from a seed, and a witness who reads the screen before each key that may be a yes.
///
/// What cannot agree to a write comes in bursts. A key that can comes alone, once the screen is known
/// to show what the program will take it for; when the console ends, it is started again.
final class KeyStorm {
  let console: ConsoleSession
  private(set) var consents = Consents()
  private var random: SplitMix
  private let quits: Bool

  init(_ console: ConsoleSession, seed: UInt64, quits: Bool) {
    self.console = console
    random = SplitMix(state: seed)
    self.quits = quits
  }

  /// All keys but those that may be a yes, that end the program, or that clear the screen, by which
  /// the witness knows where the program has come to: `^L`, and `^Z` and an editor on coming back.
  private static let harmless: [Key] =
    "abcdefghijklmnoprtuvwxzABGJKLNRY0123456789/?![] ._-@:é界👩".map { .character($0) }
    + "abdefghiknprtuvwxy".map { .control($0) }
    + [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .tab, .backTab, .escape, .escape,
      .backspace, .delete, .insert, .function(1), .function(5), .alt("x"), .paste("pasted\ntext"),
      .paste("y\n"),
    ]

  /// What somebody who means it would press: a form filled in, a delete, a search.
  private static let intents: [[Key]] = [
    [.character("e"), .character("x"), .control("s"), .enter],
    [.character("a"), .character("N"), .function(2), .character("y")],
    [.character("d"), .character("y")], [.character("d"), .tab, .enter],
    [.character("d"), .enter], [.character("/"), .character("a"), .enter], [.enter], [.enter],
    [.control("s"), .control("s")], [.character("y")], [.character("R"), .character("y")],
  ]

  private static let quitAnswers: [Key] = [.character("x"), .character("s"), .escape]

  /// Many keys at once, then a few that may be a yes, each alone.
  func burst(of count: Int) throws {
    let keys = (0..<count).compactMap { _ in Self.harmless.randomElement(using: &random) }
    // An Esc with a key right behind it is another key, and no form would ever be left. Nor may it be
    // taken for the beginning of what comes next: Ins, which does nothing, begins with an ESC itself.
    for keys in (keys + [.escape]).split(after: .escape) { try send([.insert] + keys) }
    // Right behind what was pasted keys are taken for a part of it.
    console.letTheDialogListen()
    for _ in 0..<4 {
      // Out of whatever the keys have led into, or right there.
      if Bool.random(using: &random) { for _ in 0..<5 { try send([.escape]) } }
      for key in Self.intents.randomElement(using: &random) ?? [] { try press(key) }
    }
    if quits, Int.random(in: 0..<8, using: &random) == 0 {
      try send([[.character("q")], [.control("c")]].randomElement(using: &random) ?? [])
      try send([Self.quitAnswers.randomElement(using: &random) ?? .escape])
    }
  }

  private func press(_ key: Key) throws {
    guard [.enter, .character("y"), .control("s"), .function(2)].contains(key) else {
      return try send([key])
    }
    guard try settles() else { return }
    let before = Question(on: console.screen)
    // As long as somebody takes to read it; what came up meanwhile is for another key.
    if before != nil, Int.random(in: 0..<4, using: &random) > 0 { console.letTheDialogListen() }
    let screen = console.screen
    let question = Question(on: screen)
    guard question == before else { return }
    let mayWrite = Self.asking.contains { screen.screenText.contains($0) }
    // What cannot be read is not agreed to.
    if mayWrite, question == nil { return try send([.escape]) }
    try send([key])
    guard let question, question.isAccepted(by: key, on: screen) else { return }
    // A yes that came too soon is none.
    if try settles(), console.text.contains(Words.tooSoon) { return }
    consents.add(question)
  }

  private static let asking = [Words.deletion, Words.newReview, Words.sent]

  private func send(_ keys: [Key]) throws {
    console.session.terminal.send(
      keys.flatMap { $0.bytes(inApplicationMode: console.screen.modes.contains(1)) })
    _ = console.session.bytesWritten(inMilliseconds: keys.last == .escape ? 30 : 0)
    if console.session.terminal.wait(milliseconds: 0) != .stillRunning { try startAgain() }
  }

  /// Waits until the screen shows what came of all keys so far; false: that was the end.
  ///
  /// Keys are dealt with in their order and drawn together: whatever the first `^L` came along with
  /// is drawn before the second is read. A screen is drawn from top to bottom.
  private func settles() throws -> Bool {
    for _ in 0..<2 { guard try isDrawnAnew() else { return false } }
    #expect(console.screen.unknownSequences == [])
    return true
  }

  /// Has the screen drawn anew; false: the program has ended.
  private func isDrawnAnew() throws -> Bool {
    let clearings = console.screen.clearings
    // Beside every other test a program may get no processor for long, and read the key together with
    // a paste before it, of which it then counts as a part.
    for attempt in 1...12 {
      // On a busy machine an Esc may still wait for what follows, and would make it Alt and ^L. A paste
      // whose end was lost there ends with a key that comes alone.
      console.pressAtOnce(attempt == 1 ? [.insert, .control("l")] : [.control("l")])
      do {
        try console.session.wait(for: "the screen drawn anew", seconds: 5) { screen in
          screen.clearings > clearings && screen.lines.first?.isEmpty == false
            && screen.lines.last?.isEmpty == false
        }
        return true
      } catch {
        if console.session.terminal.wait(milliseconds: 1000) != .stillRunning {
          try startAgain()
          return false
        }
        if attempt == 12 { throw error }
      }
    }
    return true
  }

  /// Goes on with a console that was ended.
  func goOn() throws {
    try console.startAgain(waitsForList: false)
  }

  private func startAgain() throws {
    #expect(console.session.waitForEnd() == .exited(0))
    expectRestored(console.session, hasEcho: true)
    try goOn()
  }
}

extension [Key] {
  /// In pieces, each of which but the last ends in this key.
  fileprivate func split(after key: Key) -> [[Key]] {
    var pieces = split(separator: key, omittingEmptySubsequences: false).map { Array($0) + [key] }
    pieces[pieces.count - 1].removeLast()
    return pieces.filter { !$0.isEmpty }
  }
}
