import Cells
import Foundation
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// The pane of drafts, and the questions it asks.
@Suite(.timeLimit(.minutes(20)))
struct DraftScreenTests {
  @Test(arguments: [(24, 80), (40, 120), (60, 200), (10, 40)])
  func `drafts say what they are, when they were typed, and what they change`(
    rows: Int, columns: Int
  ) {
    let driver = Driver.reaching(.drafts, rows: rows, columns: columns)

    expectScreen("drafts-\(columns)x\(rows)", of: driver)
  }

  @Test(arguments: [(24, 80), (40, 120), (10, 40)])
  func `forms of tabs stand among them, with their tab`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)

    driver.openDrafts(Array(Sample.drafts.prefix(2)), ofTabs: Sample.tabDrafts)
    driver.press(.character("j"))

    expectScreen("drafts-of-tabs-\(columns)x\(rows)", of: driver)
  }

  @Test func `of a form of a tab there is no JSON to copy, and none is offered`() {
    var driver = Driver.listing([Sample.acme])
    driver.openDrafts([], ofTabs: Sample.tabDrafts)

    #expect(!driver.footer.contains("copy JSON"))
    driver.press(.character("y"))
    #expect(driver.console.notice != nil)
  }

  @Test func `a form of a tab is discarded after the same question`() {
    var driver = Driver.listing([Sample.acme])
    driver.openDrafts([], ofTabs: Sample.tabDrafts)

    driver.press(.character("d"))

    expectScreen("drafts-of-tabs-discard", of: driver)
    driver.wait(1)
    driver.press(.character("y"))
    #expect(driver.console.draftRows.count == 1)
  }

  @Test func `a draft that takes everything away says so, and what is another by it`() {
    let read = TabValue(picked: [TabChoice("reports:read", "Read reports")])
    let emptied = TabDraft(
      id: TabDraft.ID(Sample.id(hoursAgo: 3).uuid), key: Sample.tabDrafts[0].draft.key,
      title: "Permissions of Auditor", organizationName: "Acme",
      values: TabValues(["permissions": TabValue(), "name": TabValue(text: "New")]),
      base: TabValues(["permissions": read, "name": TabValue(text: "Old")]))
    var driver = Driver.listing([Sample.acme])
    driver.send(.draftsLoaded([], ofTabs: [KeptTabDraft(emptied, typedAt: Sample.now - 10800)]))

    driver.type("D")

    #expect(driver.screen.text.contains("permissions  Read reports → nothing"))
    #expect(driver.screen.text.contains("name  Old → New"))
  }

  @Test func `of a form with one change only that is listed`() {
    let base = TabValues([
      "name": TabValue(text: "Auditor"), "description": TabValue(text: "by other"),
      "role": TabValue(picked: [TabChoice("", "The environment's default")]),
    ])
    var values = base
    values["name"].text = "Auditor II"
    // What is picked at first is called by its value until the choices are there.
    values["role"].picked = [TabChoice("", "")]
    let renamed = TabDraft(
      id: TabDraft.ID(Sample.id(hoursAgo: 3).uuid), key: Sample.tabDrafts[0].draft.key,
      title: "Role Auditor", organizationName: "Acme", values: values, base: base)
    var driver = Driver.listing([Sample.acme])

    driver.openDrafts([], ofTabs: [KeptTabDraft(renamed, typedAt: Sample.now - 10800)])

    #expect(driver.screen.text.contains("name  Auditor → Auditor II"))
    #expect(!driver.screen.text.contains("by other"))
    #expect(!driver.screen.text.contains("default"))
  }

  @Test func `the question about a form tells how many older drafts there are, and what was sent`()
  {
    var driver = Driver.listing([Sample.acme])
    var sent = Sample.tabDrafts[0]
    sent.draft.sentAt = Sample.now - 1900
    var older = TabDraft(
      id: TabDraft.ID(Sample.id(hoursAgo: 3).uuid), key: sent.draft.key, title: sent.draft.title,
      organizationName: sent.draft.organizationName, values: sent.draft.values)
    older.values["email"].text = "yan@acme.com"
    driver.send(
      .draftsLoaded([], ofTabs: [KeptTabDraft(older, typedAt: Sample.now - 10800), sent]))
    driver.press(.enter, .character("3"))
    driver.answerRows([])

    driver.type("a")

    #expect(driver.pane == .draftFound)
    for words in [
      "zoe@acme.com", "no answer told", "There is one older draft of it; D shows all.",
      "start afresh; it is kept",
    ] {
      #expect(driver.screen.text.contains(words))
    }
  }

  @Test func `among the drafts one that was sent without an answer says so`() {
    var driver = Driver.listing([Sample.acme])
    var sent = Sample.tabDrafts[0]
    sent.draft.sentAt = Sample.now - 1900

    driver.openDrafts([], ofTabs: [sent])

    #expect(driver.screen.text.contains("may be done"))
    #expect(driver.screen.text.contains("Sent on"))
  }

  @Test func `a draft out of which all was deleted is listed as long as what was sent may exist`() {
    var driver = Driver.listing([Sample.acme])
    driver.loseCreation(named: "Zed")
    driver.answerFinding(.success([]))
    driver.press(.escape)
    driver.press(.backspace, .backspace, .backspace)
    driver.press(.escape)

    driver.press(.character("D"))

    #expect(driver.screen.text.contains("may exist  nothing any more"))
  }

  @Test func `on a small screen what was typed comes before whose it is`() {
    var driver = Driver.listing([Sample.acme], rows: 10, columns: 40)

    driver.openDrafts(Array(Sample.drafts.prefix(1)))

    expectScreen("drafts-one-40x10", of: driver)
  }

  @Test func `news of more lines than one is not hidden by what lies over the list`() {
    var driver = Driver.reaching(.drafts, rows: 10, columns: 40)

    driver.send(.noticed(.draftKept))

    expectScreen("drafts-news-40x10", of: driver)
  }

  @Test func `what is in no field yet is shown too`() {
    var draft = Draft()
    draft.setText("gold", of: .metadataValue(draft.addPair()))
    draft.unreadText = "{\n  \"name\": \"Half\n}"
    var driver = Driver.listing([Sample.acme])

    driver.openDrafts([
      KeptDraft(draft, id: Sample.id(hoursAgo: 1), typedAt: Sample.now - 3600)
    ])

    expectScreen("drafts-unfinished", of: driver)
  }

  @Test func `names in drafts stay in their rows`() {
    var driver = Driver.listing([Sample.acme])

    driver.openDrafts(Sample.strangeDrafts)

    expectScreen("drafts-strange", of: driver)
  }

  @Test func `without drafts a sentence says what would stand there`() {
    var driver = Driver.listing([Sample.acme])

    driver.press(.character("D"))

    expectScreen("drafts-empty", of: driver)
  }

  @Test(arguments: [
    (false, true, "is kept and listed here"), (false, false, "is listed here until you quit"),
    (true, true, "With --read-only nothing is typed"),
  ])
  func `nothing is said to be kept where it is not`(isReadOnly: Bool, isKept: Bool, words: String) {
    let workplace = Workplace(
      kind: .test, host: "api.workos.com", isReadOnly: isReadOnly, keepsRecords: isKept)

    #expect(DraftsPane.none(in: workplace).contains(words))
  }

  @Test func `where one only reads drafts are shown, and no key that opens or discards them`() {
    let driver = Driver.reaching(.drafts, isReadOnly: true)

    expectScreen("drafts-read-only", of: driver)
  }

  @Test func `the reading before a draft opens says that it can be stopped`() {
    var driver = Driver.reaching(.drafts)
    driver.press(.enter)

    driver.wait(3)

    expectScreen("drafts-reading", of: driver)
  }

  @Test(arguments: [(24, 80), (10, 40)])
  func `a draft of a gone organization is kept, and can be created again`(rows: Int, columns: Int) {
    let driver = Driver.findingGone(rows: rows, columns: columns)

    expectScreen("drafts-gone-question-\(columns)", of: driver)
  }

  @Test func `once it is known to be gone its row says so`() {
    var driver = Driver.findingGone()

    driver.press(.escape)

    expectScreen("drafts-gone", of: driver)
  }

  @Test(arguments: [(24, 80), (10, 40)])
  func `the question before discarding names the organization`(rows: Int, columns: Int) {
    var driver = Driver.reaching(.drafts, rows: rows, columns: columns)

    driver.press(.character("x"))

    expectScreen("drafts-discard-\(columns)x\(rows)", of: driver)
  }

  @Test(arguments: [(24, 80), (40, 120), (10, 40), (8, 40)])
  func `a draft that is found before a form opens is shown with what there is to choose`(
    rows: Int, columns: Int
  ) {
    let driver = Driver.reaching(.draftFound, rows: rows, columns: columns)

    expectScreen("draft-found-\(columns)x\(rows)", of: driver)
  }

  @Test func `of a new organization it says when, and how many there are besides`() {
    var driver = Driver.listing([Sample.acme])
    driver.send(.draftsLoaded(Sample.creations))

    driver.press(.character("a"))

    expectScreen("draft-found-new", of: driver)
  }

  @Test func `a save that finds the organization gone says where its draft is`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("e"), .character("!"), .control("s"), .enter)

    driver.answerRead(.failure(Sample.rejection(404)))

    expectScreen("form-gone", of: driver)
  }
}

extension Driver {
  /// A console that was to open the draft of an organization that is gone.
  static func findingGone(rows: Int = 24, columns: Int = 80) -> Driver {
    var driver = Driver.reaching(.drafts, rows: rows, columns: columns)
    driver.press(.down, .down, .enter)
    driver.answerRead(.failure(Sample.rejection(404)))
    return driver
  }
}
