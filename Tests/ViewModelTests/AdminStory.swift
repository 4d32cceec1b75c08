import Delivery
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// A new organization with its first admin, in the form.
struct AdminStory {
  var scenario: Scenario

  init(retryPolicy: RetryPolicy = .once) {
    scenario = Scenario.showing(FakeServer(1), retryPolicy: retryPolicy)
    scenario.editor(.creationOpened)
    scenario.editor(.textChanged(.name, "New"))
  }

  /// The organization was made, and it is looked whether Jane is a member.
  static func created(retryPolicy: RetryPolicy = .once) -> AdminStory {
    var story = AdminStory(retryPolicy: retryPolicy)
    story.type("jane@acme.com")
    story.answerUsers([.jane])
    story.scenario.editor(.submitted)
    story.scenario.answerSave(.numbered(9, name: "New"))
    return story
  }

  var request: APIRequest? { scenario.open.last?.question?.request }
  var outcomes: [JournalOutcome.Result] { scenario.outcomes }
  var writes: [Effect] { scenario.effects.filter(\.isWrite) }

  mutating func type(_ email: String) {
    scenario.editor(.textChanged(.adminEmail, email))
    scenario.editor(.reviewWanted)
  }

  mutating func answerRoles(_ slugs: String...) {
    answer { .rolesRead($0, .success(slugs.map { Role(slug: $0, name: $0) })) }
  }

  mutating func answerUsers(_ users: [User]) { answer { .adminFound($0, .success(users)) } }

  mutating func answerMembership(_ membership: Membership?) {
    answer { .membershipRead($0, .success(membership)) }
  }

  mutating func failMembership(_ error: WorkOSError) {
    answer { .membershipRead($0, .failure(error)) }
  }

  mutating func answerAdding(_ result: Result<Membership, WorkOSError>) {
    answer { .adminAnswered($0, result) }
  }

  private mutating func answer(_ event: (RequestID) -> EditorEvent) {
    guard let effect = scenario.open.last, let id = effect.request else {
      Issue.record("nothing is asked")
      return
    }
    scenario.close(effect)
    scenario.editor(event(id))
  }
}

extension User {
  static let jane = User(id: "user_1", email: "jane@acme.com", firstName: "Jane")
  static let bob = User(id: "user_2", email: "bob@acme.com")
}

extension Membership {
  static func admin(
    _ user: String = "user_1", status: Status = .active, roles: [String] = ["admin"]
  ) -> Membership {
    Membership(id: "om_1", userID: user, status: status, roles: roles)
  }
}

extension WorkOSError {
  static let memberAlready = WorkOSError.rejected(
    .init(status: 409, code: "conflict", message: "A member already."))
}
