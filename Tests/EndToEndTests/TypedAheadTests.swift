import Cells
import TestSupport
import Testing

/// Answers that were given before their question was on the terminal.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct TypedAheadTests {
  @Test(arguments: ["\u{13}\u{13}", "\u{13}\r", "\u{13}y"])
  func `a save that is typed ahead sends nothing until the review has been seen`(
    keys: String
  ) throws {
    let console = try ConsoleSession(rows: 40)
    try console.select("Acme Corporation")

    console.type("e!" + keys)
    try console.wait(for: [Words.editReview("Acme Corporation"), Words.tooSoon])
    #expect(console.writes == [])

    console.press(.enter)
    try console.wait(for: Words.saved)
    #expect(console.writes == ["PUT 200"])
  }

  @Test func `a save key that is held down sends nothing`() throws {
    let console = try ConsoleSession(rows: 40)
    try console.select("Acme Corporation")
    console.type("e!")
    try console.wait(for: "Acme Corporation!")

    for _ in 0..<40 {
      console.pressAtOnce([.control("s")])
      _ = console.session.bytesWritten(inMilliseconds: 30)
    }

    try console.wait(for: Words.tooSoon)
    #expect(console.writes == [])
  }

  @Test func `neither a discard, a delete nor the end is agreed to ahead`() throws {
    let console = try ConsoleSession("--delete-grace", "60", rows: 40)
    try console.select(DeletingTests.name)

    console.type("e!\u{12}y")
    try console.wait(for: [Words.discardDialog, Words.tooSoon])
    console.press(.escape)
    try console.waitUntilGone(Words.discardDialog)
    #expect(console.text.contains(DeletingTests.name + "!"))
    console.press(.escape)
    try console.wait(for: Words.draftKept)

    console.type("dy")
    try console.wait(for: [Words.deletion, Words.tooSoon])
    console.type("y")
    try console.wait(for: Words.countdown)

    console.type("qs")
    try console.wait(for: [Words.quitDialog, Words.tooSoon])
    #expect(console.writes == [])
    console.press(.escape)
    try console.waitUntilGone(Words.quitDialog)
  }
}
