import Delivery
import JSON
import Testing
import WorkOS

@testable import ViewModel

/// API keys of an organization, and the flags that are on for it.
struct KeysAndFlagsTabTests {
  private static let organization = Organization.ID.number(1).rawValue

  private func key(
    _ id: String = "api_key_1", _ name: String = "CI", expires: String = "null"
  ) throws -> TabRow {
    try .made(
      #"{"id":"\#(id)","name":"\#(name)","obfuscated_value":"sk_…PRYS","expires_at":\#(expires)}"#
    ) { (key: Received<OrganizationKey>) in TabRow(key.item, json: key.json) }
  }

  private func flag(_ slug: String, isDefault: Bool = false) throws -> TabRow {
    try .made(#"{"slug":"\#(slug)","name":"\#(slug)","default_value":\#(isDefault)}"#) {
      (flag: Received<Flag>) in TabRow(flag.item, json: flag.json)
    }
  }

  private func creating(_ rows: [TabRow] = []) -> TabVisit {
    var visit = TabVisit(APIKeysTab(), rows)
    visit.tab(.actionWanted("create-api-key"))
    visit.answer(.choicePage(Page(items: [TabChoice("reports:read", "Read reports")])))
    visit.tab(.textChanged("CI", field: "name"))
    return visit
  }

  @Test func `a key is created with what it allows and until when`() {
    var visit = creating()
    visit.tab(
      .textChanged("2027-01-31", field: "expires"),
      .picked("reports:read", field: "permissions", beside: false), .submitted, .reviewAccepted)
    visit.answer(.row(nil))

    #expect(
      visit.sent == [
        "POST /organizations/\(Self.organization)/api_keys "
          + #"{"name":"CI","permissions":["reports:read"],"expires_at":"2027-01-31T23:59:59.000Z"}"#
      ])
  }

  @Test(arguments: [
    "tomorrow", "2027-13-01", "31.1.2027", "2027-1-1", "2027-02-31", "2026-11-31", "2020-01-01",
  ])
  func `a day that is none is said at once`(text: String) {
    var visit = creating()

    visit.tab(.textChanged(text, field: "expires"), .submitted)

    #expect(visit.tabs.form?.problem(in: "expires") != nil)
  }

  @Test(arguments: [("expires_at", "expires"), ("permissions", "permissions"), ("name", "name")])
  func `what the server objects to stands at its field`(name: String, field: String) {
    var visit = creating()
    visit.tab(.submitted, .reviewAccepted)
    visit.answer(.row(nil))

    visit.refuse(422, code: "past", field: name)

    #expect(visit.tabs.form?.faults.ofFields == [TabFault(field: field, sentence: "No.")])
  }

  @Test func `a key whose answer is lost is there, and its value is lost for good`() throws {
    var visit = creating()
    visit.tab(.submitted, .reviewAccepted)
    visit.answer(.row(nil))
    visit.fail(.timedOut)

    visit.answer(.row(try key()))

    guard case .likelyDone(let words, because: nil)? = visit.notice else {
      Issue.record("\(String(describing: visit.notice))")
      return
    }
    #expect(words.contains("delete it and create another"))
    #expect(visit.sent.count == 1)
  }

  @Test func `another key of the same name is made only after a question, and not mistaken for it`()
    throws
  {
    var visit = creating([try key()])
    visit.tab(.submitted, .reviewAccepted)
    visit.answer(.row(try key()))
    #expect(visit.sent == [])
    visit.tab(.confirmed)
    visit.answer(.row(try key()))
    visit.fail(.timedOut)

    visit.answer(.row(try key()))

    #expect(visit.sent.count == 1)
    #expect(visit.notice == .notSeen(.create, name: "CI", because: .timedOut))
  }

  @Test func `a key that has ended is not ended again, and says when it did`() throws {
    var visit = TabVisit(APIKeysTab(), [try key(expires: #""2020-10-31T23:59:59.000Z""#)])

    visit.tab(.actionWanted("expire-api-key"))

    #expect(visit.tabs.asking == nil)
    #expect(visit.notice == .notPossible("CI expired on 2020-10-31 (UTC) already."))
  }

  @Test func `of a key that has ended it is not said that programs are refused from then on`()
    throws
  {
    var visit = TabVisit(APIKeysTab(), [try key(expires: #""2020-10-31T23:59:59.000Z""#)])

    visit.tab(.actionWanted("delete-api-key"))

    #expect(
      visit.tabs.asking?.question.text.last
        == "CI expired on 2020-10-31 (UTC) already. No program can use it. Once it is deleted it "
        + "cannot be brought back.")
  }

  @Test func `a flag that is on says so here, whatever it is by default`() throws {
    #expect(try flag("billing").cells[2...3] == [.state("on", .good), .state("off", .quiet)])
  }

  @Test func `a key that allows nothing says so before it is made`() {
    var visit = creating()

    visit.tab(.submitted)

    #expect(visit.write?.changes.contains(TabChange("Permissions", "", "none")) == true)
  }

  @Test func `expiring asks, and says that it cannot be taken back`() throws {
    var visit = TabVisit(APIKeysTab(), [try key()])
    visit.tab(.actionWanted("expire-api-key"))
    #expect(visit.tabs.asking?.question.text.last?.contains("cannot be taken back") == true)

    visit.tab(.confirmed)
    visit.answer(.row(try key()))
    #expect(visit.sent == ["POST /api_keys/api_key_1/expire {}"])
    visit.answer(.row(try key(expires: #""2026-03-14T09:00:00.000Z""#)))

    #expect(visit.notice == .done("CI has expired."))
  }

  @Test func `deleting waits, and on a live key wants the name typed`() throws {
    var visit = TabVisit(APIKeysTab(), [try key()], kind: .live)
    visit.tab(.actionWanted("delete-api-key"), .confirmed)
    #expect(visit.tabs.underway.isEmpty)

    visit.tab(.nameTyped("CI"), .confirmed)
    visit.scenario.wait(5)
    visit.answer(.row(try key()))
    visit.answer(.row(nil))

    #expect(visit.sent == ["DELETE /api_keys/api_key_1"])
    #expect(visit.rows == [])
  }

  @Test func `a key far down is looked for near where it was`() throws {
    let rows = try (0..<80).map { try key("api_key_\($0)", "Key \($0)") }
    var visit = TabVisit(APIKeysTab(), rows)

    visit.tab(.rowWanted(70), .actionWanted("expire-api-key"), .confirmed)

    #expect(visit.asked?.target.parameters.last == .init("after", ["api_key_20"]))
  }

  @Test func `a flag is switched on for this organization alone, and the rows are read again`()
    throws
  {
    var visit = TabVisit(FlagsTab())
    visit.tab(.actionWanted("switch-flag-on"))
    #expect(visit.asked?.path == "/feature-flags")
    visit.answer(.choicePage(Page(items: [TabChoice("beta", "Beta"), TabChoice("scim", "SCIM")])))
    visit.tab(
      .picked("beta", field: "flag", beside: false), .picked("scim", field: "flag", beside: true),
      .submitted, .reviewAccepted)
    visit.answer(.row(nil))
    #expect(visit.sent == ["POST /feature-flags/scim/targets/\(Self.organization)"])

    visit.answer(.row(nil))
    #expect(visit.notice == nil, "the answer tells no row, so that it is looked at")
    var unseen = visit
    unseen.answer(.row(nil))
    #expect(unseen.notice == .shownOtherwise(.switchOn, name: "SCIM", keepsDraft: true))
    var unread = visit
    unread.fail(.timedOut)
    #expect(unread.notice == .done("SCIM is on for Customer 1."), "the server said yes")
    visit.answer(.row(try flag("scim")))

    #expect(visit.rows == ["scim"])
    #expect(visit.notice == .done("SCIM is on for Customer 1."))
  }

  @Test func `a flag that is off for everybody stays off, which is asked about`() {
    var visit = TabVisit(FlagsTab())
    visit.tab(.actionWanted("switch-flag-on"))
    let json = RawJSON(#"{"slug":"beta","enabled":false}"#)
    visit.answer(.choicePage(Page(items: [TabChoice("beta", "Beta", json: json)])))

    visit.tab(.picked("beta", field: "flag", beside: false), .submitted, .reviewAccepted)

    #expect(visit.tabs.asking?.question.title == "Off for everybody")
    #expect(visit.sent == [])
  }

  @Test func `one that somebody switched on in the wait was sent once, and that is not denied`()
    throws
  {
    var visit = TabVisit(FlagsTab(), retryPolicy: RetryPolicy())
    visit.tab(.actionWanted("switch-flag-on"))
    visit.answer(.choicePage(Page(items: [TabChoice("beta", "Beta")])))
    visit.tab(.picked("beta", field: "flag", beside: false), .submitted, .reviewAccepted)
    visit.answer(.row(nil))
    visit.fail(.rejected(.init(status: 429, retryAfter: 5)))
    visit.scenario.wait(10)

    visit.answer(.row(try flag("beta")))

    #expect(visit.sent.count == 1)
    #expect(visit.notice == .refused("beta is on for this organization already.", tries: 1))
  }

  @Test func `once that is agreed to it is aimed, which no list shows`() {
    var visit = TabVisit(FlagsTab())
    visit.tab(.actionWanted("switch-flag-on"))
    visit.answer(.choicePage(Page(items: [Self.legacy])))
    visit.tab(
      .picked("legacy", field: "flag", beside: false), .submitted, .reviewAccepted, .confirmed)
    visit.answer(.row(nil))
    #expect(visit.sent == ["POST /feature-flags/legacy/targets/\(Self.organization)"])

    visit.answer(.row(nil))

    #expect(
      visit.notice
        == .done("Legacy is aimed at Customer 1, and off until its environment has it on."))
  }

  /// The form in which a flag is taken off, with this one picked and agreed to.
  private func takingOff(_ choice: TabChoice) -> TabVisit {
    var visit = TabVisit(FlagsTab())
    visit.tab(.actionWanted("take-flag-off"))
    visit.answer(.choicePage(Page(items: [choice])))
    visit.tab(
      .picked(choice.value, field: "flag", beside: false), .submitted, .reviewAccepted, .confirmed)
    return visit
  }

  private static let legacy = TabChoice(
    "legacy", "Legacy", json: RawJSON(#"{"slug":"legacy","name":"Legacy","enabled":false}"#))

  @Test func `a flag that waits for its environment is taken off, though no list has it`() {
    var visit = takingOff(Self.legacy)
    visit.answer(.row(nil))
    #expect(visit.sent == ["DELETE /feature-flags/legacy/targets/\(Self.organization)"])

    visit.answer(.row(nil))

    #expect(visit.notice == .done("Legacy is aimed at Customer 1 no longer, if it was."))
  }

  @Test func `what became of that is shown nowhere, and not claimed`() {
    var visit = takingOff(Self.legacy)
    visit.answer(.row(nil))

    visit.fail(.timedOut)
    visit.answer(.row(nil))

    #expect(
      visit.notice
        == .unconfirmed(
          .takeOff, name: "Legacy",
          advice: "Nothing here shows it; done again, it does no harm."))
  }

  @Test func `a flag that is on for the organization is switched off where it is listed`() throws {
    var visit = takingOff(Self.legacy)

    visit.answer(.row(try flag("Legacy")))

    #expect(visit.sent == [])
    #expect(
      visit.notice
        == .refused(
          "Legacy is not off for everybody: where it is on here it is in the list, and d there "
            + "switches it off."))
  }

  @Test func `a flag is switched off after a question, as long as that changes anything`() throws {
    var visit = TabVisit(FlagsTab(), [try flag("beta"), try flag("navigation", isDefault: true)])
    visit.tab(.actionWanted("switch-flag-off"), .confirmed)
    visit.scenario.wait(5)
    visit.answer(.row(try flag("beta")))
    #expect(visit.sent == ["DELETE /feature-flags/beta/targets/\(Self.organization)"])
    visit.answer(.row(nil))
    #expect(visit.rows == ["navigation"])

    visit.tab(.actionWanted("switch-flag-off"))

    #expect(visit.tabs.asking == nil)
    guard case .notPossible? = visit.notice else {
      Issue.record("\(String(describing: visit.notice))")
      return
    }
  }

  @Test(arguments: ["a", "d"])
  func `a console that only reads has none of their writes`(key: Character) throws {
    for tab in [RolesTab(), InvitationsTab(), APIKeysTab(), FlagsTab()] as [any Tab] {
      var visit = TabVisit(tab, isReadOnly: true)
      for action in tab.actions where action.key == key { visit.tab(.actionWanted(action.id)) }

      #expect(visit.tabs.form == nil && visit.tabs.asking == nil)
      #expect(visit.scenario.notice == .readOnly)
    }
  }

  @Test func `where one of the name is found after the form was left, only that is said`() throws {
    var visit = creating()
    visit.tab(.submitted, .reviewAccepted, .formLeft)

    visit.answer(.row(try key()))

    #expect(visit.notice == .refused("There is an API key named CI already (sk_…PRYS)."))
    #expect(visit.sent == [])
  }

  @Test func `who is about to make a second key of a name is told that it stands beside`() throws {
    var visit = creating()
    visit.tab(.submitted, .reviewAccepted)

    visit.answer(.row(try key()))

    #expect(
      visit.tabs.asking?.question.text.first
        == "There is an API key named CI already (sk_…PRYS). Another one is made beside it.")
  }
}
