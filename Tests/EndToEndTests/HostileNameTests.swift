import Foundation
import Sandbox
import TestSupport
import Testing

/// Names that try to take over the terminal, and names of every script, stay in their columns.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct HostileNameTests {
  private static let sandbox = SandboxServer.Configuration(organizations: 200)

  @Test func `names with escape sequences change nothing but their own cells`() throws {
    let console = try ConsoleSession(rows: 60, columns: 120, sandbox: Self.sandbox)
    for page in 2...3 {
      console.type("]")
      try console.wait(for: Words.page(page))
    }

    try console.walk(to: "Evil")
    #expect(console.screen.lines[0].contains(Words.title), "the screen was not cleared")
    console.type("]")
    try console.wait(for: Words.page(4))
    try console.walk(to: "Innocent")

    #expect(console.screen.title == "TEST - workos-console")
    #expect(console.screen.clipboards == [])
    #expect(console.screen.unknownSequences == [])
    #expect(console.screen.isAlternateScreen)
    #expect(console.text.contains("Second Line"))
    expectAligned(console.screen)
  }

  @Test func `a hostile name is shown safely wherever it stands`() throws {
    let console = try ConsoleSession(rows: 60, columns: 120, sandbox: Self.sandbox)
    for page in 2...3 {
      console.type("]")
      try console.wait(for: Words.page(page))
    }
    try console.walk(to: "Evil")

    console.type("J")
    try console.wait(for: Words.json)
    console.press(.escape)
    try console.waitUntilGone(Words.json)
    console.type("e")
    try console.wait(for: "Edit Evil")
    console.press(.escape)
    try console.waitUntilGone("Edit Evil")
    console.type("d")
    try console.wait(for: Words.deletion)
    console.letTheDialogListen()
    console.press(.escape)
    try console.waitUntilGone(Words.deletion)

    #expect(console.screen.title == "TEST - workos-console")
    #expect(console.screen.clipboards == [])
    #expect(console.screen.unknownSequences == [])
    #expect(console.writes == [])
  }

  @Test func `the columns stand straight on every row of the first pages`() throws {
    let console = try ConsoleSession(rows: 60, columns: 120, sandbox: Self.sandbox)

    for page in 1...4 {
      try console.wait(for: Words.page(page))
      expectAligned(console.screen)
      console.type("]")
    }
  }

  @Test func `an id is copied by way of the terminal`() throws {
    let console = try ConsoleSession()
    let id = try console.someoneElse.organization(named: "Northwind Traders").id

    console.type("y")
    try console.wait(for: Words.copied)

    #expect(console.screen.clipboards.map(Self.decoded) == [id])
  }

  /// Expects the line between list and detail, and each date, in the same column on every row.
  private func expectAligned(
    _ screen: TerminalEmulator, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let body = 1..<screen.rows - 2
    let separators = (0..<screen.columns).filter { column in
      screen.column(column, rows: body).allSatisfy { $0 == "│" }
    }
    #expect(separators.count == 1, sourceLocation: sourceLocation)
    let dashes = (0..<screen.columns).filter { column in
      screen.column(column, rows: 2..<52).allSatisfy { $0 == "-" }
    }
    #expect(dashes.count == 2, "the dates", sourceLocation: sourceLocation)
  }

  private static func decoded(_ base64: String) -> String {
    String(decoding: Data(base64Encoded: base64) ?? Data(), as: UTF8.self)
  }
}

extension ConsoleSession {
  /// Selects the row of this name on the page, and waits for its detail.
  fileprivate func walk(to name: String) throws {
    try wait(for: name)
    type("g")
    try select(name)
  }
}
