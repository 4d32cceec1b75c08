import Cells
import Delivery
import JSON
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// The journal, the requests and the drafts lead to organizations, and Esc leads back.
@Suite(.timeLimit(.minutes(20)))
struct ReturnToRecordsTests {
  @Test func `Esc leads back to the line of the journal, and then to the list`() {
    var driver = Driver.listing([Sample.globex, Sample.acme])
    driver.openJournal(Sample.journal)
    driver.press(.down, .enter)
    #expect(driver.pane == .detail)

    driver.press(.escape)
    #expect(driver.pane == .journal)
    #expect(driver.screen.text.contains("req_1"))
    driver.press(.escape)

    #expect(driver.pane == .list)
    driver.press(.enter)
    #expect(driver.pane == .detail)
    driver.press(.escape)
    #expect(driver.pane == .list)
  }

  @Test func `Esc leads back to the requests, also from one that had to be read first`() {
    var driver = Driver.listing([Sample.globex])
    for request in Sample.requests { driver.send(.requestLogged(request)) }
    driver.press(.character("!"), .down, .down, .enter)
    driver.answerRead(.success(Sample.acme))

    driver.press(.escape)

    #expect(driver.pane == .requests)
    #expect(!driver.console.detail.isOpen)
  }

  @Test func `the tab from which the journal was opened is there again below it`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)
    driver.press(.down)
    let tab = driver.pane
    driver.openJournal([Sample.entry(1, .update, Sample.globex, nil)])
    driver.press(.enter)
    #expect(driver.console.detail.organization?.id == Sample.globex.id)

    driver.press(.escape)
    #expect(driver.pane == .journal)
    driver.press(.escape)

    #expect(driver.pane == tab)
    #expect(driver.console.detail.organization?.id == Sample.acme.id)
    #expect(driver.console.tabs.state?.selected?.name == "bob@acme.com")
    driver.press(.escape)
    #expect(driver.pane == .list)
  }

  @Test func `a line about the organization that is open leads to it and back`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)
    let tab = driver.pane
    driver.openJournal([Sample.entry(1, .update, Sample.acme, nil)])

    driver.press(.enter)
    #expect(driver.pane == .detail)
    driver.press(.escape)
    #expect(driver.pane == .journal)
    driver.press(.escape)

    #expect(driver.pane == tab)
  }

  @Test(arguments: [Key.character("/"), .tab, .character("]")])
  func `what leaves the organization for something else leaves the journal behind`(key: Key) {
    var driver = Driver.listing([Sample.acme, Sample.globex, Sample.bare])
    driver.openJournal(Sample.journal)
    driver.press(.down, .enter, key)
    #expect(driver.pane != .journal)

    driver.press(.escape)

    #expect(driver.pane != .journal)
    driver.press(.escape, .escape, .enter, .escape)
    #expect(driver.pane == .list)
  }

  @Test func `the journal opened again there leads on, and back one by one`() {
    var driver = Driver.listing([Sample.acme, Sample.globex])
    driver.openJournal([Sample.entry(1, .update, Sample.acme, nil)])
    driver.press(.enter)
    driver.openJournal([Sample.entry(1, .update, Sample.globex, nil)])
    driver.press(.enter)
    #expect(driver.console.detail.organization?.id == Sample.globex.id)

    driver.press(.escape)
    #expect(driver.pane == .journal)
    driver.press(.escape)

    #expect(driver.pane == .detail)
    #expect(driver.console.detail.organization?.id == Sample.acme.id)
    driver.press(.escape)
    #expect(driver.pane == .list)
  }

  @Test func `Esc in the form of a tab leads back to the drafts, and from there to where D was`() {
    var driver = invitationKept()
    driver.press(.escape, .down, .character("D"))
    #expect(driver.pane == .drafts)
    driver.press(.enter)
    driver.answerRead(.success(Sample.acme))
    #expect(driver.pane == .tabForm)

    driver.press(.escape)
    #expect(driver.pane == .drafts)
    driver.press(.escape)

    #expect(driver.pane == .list)
    #expect(!driver.console.detail.isOpen)
  }

  @Test func `from a tab D, Enter, Esc, Esc is there again`() {
    var driver = invitationKept()
    driver.press(.escape, .down, .enter, .character("3"))
    driver.answerRows(TabSample.members.rows)
    let tab = driver.pane
    driver.press(.character("D"), .enter)
    #expect(driver.pane == .tabForm)

    driver.press(.escape)
    #expect(driver.pane == .drafts)
    driver.press(.escape)

    #expect(driver.pane == tab)
    #expect(driver.console.detail.organization?.id == Sample.globex.id)
  }

  @Test func `a form opened in the tab itself is left for the tab`() {
    var driver = invitationKept()
    driver.press(.character("D"), .enter)
    #expect(driver.pane == .tabForm)
    driver.press(.escape)
    driver.press(.escape)
    let tab = driver.pane

    driver.press(.character("a"), .character("c"))
    #expect(driver.pane == .tabForm)
    driver.press(.escape)

    #expect(driver.pane == tab)
  }

  @Test func `from a draft ^G goes to whose the id is, and Esc back to the drafts`() {
    var driver = Driver.takenExternalID()
    driver.press(.escape, .character("D"), .enter)
    driver.answerRead(.success(Sample.acme))
    #expect(driver.screen.text.contains("“Globex” has it. ^G goes there"))

    driver.press(.control("g"))
    #expect(driver.pane == .detail)
    #expect(driver.console.detail.organization?.id == Sample.globex.id)
    driver.press(.escape)
    #expect(driver.pane == .drafts)
    driver.press(.escape)

    #expect(driver.pane == .list)
  }

  @Test func `from a revert ^G goes to whose the id is, and Esc back to the journal`() {
    var driver = Driver.listing([Sample.globex])
    var changed = Sample.full
    changed.externalID = "cust_9"
    let after = RawJSON(Sample.full.json.text.replacing("cust_000009", with: "cust_9"))
    driver.openJournal([
      Sample.entry(1, .update, Sample.full, JournalOutcome(result: .done, after: after))
    ])
    driver.press(.character("R"), .down)
    driver.answerRead(.success(changed))
    driver.acceptReview()
    driver.answerRead(.success(changed))
    driver.answerSave(.failure(.externalIDTaken))
    driver.answerPage([Sample.globex])
    #expect(driver.pane == .form)

    driver.press(.control("g"))
    #expect(driver.pane == .detail)
    #expect(driver.console.detail.organization?.id == Sample.globex.id)
    driver.press(.escape)

    #expect(driver.pane == .journal)
  }

  @Test func `from a draft of a tab ^G goes to whose the domain is, and Esc back by the tab`() {
    var driver = Driver.takenDomain()
    driver.press(.escape, .escape, .character("D"), .enter)
    driver.answerRead(.success(Sample.acme))
    #expect(driver.pane == .tabForm)

    driver.press(.control("g"))
    #expect(driver.pane == .tab(DomainsTab()))
    #expect(driver.console.detail.organization?.id == Sample.globex.id)
    driver.press(.escape)
    #expect(driver.pane == .tab(DomainsTab()))
    #expect(driver.console.detail.organization?.id == Sample.acme.id)
    driver.press(.escape)

    #expect(driver.pane == .drafts)
  }

  /// Somebody typed an address into the form of an invitation to Acme, and left it.
  private func invitationKept() -> Driver {
    var driver = Driver.listing([Sample.acme, Sample.globex])
    driver.press(.enter, .character("4"))
    driver.answerRows([])
    driver.type("a")
    driver.type("zo")
    driver.press(.escape)
    return driver
  }
}
