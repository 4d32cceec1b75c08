import Foundation
import TestSupport
import Testing

/// “Drafts are on disk as you type”: the program is killed at moments that chance chooses.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct KilledWhileTypingTests {
  private static let text = "Zebra Works of the North and the South and all that lies between"

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `what was on disk at some moment is there after kill -9, and what follows is whole`(
    seed: UInt64
  ) throws {
    var chance = SplitMix(state: seed)
    let console = try ConsoleSession()
    console.type("a")
    try console.wait(for: Words.newForm)
    let first = Int.random(in: 1...30, using: &chance)
    console.type(String(Self.text.prefix(first)))
    try console.wait(until: "what was typed is on the disk, with the form still open") {
      console.draftTexts.contains { $0.contains("\"name\":\"\(Self.text.prefix(first))\"") }
    }

    // More keys, and the end comes somewhere among them.
    for character in Self.text.dropFirst(first) {
      console.type(String(character))
      if Int.random(in: 0..<12, using: &chance) == 0 { break }
    }
    _ = console.session.bytesWritten(inMilliseconds: Int.random(in: 0...20, using: &chance))
    console.session.terminal.send(signal: SIGKILL)
    #expect(console.session.waitForEnd() == .signaled(SIGKILL))

    try console.startAgain()
    try console.wait(for: Words.oneDraftFromBefore)
    let name = try #require(console.draftTexts.compactMap(Self.name).first)
    #expect(Self.text.hasPrefix(name), "nothing but what was typed, in its order")
    #expect(name.count >= first)
  }

  private static func name(in draft: String) -> String? {
    draft.firstMatch(of: /"name":"([^"]*)"/).map { String($0.1) }
  }
}
