import Cells
import Foundation
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// A screen reader reads out where the cursor is, seen or hidden: it ends where the person is.
struct FocusTests {
  @Test func `in the list it is on the selected organization`() {
    var driver = Driver.listing(Sample.many(50))
    #expect(driver.spoken.hasPrefix("Café Lumière 1"))

    driver.press(.character("j"), .character("j"))
    #expect(driver.spoken.hasPrefix("Северный Ветер 3"))

    driver.press(.character("G"))
    #expect(driver.spoken.hasPrefix("東都物流株式会社 50"))
  }

  @Test func `beside the detail it stays in the list until the detail is opened`() {
    var driver = Driver.listing(Sample.many(3), rows: 40, columns: 120)
    #expect(driver.screen.focus?.column == 2)

    driver.press(.enter)

    #expect(driver.spoken == "Café Lumière 1")
    #expect(driver.screen.focus?.column ?? 0 > 60)
  }

  @Test func `where there are no rows it is on what stands there`() {
    var driver = Driver.listing([])
    #expect(driver.spoken.hasPrefix("There are no organizations"))
  }

  @Test func `in a filter it is where the text is typed`() {
    var driver = Driver.listing(Sample.many(50))
    driver.press(.character("/"))
    driver.type("acme")

    #expect(driver.screen.cursor == Position(row: 23, column: 6))
  }

  @Test func `in the form it is in the field, the state or the line that adds`() {
    var driver = Driver.editing(Sample.full)
    #expect(driver.screen.cursor?.row == 3)

    while driver.formField != .domains { driver.press(.tab) }
    #expect(driver.screen.cursor == nil)
    #expect(driver.spoken == "+ add a domain")

    driver.press(.backTab)
    #expect(driver.screen.cursor == nil)
    #expect(driver.spoken.hasSuffix("›") && driver.spokenLine.contains("‹\(driver.spoken)"))
  }

  @Test func `in a question it is on the marked button`() {
    var driver = Driver.listing([Sample.organization(1, "Globex")])
    driver.press(.character("d"))
    #expect(driver.spoken.hasPrefix("Cancel ]"))

    driver.press(.tab)
    #expect(driver.spoken.hasPrefix("Delete Globex (y) ]"))
  }

  @Test(arguments: [40, 80])
  func `whoever hears the line of the question hears what is deleted`(columns: Int) {
    for kind in [Workplace.Kind.test, .live] {
      var driver = Driver.listing(
        [Sample.organization(1, "Globex")], columns: columns, kind: kind)
      driver.press(.character("d"))

      #expect(driver.spokenLine.contains("Globex"))
    }
  }

  @Test func `in a conflict it is on the field, then on the side that is taken of it`() {
    var driver = Driver.reaching(.conflict)
    #expect(driver.spoken.hasPrefix("▸ Name"))

    driver.press(.character("t"))
    driver.press(.character("k"))
    #expect(driver.spoken.contains("● theirs"))
  }

  @Test(arguments: [(8, 40), (24, 80)])
  func `in a conflict whoever goes on hears which field that is`(rows: Int, columns: Int) {
    var driver = Driver.conflicting()
    (driver.rows, driver.columns) = (rows, columns)
    driver.press(.character(" "))
    #expect(driver.spoken.contains("● mine"))

    for _ in 0..<9 where !driver.spoken.contains("External id") { driver.press(.down) }

    #expect(driver.spoken.hasPrefix("▸ External id"))
  }

  @Test func `in a question that wants a name it is where the name is typed`() {
    var driver = Driver.listing([Sample.organization(1, "Globex")], kind: .live)
    driver.press(.character("d"))
    driver.type("Glo")

    #expect(driver.screen.cursor != nil)
    #expect(driver.spokenLine.contains("Glo"))
  }

  @Test func `before quitting it is on the first answer`() {
    var driver = Driver.listing([Sample.organization(1, "Globex")])
    driver.press(.character("d"), .character("y"), .character("q"))

    #expect(driver.pane == .quitting)
    #expect(driver.spoken.hasPrefix("Esc  stay"))
  }

  @Test func `in the journal, the requests and the drafts it is on the marked row`() {
    var driver = Driver.listing(Sample.many(3))
    driver.openJournal(Sample.journal)
    let first = driver.spoken
    driver.press(.character("j"))
    #expect(driver.spoken != first)
    #expect(driver.screen.focus?.row == 3)

    driver.press(.escape, .character("!"))
    #expect(driver.screen.focus?.row == 2)
  }

  @Test(arguments: [24, 12])
  func `in the JSON it is on what was looked for, until one moves on`(rows: Int) {
    var driver = Driver.listing([Sample.full], rows: rows)
    driver.press(.character("J"), .character("/"))
    driver.type("domain")
    driver.press(.enter)
    #expect(driver.spoken.hasPrefix("domain"))
    #expect(driver.spokenLine.contains("▸"))

    driver.press(.character("n"), .character("n"))
    #expect(driver.spoken.hasPrefix("domain"))
    #expect(driver.spokenLine.contains("▸"))

    driver.press(.character("g"))
    #expect(driver.spoken.hasPrefix("{"))
  }

  @Test
  func `in the journal and the requests it is on the first line that holds what is looked for`() {
    var driver = Driver.listing(Sample.many(3))
    driver.openJournal(Sample.journal)
    driver.press(.character("j"), .character("/"))
    driver.type("globex")
    driver.press(.enter)

    #expect(driver.spoken.contains("Globex"))
    #expect(driver.screen.focus?.row == 2)
  }

  @Test func `in a conflict it is on the side that is picked`() {
    var driver = Driver.disagreeing()
    #expect(driver.spokenLine.contains("▸ Name"))

    driver.press(.character(" "))
    #expect(driver.spokenLine.contains("● mine"))
    driver.press(.character(" "))
    #expect(driver.spokenLine.contains("● theirs"))
  }

  @Test(arguments: [Key.character("?"), .character("J"), .character("Y")])
  func `in what is only read it is on the first line`(key: Key) {
    var driver = Driver.listing([Sample.full])
    driver.press(key)
    let screen = driver.screen
    let focus = screen.focus ?? Position(row: 0, column: 0)

    #expect(screen.text(ofRow: focus.row - 1).contains("┌─"))
    #expect(!driver.spoken.isEmpty)
  }

  /// Whatever is pressed, every screen large enough for anything has a place to read from.
  @Test(arguments: [(8, 40), (24, 80), (40, 120)])
  func `no pane is without a place`(rows: Int, columns: Int) {
    for pane in PaneName.standard {
      var driver = Driver.reaching(pane, rows: rows, columns: columns)
      let screen = driver.screen
      let place = screen.cursor ?? screen.focus
      #expect(place != nil, "\(pane)")
      #expect(!driver.spokenLine.isEmpty, "\(pane)")
    }
  }
}

extension Driver {
  /// What stands from the cursor on, in its row.
  var spoken: String {
    mutating get {
      let screen = screen
      guard let place = screen.cursor ?? screen.focus else { return "" }
      let row = screen.part(
        row: place.row, column: place.column, rows: 1, columns: screen.columns - place.column)
      return row.text(ofRow: 0)
    }
  }

  /// The row that the cursor is in.
  var spokenLine: String {
    mutating get {
      let screen = screen
      return screen.text(ofRow: (screen.cursor ?? screen.focus)?.row ?? -1)
    }
  }
}
