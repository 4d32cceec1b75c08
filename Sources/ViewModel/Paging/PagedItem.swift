import Delivery
import WorkOS

/// Something that the server lists page by page.
package protocol PagedItem: RowItem {
  /// Which of them a list shows.
  associatedtype Source: Equatable, Sendable

  /// Who asks for the pages of the list.
  static var asker: Asked.Address { get }

  /// The call that reads one page.
  static func page(
    from source: Source, order: ListOrder, cursor: PageCursor, limit: Int
  ) -> Call<Page<Row<Self>>>

  /// What its answer becomes.
  static func pageArrived(
    _ id: RequestID, _ result: Result<Page<Row<Self>>, WorkOSError>
  ) -> Event
}

extension ListOrder {
  package var flipped: ListOrder { self == .newestFirst ? .oldestFirst : .newestFirst }
}
