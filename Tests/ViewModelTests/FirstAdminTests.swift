import Delivery
import Foundation
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// A new organization with its first admin: two requests, and one act.
struct FirstAdminTests {
  @Test func `the user is found by e-mail before there is something to review`() {
    var story = AdminStory()

    story.type("Jane Doe <JANE@acme.com>")
    #expect(story.request?.path == "/user_management/users")
    #expect(
      story.request?.target.parameters.first { $0.name == "email" }?.values == ["jane@acme.com"])
    story.answerUsers([.jane])

    #expect(story.scenario.session?.phase == .reviewing)
    #expect(story.scenario.session?.draft.firstAdmin.user == .jane)
    let bodies = story.scenario.session?.plan.steps.map { $0.request().body?.text ?? "" }
    #expect(
      bodies?.last
        == #"{"user_id":"user_1","organization_id":"{its new id}","role_slug":"admin"}"#)
  }

  @Test func `an address that nobody has is said at its field, and nothing is made`() {
    var story = AdminStory()

    story.type("nobody@acme.com")
    story.answerUsers([])

    #expect(story.scenario.session?.phase == .editing)
    #expect(
      story.scenario.session?.problem(at: .adminEmail)?.kind == .noSuchUser)
    #expect(story.scenario.effects.allSatisfy { !$0.isWrite })
    story.scenario.editor(.textChanged(.adminEmail, ""))
    story.scenario.submit()
    #expect(story.request?.path == "/organizations")
  }

  @Test func `what is no address is not looked for`() {
    var story = AdminStory()

    story.type("jane")

    #expect(story.scenario.session?.problem(at: .adminEmail)?.kind == .notAnAddress)
    #expect(story.scenario.notice == .fieldsNeedAttention(1))
  }

  @Test func `the organization is made first, then the membership, in one entry of the journal`() {
    var story = AdminStory.created()

    story.answerMembership(nil)
    let sending = story.scenario.write?.sending
    story.answerAdding(.success(.admin()))

    #expect(sending?.step == 2)
    #expect(sending?.steps == 2)
    #expect(sending?.account.verb == .create)
    // The answer about the membership would not tell the journal which organization was made.
    #expect(sending?.account.subject.id == "org_9")
    #expect(story.writes.first?.sending?.account.subject.id == nil)
    #expect(story.writes.count == 2)
    #expect(Set(story.writes.compactMap { $0.sending?.account.write }).count == 1)
    #expect(story.scenario.session == nil)
    #expect(
      story.scenario.notice
        == .adminAdded(organization: "New", isNew: true, admin: "jane@acme.com", role: "admin"))
  }

  @Test func `when the second step fails the form says what is done, and keeps the rest`() {
    var story = AdminStory.created()
    story.answerMembership(nil)

    story.answerAdding(
      .failure(
        .rejected(.init(status: 422, code: "invalid_role", message: "No such role."))))

    #expect(story.scenario.session?.partlySaved == .init(done: 1, total: 2))
    #expect(story.scenario.session?.draft.base?.name == "New")
    #expect(story.scenario.session?.problem(at: .adminRole)?.kind == .refused("No such role."))
    #expect(story.scenario.console.editor.hasUnsavedEdits)
    story.scenario.editor(.left)
    #expect(
      story.scenario.console.editor.drafts.values.map(\.firstAdmin.email) == ["jane@acme.com"])
  }

  @Test func `another user can be picked, and only what is left is sent`() {
    var story = AdminStory.created()
    story.answerMembership(nil)
    story.answerAdding(.failure(.status(403)))

    story.type("bob@acme.com")
    story.answerUsers([.bob])
    #expect(story.scenario.session?.plan.steps.count == 1)
    story.scenario.editor(.submitted)
    story.scenario.answerRead(.numbered(9, name: "New"))
    story.answerMembership(nil)
    story.answerAdding(.success(.admin("user_2")))

    #expect(story.scenario.session == nil)
    #expect(story.writes.count == 3)
    #expect(
      story.scenario.notice
        == .adminAdded(organization: "New", isNew: false, admin: "bob@acme.com", role: "admin"))
  }

  @Test func `clearing who was not added leaves the form asking for them until it is left`() {
    var story = AdminStory.created()
    story.answerMembership(nil)
    story.answerAdding(.failure(.status(403)))

    story.scenario.editor(.textChanged(.adminEmail, ""))

    #expect(story.scenario.session?.draft.formFields.contains(.adminEmail) == true)
    #expect(story.scenario.session?.plan.isEmpty == true)
    story.scenario.editor(.textChanged(.adminEmail, "bob@acme.com"))
    #expect(story.scenario.session?.draft.firstAdmin.email == "bob@acme.com")
    story.scenario.editor(.textChanged(.adminEmail, ""))
    story.scenario.editor(.left)
    #expect(story.scenario.console.editor.drafts.isEmpty)
    story.scenario.editor(.opened(.number(9)))
    #expect(story.scenario.session?.draft.formFields.contains(.adminEmail) == false)
  }

  @Test func `the same where the draft was opened again`() {
    var story = AdminStory.created()
    story.answerMembership(nil)
    story.answerAdding(.failure(.status(403)))
    story.scenario.editor(.left)
    story.scenario.openDraft(of: .organization(.number(9)))
    story.scenario.answerRead(.numbered(9, name: "New"))

    story.scenario.editor(.textChanged(.adminEmail, ""))

    #expect(story.scenario.session?.draft.formFields.contains(.adminEmail) == true)
  }

  @Test func `what was said of the step that failed goes with the form, or with what was left`() {
    var story = AdminStory.created()
    story.answerMembership(nil)
    story.answerAdding(.failure(.status(403)))
    var cleared = story

    story.scenario.editor(.left)
    cleared.scenario.editor(.textChanged(.adminEmail, ""))
    cleared.scenario.editor(.reviewWanted)

    #expect(story.scenario.notice == .draftKept)
    #expect(story.scenario.console.otherNotices.isEmpty)
    #expect(cleared.scenario.notice == .nothingToSave)
    #expect(cleared.scenario.console.otherNotices.isEmpty)
  }

  @Test func `an inactive membership is asked about before it becomes active again`() {
    var story = AdminStory.created()

    story.answerMembership(.admin(status: .inactive))
    #expect(story.writes.count == 1)
    guard case .admin(.asking) = story.scenario.session?.phase else {
      Issue.record("nothing is asked")
      return
    }
    story.scenario.editor(.submitted)

    #expect(story.writes.count == 2)
  }

  @Test func `who says no to that keeps the organization and the form`() {
    var story = AdminStory.created()
    story.answerMembership(.admin(status: .inactive))

    story.scenario.editor(.reviewLeft)

    #expect(story.writes.count == 1)
    #expect(story.scenario.session?.partlySaved == .init(done: 1, total: 2))
    #expect(story.scenario.notice == .saveStopped(done: 1, of: 2))
  }

  @Test func `a pending membership is said, and nothing is sent`() {
    var story = AdminStory.created()

    story.answerMembership(.admin(status: .pending))

    #expect(story.writes.count == 1)
    #expect(story.scenario.session?.problem(at: .adminEmail)?.kind == .membershipPending)
  }

  @Test func `a membership whose answer is lost is looked for, and never sent again by itself`() {
    var story = AdminStory.created()
    story.answerMembership(nil)

    story.answerAdding(.failure(.timedOut))
    #expect(story.scenario.write == nil)
    story.answerMembership(.admin())

    #expect(story.writes.count == 2)
    #expect(story.scenario.session == nil)
  }

  @Test func `nor after the wait that other requests are sent again after`() {
    var story = AdminStory.created(retryPolicy: RetryPolicy())
    story.answerMembership(nil)
    story.answerAdding(.failure(.timedOut))

    story.scenario.wait(60)

    #expect(story.scenario.session?.wait == nil)
    #expect(story.request?.path == "/user_management/organization_memberships")
    #expect(story.writes.count == 2)
  }

  @Test func `one that certainly was not made is sent again, once it was looked for`() {
    var story = AdminStory.created(retryPolicy: RetryPolicy())
    story.answerMembership(nil)
    story.answerAdding(.failure(.status(429)))

    story.scenario.wait(60)
    story.scenario.answerRead(.numbered(9, name: "New"))
    #expect(story.writes.count == 2)
    story.answerMembership(nil)

    #expect(story.writes.count == 3)
  }

  @Test func `where nothing of it is to be seen the form says that nobody knows`() {
    var story = AdminStory.created()
    story.answerMembership(nil)
    story.answerAdding(.failure(.timedOut))

    story.answerMembership(nil)

    #expect(story.scenario.session?.isOutcomeUnknown == true)
    #expect(story.writes.count == 2)
  }

  @Test func `a membership that was sent twice on its way is there, though the second was refused`()
  {
    var story = AdminStory.created()
    story.answerMembership(nil)

    story.answerAdding(.failure(.memberAlready))
    story.answerMembership(.admin())

    #expect(story.writes.count == 2)
    #expect(story.scenario.session == nil)
    #expect(
      story.scenario.notice
        == .adminAdded(organization: "New", isNew: true, admin: "jane@acme.com", role: "admin"))
    #expect(story.outcomes.last == .done, "else the journal goes on not knowing")
  }

  @Test func `one that was refused and is not there was refused`() {
    var story = AdminStory.created()
    story.answerMembership(nil)

    story.answerAdding(.failure(.memberAlready))
    #expect(story.outcomes.last == .unknown, "it is being looked for")
    story.answerMembership(nil)

    #expect(story.outcomes.last == .partly)
    #expect(story.scenario.session?.isOutcomeUnknown == false)
    #expect(story.scenario.session?.partlySaved == .init(done: 1, total: 2))
    #expect(
      story.scenario.session?.problem(at: .adminEmail)?.kind == .refused("A member already."))
  }

  @Test(arguments: [WorkOSError.timedOut, .memberAlready])
  func `where it cannot be looked for nobody knows, and what is done is said`(error: WorkOSError) {
    var story = AdminStory.created()
    story.answerMembership(nil)
    story.answerAdding(.failure(error))

    story.failMembership(.status(503))

    #expect(story.scenario.session?.isOutcomeUnknown == true)
    #expect(story.scenario.session?.partlySaved == .init(done: 1, total: 2))
    guard case .savedPartly(_, _, _, _, let isUnknown)? = story.scenario.notice else {
      Issue.record("\(String(describing: story.scenario.notice))")
      return
    }
    #expect(isUnknown)
  }

  @Test(arguments: [Membership.Status.inactive, .pending])
  func `a membership that is not active is not what was to be made`(status: Membership.Status) {
    var story = AdminStory.created()
    story.answerMembership(nil)
    story.answerAdding(.failure(.timedOut))

    story.answerMembership(.admin(status: status))

    #expect(story.scenario.session?.isOutcomeUnknown == true)
    #expect(story.writes.count == 2)
  }

  @Test func `the role is picked among those of the environment`() {
    var story = AdminStory()
    story.scenario.editor(.textChanged(.adminEmail, "jane@acme.com"))
    let id = story.scenario.open.last { $0.question?.request.path == "/authorization/roles" }?
      .request
    story.scenario.editor(
      .rolesRead(
        id ?? RequestID(0),
        .success([Role(slug: "admin", name: "Admin"), Role(slug: "member", name: "Member")])))

    story.scenario.editor(.adminRoleWanted)
    #expect(story.scenario.session?.draft.firstAdmin.role == "member")
    story.scenario.editor(.adminRoleWanted)
    #expect(story.scenario.session?.draft.firstAdmin.role == "admin")
  }
}
