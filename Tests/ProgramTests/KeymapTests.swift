import Foundation
import Testing

@testable import workos_console

@Suite(.timeLimit(.minutes(20)))
struct KeymapTests {
  @Test func `keymap.md is what the program writes`() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    let document = try String(contentsOf: root.appendingPathComponent("keymap.md"), encoding: .utf8)

    #expect(document == KeymapCommand.document)
  }
}
