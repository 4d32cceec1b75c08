import WorkOS

/// What happened to the list.
package enum ListEvent: Equatable, Sendable {
  /// Down when positive; past the end of a page the next one begins.
  case selectionMoved(by: Int)
  case firstRowWanted
  case lastRowWanted
  case selected(Organization.ID)
  case nextPageWanted
  case previousPageWanted
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
  /// Whether the person picked a row by it.
  var choosesRow: Bool {
    switch self {
    case .selectionMoved, .firstRowWanted, .lastRowWanted, .selected, .nextMatchWanted,
      .previousMatchWanted:
      true
    case .nextPageWanted, .previousPageWanted, .refreshWanted, .orderFlipped, .filterChanged,
      .searchSubmitted, .left, .pageArrived:
      false
    }
  }
}
