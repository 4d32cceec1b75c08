import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

extension Scenario {
  /// Renames an organization, from opening its form to the server's answer.
  mutating func saveName(_ name: String, of number: Int) {
    editor(.opened(.number(number)))
    editor(.textChanged(.name, name))
    submit()
    answerRead(.numbered(number))
    answerSave(Organization.numbered(number, name: name).with { $0.updatedAt = now })
  }

  /// Creates an organization, from opening the form to the server's answer.
  mutating func create(_ number: Int, named name: String) {
    editor(.creationOpened)
    editor(.textChanged(.name, name))
    submit()
    answerSave(.numbered(number, name: name))
  }

  /// Sends a new organization off, whose answer is still to come.
  static func creating(
    _ name: String, externalID: String = "", admin: User? = nil, retryPolicy: RetryPolicy = .once
  ) -> Scenario {
    var scenario = Scenario(retryPolicy: retryPolicy)
    scenario.editor(.creationOpened)
    scenario.editor(.textChanged(.name, name))
    if !externalID.isEmpty { scenario.editor(.textChanged(.externalID, externalID)) }
    if let admin {
      scenario.editor(.textChanged(.adminEmail, admin.email))
      scenario.editor(.reviewWanted)
      if let question = scenario.open.last, let id = question.request {
        scenario.close(question)
        scenario.editor(.adminFound(id, .success([admin])))
      }
    }
    scenario.submit()
    return scenario
  }

  /// What the journal was told of what came of writes.
  var outcomes: [JournalOutcome.Result] {
    records.compactMap { effect in
      if case .record(.outcome(_, let outcome)) = effect { outcome.result } else { nil }
    }
  }

  /// Twice `^S`: once to see what will change, and once to send it.
  @discardableResult
  mutating func submit() -> [Effect] {
    editor(.reviewWanted)
    return editor(.submitted)
  }

  /// Opens the form of an organization, which is on screen, alone.
  static func editing(
    _ organization: Organization, retryPolicy: RetryPolicy = .once,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Scenario {
    var scenario = Scenario(retryPolicy: retryPolicy)
    scenario.send(.started)
    scenario.answerPage(
      .success(Page(items: [ListedOrganization(organization)])), sourceLocation: sourceLocation)
    scenario.editor(.opened(organization.id))
    return scenario
  }

  /// Sends the form off and answers the reading that comes first with what the form began with.
  @discardableResult
  mutating func send(
    unchanged organization: Organization, sourceLocation: SourceLocation = #_sourceLocation
  ) -> OrganizationUpdate? {
    submit()
    answerRead(organization, sourceLocation: sourceLocation)
    return write?.update
  }
}
