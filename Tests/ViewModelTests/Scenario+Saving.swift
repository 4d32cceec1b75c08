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
