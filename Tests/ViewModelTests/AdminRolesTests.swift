import Delivery
import JSON
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// The roles of the first admin of a new organization, where the environment has several for each member.
struct AdminRolesTests {
  @Test func `roles are picked one beside another, and the last is changed or taken away`() {
    var story = AdminStory()
    story.scenario.editor(.textChanged(.adminEmail, "jane@acme.com"))
    story.answerRoles("admin", "billing", "member")

    story.scenario.editor(.adminRoleAdded)
    #expect(story.roles == ["admin", "billing"])
    story.scenario.editor(.adminRoleWanted)
    #expect(story.roles == ["admin", "member"])
    story.scenario.editor(.adminRoleAdded)
    story.scenario.editor(.adminRoleAdded)
    #expect(story.roles == ["admin", "member", "billing"], "there is no other")

    story.scenario.editor(.adminRoleDropped)
    story.scenario.editor(.adminRoleDropped)
    story.scenario.editor(.adminRoleDropped)
    #expect(story.roles == ["admin"], "one stays")
  }

  @Test func `roles that are not known yet are asked for, and nothing is picked`() {
    var story = AdminStory()
    story.scenario.editor(.adminRoleAdded)

    #expect(story.request?.path == "/authorization/roles")
    #expect(story.roles == ["admin"])
    #expect(story.scenario.session?.roles.isMissed == true)
  }

  @Test func `all of them are reviewed, sent and kept with the draft`() {
    var story = AdminStory.reviewingTwoRoles()

    let step = story.scenario.session?.plan.steps.last
    #expect(
      step?.request().body?.text
        == #"{"user_id":"user_1","organization_id":"{its new id}","role_slugs":["admin","billing"]}"#
    )
    #expect(
      story.scenario.session?.draft.firstAdmin.words == "jane@acme.com as admin, billing")
    story.scenario.editor(.reviewLeft)
    story.scenario.editor(.left)
    #expect(
      story.scenario.console.editor.drafts.values.map(\.firstAdmin.roles) == [["admin", "billing"]])
  }

  @Test func `where members have one role alone that is said at the role, and one of them is sent`()
  {
    var story = AdminStory.reviewingTwoRoles()
    story.create()
    story.answerMembership(nil)
    story.answerAdding(
      .failure(
        .rejected(
          .init(status: 422, code: "multiple_roles_not_enabled", message: "One role only."))))

    #expect(story.scenario.session?.partlySaved == .init(done: 1, total: 2))
    #expect(story.scenario.session?.problem(at: .adminRole)?.kind == .refused("One role only."))
    #expect(story.roles == ["admin", "billing"])
    story.scenario.editor(.adminRoleDropped)
    #expect(story.scenario.session?.problem(at: .adminRole) == nil)
    story.scenario.editor(.reviewWanted)

    #expect(
      story.scenario.session?.plan.steps.map { $0.request().body?.text ?? "" }
        == [#"{"user_id":"user_1","organization_id":"org_9","role_slug":"admin"}"#])
  }

  @Test(arguments: [["admin"], ["billing", "member"]])
  func `who has not all of them is a member in another role`(roles: [String]) {
    var story = AdminStory.reviewingTwoRoles()
    story.create()

    story.answerMembership(.admin(roles: roles))

    #expect(
      story.scenario.notice
        == .adminInOtherRole(
          organization: "New", isNew: true, admin: "jane@acme.com",
          role: roles.joined(separator: ", "), wanted: "admin, billing", wasThere: true))
  }

  @Test func `who has all of them, in whatever order, is what was wanted`() {
    var story = AdminStory.reviewingTwoRoles()
    story.create()
    story.answerMembership(nil)

    story.answerAdding(.success(.admin(roles: ["billing", "admin"])))

    #expect(
      story.scenario.notice
        == .adminAdded(
          organization: "New", isNew: true, admin: "jane@acme.com", role: "billing, admin"))
  }

  @Test(arguments: [
    (#""role_slug":"admin""#, "admin"), (#""role_slugs":["admin","billing"]"#, "admin, billing"),
  ])
  func `the journal tells as what they were to be added`(sent: String, role: String) {
    let change = RawJSON(
      #"{"requests":[{"body":{"name":"New"}},{"body":{"user_id":"user_1",\#(sent)}}]}"#)

    #expect(SentAdmin(change)?.role == role)
  }
}

extension AdminStory {
  fileprivate var roles: [String]? { scenario.session?.draft.firstAdmin.roles }

  /// Jane is to be an admin and have the billing role, and that is reviewed.
  fileprivate static func reviewingTwoRoles() -> AdminStory {
    var story = AdminStory()
    story.scenario.editor(.textChanged(.adminEmail, "jane@acme.com"))
    story.answerRoles("admin", "billing")
    story.scenario.editor(.adminRoleAdded)
    story.scenario.editor(.reviewWanted)
    story.answerUsers([.jane])
    return story
  }

  /// The organization is made.
  fileprivate mutating func create() {
    scenario.editor(.submitted)
    scenario.answerSave(.numbered(9, name: "New"))
  }
}
