import Delivery
import WorkOS

/// What happened to the events of the open organization.
package enum EventsEvent: Equatable, Sendable {
  case selectionMoved(by: Int)
  /// The line of this number among those that match, from 0.
  case lineWanted(Int)
  /// This line was marked before, and is again where it still matches.
  case lineMarkedAgain(EventLine.ID)
  case lastLineWanted
  case filterChanged(String)
  case periodChosen(EventPeriod)
  /// The kinds of this id.
  case kindsChosen(String)
  case refreshWanted
  /// New events are to come in by themselves, or no longer.
  case followToggled
  /// What is being read, or followed, no longer is.
  case stopped
  case pageArrived(RequestID, Result<Page<Received<OrganizationEvent>>, WorkOSError>)
}
