import Cells
import Foundation
import Frontend
import Testing
import ViewModel
import WorkOS

/// What keys do, pane by pane.
@Suite(.timeLimit(.minutes(20)))
struct KeyHandlingTests {
  // MARK: Out, innermost first

  @Test func `Esc closes the help before what lies below it`() {
    var driver = Driver.reaching(.json)
    driver.press(.character("?"))

    driver.press(.escape)
    let afterHelp = driver.pane
    driver.press(.escape)

    #expect(afterHelp == .json)
    #expect(driver.pane == .list)
  }

  @Test func `Esc leaves the filter line, then the search, and never quits`() {
    var driver = Driver.listing(Sample.many(9))
    driver.press(.character("/"))
    driver.type("acme")
    driver.press(.enter)
    driver.answerPage([Sample.acme])
    driver.press(.character("/"))
    driver.type("x")

    driver.press(.escape)
    let isFiltered = driver.console.list.isFiltered
    driver.press(.escape)
    let search = driver.console.list.search
    driver.press(.escape, .escape)

    #expect(!isFiltered)
    #expect(search == nil)
    #expect(driver.console.quitting == .no)
  }

  @Test func `the filter line has a history`() {
    var driver = Driver.listing(Sample.many(9))
    for text in ["acme", "globex", "acme"] {
      driver.press(.character("/"))
      driver.type(text)
      driver.press(.enter)
    }
    driver.press(.character("/"))
    driver.type("new")

    var lines: [String?] = []
    for key in [Key.up, .up, .up, .down, .down, .down] {
      driver.press(key)
      lines.append(driver.filterLine?.text)
    }

    #expect(lines == ["acme", "globex", "globex", "acme", "new", "new"])
    #expect(driver.console.list.filter == "new")
  }

  @Test func `Tab keeps a text for the history, Esc drops it`() {
    var driver = Driver.listing(Sample.many(9))
    driver.press(.character("/"))
    driver.type("acme")
    driver.press(.tab, .escape, .character("/"))
    driver.type("dropped")
    driver.press(.escape)

    driver.press(.character("/"), .up)

    #expect(driver.filterLine?.text == "acme")
    #expect(driver.console.list.isFiltered)
  }

  @Test(arguments: PaneName.standard)
  func `Ctrl-C quits or asks from every pane`(pane: PaneName) {
    var driver = Driver.reaching(pane)

    driver.press(.control("c"))

    #expect(driver.console.quitting == (pane.holdsDraft ? .asking : .done))
  }

  @Test func `staying brings the form back as it was`() {
    var driver = Driver.reaching(.form)
    driver.type("x")
    driver.press(.control("c"))

    driver.press(.escape)

    #expect(driver.pane == .form)
    #expect(driver.console.editor.session?.draft.name == "Acme Corporationx")
  }

  @Test(arguments: PaneName.standard)
  func `suspending and repainting work in every pane`(pane: PaneName) {
    var driver = Driver.reaching(pane)

    driver.press(.control("z"), .control("l"))

    #expect(driver.commands == [.suspend, .repaint])
    #expect(driver.pane == pane)
  }

  // MARK: Text

  @Test(arguments: [PaneName.filter, .form, .naming])
  func `letters that are keys elsewhere are text where one types`(pane: PaneName) {
    var driver = Driver.reaching(pane)
    let before = driver.text

    driver.type("qd?yeajkGnJ/")

    #expect(driver.pane == pane)
    #expect(driver.text == before + "qd?yeajkGnJ/")
  }

  @Test(arguments: [(PaneName.filter, "a ↵ b ↵ c [31m d"), (.form, "a b c [31m d")])
  func `what is pasted becomes one line without control characters`(pane: PaneName, line: String) {
    var driver = Driver.reaching(pane)
    let before = driver.text

    driver.press(.paste("a\nb\tc\u{1b}[31m\u{0}d\r\n"))

    #expect(driver.text == before + line)
    #expect(driver.pane == pane)
  }

  @Test func `a hundred kilobytes can be pasted`() {
    var driver = Driver.reaching(.form)

    driver.press(.paste(String(repeating: "é", count: 100_000)))

    #expect(driver.text.count == 100_016)
    #expect(driver.screen.cursor != nil)
  }

  @Test func `nothing that is pasted answers a dialog`() {
    var driver = Driver.reaching(.deletion)

    driver.press(.paste("y"))

    #expect(driver.pane == .deletion)
    #expect(driver.console.deletions.underway.isEmpty)
  }

  @Test(arguments: [
    PaneName.list, .detail, .review, .conflict, .discarding, .quitting, .copying, .json,
  ])
  func `what is pasted where one does not type does nothing`(pane: PaneName) {
    var driver = Driver.reaching(pane)

    driver.press(.paste("yqd\n"))

    #expect(driver.pane == pane)
    #expect(driver.commands.isEmpty)
  }

  @Test func `news that is old goes when one types`() {
    var driver = Driver.reaching(.form)
    driver.press(.control("s"))
    driver.now += 4

    driver.type("x")

    #expect(driver.console.notice == nil)
  }

  // MARK: Moving

  @Test func `a screenful is as many rows as are on screen`() {
    var driver = Driver.listing(Sample.many(50))

    driver.press(.pageDown)

    #expect(driver.console.list.selectedRow == 20)
  }

  @Test func `Enter and Tab open the detail, and Tab goes back`() {
    var driver = Driver.listing(Sample.many(3))

    driver.press(.tab)
    let opened = driver.pane
    driver.press(.tab)

    #expect(opened == .detail)
    #expect(driver.pane == .list)
  }

  @Test func `the detail scrolls no further than its end`() {
    var driver = Driver.listing([Sample.full])
    driver.press(.enter, .character("G"))
    let end = driver.screen

    driver.press(.down, .down, .down, .up, .down)

    #expect(driver.screen == end)
  }

  @Test func `another organization's detail begins at its top`() {
    var driver = Driver.listing([Sample.full, Sample.full.with(id: "org_2")])
    driver.press(.enter, .character("G"), .escape, .down)

    driver.press(.enter)

    #expect(driver.screen.text(ofRow: 2) == " Umbrella Health")
  }

  @Test func `a list that shrinks leaves no empty screen`() {
    var driver = Driver.listing(Sample.many(50))
    driver.press(.character("G"), .character("r"))

    driver.answerPage(Sample.many(3))

    #expect(driver.screen.text(ofRow: 2).contains("Café Lumière 1"))
  }

  @Test func `a review begins at its top, wherever the help was left`() {
    var driver = Driver.reaching(.form, rows: 9)
    driver.type("!")
    driver.press(.function(1), .character("G"), .escape)

    driver.press(.control("s"))

    #expect(driver.screen.text.contains("api.workos.com"))
    #expect(driver.screen.text.contains("~ Name"))
  }

  // MARK: Copying

  @Test(arguments: [
    (Key.character("y"), "org_01M67FS3C1Q4P6QWEF0SHE1001", "the id"),
    (.character("n"), "Acme Corporation", "the name"),
    (.character("x"), "cust_000001", "the external id"),
    (.character("d"), "acme.com", "the domains"),
    (.character("j"), "{}", "the JSON"),
    (
      .character("c"),
      "curl -H \"Authorization: Bearer $WORKOS_API_KEY\" "
        + "'https://api.workos.com/organizations/org_01M67FS3C1Q4P6QWEF0SHE1001'",
      "the command"
    ),
  ])
  func `the copy menu copies and closes`(key: Key, text: String, what: String) {
    var driver = Driver.listing([Sample.acme])

    driver.press(.character("Y"), key)

    #expect(
      driver.commands == [.copy(CopiedText(lines: text.components(separatedBy: "\n")), what: what)])
    #expect(driver.pane == .list)
  }

  @Test func `the copy menu copies what has to go into the DNS`() {
    var driver = Driver.listing([Sample.full])

    driver.press(.character("Y"), .character("t"))

    let record = "_workos-challenge.umbrella.dev TXT neyi2q7cYk6WQ"
    #expect(driver.commands == [.copy(CopiedText(line: record), what: "the DNS records")])
  }

  @Test func `without an unverified domain there is no record to copy`() {
    var driver = Driver.listing([Sample.bare])

    driver.press(.character("Y"), .character("t"))

    #expect(driver.commands == [])
    #expect(driver.console.notice != nil)
  }

  @Test func `the copy menu holds the organization it was opened for`() {
    var driver = Driver.listing([Sample.acme, Sample.globex])
    driver.press(.character("r"), .character("Y"))

    driver.answerPage([Sample.globex])
    driver.press(.character("n"))

    #expect(driver.commands == [.copy(CopiedText(line: "Acme Corporation"), what: "the name")])
  }

  @Test func `Enter opens nothing that the filter hides`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("/"))
    driver.type("nobody")
    driver.press(.tab)

    driver.press(.enter)

    #expect(driver.pane == .list)
  }

  @Test func `what is not there is not copied`() {
    var driver = Driver.listing([Sample.bare])

    driver.press(.character("Y"), .character("x"))

    #expect(driver.commands.isEmpty)
    #expect(driver.console.notice?.subject == .nothingToCopy(what: "external id"))
  }

  @Test func `a curl command stays one, whatever the id`() {
    let command = CurlCommand.reading("a'; rm -rf ~ #/é", at: "https://api.workos.com")

    #expect(
      command == "curl -H \"Authorization: Bearer $WORKOS_API_KEY\" "
        + "'https://api.workos.com/organizations/a%27%3B%20rm%20-rf%20%7E%20%23%2F%C3%A9'")
  }

  // MARK: Read-only

  @Test(arguments: [Key.character("a"), .character("e"), .character("d"), .delete, .character("z")])
  func `no key writes where one only reads`(key: Key) {
    var driver = Driver.listing(Sample.many(3), isReadOnly: true)

    driver.press(key)

    #expect(driver.pane == .list)
    #expect(driver.questions.isEmpty)
  }

  // MARK: A terminal that is too small

  @Test func `nothing is deleted blindly`() {
    var driver = Driver.listing([Sample.acme], rows: 5, columns: 20)

    driver.delete()

    #expect(driver.console.deletions.dialog == nil)
    #expect(driver.console.deletions.underway.isEmpty)
  }

  @Test func `a terminal that is too small can be left`() {
    var driver = Driver.listing([Sample.acme], rows: 5, columns: 20)

    driver.press(.control("c"))

    #expect(driver.console.quitting == .done)
  }
}

extension PaneName {
  /// Whether `Driver.reaching` goes by way of something unfinished.
  fileprivate var holdsDraft: Bool {
    switch self {
    case .review, .losing, .rewriting, .reactivating, .finding, .conflict, .discarding, .quitting,
      .drafts, .draftFound:
      true
    default: false
    }
  }
}

extension Driver {
  /// What has been typed where one types.
  var text: String {
    switch pane {
    case .filter: filterLine?.text ?? ""
    case .overlaySearch: jsonSearch
    case .naming: console.deletions.dialog?.confirmation.typedText ?? ""
    case .losing:
      if case .asking(let question) = console.editor.session?.phase {
        question.confirmation.typedText
      } else {
        ""
      }
    default: console.editor.session.map { $0.draft.text(of: formField) } ?? ""
    }
  }
}

extension Organization {
  func with(id: Organization.ID) -> Organization {
    var copy = self
    copy.id = id
    return copy
  }
}
