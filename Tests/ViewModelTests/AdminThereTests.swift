import Delivery
import Foundation
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// The first admin of an organization is a member of it already, by whomever.
struct AdminThereTests {
  private func added(isNew: Bool) -> Notice.Subject {
    .adminAdded(organization: "New", isNew: isNew, admin: "jane@acme.com", role: "admin")
  }

  private func inOtherRole(wasThere: Bool) -> Notice.Subject {
    .adminInOtherRole(
      organization: "New", isNew: true, admin: "jane@acme.com", role: "viewer", wanted: "admin",
      wasThere: wasThere)
  }

  @Test(arguments: [["admin"], ["viewer", "admin"], []])
  func `a membership that exists is no error, and is not sent again`(roles: [String]) {
    var story = AdminStory.created()

    story.answerMembership(.admin(roles: roles))

    #expect(story.writes.count == 1)
    #expect(story.scenario.session == nil)
    guard case .adminAdded? = story.scenario.notice else {
      Issue.record("\(String(describing: story.scenario.notice))")
      return
    }
  }

  @Test func `one in another role is told as that, and stays as it is`() {
    var story = AdminStory.created()

    story.answerMembership(.admin(roles: ["viewer"]))

    #expect(story.writes.count == 1)
    #expect(story.scenario.session == nil)
    #expect(story.scenario.notice == inOtherRole(wasThere: true))
  }

  @Test func `another role than was sent is told`() {
    var story = AdminStory.created()
    story.answerMembership(nil)

    story.answerAdding(.success(.admin(roles: ["viewer"])))

    #expect(story.scenario.notice == inOtherRole(wasThere: false))
  }

  @Test func `one in another role is not what was made by a request whose answer is lost`() {
    var story = AdminStory.created()
    story.answerMembership(nil)
    story.answerAdding(.failure(.timedOut))

    story.answerMembership(.admin(roles: ["viewer"]))

    #expect(story.scenario.notice == inOtherRole(wasThere: false))
    #expect(story.outcomes.last == .partly)
  }

  @Test func `a retry that was refused leaves its act done in part`() {
    var story = AdminStory.unsettled()
    story.tryAgain()
    story.answerMembership(nil)
    story.answerAdding(.failure(.memberAlready))

    story.answerMembership(nil)

    #expect(story.outcomes.last == .partly)
    #expect(
      story.scenario.session?.draft.saveUnderway == SaveUnderway(done: 1, total: 2, isSent: true),
      "of the first nobody knows")
  }

  @Test(arguments: [false, true])
  func `a retry that adds them is the same write of the journal, also once the form was left`(
    isLeft: Bool
  ) throws {
    var story = AdminStory.unsettled()
    let create = try #require(story.writes.first?.sending?.account.write)
    if isLeft {
      story.scenario.editor(.left)
      story.scenario.openDraft(of: .organization(.number(9)))
      story.scenario.answerRead(.numbered(9, name: "New"))
    }
    story.tryAgain()
    story.answerMembership(nil)

    let sending = try #require(story.scenario.write?.sending)
    story.answerAdding(.success(.admin()))

    #expect(sending.account.write == create && sending.account.verb == .create)
    #expect(sending.step == 2 && sending.steps == 2)
    #expect(sending.attempt == 2)
    #expect(!sending.mayBeDone, "it was looked for right before")
    #expect(story.scenario.notice == added(isNew: true))
  }

  @Test func `another role is another act`() throws {
    var story = AdminStory.unsettled()
    let create = try #require(story.writes.first?.sending?.account.write)
    story.scenario.editor(
      .rolesRead(
        story.scenario.session?.roles.pending?.id ?? RequestID(0),
        .success([Role(slug: "admin", name: "Admin"), Role(slug: "member", name: "Member")])))
    story.scenario.editor(.adminRoleWanted)
    story.tryAgain()
    story.answerMembership(nil)

    #expect(story.scenario.write?.sending?.account.write != create)
  }

  @Test func `a retry that finds them there settles what nobody knew of the create`() throws {
    var story = AdminStory.unsettled()
    let create = try #require(story.writes.first?.sending?.account.write)
    #expect(story.settled.isEmpty)
    story.tryAgain()

    story.answerMembership(.admin())

    #expect(story.writes.count == 2, "the create and the lost request")
    #expect(story.settled == [create])
    #expect(story.scenario.notice == added(isNew: true))
  }

  @Test func `one in another role settles nothing`() {
    var story = AdminStory.unsettled()
    story.tryAgain()

    story.answerMembership(.admin(roles: ["viewer"]))

    #expect(story.settled.isEmpty)
  }

  @Test func `nor does somebody else's`() {
    var story = AdminStory.unsettled()
    story.type("bob@acme.com")
    story.answerUsers([.bob])
    story.accept()

    story.answerMembership(.admin("user_2"))

    #expect(story.settled.isEmpty)
  }
}

extension AdminStory {
  /// The organization was made, and nobody knows whether Jane was added to it.
  fileprivate static func unsettled() -> AdminStory {
    var story = created()
    story.answerMembership(nil)
    story.answerAdding(.failure(.timedOut))
    story.answerMembership(nil)
    return story
  }

  /// The same is to be saved, up to where it is looked whether the user is a member.
  fileprivate mutating func tryAgain() {
    scenario.editor(.reviewWanted)
    accept()
  }

  fileprivate mutating func accept() {
    scenario.editor(.submitted)
    scenario.answerRead(.numbered(9, name: "New"))
  }

  /// The writes that the journal has as done by what was found.
  fileprivate var settled: [UUID] {
    scenario.records.compactMap { effect in
      guard case .record(.outcome(let write, let outcome)) = effect else { return nil }
      return outcome.result == .done ? write : nil
    }
  }
}
