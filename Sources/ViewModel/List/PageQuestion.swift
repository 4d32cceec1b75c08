import Delivery
import WorkOS

/// What to read for one page of a list.
package struct PageQuestion: Equatable, Sendable {
  package var source: ListSource
  package var order: ListOrder
  package var cursor: PageCursor
  /// The number of organizations on a page, 1–100.
  package var limit: Int

  package init(source: ListSource, order: ListOrder, cursor: PageCursor, limit: Int) {
    self.source = source
    self.order = order
    self.cursor = cursor
    self.limit = limit
  }

  /// The call that reads it; one organization that is looked up is a page of its own, or an empty one.
  package var call: Call<Page<ListedOrganization>> {
    switch source {
    case .everything: list(.none)
    case .name(let name): list(.name(name))
    case .domains(let domains): list(.domains(domains))
    case .id(let id): lookUp(Organizations.get(id))
    case .externalID(let externalID): lookUp(Organizations.get(externalID: externalID))
    }
  }

  private func list(_ filter: OrganizationQuery.Filter) -> Call<Page<ListedOrganization>> {
    Organizations.list(
      OrganizationQuery(filter: filter, order: order, cursor: cursor, limit: limit)
    ).map {
      Page(items: ListedOrganization.rows(of: $0.items), before: $0.before, after: $0.after)
    }
  }

  private func lookUp(_ call: Call<Organization>) -> Call<Page<ListedOrganization>> {
    call.map { Page(items: [ListedOrganization($0)]) }.ifNotFound(Page(items: []))
  }

  func ask(for address: Asked.Address, _ turn: inout Turn) -> Pending {
    turn.ask(call, for: address) { .list(.pageArrived($0, $1)) }
  }
}
