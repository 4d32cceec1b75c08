import Delivery
import Foundation
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// Forms of tabs that an earlier run has left, among the drafts.
@Suite(.timeLimit(.minutes(20)))
struct TabDraftListTests {
  private static func draft(
    of organization: Organization.ID = .number(1), _ action: String = "add-member",
    row: TabRow.ID? = nil, id: UInt8 = 1, email: String = "zoe@acme.com"
  ) -> TabDraft {
    TabDraft(
      id: .numbered(id),
      key: TabFormSession.Key(
        organization: organization, tab: "members", action: action, row: row),
      title: action == "add-member" ? "Add a member" : "Change the role",
      organizationName: "Acme",
      values: TabValues(["email": TabValue(text: email)]))
  }

  @Test func `they are counted with the others at the start, and listed with their tab and time`() {
    var story = TabStory()
    let typedAt = story.scenario.now - 3600

    story.bringBack(Self.draft())

    #expect(story.scenario.notice == .draftsBroughtBack(1))
    #expect(
      story.scenario.console.draftRows == [
        .tab(
          ListedTabDraft(
            draft: Self.draft(), tabTitle: "Members", typedAt: typedAt, isGone: false))
      ])
  }

  @Test func `one opens in its tab once the rows are there`() {
    var story = TabStory()
    story.bringBack(Self.draft())

    story.scenario.send(.drafts(.openedInTab(Self.draft().id)))

    #expect(story.tabs.current?.id == "members")
    #expect(story.tabs.form == nil)
    story.answer(.page(Page(items: [.jane, .bob])))
    #expect(story.tabs.form?.id == Self.draft().id)
    #expect(story.tabs.form?.values["email"].text == "zoe@acme.com")
    #expect(story.scenario.notice == .draftRestored)
  }

  @Test func `one about a row marks that row first`() {
    var story = TabStory()
    story.bringBack(Self.draft(of: .number(1), "change-role", row: "om_2"))

    story.scenario.send(
      .drafts(.openedInTab(Self.draft(of: .number(1), "change-role", row: "om_2").id)))
    story.answer(.page(Page(items: [.jane, .bob])))

    #expect(story.state?.selected?.id == "om_2")
    #expect(story.tabs.form?.key.row == "om_2")
  }

  /// Bob, a member, was to be a viewer when the program was killed; he has another role by now.
  private static func openingBob(role: String, sentAt: Date? = nil) -> TabStory {
    var story = TabStory()
    var draft = draft(of: .number(1), "change-role", row: "om_2")
    draft.values = TabValues(["role": TabValue(picked: [TabChoice("viewer", "Viewer")])])
    draft.base = TabValues(["role": TabValue(picked: [TabChoice("member", "Member")])])
    draft.sentAt = sentAt
    story.bringBack(draft)
    story.scenario.send(.drafts(.openedInTab(draft.id)))
    story.answer(.page(Page(items: [.jane, .member("om_2", "bob@acme.com", role: role)])))
    return story
  }

  @Test(arguments: [true, false])
  func `one that someone else has overtaken says so when it is opened, and in its review`(
    isSent: Bool
  ) {
    var story = Self.openingBob(role: "admin", sentAt: isSent ? .distantPast : nil)
    let change = TabChange("Role", "member", "admin")
    #expect(story.notice == .changedSinceTyped([change], mayBeDone: isSent))
    story.answer(
      .choices(["admin", "member", "viewer"].map { TabChoice($0, $0.capitalized) }))

    story.tab(.submitted)

    #expect(
      story.write?.warnings.first
        == "Someone else has changed this since it was typed (Role: Member → Admin).")
    #expect(story.tabs.drafts.values.first?.base.picked("role") == ["member"], "also after a kill")
  }

  @Test(arguments: ["member", "viewer"])
  func `where nobody has, or to the same, nothing of the kind is said`(role: String) {
    let story = Self.openingBob(role: role)

    #expect(story.scenario.notice == .draftRestored)
    #expect(story.tabs.form?.changedByOthers == [])
  }

  @Test func `one about a row that is not there says so, and stays`() {
    var story = TabStory()
    let draft = Self.draft(of: .number(1), "change-role", row: "om_9")
    story.bringBack(draft)

    story.scenario.send(.drafts(.openedInTab(draft.id)))
    story.answer(.page(Page(items: [.jane, .bob])))

    #expect(story.tabs.form == nil)
    #expect(
      story.scenario.notice
        == .notPossible(
          because: "What it was typed for is not among the rows that are loaded; the draft stays."))
    #expect(story.scenario.console.draftRows.count == 1)
  }

  @Test func `one of an organization that is gone says so, and its row too`() {
    var story = TabStory()
    let draft = Self.draft(of: "org_gone")
    story.bringBack(draft)
    story.scenario.detail(.closed)

    story.scenario.send(.drafts(.openedInTab(draft.id)))
    story.scenario.answerRead(.failure(.rejected(.init(status: 404))))

    #expect(story.scenario.notice == .organizationGone(name: "org_gone"))
    #expect(!story.scenario.console.drafts.isOpening)
    guard case .tab(let listed)? = story.scenario.console.draftRows.first else {
      Issue.record("it is listed no longer")
      return
    }
    #expect(listed.isGone)
  }

  @Test func `while its organization is read it can be stopped`() {
    var story = TabStory()
    let draft = Self.draft(of: "org_far")
    story.bringBack(draft)
    story.scenario.detail(.closed)
    story.scenario.send(.drafts(.openedInTab(draft.id)))
    #expect(story.scenario.console.detail.sought?.id == "org_far")

    story.scenario.send(.drafts(.openingLeft))

    #expect(story.scenario.console.detail.sought == nil)
    #expect(!story.scenario.console.drafts.isOpening)
    #expect(story.scenario.console.draftRows.count == 1)
  }

  @Test func `of several of one form all are listed, and the very one opens that is marked`() {
    var story = TabStory()
    story.bringBack(Self.draft(), Self.draft(id: 2, email: "yan@acme.com"))
    #expect(story.scenario.notice == .draftsBroughtBack(2))
    #expect(story.scenario.console.draftRows.count == 2)

    story.scenario.send(.drafts(.openedInTab(.numbered(2))))
    story.answer(.page(Page(items: [.jane, .bob])))

    #expect(story.tabs.form?.id == .numbered(2))
    #expect(story.tabs.form?.values["email"].text == "yan@acme.com")
    story.tab(.formDiscarded)
    #expect(story.scenario.records.last == .record(.dropTabDraft(.numbered(2))))
    #expect(story.scenario.console.draftRows.map(\.id) == [.tab(.numbered(1))])
  }

  @Test func `one that is discarded is gone from the disk too`() {
    var story = TabStory()
    story.bringBack(Self.draft())

    story.scenario.send(.drafts(.discardedInTab(Self.draft().id)))

    #expect(story.scenario.console.draftRows.isEmpty)
    #expect(story.scenario.records.last == .record(.dropTabDraft(Self.draft().id)))
    #expect(story.scenario.notice == .draftDiscarded)
  }

  @Test func `where one only reads it is not opened`() {
    var story = TabStory(isReadOnly: true)
    story.bringBack(Self.draft())

    story.scenario.send(.drafts(.openedInTab(Self.draft().id)))

    #expect(story.scenario.notice == .readOnly)
    #expect(!story.scenario.console.drafts.isOpening)
  }
}
