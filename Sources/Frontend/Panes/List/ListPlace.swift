import ViewModel
import WorkOS

/// Where in a list one is, for the status line.
struct ListPlace: Equatable, Sendable {
  /// The number of the page, from 1.
  let page: Int
  /// The rows of the page; nil: it has not been read.
  let count: Int?
  /// The rows on the pages before it.
  let before: Int
  let hasNextPage: Bool
  let order: OrganizationQuery.Order
  /// The pane that has the keyboard, by whose keys it is gone on.
  let pane: PaneName

  /// The place in a list, which an initializer would be given a copy of.
  static func of(_ list: PagedOrganizations, under pane: PaneName) -> ListPlace {
    ListPlace(
      page: list.page == nil ? 1 : list.index + 1, count: list.page?.count,
      before: list.rowsBefore, hasNextPage: list.hasNextPage, order: list.order, pane: pane)
  }

  static func of(
    _ search: ServerSearch, order: OrganizationQuery.Order, under pane: PaneName
  ) -> ListPlace {
    ListPlace(
      page: search.pageNumber, count: search.rows.count, before: search.rowsBefore,
      hasNextPage: search.hasNextPage, order: order, pane: pane)
  }

  /// In several wordings, the longest first.
  func wordings(keyMap: KeyMap) -> [Wording] {
    let parts = parts(keyMap: keyMap)
    let whole = parts.joined(separator: " · ")
    return [
      Wording(line: TextLine(whole + orderWords), loss: 0),
      Wording(line: TextLine(whole), loss: 3),
      Wording(line: TextLine(parts.prefix(2).joined(separator: " · ")), loss: 6),
      Wording(line: TextLine(parts[0]), loss: 12),
    ]
  }

  /// The order behind what else is said, where it is not the usual one.
  var orderWords: String { order == .oldestFirst ? " · oldest first" : "" }

  /// The page, the rows, and whether there are more.
  func parts(keyMap: KeyMap) -> [String] {
    guard let count else { return ["page 1"] }
    guard count > 0 else { return ["no rows"] }
    let first = before + 1
    let rows = count == 1 ? "row \(first)" : "rows \(first)–\(first + count - 1)"
    let more = keyMap.name(of: .nextPage, in: pane).map { "more \($0)" } ?? "more"
    return ["page \(page)", rows, hasNextPage ? more : "end"]
  }
}
