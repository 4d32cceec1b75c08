import Delivery
import Foundation
import JSON
import Testing
import WorkOS

@testable import ViewModel

/// How forms and writes of tabs behave when things are not as they should be.
struct TabMannersTests {
  @Test func `a yes whose row is another than what was sent is told as such`() {
    var story = TabStory.changingBob()
    story.answer(.row(.bob))

    story.answer(.row(.bob))

    #expect(story.notice == .shownOtherwise(.change, name: "bob@acme.com", keepsDraft: true))
  }

  @Test func `what was typed for it is kept, and offered by the key of its form`() {
    var story = TabStory.changingBob()
    let typed = story.tabs.drafts.values.first?.values
    story.answer(.row(.bob))

    story.answer(.row(.bob))

    #expect(story.tabs.form == nil)
    story.tab(.actionWanted("change-role"))
    #expect(story.tabs.found?.draft.values == typed)
    #expect(story.tabs.found?.draft.sentAt == nil, "an answer came")
    #expect(story.tabs.drafts.count == 1)
  }

  @Test func `what was carried out otherwise warns before it makes a second one`() {
    var story = TabStory.findingZoe()
    story.answer(.row(nil))
    story.tab(.reviewAccepted)
    story.answer(.row(nil))
    story.answer(.row(.member("om_3", "zoe@acme.com", role: "viewer")))

    story.tab(.actionWanted("add-member"), .foundAnswered(.goOn), .submitted)
    story.answer(.row(nil))

    #expect(story.write?.warnings.first?.contains("a second one") == true)
  }

  @Test func `who is a member already is told as soon as they are found`() {
    var story = TabStory.findingZoe()

    story.answer(.row(.zoe))

    #expect(story.write == nil)
    #expect(
      story.tabs.form?.problem(in: "email") == "zoe@acme.com is a member already, as member.")
  }

  @Test func `of a pending member only that is told, and where to look for an invitation`() {
    var story = TabStory.findingZoe()

    story.answer(.row(.member("om_3", "zoe@acme.com", status: "pending")))

    #expect(
      story.tabs.form?.problem(in: "email")
        == "zoe@acme.com is a member already, as member, and pending. The tab Invitations shows "
        + "whether an invitation is open; W tells what else is in the way.")
  }

  @Test func `an inactive member is told of in the review, and asked about after it`() {
    var story = TabStory.findingZoe()
    let inactive = TabRow.member("om_3", "zoe@acme.com", status: "inactive")

    story.answer(.row(inactive))
    #expect(story.write?.warnings.first?.contains("is inactive") == true)
    story.tab(.reviewAccepted)
    #expect(story.tabs.asking?.question.title == "It is there already")
    #expect(story.tabs.asking?.question.text[0].contains("is a member already (") == true)
    story.tab(.confirmed)
    story.answer(.row(inactive))

    #expect(story.sent?.hasPrefix("POST ") == true)
  }

  @Test func `what a directory manages is said before it is changed`() {
    var story = TabStory()
    story.tab(.shown(2))
    story.answer(
      .page(Page(items: [.member("om_1", "jane@acme.com", isDirectoryManaged: true)])))

    story.tab(.actionWanted("deactivate-member"))

    #expect(story.tabs.asking?.write.warnings.first?.hasPrefix("A directory manages") == true)
  }

  @Test func `a change that waits to be sent again is taken back out of its form`() {
    var story = TabStory.changingBob(retryPolicy: RetryPolicy())
    story.answer(.row(.bob))
    story.fail(.rejected(.init(status: 429, retryAfter: 9)))
    #expect(story.tabs.underway.first?.canBeTakenBack == true)

    story.tab(.undone)

    #expect(story.tabs.underway.isEmpty)
    #expect(story.tabs.form?.isEditing == true)
    #expect(story.notice == .undone(.change, name: "bob@acme.com"))
  }

  @Test(arguments: [WorkOSError.status(429), .refused, .status(503)])
  func `what someone changed in the wait is told, and nothing is sent again`(error: WorkOSError) {
    var story = TabStory.changingBob(retryPolicy: RetryPolicy())
    story.answer(.row(.bob))
    story.fail(error)
    story.scenario.wait(10)

    story.answer(.row(.member("om_2", "bob@acme.com", role: "viewer")))
    story.scenario.wait(60)

    #expect(story.scenario.effects.filter(\.isWrite).count == 1)
    let change = TabChange("Role", "member", "viewer")
    #expect(
      story.notice
        == (error.leavesWriteUnknown
          ? .changedSinceSent(.change, name: "bob@acme.com", [change])
          : .outdated(.change, name: "bob@acme.com", [change])))
  }

  @Test(arguments: [false, true])
  func `z stops what would be sent again, and it is looked for`(isRead: Bool) {
    var story = TabStory.changingBob(retryPolicy: RetryPolicy())
    story.answer(.row(.bob))
    story.fail(.timedOut)
    if isRead { story.scenario.wait(60) }

    story.tab(.undone)
    #expect(story.notice == .undoTooLate(name: "bob@acme.com", stopsTries: true))
    story.answer(.row(.bob))

    #expect(story.notice == .notSeen(.change, name: "bob@acme.com", because: .timedOut, tries: 1))
    #expect(story.tabs.underway.isEmpty)
    #expect(story.tabs.form?.isEditing == true)
  }

  @Test func `a removal that is read while nobody can look counts down anew`() {
    var story = TabStory.members()
    story.tab(.selectionMoved(by: 1), .actionWanted("remove-member"), .confirmed)
    story.scenario.wait(5)
    #expect(story.tabs.underway.first?.deadline == nil)

    story.scenario.advance(60)
    story.scenario.send(.timePassed)

    #expect(
      story.scenario.notice == .graceBegunAnew(.change(.remove, name: "bob@acme.com")))
    #expect(story.tabs.underway.first?.graceEnd == story.scenario.now + 5)
    #expect(story.scenario.write == nil)
  }

  @Test func `nothing of a tab is sent below the question whether to quit`() {
    var story = TabStory.members()
    story.tab(.selectionMoved(by: 1), .actionWanted("remove-member"), .confirmed)
    story.scenario.wait(5)
    story.scenario.send(.quitWanted)

    story.answer(.row(.bob))
    story.scenario.wait(10)

    #expect(story.sent == nil)
    story.scenario.send(.quitAnswered(.finishFirst))
    story.answer(.row(.bob))
    #expect(story.sent == "DELETE \(TabStory.path)/om_2 ")
  }

  @Test func `z in the list takes back what a tab has queued`() {
    var story = TabStory.members()
    story.tab(.selectionMoved(by: 1), .actionWanted("remove-member"), .confirmed)
    story.scenario.detail(.closed)

    story.scenario.deletion(.undone)

    #expect(story.tabs.underway.isEmpty)
  }

  @Test func `a verification whose answer was lost is looked at further`() {
    var story = TabStory()
    story.tab(.shown(1))
    let pending = TabRow.domain(state: "pending")
    story.answer(.page(Page(items: [pending])))
    story.tab(.actionWanted("verify-domain"))
    story.answer(.row(pending))
    story.fail(.timedOut)

    story.answer(.row(pending))
    #expect(story.notice == .watchedUnseen("Verifying acme.com"))
    story.scenario.wait(3)
    story.answer(.row(.domain(state: "verified")))

    #expect(story.notice == .watched("acme.com is verified."))
    #expect(story.scenario.effects.filter(\.isWrite).count == 1)
  }

  @Test func `a domain that is gone while it is being verified is said to be`() {
    var story = TabStory()
    story.tab(.shown(1))
    let pending = TabRow.domain(state: "pending")
    story.answer(.page(Page(items: [pending])))
    story.tab(.actionWanted("verify-domain"))
    story.answer(.row(pending))
    story.answer(.row(pending))

    story.scenario.wait(3)
    story.answer(.row(nil))

    #expect(story.notice == .watchGone("Verifying acme.com"))
    #expect(story.tabs.watches.isEmpty)
  }

  @Test func `a second v while a domain is being verified sends nothing, and says so`() {
    var story = TabStory()
    story.tab(.shown(1))
    let pending = TabRow.domain(state: "pending")
    story.answer(.page(Page(items: [pending])))
    story.tab(.actionWanted("verify-domain"))
    story.answer(.row(pending))
    story.answer(.row(pending))

    story.tab(.actionWanted("verify-domain"))

    #expect(story.notice == .watchedAlready("Verifying acme.com"))
    #expect(story.tabs.underway.isEmpty)
    #expect(story.scenario.effects.filter(\.isWrite).count == 1)
  }

  @Test func `a change under way counts once when quitting, and its form not besides`() {
    let story = TabStory.changingBob()

    #expect(story.tabs.underway.count == 1)
    #expect(story.tabs.unsent.isEmpty)
  }

  @Test func `an old failure does not stay below a new review`() {
    var story = TabStory.changingBob()
    story.answer(.row(.bob))
    story.fail(.rejected(.init(status: 422)))
    #expect(story.scenario.console.notice != nil)

    story.tab(.submitted)

    #expect(story.write != nil)
    #expect(story.scenario.console.notice == nil)
  }

  // MARK: What was typed

  @Test func `what is typed is kept on disk, and dropped with the form`() {
    var story = TabStory.members()
    story.tab(.actionWanted("add-member"), .textChanged("zoe@acme.com", field: "email"))

    let kept = story.scenario.records.compactMap { effect -> TabDraft? in
      if case .record(.keepTabDraft(let draft)) = effect { draft } else { nil }
    }
    #expect(kept.map(\.title) == ["Add a member"])
    #expect(kept.first?.values.text("email") == "zoe@acme.com")
    story.tab(.formLeft, .actionWanted("add-member"), .foundAnswered(.goOn), .formDiscarded)

    #expect(story.scenario.records.last == kept.first.map { .record(.dropTabDraft($0.id)) })
  }

  @Test func `what an earlier run has left is there when the form is opened`() {
    var story = TabStory.members()
    let key = TabFormSession.Key(
      organization: story.scenario.console.tabs.organization?.id ?? "", tab: "members",
      action: "add-member", row: nil)
    let id = TabDraft.ID.numbered(1)
    story.bringBack(
      TabDraft(
        id: id, key: key, title: "Add a member", organizationName: "Acme",
        values: TabValues(["email": TabValue(text: "zoe@acme.com")])))
    #expect(story.scenario.records.allSatisfy { $0 != .record(.dropTabDraft(id)) })

    story.tab(.actionWanted("add-member"))

    #expect(story.tabs.form == nil, "what is typed now is not to go behind what was typed then")
    #expect(story.tabs.found?.draft.values["email"].text == "zoe@acme.com")
    var afresh = story
    afresh.tab(.foundAnswered(.beginAfresh))
    #expect(afresh.tabs.form?.values["email"].text == "")
    #expect(afresh.tabs.kept[id] != nil)
    var nothing = story
    nothing.tab(.foundAnswered(.openNothing))
    #expect(nothing.tabs.form == nil && nothing.tabs.found == nil)
    story.tab(.foundAnswered(.goOn))
    #expect(story.tabs.form?.values["email"].text == "zoe@acme.com")
    #expect(story.scenario.notice == .draftRestored)
  }

  @Test func `what was typed is gone once it is sent, though the form was left meanwhile`() {
    var story = TabStory.addingZoe()
    story.answer(.row(nil))
    story.tab(.formLeft)

    story.answer(.row(.zoe))

    #expect(story.tabs.drafts.isEmpty)
  }

  // MARK: Rows

  @Test func `the next organization is opened with the same tab`() {
    var story = TabStory(organizations: 3)
    story.tab(.shown(2))
    let first = story.tabs.organization?.id

    story.scenario.detail(.stepped(by: -1))

    #expect(story.tabs.organization?.id != first)
    #expect(story.tabs.current?.id == "members")
    #expect(story.asked.last?.path == TabStory.path)
  }

  @Test func `rows that nobody has looked at for ten minutes are dropped`() {
    var story = TabStory.members()
    story.tab(.shown(0))
    #expect(story.tabs.states.count == 1)

    story.scenario.wait(599)
    #expect(story.tabs.states.count == 1)
    story.scenario.wait(2)

    #expect(story.tabs.states.isEmpty)
  }

  @Test func `rows on screen stay, however long they are looked at`() {
    var story = TabStory.members()

    story.scenario.advance(3_600)
    story.tab(.shown(0))

    #expect(story.tabs.states.count == 1)
  }

  @Test func `what is read ahead waits behind what someone asked for`() {
    var story = TabStory()
    story.tab(.shown(2))
    #expect(story.scenario.open.last?.question?.urgency == .byHand)

    story.answer(.page(Page(items: [.jane, .bob], after: "om_2")))

    #expect(story.scenario.open.last?.question?.urgency == .ahead)
  }
}

extension TabRow {
  fileprivate static func domain(state: String) -> TabRow {
    let json = RawJSON(#"{"id":"org_domain_1","domain":"acme.com","state":"\#(state)"}"#)
    return DomainsTab().row(keptAs: json) ?? .bob
  }
}
