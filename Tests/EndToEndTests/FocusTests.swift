import Cells
import TestSupport
import Testing

/// The terminal's own cursor lies where the person is, so that a screen reader reads that out.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct FocusTests {
  @Test func `the hidden cursor follows the selection, and goes into what is opened`() throws {
    let console = try ConsoleSession()
    try console.waitForCursor(at: "Northwind Traders")

    console.type("jjjjj")
    try console.waitForCursor(at: "Acme Test")
    #expect(!console.screen.cursorIsVisible)

    console.type("d")
    try console.waitForCursor(at: "Cancel ]")
    console.press(.escape)
    try console.waitForCursor(at: "Acme Test")

    console.type("?")
    try console.waitForCursor(at: "j ↓")
    console.press(.escape)
    try console.waitForCursor(at: "Acme Test")
    console.type("L")
    try console.waitForCursor(at: "Nothing has been written")
    console.press(.escape)
    try console.waitForCursor(at: "Acme Test")
    console.press(.enter)
    try console.wait(for: "Esc back")
    try console.waitForCursor(at: "Acme Test")
    // Below the line of tabs.
    #expect(console.screen.cursorPosition == Position(row: 2, column: 1))
  }

  @Test func `the cursor is seen where something can be typed, and nowhere else`() throws {
    let console = try ConsoleSession()

    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    try console.session.wait(for: "a caret in the name") {
      $0.cursorIsVisible && $0.lines[$0.cursorPosition.row].contains("Northwind Traders")
    }
    console.press(.escape)

    try console.waitForCursor(at: "Northwind Traders")
    #expect(!console.screen.cursorIsVisible)
  }
}

extension ConsoleSession {
  /// Reads until what begins at the cursor is this text.
  fileprivate func waitForCursor(at text: String) throws {
    try session.wait(for: "the cursor at “\(text)”") { screen in
      let place = screen.cursorPosition
      let rest = (place.column..<screen.columns).map { screen.text(row: place.row, column: $0) }
      return rest.joined().hasPrefix(text)
    }
  }
}
