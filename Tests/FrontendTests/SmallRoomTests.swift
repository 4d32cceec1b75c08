import Cells
import Storms
import Testing
import ViewModel

@testable import Frontend

/// On the smallest screens every line can be read.
@Suite(.timeLimit(.minutes(20)))
struct SmallRoomTests {
  @Test(arguments: [PaneName.detail, .person, .signIn], [8, 24])
  func `each line comes in sight on the way down, and on the way up`(pane: PaneName, rows: Int) {
    var driver = Driver.reaching(pane)
    driver.columns = 40
    driver.rows = 150
    driver.press(.character("g"))
    driver.send(.keyPressed)
    let all = driver.body
    driver.rows = rows
    driver.press(.character("G"), .character("g"))

    var down = driver.body
    for _ in 0..<120 {
      driver.press(.down)
      down.formUnion(driver.body)
    }
    var up = driver.body
    for _ in 0..<120 {
      driver.press(.up)
      up.formUnion(driver.body)
    }
    driver.press(.character("g"))
    var pages: Set<String> = driver.body
    for _ in 0..<60 {
      driver.press(.control("d"))
      pages.formUnion(driver.body)
    }

    #expect(all.subtracting(down) == [])
    #expect(all.subtracting(up) == [])
    #expect(all.subtracting(pages) == [])
    #expect(!all.isEmpty)
  }

  @Test func `the help has room for its words beside the longest names of keys`() {
    var driver = Driver.reaching(.signIn)
    (driver.rows, driver.columns) = (100, 40)
    driver.press(.character("?"))

    expectScreen("help-sign-in-40", of: driver)
  }

  @Test func `a key that only brought the mark in sight asks to be pressed again`() {
    var driver = Driver.searching(columns: 40)
    driver.answerAbout(.hostile(String(repeating: "long name ", count: 40)))
    driver.press(.character("W"))

    #expect(driver.pane == .person)
    #expect(driver.screen.text.contains("This is the one that is marked"))
    driver.press(.character("W"))
    #expect(driver.pane == .signIn)
  }

  @Test(arguments: [8, 10, 12])
  func `who has what was refused stands by the field, with the key that goes there`(rows: Int) {
    let driver = Driver.takenExternalID(rows: rows, columns: 40)

    expectScreen("form-taken-40-\(rows)", of: driver)
  }

  @Test(arguments: [8, 9, 10, 11, 12, 13, 14])
  func `a message takes no line of the copy menu`(rows: Int) {
    var driver = Driver.listing([Sample.full], rows: rows, columns: 40)
    driver.press(.character("Y"))

    driver.send(.noticed(.readFailed(.status(500))))

    let lines = driver.screenLines.dropLast()
    for key in driver.workspace.keyMap.bindings(in: .copying)
    where key.action.rawValue.hasPrefix("copy-") {
      let word = key.title.split(separator: " ").last.map(String.init) ?? ""
      #expect(lines.contains { $0.contains(word) }, "\(word)")
    }
    #expect(driver.screenLines.suffix(3).contains { $0.contains("…") || $0.contains("500") })
  }

  @Test func `a message leaves the help all but the last line`() {
    var driver = Driver.listing([Sample.full], rows: 12, columns: 40)
    driver.press(.character("?"))
    let before = driver.screenLines

    driver.send(.noticed(.readFailed(.status(500))))

    #expect(driver.screenLines.dropLast() == before.dropLast())
    #expect(driver.screenLines.last != before.last)
  }

  @Test(arguments: [8, 12])
  func `behind the next key a form says how to leave, with what is wrong above`(rows: Int) {
    var driver = Driver.editing(Sample.acme, rows: rows, columns: 40)
    driver.press(.control("u"), .control("s"))
    #expect(driver.footer.contains("One field needs attention."))

    driver.press(.down)

    #expect(driver.footer.contains("^S save  Esc leave"))
    #expect(driver.screenLines.suffix(2).first?.contains("One field needs attention.") == true)
  }

  @Test func `so does the form of a tab, and so does the help over it`() {
    var driver = Driver.tab(.members, rows: 12, columns: 40)
    driver.answerRows(TabSample.members.rows)
    driver.press(.character("a"))
    driver.answerTab(.choices([TabChoice("member", "Member")]))
    driver.type("bob")
    driver.press(.control("s"))
    #expect(driver.footer.contains("2 fields need attention."))

    driver.press(.left)
    #expect(driver.footer.contains("Esc leave"))
    #expect(driver.screen.text.contains("2 fields need attention."))
    driver.press(.control("s"), .function(1))

    #expect(driver.pane == .help)
    #expect(driver.footer.contains("Esc close"))
  }

  @Test func `why nothing came of a save stays above the keys as long as it is so`() {
    var driver = Driver.editing(Sample.acme, rows: 10, columns: 40)
    driver.type("!")
    driver.press(.control("s"))
    driver.acceptReview()
    driver.answerRead(.success(Sample.acme))
    driver.answerSave(.failure(.status(403)))
    let told = driver.screenLines.suffix(3).joined()
    #expect(!told.contains("Esc leave"))

    driver.press(.left)
    driver.wait(60)

    #expect(driver.footer.contains("Esc leave"))
    #expect(driver.screen.text.contains("403"))
  }

  @Test func `what is told anew takes the place of the keys again`() {
    var driver = Driver.editing(Sample.acme, rows: 12, columns: 40)
    driver.press(.control("u"), .control("s"), .down)
    #expect(driver.footer.contains("Esc leave"))

    driver.send(.noticed(.copyTooLong))

    #expect(!driver.footer.contains("Esc leave"))
  }

  @Test func `in the copy menu a message makes room for the keys behind the next one`() {
    var driver = Driver.listing([Sample.full], rows: 8, columns: 40)
    driver.send(.noticed(.readFailed(.status(500))))

    driver.press(.character("Y"))

    #expect(driver.pane == .copying)
    #expect(driver.footer.contains("Esc close"))
  }

  @Test func `the key that leads on is said with how many lines there are`() {
    var driver = Driver.reaching(.detail)
    (driver.rows, driver.columns) = (8, 40)
    driver.press(.character("g"))

    #expect(driver.screen.text.contains("more lines · j"))
  }

  @Test func `what is done to a line is done to one in sight`() {
    var driver = Driver.reaching(.detail)
    (driver.rows, driver.columns) = (8, 40)
    driver.press(.character("G"))
    var presses = 0
    while driver.screen.text.contains("▸"), presses < 40 {
      driver.press(.up)
      presses += 1
    }
    let copies = driver.copies

    driver.press(.character("y"))

    #expect(driver.screen.text.contains("▸"), "it is brought back first")
    #expect(driver.copies == copies)
    driver.press(.character("y"))
    #expect(driver.copies == copies + 1)
  }
}

extension Driver {
  /// How often something was handed to the clipboard.
  fileprivate var copies: Int {
    commands.count { if case .copy = $0 { true } else { false } }
  }

  /// The lines between the title, or the line of tabs, and the status line, without their marks.
  fileprivate var body: Set<String> {
    mutating get {
      let lines = screen.text.split(separator: "\n", omittingEmptySubsequences: false)
      return Set(
        lines.dropFirst(console.detail.isOpen ? 2 : 1).prefix(
          rows - (console.detail.isOpen ? 4 : 3)
        )
        .map { line in
          line.replacing("▸", with: " ").split(separator: " ").joined(separator: " ")
        }
        .filter { !$0.hasPrefix("↓") && !$0.isEmpty })
    }
  }
}
