import Cells
import Delivery
import Foundation
import ViewModel
import WorkOS

@testable import Frontend

/// A new organization with its first admin.
extension Driver {
  /// The form of a new organization in which Jane is to be the first admin.
  mutating func typeFirstAdmin() {
    press(.character("a"))
    type("Hooli")
    press(.backTab, .backTab)
    type("jane@acme.com")
  }

  /// The organization is made, and it is looked whether Jane is a member.
  mutating func createWithAdmin() {
    typeFirstAdmin()
    press(.control("s"))
    answerEditor { .adminFound($0, .success([Sample.jane])) }
    acceptReview()
    answerSave(.success(Sample.organization(4, "Hooli")))
  }

  /// The organization is made, and its first admin is not added.
  mutating func failToAddAdmin(_ error: WorkOSError) {
    createWithAdmin()
    answerEditor { .membershipRead($0, .success(nil)) }
    answerEditor { .adminAnswered($0, .failure(error)) }
  }

  mutating func reachReactivation() {
    createWithAdmin()
    answerEditor {
      .membershipRead(
        $0,
        .success(Membership(id: "om_1", userID: "user_1", status: .inactive, roles: ["member"])))
    }
    now += 1
  }

  /// Answers the question which roles the environment has.
  mutating func answerRoles(_ slugs: String...) {
    answerEditor { .rolesRead($0, .success(slugs.map { Role(slug: $0, name: $0) })) }
  }

  /// Answers the question that was put last.
  mutating func answerEditor(_ event: (RequestID) -> EditorEvent) {
    guard let id = questions.last?.request else { return }
    send(.editor(event(id)))
  }
}

extension Sample {
  static let jane = User(
    id: "user_01", email: "jane@acme.com", firstName: "Jane", lastName: "Okafor")
}
