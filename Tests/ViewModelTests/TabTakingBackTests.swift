import Delivery
import Foundation
import JSON
import Testing

@testable import ViewModel
@testable import WorkOS

/// What was done in tabs, told by the journal and taken back from it.
struct TabTakingBackTests {
  private let bob = TabRow.bob
  private let admin = TabRow.member("om_2", "bob@acme.com", role: "admin")

  @Test func `a role is given back as it was`() {
    var story = TabStory.members()
    story.takeBack(.update, before: bob, after: admin)

    #expect(story.tabs.asking?.question.title == "Give back the role from before?")
    story.tab(.confirmed)
    story.answer(.question(nil))
    story.answer(.row(admin))

    #expect(story.sent == "PUT \(TabStory.path)/om_2 {\"role_slug\":\"member\"}")
    story.answer(.row(bob))
    #expect(story.notice == .done("bob@acme.com is member again."))
  }

  @Test func `a role that someone changed since is not given back`() {
    var story = TabStory.members()
    story.takeBack(.update, before: bob, after: admin)

    story.tab(.confirmed)
    story.answer(.question(nil))
    story.answer(.row(.member("om_2", "bob@acme.com", role: "viewer")))

    #expect(story.scenario.write == nil)
    #expect(
      story.notice
        == .outdated(.change, name: "bob@acme.com", [TabChange("Role", "admin", "viewer")]))
  }

  @Test func `a member that was removed is added again in the same role`() {
    var story = TabStory.members()
    story.takeBack(.remove, before: admin, after: nil)

    story.tab(.confirmed)
    story.answer(.row(nil))

    #expect(story.sent?.contains(#""user_id":"user_om_2""#) == true)
    #expect(story.sent?.contains(#""role_slug":"admin""#) == true)
    #expect(story.sent?.hasPrefix("POST ") == true)
  }

  @Test(arguments: ["inactive", "pending"])
  func `who is added again is active, and it is said what they were before`(status: String) throws {
    var story = TabStory.members()

    story.takeBack(
      .remove, before: .member("om_2", "bob@acme.com", status: status), after: nil)

    let words = "The membership gets a new id, and is active: before, it was \(status)."
    #expect(try #require(story.tabs.asking).question.text.last == words)
  }

  @Test func `taking back the adding of who is pending takes no sign-in from them`() throws {
    var story = TabStory.members()

    story.takeBack(
      .add, before: nil, after: .member("om_2", "bob@acme.com", status: "pending"))

    let words = "They are pending, and could not sign in to this organization yet. The user stays."
    #expect(try #require(story.tabs.asking).question.text.last == words)
  }

  @Test(arguments: [
    JournalOutcome(result: .unknown), JournalOutcome(result: .failed, status: 404), nil,
  ])
  func `a member whose removal nobody knows of is added again, unless they are there`(
    outcome: JournalOutcome?
  ) {
    var story = TabStory.members()
    story.takeBack(.remove, before: admin, after: nil, outcome: outcome)
    var there = story

    story.tab(.confirmed)
    story.answer(.row(nil))
    there.tab(.confirmed)
    there.answer(.row(admin))

    #expect(story.tabs.underway.first?.write.warnings.last?.contains("still there") == true)
    #expect(story.sent?.hasPrefix("POST ") == true)
    #expect(there.scenario.write == nil)
  }

  @Test func `a removal that the server refused was not done`() {
    var story = TabStory.members()

    story.takeBack(
      .remove, before: admin, after: nil, outcome: JournalOutcome(result: .failed, status: 403))

    #expect(story.tabs.asking == nil)
  }

  @Test func `who is being removed is no other admin to a role that is given back`() throws {
    var story = TabStory()
    story.tab(.shown(2))
    story.answer(.page(Page(items: [.jane, admin])))
    story.tab(.actionWanted("remove-member"), .confirmed)

    story.takeBack(.update, before: bob, after: admin)

    let question = try #require(story.tabs.asking?.write.lastQuestion)
    let rows = [TabRow.jane, admin].map(\.json.text).joined(separator: ",")
    let answer = #"{"data":[\#(rows)],"list_metadata":{}}"#
    let asked = try question.decode(HTTPResponse(status: 200, body: Data(answer.utf8)))
    #expect(asked?.title == "The last admin?")
  }

  @Test func `a member that was added is removed after the grace`() {
    var story = TabStory.members()
    story.takeBack(.add, before: nil, after: bob)

    story.tab(.confirmed)
    story.scenario.wait(5)
    story.answer(.row(bob))

    #expect(story.sent == "DELETE \(TabStory.path)/om_2 ")
  }

  @Test(arguments: [
    (Delivery.Verb.deactivate, "inactive", "reactivate"),
    (.reactivate, "active", "deactivate"),
  ])
  func `deactivating and reactivating undo each other`(
    verb: Delivery.Verb, status: String, way: String
  ) {
    var story = TabStory.members()
    let after = TabRow.member("om_2", "bob@acme.com", status: status)
    story.takeBack(verb, before: bob, after: after)

    story.tab(.confirmed)
    story.answer(.row(after))

    #expect(story.sent == "PUT \(TabStory.path)/om_2/\(way) ")
  }

  @Test func `what cannot be taken back says why`() {
    var story = TabStory.members()

    story.takeBack(.verify, kind: "domain", before: nil, after: nil)

    #expect(story.tabs.asking == nil)
    #expect(
      story.scenario.notice
        == .notPossible(
          because:
            "WorkOS has looked for the domain's record, which changes nothing else. To verify it "
            + "anew, remove it and add it again in the tab Domains."))
  }

  @Test(arguments: [
    ("API key", Delivery.Verb.delete, "WorkOS cannot bring back a deleted key."),
    ("API key", .expire, "WorkOS does not make an expired key valid again."),
    ("invitation", .invite, "The e-mail was sent, and cannot be called back."),
    ("role", .delete, "WorkOS cannot bring back a deleted role."),
    ("flag", TabWrite.Verb.switchOn.account, "Flags are not switched from the journal,"),
    ("connection", .remove, "WorkOS cannot bring back a deleted connection."),
    ("directory", .remove, "WorkOS cannot bring back a deleted directory."),
    ("portal link", TabWrite.Verb.makeLink.account, "A link that was made works for five minutes."),
    ("IT contact", .remove, "WorkOS does not keep a contact that was removed."),
    ("API key", .add, "What was done to an API key is not taken back from the journal."),
  ])
  func `what a tab has done and cannot take back says why`(
    kind: String, verb: Delivery.Verb, beginning: String
  ) throws {
    var story = TabStory.members()

    story.takeBack(verb, kind: kind, before: nil, after: nil)

    guard case .notPossible(let sentence)? = story.scenario.notice else {
      Issue.record("it says nothing")
      return
    }
    #expect(sentence.hasPrefix(beginning))
  }

  @Test(arguments: Tabs.all.map(\.id))
  func `what cannot be taken back says what can be done instead, in the right words`(
    id: String
  ) throws {
    let tab = try #require(Tabs.all.first { $0.id == id })

    let sentences = Self.verbs.compactMap { verb -> String? in
      let written = TabWritten(
        verb: verb, name: "It", organization: Organization(id: "org_1", name: "Acme"))
      return if case .impossible(let sentence) = tab.takingBack(written) { sentence } else { nil }
    }

    #expect(sentences.allSatisfy { $0.contains(". ") && $0.hasSuffix(".") && $0.count <= 200 })
    let texts = sentences + [tab.words.empty] + tab.actions.flatMap { [$0.title, $0.help] }
    #expect(
      texts.filter { $0.contains(/\b[Aa] [aeioAEIO]|\b[Aa]n [b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z]/) }
        == [])
  }

  @Test func `one of a tab's things has the article that is spoken before it`() {
    #expect(
      Tabs.all.map(\.words.anyOne) == [
        "a domain", "a member", "an invitation", "a role", "a flag", "an API key", "a connection",
        "a directory", "an event", "a line",
      ])
  }

  /// All that is done in tabs.
  private static let verbs: [Delivery.Verb] = [
    .create, .update, .delete, .add, .remove, .verify, .deactivate, .reactivate, .invite, .resend,
    .revoke, .expire, TabWrite.Verb.switchOn.account, TabWrite.Verb.switchOff.account,
    TabWrite.Verb.synchronize.account, TabWrite.Verb.makeLink.account,
    TabWrite.Verb.revokeLinks.account, TabWrite.Verb.takeOff.account,
  ]

  @Test(arguments: [("cret", false), ("else", true)])
  func `what was written with another key says so before it is taken back`(
    keyEnding: String, isTold: Bool
  ) {
    var story = TabStory.members()

    story.takeBack(.update, before: bob, after: admin, keyEnding: keyEnding)

    let warnings = story.tabs.asking?.write.warnings ?? []
    #expect(warnings.contains { $0.contains("the key that ends in …else") } == isTold)
  }

  @Test(arguments: [
    (JournalOutcome.Result.neverSent, "It was not sent, so there is nothing to take back."),
    (.queued, "It was not sent, so there is nothing to take back."),
    (.failed, "It was not done, so there is nothing to take back."),
    (
      .unknown,
      "Nobody knows whether it was done, so nothing is taken back. Look in the tab Members, and "
        + "change it there."
    ),
  ])
  func `what is not known to be done is not taken back`(
    result: JournalOutcome.Result, words: String
  ) {
    var story = TabStory.members()

    story.takeBack(.update, before: bob, after: admin, result: result)

    #expect(story.tabs.asking == nil)
    #expect(story.scenario.notice == .notPossible(because: words))
  }

  @Test func `the journal says why something was never sent`() {
    func reason(_ end: (inout TabStory) -> Void) -> JournalOutcome.Reason? {
      var story = TabStory.members()
      story.tab(.selectionMoved(by: 1), .actionWanted("remove-member"), .confirmed)
      end(&story)
      guard case .record(.outcome(_, let outcome))? = story.scenario.records.last else {
        return nil
      }
      return outcome.reason
    }
    func answered(_ row: TabRow?) -> JournalOutcome.Reason? {
      reason {
        $0.scenario.wait(5)
        $0.answer(.row(row))
      }
    }

    #expect(reason { $0.tab(.undone) } == .takenBack)
    #expect(answered(admin) == .changed)
    #expect(answered(nil) == .gone)
  }
}

extension TabStory {
  /// Opens the journal with one write in it, and wants that taken back.
  mutating func takeBack(
    _ verb: Delivery.Verb, kind: String = "member", before: TabRow?, after: TabRow?,
    result: JournalOutcome.Result = .done, keyEnding: String = "cret"
  ) {
    takeBack(
      verb, kind: kind, before: before, after: after,
      outcome: JournalOutcome(result: result, after: after?.json), keyEnding: keyEnding)
  }

  mutating func takeBack(
    _ verb: Delivery.Verb, kind: String = "member", before: TabRow?, after: TabRow?,
    outcome: JournalOutcome?, keyEnding: String = "cret"
  ) {
    let author = JournalAuthor(
      user: "me", host: "api.workos.com", environment: "test", keyEnding: keyEnding)
    let entry = JournalEntry(
      id: UUID(), time: scenario.now,
      intent: JournalIntent(
        verb: verb, author: author,
        subject: Subject(
          kind: Subject.Kind(rawValue: kind), id: before?.id, name: "bob@acme.com",
          organization: Subject.Owner(id: "org_1", name: "Acme")),
        before: before?.json, change: nil),
      outcome: outcome)
    scenario.send(.journal(.read(.success([entry]))))
    scenario.send(.journal(.takingBackWanted(entry.id)))
  }
}
