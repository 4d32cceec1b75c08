import Foundation

/// What belongs to an organization, and is deleted with it.
package enum Holding: String, CaseIterable, Equatable, Sendable {
  case members
  case connections
  case directories

  /// How many of them there are, as far as one page tells.
  package struct Count: Equatable, Sendable {
    package var number: Int
    /// Whether there are no more than those.
    package var isComplete: Bool

    package init(_ number: Int, isComplete: Bool = true) {
      self.number = number
      self.isComplete = isComplete
    }
  }

  private struct Anything: Decodable, Equatable, Sendable {}

  /// Reads the longest page there is: no list of the API tells how many there are.
  ///
  /// `GET /user_management/organization_memberships`, `/connections` and `/directories`.
  package func count(of organization: Organization.ID) -> Call<Count> {
    let page = PageRequest(limit: 100)
    guard self != .members else {
      return Members.list(of: organization, page).map { Count($0) }
    }
    return Call<Page<Received<Anything>>>(
      APIRequest(
        .get, [rawValue],
        parameters: page.parameters + [.init("organization_id", [organization.rawValue])]),
      reading: Page.init(decoding:)
    ).map { Count($0) }
  }
}

extension Holding.Count {
  fileprivate init<Item>(_ page: Page<Item>) {
    self.init(page.items.count, isComplete: page.after == nil)
  }
}
