import Delivery
import Foundation
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// What is said of a tab's write whose answer was lost, or is not to be believed, and of its form.
struct LostTabWriteTests {
  private let times = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  private func invitation(
    role: String = "member", days: Int = 7, made: String = "2026-06-01T00:00:00.000Z"
  ) throws -> TabRow {
    let end = times.format(try times.parse(made).addingTimeInterval(TimeInterval(days) * 86400))
    return try .made(
      """
      {"id":"invitation_1","email":"zoe@acme.com","state":"pending","role_slug":"\(role)",
      "created_at":"\(made)","expires_at":"\(end)"}
      """
    ) { TabRow($0 as Received<Invitation>) }
  }

  /// Zoe is invited as a member for seven days, and no answer comes.
  private func losingInvitation(_ error: WorkOSError = .timedOut) -> TabVisit {
    var visit = TabVisit(InvitationsTab())
    visit.tab(.actionWanted("send-invitation"))
    visit.answer(
      .choices([
        TabChoice("", "The environment's default"), TabChoice("admin", "Admin"),
        TabChoice("member", "Member"),
      ]))
    visit.tab(
      .textChanged("zoe@acme.com", field: "email"),
      .picked("member", field: "role", beside: false), .submitted, .reviewAccepted, .confirmed)
    visit.answer(.row(nil))
    visit.fail(error)
    return visit
  }

  private func made(by visit: TabVisit, after seconds: TimeInterval) -> String {
    times.format(visit.scenario.now.addingTimeInterval(seconds))
  }

  @Test func `an invitation just as it was sent, and made since, was made by it`() throws {
    var visit = losingInvitation()

    visit.answer(.row(try invitation(made: made(by: visit, after: 0))))

    #expect(visit.notice == .doneUnseen("Invited zoe@acme.com; the e-mail is on its way."))
    #expect(visit.tabs.drafts.isEmpty)
  }

  /// The invitation is sent, and the server refuses it as being there already.
  private func refusedInvitation() -> TabVisit {
    var visit = losingInvitation(
      .rejected(
        WorkOSError.Rejection(status: 400, message: "zoe@acme.com is invited already.")))
    visit.scenario.wait(0)
    return visit
  }

  @Test func `what a proxy sent twice is done, though the second was refused`() throws {
    var visit = refusedInvitation()

    visit.answer(.row(try invitation(made: made(by: visit, after: 0))))

    guard case .doneDespite? = visit.notice else {
      Issue.record("\(String(describing: visit.notice))")
      return
    }
    #expect(visit.tabs.drafts.isEmpty)
  }

  @Test func `what was there before is no work of the one that was refused`() throws {
    var visit = refusedInvitation()

    visit.answer(.row(try invitation(made: made(by: visit, after: -60))))

    guard case .failed? = visit.notice else {
      Issue.record("\(String(describing: visit.notice))")
      return
    }
    #expect(visit.tabs.form != nil)
  }

  @Test func `a refusal that says nothing of that is told at once`() {
    let visit = losingInvitation(
      .rejected(WorkOSError.Rejection(status: 422, message: "The role is unknown.")))

    guard case .failed? = visit.notice else {
      Issue.record("\(String(describing: visit.notice))")
      return
    }
  }

  @Test(arguments: [("admin", 7, 0.0), ("member", 30, 0), ("member", 7, -60)])
  func `someone else's invitation is not taken for the one that was sent`(
    role: String, days: Int, seconds: TimeInterval
  ) throws {
    var visit = losingInvitation()

    visit.answer(
      .row(try invitation(role: role, days: days, made: made(by: visit, after: seconds))))

    #expect(visit.notice == .otherSeen(.invite, name: "zoe@acme.com"))
    #expect(visit.tabs.form?.text(of: .email(names: [])) == "zoe@acme.com")
    #expect(visit.sent.count == 1)
  }

  @Test func `what was sent without an answer says so when it is to be sent again`() throws {
    var visit = losingInvitation()
    visit.answer(.row(nil))
    #expect(visit.notice == .notSeen(.invite, name: "zoe@acme.com", because: .timedOut))
    #expect(visit.tabs.drafts.values.first?.sentAt != nil)

    visit.tab(.submitted)

    #expect(visit.write?.warnings.contains { $0.hasPrefix("This was sent before") } == true)
  }

  @Test func `begun afresh beside it, the review says so too, and the mark stays where it was`() {
    var visit = losingInvitation()
    visit.answer(.row(nil))
    visit.tab(.formLeft, .actionWanted("send-invitation"), .foundAnswered(.beginAfresh))
    visit.answer(
      .choices([TabChoice("", "The environment's default"), TabChoice("member", "Member")]))

    visit.tab(
      .textChanged("yan@acme.com", field: "email"),
      .picked("member", field: "role", beside: false), .submitted)

    #expect(visit.write?.warnings.contains { $0.hasPrefix("Another draft of this form") } == true)
    #expect(
      Set(visit.tabs.drafts.values.filter { $0.sentAt != nil }.map { $0.values.text("email") })
        == ["zoe@acme.com"])
    visit.tab(.formLeft, .formLeft)
    #expect(visit.tabs.drafts.count == 2)
  }

  @Test func `a form that was being sent when the program was killed is back with that word`() {
    var story = TabStory.addingZoe()
    story.answer(.row(nil))
    let kept = story.scenario.records.compactMap { effect -> TabDraft? in
      if case .record(.keepTabDraft(let draft)) = effect { draft } else { nil }
    }
    #expect(kept.last?.sentAt != nil)

    var next = TabStory.members()
    if let draft = kept.last { next.bringBack(draft) }
    next.tab(.actionWanted("add-member"), .foundAnswered(.goOn))

    #expect(next.notice == .mayBeDone)
    next.tab(.formLeft)
    #expect(next.notice == nil, "it is about the form")
  }

  @Test func `what the server has not taken is kept as not sent`() {
    var story = TabStory.addingZoe()
    story.answer(.row(nil))

    story.fail(.rejected(WorkOSError.Rejection(status: 429, retryAfter: 5, isToAnother: true)))

    #expect(story.tabs.underway.map(\.tries) == [0])
    let kept = story.scenario.records.compactMap { effect -> TabDraft? in
      if case .record(.keepTabDraft(let draft)) = effect { draft } else { nil }
    }
    #expect(kept.suffix(2).map { $0.sentAt == nil } == [false, true])
  }

  @Test(arguments: [
    WorkOSError.status(422), .status(429),
    .rejected(WorkOSError.Rejection(status: 429, retryAfter: 5, isToAnother: true)),
  ])
  func `an answer to a later sending tells nothing of the one before`(error: WorkOSError) {
    var visit = losingInvitation()
    visit.answer(.row(nil))
    let sentAt = visit.tabs.drafts.values.first?.sentAt
    visit.scenario.wait(60)
    visit.tab(.submitted, .reviewAccepted, .confirmed)
    visit.answer(.row(nil))
    #expect(visit.sent.count == 2)

    visit.fail(error)

    #expect(sentAt != nil)
    #expect(visit.tabs.drafts.values.map(\.sentAt) == [sentAt])
    let kept = visit.scenario.records.compactMap { effect -> TabDraft? in
      if case .record(.keepTabDraft(let draft)) = effect { draft } else { nil }
    }
    #expect(kept.last?.sentAt == sentAt, "whoever finds it after kill -9 is told")
  }

  @Test func `what is there by then may be the work of the one before`() throws {
    var visit = losingInvitation()
    visit.answer(.row(nil))
    visit.tab(.submitted, .reviewAccepted, .confirmed)

    visit.answer(.row(try invitation()))

    guard case .refused(_, tries: 0, mayBeDone: true)? = visit.notice else {
      Issue.record("\(String(describing: visit.notice))")
      return
    }
  }

  @Test func `nor does one that was carried out otherwise`() {
    var story = TabStory.addingZoe()
    story.answer(.row(nil))
    story.fail(.timedOut)
    story.answer(.row(nil))
    story.tab(.submitted)
    story.answer(.row(nil))
    story.tab(.reviewAccepted)
    story.answer(.row(nil))
    story.answer(.row(.member("om_3", "zoe@acme.com", role: "viewer")))

    story.tab(.actionWanted("add-member"), .foundAnswered(.goOn))

    #expect(story.notice == .mayBeDone)
    #expect(story.tabs.form?.wasCarriedOut == true)
  }

  @Test func `a form that was left while it was sent has that word, too`() {
    var story = TabStory.addingZoe()
    story.answer(.row(nil))
    story.tab(.formLeft)
    story.fail(.timedOut)
    story.answer(.row(nil))
    #expect(
      story.notice == .notSeen(.add, name: "zoe@acme.com", because: .timedOut))

    story.tab(.actionWanted("add-member"), .foundAnswered(.goOn))

    #expect(story.notice == .mayBeDone)
    #expect(story.tabs.form?.sentAt != nil)
  }

  @Test func `a form is not opened again while what was typed in it is on its way`() {
    var story = TabStory.addingZoe()
    story.tab(.formLeft)

    story.tab(.actionWanted("add-member"))

    #expect(story.tabs.form == nil)
    #expect(story.notice == .underway(name: "zoe@acme.com"))
  }

  @Test func `a row that is there after all was not removed, whatever the server says`() {
    var story = TabStory.members()
    story.tab(.selectionMoved(by: 1), .actionWanted("remove-member"), .confirmed)
    story.scenario.wait(5)
    story.answer(.row(.bob))
    story.fail(.status(404))

    story.answer(.row(.bob))

    #expect(story.notice == .failed(.remove, name: "bob@acme.com", .status(404)))
    #expect(story.rows == ["jane@acme.com", "bob@acme.com"])
  }

  @Test func `where nobody can look after it, what the server said is told, and no more`() {
    var story = TabStory.members()
    story.tab(.selectionMoved(by: 1), .actionWanted("remove-member"), .confirmed)
    story.scenario.wait(5)
    story.answer(.row(.bob))
    story.fail(.status(404))

    story.fail(.timedOut)

    #expect(story.notice == .failed(.remove, name: "bob@acme.com", .status(404)))
  }

  @Test func `a row that was there a moment ago is gone, and by whom is not claimed`() {
    var story = TabStory.members()
    story.tab(.selectionMoved(by: 1), .actionWanted("remove-member"), .confirmed)
    story.scenario.wait(5)
    story.answer(.row(.bob))
    story.fail(.status(404))

    story.answer(.row(nil))

    #expect(story.notice == .goneUnanswered(.remove, name: "bob@acme.com"))
    #expect(story.rows == ["jane@acme.com"])
  }

  // MARK: Old drafts

  @Test func `a draft leaves alone what was not touched in it, whoever changed that since`() {
    let base = TabValues([
      "name": TabValue(text: "Editor"), "description": TabValue(text: "old"),
      "permissions": TabValue(picked: [TabChoice("a", "a"), TabChoice("b", "b")]),
    ])
    var typed = base
    typed["name"] = TabValue(text: "Editor X")
    typed["permissions"].picked = [TabChoice("b", "B"), TabChoice("c", "C")]
    let now = TabValues([
      "name": TabValue(text: "Editor"), "description": TabValue(text: "theirs"),
      "permissions": TabValue(picked: [TabChoice("a", "a"), TabChoice("d", "d")]),
    ])

    let values = typed.rebased(from: base, to: now, in: [])

    #expect(values.text("name") == "Editor X")
    #expect(values.text("description") == "theirs")
    #expect(values.picked("permissions") == ["c", "d"])
  }

  @Test(arguments: [(true, ["d"]), (false, [])])
  func `a set follows what others picked, however few are left of it`(
    takesSeveral: Bool, picked: [String]
  ) {
    let field = TabField(
      "permissions", "Permissions",
      .paged(
        { Permissions.list($0).map { _ in Page(items: []) } }, picked: ["a"],
        takesSeveral: takesSeveral))
    let base = TabValues(["permissions": TabValue(picked: [TabChoice("a", "a")])])
    let now = TabValues(["permissions": TabValue(picked: [TabChoice("d", "d")])])

    let values = TabValues(["permissions": TabValue()]).rebased(from: base, to: now, in: [field])

    #expect(values.picked("permissions") == picked)
  }
}
