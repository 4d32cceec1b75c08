import Delivery
import WorkOS

/// A question to the server about other organizations while a form is open, and what came of it.
package struct NeighbourLook: Equatable, Sendable {
  package let source: ListSource
  package private(set) var pending: Pending?
  package private(set) var organizations: [Organization] = []
  package private(set) var failure: WorkOSError?

  /// Rows asked for; more of the same say nothing more.
  private static let mostRows = 10

  init(at source: ListSource, _ turn: inout Turn) {
    self.source = source
    let question = PageQuestion(
      source: source, order: .newestFirst, cursor: .first, limit: Self.mostRows)
    pending = question.ask(for: .neighbours, &turn)
  }

  /// Whether the server has answered.
  package var isAnswered: Bool { pending == nil && failure == nil }

  /// Takes in an answer; false: it was asked for elsewhere.
  ///
  /// - Parameter own: the organization of the form, which is no neighbour of its own.
  mutating func take(
    _ id: RequestID, _ result: Result<Page<ListedOrganization>, WorkOSError>,
    besides own: Organization.ID?
  ) -> Bool {
    guard pending?.id == id else { return false }
    pending = nil
    switch result {
    case .success(let page): organizations = page.items.map(\.organization).filter { $0.id != own }
    case .failure(let error): failure = error
    }
    return true
  }
}

/// What was refused in a field as another organization's, and the look for whose it is.
package struct Taken<Fault: Equatable & Sendable>: Equatable, Sendable {
  package let fault: Fault
  package internal(set) var look: NeighbourLook

  /// The organization that has it, if the server told.
  package var owner: Organization? { look.organizations.first }

  /// The same where the server told whose it is.
  var ifOwned: Taken? { owner == nil ? nil : self }

  /// The same where that is still wrong with the field; else nobody asks whose it is.
  func stillRefused(in faults: [Fault]) -> Taken? { faults.contains(fault) ? self : nil }
}
