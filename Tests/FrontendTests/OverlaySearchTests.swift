import Cells
import Delivery
import Foundation
import Frontend
import JSON
import Testing
import ViewModel
import WorkOS

/// Looking for something in the JSON, the journal and the requests, and going there.
@Suite(.timeLimit(.minutes(20)))
struct OverlaySearchTests {
  // MARK: JSON

  @Test func `the JSON is copied, and J closes it`() {
    var driver = Driver.listing([Sample.full])
    driver.press(.character("J"))

    driver.press(.character("y"))
    #expect(driver.pane == .json)
    driver.press(.character("J"))

    #expect(driver.commands == [.copy(CopiedText(json: Sample.full.json), what: "the JSON")])
    #expect(driver.pane == .list)
  }

  @Test func `n and N go from one place to the next, and round`() {
    var driver = Driver.listing([Sample.full], rows: 12)
    driver.press(.character("J"), .character("/"))
    driver.type("DOMAIN")
    driver.press(.enter)
    var titles = [driver.screen.text(ofRow: 1)]

    for key: Key in [.character("n"), .character("n"), .character("n"), .character("N")] {
      driver.press(key)
      titles.append(driver.screen.text(ofRow: 1))
      #expect(driver.screenLines.contains { $0.contains("▸") && $0.contains("domain") })
    }

    #expect(titles.map { $0.contains("“DOMAIN” 1 of 3") } == [true, false, false, true, false])
    #expect(titles[4].contains("3 of 3"))
  }

  @Test func `where a place is the only one n is not offered, until it is left`() {
    var driver = Driver.listing([Sample.full], rows: 14, columns: 120)
    driver.press(.character("J"), .character("/"))
    driver.type("umbrella.d")
    driver.press(.enter)
    let there = driver.screenLines.last

    driver.press(.character("n"))
    #expect(driver.screen.text.contains("It is the only match."))
    driver.press(.home)

    #expect(there?.contains("next match") == false)
    #expect(driver.screenLines.last?.contains("next match") == true)
  }

  @Test func `what is looked for is shown as it is typed`() {
    var driver = Driver.listing([Sample.full])
    driver.press(.character("J"), .character("/"))
    driver.type("umbrella.d")

    expectScreen("json-search", of: driver, withStyles: true)
    driver.type("x")

    #expect(driver.screen.text.contains("“umbrella.dx” is not in it"))
  }

  @Test(arguments: ["Jane Doe jane@acme.com", "“Jane Doe” <Jane@acme.com>,", "to: jane@acme.com"])
  func `an address is looked for without what stands beside it, which is told`(pasted: String) {
    var acme = Sample.acme
    acme.json = RawJSON(#"{"metadata":{"contact":"jane@acme.com"}}"#)
    var driver = Driver.listing([acme])

    driver.press(.character("J"), .character("/"), .paste(pasted), .enter)

    #expect(driver.screen.text.contains("“jane@acme.com” 1 of 1"))
  }

  @Test func `the end of an address alone is looked for as it stands`() {
    var acme = Sample.acme
    acme.json = RawJSON(#"{"metadata":{"contact":"jane@acme.com"}}"#)
    var driver = Driver.listing([acme])

    driver.press(.character("J"), .character("/"))
    driver.type("ane@acme.com")

    #expect(driver.screen.text.contains("“ane@acme.com” 1 of 1"))
  }

  @Test func `Esc drops what is looked for, then closes`() {
    var driver = Driver.listing([Sample.full])
    driver.press(.character("J"), .character("/"), .character("u"), .enter)

    driver.press(.escape)
    let text = driver.jsonSearch
    let pane = driver.pane
    driver.press(.escape)

    #expect(text.isEmpty)
    #expect(pane == .json)
    #expect(driver.pane == .list)
  }

  @Test func `n without a text says how to give one`() {
    var driver = Driver.listing([Sample.full])

    driver.press(.character("J"), .character("n"))

    #expect(driver.screen.text.contains("Nothing is looked for yet; / begins."))
  }

  @Test func `the key of the next match is offered where there is one`() {
    var driver = Driver.listing([Sample.full], columns: 120)
    driver.press(.character("J"))
    #expect(!driver.screen.text.contains("n next match"))
    driver.press(.character("/"))
    driver.type("domain")
    driver.press(.enter)
    #expect(driver.screen.text.contains("n next match"))

    driver.press(.character("/"), .control("u"))
    driver.type("zzz")
    driver.press(.enter)
    #expect(!driver.screen.text.contains("n next match"))
    driver.press(.character("n"))

    #expect(driver.screen.text.contains("“zzz” is not in it."))
  }

  @Test func `where no request holds what is looked for none is copied or opened`() {
    var driver = Driver.reaching(.requests)
    driver.press(.character("/"))
    driver.type("qqq")
    driver.press(.enter)
    #expect(!driver.screen.text.contains("copy curl"))

    driver.press(.character("y"))
    #expect(driver.screen.text.contains("There is nothing here for y to do."))
    driver.press(.character("/"))
    #expect(driver.pane == .overlaySearch)
  }

  @Test(arguments: [Key.character("L"), .character("!")])
  func `where no line is none is looked for`(key: Key) {
    var driver = Driver.listing([Sample.full])
    driver.press(key)
    driver.send(.journal(.read(.success([]))))
    let pane = driver.pane

    driver.press(.character("/"))

    #expect(driver.pane == pane)
    #expect(driver.screen.text.contains("There is nothing here for / to do."))
  }

  @Test func `where only lines from elsewhere are, and not shown, none is looked for`() {
    var driver = Driver.listing([Sample.full])
    var elsewhere = Sample.journal[0]
    elsewhere.intent.author.environment = "live"
    driver.openJournal([elsewhere])

    driver.press(.character("/"))

    #expect(driver.pane == .journal)
    #expect(driver.screen.text.contains("There is nothing here for / to do."))
  }

  @Test func `J closes it whatever is looked for`() {
    var driver = Driver.listing([Sample.full])

    driver.press(.character("J"), .character("/"), .character("u"), .enter, .character("J"))

    #expect(driver.pane == .list)
  }

  @Test func `the help lies over it and goes away again`() {
    var driver = Driver.listing([Sample.full])
    driver.press(.character("J"), .character("/"), .character("u"), .function(1))
    #expect(driver.pane == .help)

    driver.press(.escape)

    #expect(driver.pane == .overlaySearch)
    #expect(driver.text == "u")
  }

  @Test(arguments: [
    (Key.character("J"), PaneName.json), (.character("Y"), .copying), (.character("L"), .journal),
    (.character("!"), .requests), (.character("D"), .drafts), (.character("?"), .help),
  ])
  func `the key that opens something closes it`(key: Key, pane: PaneName) {
    var driver = Driver.listing([Sample.full])

    driver.press(key)
    let opened = driver.pane
    driver.press(key)

    #expect(opened == pane)
    #expect(driver.pane == .list)
  }

  // MARK: Journal and requests

  @Test(arguments: [(24, 80), (40, 120), (24, 40)])
  func `a filter leaves only the lines with the text`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)
    driver.openJournal(Sample.journal)
    driver.press(.character("/"))
    driver.type("delete")

    expectScreen("journal-filtered-\(columns)", of: driver)
  }

  @Test func `a filter of the requests goes with Esc`() {
    var driver = Driver.reaching(.requests)
    driver.press(.character("/"))
    driver.type("429")
    driver.press(.enter)
    let filtered = driver.screen.text

    driver.press(.escape)

    #expect(!filtered.contains("DELETE"))
    #expect(driver.pane == .requests)
    #expect(driver.screen.text.contains("DELETE"))
  }

  @Test func `keys are about the lines that are left`() {
    var driver = Driver.listing([Sample.acme])
    driver.openJournal(Sample.journal)
    driver.press(.character("/"))
    driver.type("initech")
    driver.press(.enter)

    driver.press(.character("y"))

    #expect(driver.commands == [.copy(CopiedText(line: Sample.bare.id.rawValue), what: "the id")])
  }

  @Test func `what was written elsewhere is shown by a key`() {
    let other = JournalAuthor(
      user: "erin", host: "api.workos.com", environment: "test", keyEnding: "oth3")
    var driver = Driver.listing([Sample.acme])
    driver.openJournal([
      Sample.entry(1, .delete, Sample.globex, nil, by: other),
      Sample.entry(2, .delete, Sample.acme, nil),
    ])
    #expect(!driver.screen.text.contains("Globex"))
    #expect(driver.screen.text.contains("o: 1 more"))

    driver.press(.character("o"))

    let lines = driver.screenLines
    let own = lines.firstIndex { $0.contains("Acme") } ?? 0
    #expect(own < lines.firstIndex { $0.contains("Globex") } ?? 0)
    driver.press(.character("o"))
    #expect(!driver.screen.text.contains("Globex"))
  }

  @Test func `where nothing was written with this key, it says how to see the rest`() {
    let other = JournalAuthor(
      user: "erin", host: "api.workos.com", environment: "live", keyEnding: "oth3")
    var driver = Driver.listing([Sample.acme])
    driver.openJournal([Sample.entry(1, .delete, Sample.globex, nil, by: other)])

    expectScreen("journal-elsewhere", of: driver)
  }

  @Test func `Enter opens the organization of a line from the list`() {
    var driver = Driver.listing([Sample.globex, Sample.acme])
    driver.openJournal(Sample.journal)

    driver.press(.down, .enter)

    #expect(driver.pane == .detail)
    #expect(driver.console.detail.organization?.id == Sample.acme.id)
    #expect(driver.console.list.selectedOrganization?.id == Sample.acme.id)
  }

  @Test func `one that is in no list is read by its id`() {
    var driver = Driver.listing([Sample.globex])
    for request in Sample.requests { driver.send(.requestLogged(request)) }
    driver.press(.character("!"), .down, .down, .enter)
    #expect(driver.pane == .requests)
    #expect(driver.screen.text.contains("Reading the organization first"))

    driver.answerRead(.success(Sample.acme))

    #expect(driver.pane == .detail)
    #expect(driver.console.detail.organization?.name == "Acme Corporation")
  }

  @Test func `one that is gone is said to be, and the lines stay`() {
    var driver = Driver.listing([Sample.globex])
    driver.openJournal(Sample.journal)
    driver.press(.enter)

    driver.answerRead(.failure(Sample.rejection(404)))

    #expect(driver.pane == .journal)
    #expect(driver.screen.text.contains("no longer exists on the server"))
    driver.press(.escape, .enter, .character("L"))
    #expect(driver.pane == .journal)
  }

  @Test func `Esc stops reading it, and other keys wait`() {
    var driver = Driver.listing([Sample.globex])
    driver.openJournal(Sample.journal)
    driver.press(.enter, .down, .character("R"))
    #expect(driver.pane == .journal)

    driver.press(.escape)

    #expect(driver.questions.isEmpty)
    #expect(driver.pane == .journal)
    driver.press(.escape)
    #expect(driver.pane == .list)
  }

  @Test func `a domain that was added leads to its organization`() {
    var driver = Driver.listing([Sample.globex, Sample.acme])
    var request = Sample.requests[4]
    request.url = URL(filePath: "/organization_domains")
    request.body = RawJSON(
      #"{"domain":"a.example","organization_id":"\#(Sample.acme.id.rawValue)"}"#)
    driver.send(.requestLogged(request))

    driver.press(.character("!"), .enter)

    #expect(driver.console.detail.organization?.id == Sample.acme.id)
  }

  @Test func `a line about no organization says so`() {
    var driver = Driver.listing([Sample.globex])
    for request in Sample.requests { driver.send(.requestLogged(request)) }

    driver.press(.character("!"), .enter)

    #expect(driver.screen.text.contains("This line names no organization to go to."))
  }

  // MARK: Conflict

  @Test func `Space picks one side and the other`() {
    var driver = Driver.reaching(.conflict)

    driver.press(.character(" "))
    let mine = driver.console.editor.session?.conflicts.map(\.choice)
    driver.press(.character(" "))

    #expect(mine == [.mine])
    #expect(driver.console.editor.session?.conflicts.map(\.choice) == [.theirs])
  }

  @Test(arguments: [(24, 80), (24, 40)])
  func `what else the other person changed is told`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)
    driver.press(.character("e"), .character("!"), .control("s"), .enter)
    var theirs = Sample.acme
    theirs.name = "Acme Incorporated"
    theirs.externalID = "cust_7"
    theirs.metadata["plan"] = nil
    driver.answerRead(.success(theirs))

    expectScreen("conflict-others-\(columns)", of: driver)
  }
}

extension EditorSession {
  fileprivate var conflicts: [FieldConflict] {
    if case .conflicted(_, let conflicts) = phase { conflicts } else { [] }
  }
}

extension Driver {
  var screenLines: [String] {
    mutating get { screen.text.split(separator: "\n").map(String.init) }
  }
}
