import Foundation
import ViewModel
import WorkOS

/// A list on a server, paged as WorkOS does it: a cursor is a place in the order, there or not.
package struct FakeServer {
  package private(set) var organizations: [Organization]

  /// Organizations numbered from 1, the highest being the newest.
  package init(_ count: Int) {
    organizations = count == 0 ? [] : (1...count).map { .numbered($0) }
  }

  package mutating func create(_ number: Int) {
    organizations.append(.numbered(number))
    organizations.sort { $0.id.number < $1.id.number }
  }

  package mutating func delete(_ number: Int) {
    organizations.removeAll { $0.id.number == number }
  }

  package mutating func replace(_ organization: Organization) {
    guard let index = organizations.firstIndex(where: { $0.id == organization.id }) else { return }
    organizations[index] = organization
  }

  package func organization(_ id: Organization.ID) -> Organization? {
    organizations.first { $0.id == id }
  }

  package func page(_ question: PageQuestion) -> Page<ListedOrganization> {
    let ordered =
      question.order == .newestFirst ? Array(organizations.reversed()) : organizations
    let listed = ordered.filter { question.source.includes($0) }
    let remaining = listed.filter { follows(question.cursor, $0, in: question.order) }
    let items = remaining.prefix(question.limit)
    return Page(
      items: items.map(ListedOrganization.init),
      before: question.cursor == .first ? nil : items.first?.id.rawValue,
      after: remaining.count > items.count ? items.last?.id.rawValue : nil)
  }

  private func follows(
    _ cursor: PageCursor, _ organization: Organization, in order: OrganizationQuery.Order
  ) -> Bool {
    guard case .after(let id) = cursor else { return true }
    let place = Organization.ID(rawValue: id).number
    return order == .newestFirst
      ? organization.id.number < place : organization.id.number > place
  }
}

extension ListSource {
  fileprivate func includes(_ organization: Organization) -> Bool {
    switch self {
    case .everything: true
    case .name(let name): organization.name.lowercased().contains(name.lowercased())
    case .domains(let domains): organization.domains.contains { domains.contains($0.domain) }
    case .id(let id): organization.id == id
    case .externalID(let externalID): organization.externalID == externalID
    }
  }
}

extension Organization {
  /// An organization that is known by its number: `org_0007` is called `Customer 7`.
  package static func numbered(_ number: Int, name: String? = nil) -> Organization {
    Organization(id: .number(number), name: name ?? "Customer \(number)")
  }

  package func with(_ change: (inout Organization) -> Void) -> Organization {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Organization.ID {
  package static func number(_ number: Int) -> Organization.ID {
    Organization.ID(rawValue: "org_\(number)")
  }

  package var number: Int { Int(rawValue.dropFirst(4)) ?? 0 }
}

extension WorkOSError {
  package static let timedOut = WorkOSError.transport(.timedOut(seconds: 30))
  package static let refused = WorkOSError.transport(.connectionRefused(host: "api.workos.com"))

  package static func status(
    _ status: Int, code: String? = nil, message: String? = nil, _ fieldErrors: FieldError...
  ) -> WorkOSError {
    .rejected(Rejection(status: status, code: code, message: message, fieldErrors: fieldErrors))
  }
}
