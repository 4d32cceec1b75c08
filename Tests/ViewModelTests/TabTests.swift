import Delivery
import Testing
import WorkOS

@testable import ViewModel

/// Tabs of the open organization: rows, forms, questions and writes, told with Members.
struct TabTests {
  @Test func `a tab is read when it is first shown, and is there at once the next time`() {
    var story = TabStory()

    #expect(story.asked.isEmpty)
    story.tab(.shown(2))
    #expect(story.asked.map(\.path) == [TabStory.path])
    #expect(story.lastQuery("statuses") == ["active", "inactive", "pending"])
    story.answer(.page(Page(items: [.jane, .bob])))
    story.tab(.shown(0), .shown(2))

    #expect(story.rows == ["jane@acme.com", "bob@acme.com"])
    #expect(story.asked.isEmpty)
  }

  @Test func `rows stay when reading them again fails`() {
    var story = TabStory.members()

    story.tab(.refreshWanted)
    story.fail(.timedOut)

    #expect(story.rows == ["jane@acme.com", "bob@acme.com"])
    #expect(story.state?.failure != nil)
  }

  @Test func `a filter reads on while it finds little`() {
    var story = TabStory()
    story.tab(.shown(2))
    story.answer(.page(Page(items: [.jane], after: "om_1")))
    story.answer(.page(Page(items: [.bob], after: "om_2")))

    story.tab(.filterChanged("zoe"))
    story.answer(.page(Page(items: [.zoe])))

    #expect(story.state?.matches.count == 1)
    #expect(story.state?.selected?.name == "zoe@acme.com")
  }

  @Test func `each word of a filter has to be in a row, wherever`() {
    var story = TabStory.members()

    story.tab(.filterChanged("acme bob"))

    #expect(story.state?.matches.map(\.name) == ["bob@acme.com"])
  }

  @Test func `what is asked for an organization that is left is given up`() {
    var story = TabStory()
    story.tab(.shown(2))
    let question = story.scenario.open.last

    story.scenario.detail(.closed)

    #expect(story.scenario.effects.last == question?.request.map(Effect.cancel))
    #expect(story.tabs.index == 0)
  }

  @Test func `a role is changed after a review, with the member read again right before`() {
    var story = TabStory.members()
    story.tab(.selectionMoved(by: 1), .actionWanted("change-role"))
    story.answer(.choices([TabChoice("admin", "Admin"), TabChoice("member", "Member")]))

    story.tab(.picked("admin", field: "role", beside: false), .submitted)
    #expect(story.write?.changes == [TabChange("Role", "member", "admin")])
    story.tab(.reviewAccepted)
    #expect(story.scenario.open.last?.isWrite == false)
    story.answer(.row(.bob))
    #expect(story.sent == "PUT \(TabStory.path)/om_2 {\"role_slug\":\"admin\"}")
    story.answer(.row(.member("om_2", "bob@acme.com", role: "admin")))

    #expect(story.tabs.form == nil)
    #expect(story.state?.selected?["Role"] == "admin")
    #expect(story.notice == .done("bob@acme.com is admin now."))
  }

  @Test func `a role that someone else changed meanwhile is told, and nothing is sent`() {
    var story = TabStory.changingBob()

    story.answer(.row(.member("om_2", "bob@acme.com", role: "viewer")))

    #expect(story.scenario.write == nil)
    #expect(
      story.notice
        == .outdated(.change, name: "bob@acme.com", [TabChange("Role", "member", "viewer")]))
    #expect(story.tabs.form?.values["role"].picked.map(\.value) == ["admin"])
    #expect(story.state?.selected?["Role"] == "viewer")
  }

  @Test func `a refusal lands on its field`() {
    var story = TabStory.changingBob()
    story.answer(.row(.bob))

    story.fail(
      .rejected(.init(status: 422, fieldErrors: [.init(code: "invalid_role", message: "No.")])))

    #expect(story.tabs.form?.problem(in: "role") == "No.")
    #expect(story.tabs.form?.phase == .editing)
  }

  @Test func `all that is said of one field is said there`() {
    var story = TabStory.changingBob()
    story.answer(.row(.bob))

    story.fail(
      .rejected(
        .init(
          status: 422,
          fieldErrors: [
            .init(code: "invalid_role", message: "No such role"),
            .init(code: "role_slug_long", message: "The slug is too long."),
          ])))

    #expect(story.tabs.form?.problem(in: "role") == "No such role. The slug is too long.")
  }

  @Test(arguments: [
    TabEvent.picked("member", field: "role", beside: false), .submitted, .formLeft,
  ])
  func `why nothing came of a form is said until something is done in it`(event: TabEvent) {
    var story = TabStory.changingBob()
    story.answer(.row(.bob))
    let error = WorkOSError.rejected(.init(status: 403, message: "No."))
    story.fail(error)
    #expect(story.notice == .failed(.change, name: "bob@acme.com", error))

    story.tab(event)

    #expect(story.notice == nil)
  }

  @Test func `a form that is left after a refusal says that its draft is kept`() {
    var story = TabStory.changingBob()
    story.answer(.row(.bob))
    story.fail(.rejected(.init(status: 403, message: "No.")))

    story.tab(.formLeft)

    #expect(story.scenario.console.notice?.subject == .tabFormKept)
    #expect(story.scenario.console.otherNotices == [])
  }

  @Test func `what was typed is there again when the form is opened anew`() {
    var story = TabStory.members()
    story.tab(.actionWanted("add-member"), .textChanged("zoe@acme.com", field: "email"), .formLeft)

    story.tab(.actionWanted("add-member"), .foundAnswered(.goOn))

    #expect(story.tabs.form?.values["email"].text == "zoe@acme.com")
    #expect(story.scenario.console.wouldLoseDrafts)
  }

  @Test func `adding a user whose answer is lost looks for the member, and sends nothing twice`() {
    var story = TabStory.addingZoe()
    story.answer(.row(nil))
    #expect(story.sent?.hasPrefix("POST \(TabStory.path) ") == true)

    story.fail(.timedOut)
    #expect(story.scenario.open.last?.isWrite == false)
    story.answer(.row(.zoe))

    #expect(story.notice == .doneUnseen("zoe@acme.com is a member now."))
    #expect(story.scenario.effects.filter(\.isWrite).count == 1)
    #expect(story.rows.contains("zoe@acme.com"))
  }

  @Test func `a user who is not found among the members then is not added again by itself`() {
    var story = TabStory.addingZoe(retryPolicy: RetryPolicy())
    story.answer(.row(nil))

    story.fail(.timedOut)
    story.answer(.row(nil))
    story.scenario.wait(60)

    #expect(story.notice == .notSeen(.add, name: "zoe@acme.com", because: .timedOut))
    #expect(story.tabs.underway.isEmpty)
    #expect(story.scenario.effects.filter(\.isWrite).count == 1)
  }

  @Test func `a user who is an inactive member is reactivated only after a question`() {
    var story = TabStory.addingZoe()
    let inactive = TabRow.member("om_3", "zoe@acme.com", status: "inactive")

    story.answer(.row(inactive))
    #expect(story.scenario.write == nil)
    #expect(story.tabs.asking != nil)
    story.tab(.confirmed)
    story.answer(.row(inactive))

    #expect(story.scenario.write != nil)
  }

  @Test func `a removal waits out its grace, and z takes it back`() {
    var story = TabStory.members()
    story.tab(.selectionMoved(by: 1), .actionWanted("remove-member"), .confirmed)
    #expect(story.tabs.underway.count == 1)

    story.tab(.undone)
    story.scenario.wait(10)

    #expect(story.scenario.effects.allSatisfy { !$0.isWrite })
    #expect(story.notice == .undone(.remove, name: "bob@acme.com"))
    #expect(story.scenario.records.contains { $0.isRecordOfUnsent })
  }

  @Test func `a removal is sent after a fresh reading, once its grace is over`() {
    var story = TabStory.members()
    story.tab(.selectionMoved(by: 1), .actionWanted("remove-member"), .confirmed)

    story.scenario.wait(5)
    story.answer(.row(.bob))
    #expect(story.sent == "DELETE \(TabStory.path)/om_2 ")
    story.answer(.row(nil))

    #expect(story.rows == ["jane@acme.com"])
    #expect(!story.scenario.console.hasWritesUnderway)
  }

  @Test func `the last admin is asked about twice, and by name where it is live`() {
    var story = TabStory.members(kind: .live)
    story.tab(.actionWanted("remove-member"), .confirmed)
    #expect(story.tabs.asking?.index == 0)

    story.tab(.nameTyped("jane@acme.com"), .confirmed)
    #expect(story.tabs.asking?.question.title == "The last admin?")
    story.tab(.confirmed)

    #expect(story.tabs.underway.count == 1)
  }

  @Test(arguments: [
    ("active", "They can no longer sign in to this organization. The user stays."),
    (
      "inactive",
      "They are inactive, and cannot sign in to this organization as it is. The user stays."
    ),
    (
      "pending",
      "They are pending, and could not sign in to this organization yet. The user stays."
    ),
  ])
  func `what a removed member loses is what they had`(status: String, words: String) throws {
    var story = TabStory()
    story.tab(.shown(2))
    story.answer(.page(Page(items: [.jane, .member("om_4", "zoe@acme.com", status: status)])))

    story.tab(.selectionMoved(by: 1), .actionWanted("remove-member"))

    #expect(try #require(story.tabs.asking).question.text.last == words)
  }

  @Test func `who is an admin only once they accept is not the last one`() throws {
    var story = TabStory()
    story.tab(.shown(2))
    story.answer(
      .page(Page(items: [.member("om_4", "zoe@acme.com", role: "admin", status: "pending"), .bob])))

    story.tab(.actionWanted("remove-member"))

    #expect(try #require(story.tabs.asking).write.questions.count == 1)
  }

  @Test func `an action that is not possible says why`() {
    var story = TabStory.members()

    story.tab(.actionWanted("reactivate-member"))

    #expect(story.notice == .notPossible("jane@acme.com is active, not inactive."))
  }

  @Test func `a console that only reads writes nothing`() {
    var story = TabStory.members(isReadOnly: true)

    story.tab(.actionWanted("remove-member"), .actionWanted("add-member"))

    #expect(story.tabs.asking == nil && story.tabs.form == nil)
    #expect(story.scenario.notice == .readOnly)
  }

  @Test func `quitting asks while a removal waits, and taking it back leaves nothing`() {
    var story = TabStory.members()
    story.tab(.selectionMoved(by: 1), .actionWanted("remove-member"), .confirmed)

    story.scenario.send(.quitWanted)
    #expect(story.scenario.console.quitting == .asking)
    story.scenario.wait(20)
    #expect(story.scenario.write == nil)
    story.scenario.send(.quitAnswered(.abandon))

    #expect(story.tabs.underway.isEmpty)
  }
}
