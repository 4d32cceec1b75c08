import Delivery
import WorkOS

/// What happened to the list.
package enum ListEvent: Equatable, Sendable {
  /// Down when positive; past the end of a page the next one begins.
  case selectionMoved(by: Int)
  case firstRowWanted
  case lastRowWanted
  /// The row of the page that has this number, counted from 0; the last where there are fewer.
  case rowWanted(Int)
  case selected(Organization.ID)
  case nextPageWanted
  case previousPageWanted
  /// So many pages on, or back when negative.
  case pagesTurned(by: Int)
  case refreshWanted
  case orderFlipped
  case filterChanged(String)
  /// The filter's text was sent off to be looked up on the server.
  case searchSubmitted(String)
  /// Out of the innermost of: the filter, a load, the search.
  case left
  case nextMatchWanted
  case previousMatchWanted
  case pageArrived(RequestID, Result<Page<ListedOrganization>, WorkOSError>)
}

extension ListEvent {
  /// Whether it leaves it to what is done about it how many pages are still wanted further on: all but
  /// what is about something else than turning pages.
  var goesOn: Bool {
    switch self {
    case .nextPageWanted, .previousPageWanted, .pagesTurned, .pageArrived, .selected: true
    case .selectionMoved(let distance): distance > 0
    case .firstRowWanted, .lastRowWanted, .rowWanted, .refreshWanted, .orderFlipped,
      .filterChanged, .searchSubmitted, .left, .nextMatchWanted,
      .previousMatchWanted:
      false
    }
  }

  /// Whether the person picked a row by it.
  var choosesRow: Bool {
    switch self {
    case .selectionMoved, .firstRowWanted, .lastRowWanted, .rowWanted, .selected, .nextMatchWanted,
      .previousMatchWanted:
      true
    case .nextPageWanted, .previousPageWanted, .pagesTurned, .refreshWanted, .orderFlipped,
      .filterChanged, .searchSubmitted, .left, .pageArrived:
      false
    }
  }
}
