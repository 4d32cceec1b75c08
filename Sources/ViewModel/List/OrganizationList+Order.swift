import Delivery
import Foundation
import WorkOS

/// The list, and the search over it, from the other end, as they were when that end was left.
struct OtherOrder: Equatable, Sendable {
  var browsing: PagedOrganizations?
  var search: ServerSearch?
  /// The list from its other end, while that is read for the first time.
  var turning: PagedOrganizations?

  mutating func replace(_ organization: Organization) {
    turning?.replace(organization)
    browsing?.replace(organization)
    search?.replace(organization)
  }

  /// What was created is marked as new there too, once it is read.
  mutating func noteCreated(_ id: Organization.ID) {
    browsing?.created.insert(id)
    turning?.created.insert(id)
    search = nil
  }

  mutating func remove(_ id: Organization.ID, _ turn: inout Turn) {
    search = nil
    // An empty page would be read at once, for nobody.
    if browsing?.rows.allSatisfy({ $0.id == id }) == true { browsing = nil }
    browsing?.remove(id, &turn)
    turning?.remove(id, &turn)
  }
}

extension OrganizationList {
  /// Goes to the other end of the list; a second time, back to where one was.
  mutating func flipOrder(_ turn: inout Turn) {
    changeFilter(to: "")
    lastRow = 0
    if let search { return flip(search, &turn) }
    if stopTurning(&turn) { return }
    // What is on screen stays there until the other end has come.
    if browsing.page != nil, otherOrder.browsing?.page == nil {
      var turning = PagedOrganizations(
        source: browsing.source, order: browsing.order.flipped, limit: browsing.limit)
      turning.created = browsing.created
      turning.loadFirstPage(&turn)
      otherOrder.turning = turning
      return
    }
    let left = browsing.setAside(&turn)
    browsing =
      otherOrder.browsing
      ?? PagedOrganizations(source: left.source, order: left.order.flipped, limit: left.limit)
    browsing.created.formUnion(left.created)
    otherOrder.browsing = left
    if browsing.page != nil { showPageOfSelection() }
    // Read again whatever its age: what was created or changed meanwhile may belong here.
    browsing.refresh(&turn, isQuiet: browsing.page != nil)
  }

  /// Takes in the other end of the list, or that it cannot be read.
  mutating func turningArrived(
    _ id: RequestID, _ result: Result<Page<ListedOrganization>, WorkOSError>, _ turn: inout Turn
  ) {
    guard var turning = otherOrder.turning, turning.load?.pending.id == id else { return }
    turning.pageArrived(id, result, &turn)
    guard case .failure(let error) = result else {
      otherOrder.turning = turning
      // The first of its pages may have been empty.
      guard turning.page != nil else { return }
      let left = browsing.setAside(&turn)
      browsing = turning
      forgetMatches()
      (otherOrder.browsing, otherOrder.turning) = (left, nil)
      if search == nil { lastRow = 0 }
      return
    }
    otherOrder.turning = nil
    turn.notice = .orderNotRead(error)
  }

  /// Stops reading the other end of the list; false when it is not read.
  mutating func stopTurning(_ turn: inout Turn) -> Bool {
    guard let turning = otherOrder.turning else { return false }
    if let load = turning.load { turn.cancel(load.pending) }
    otherOrder.turning = nil
    return true
  }

  private mutating func flip(_ search: ServerSearch, _ turn: inout Turn) {
    let left = search.setAside(&turn)
    if let other = otherOrder.search {
      self.search = other
      self.search?.askAgain(&turn)
    } else {
      self.search?.flipOrder(&turn)
    }
    otherOrder.search = left
  }
}

extension PagedOrganizations {
  /// The list with nothing under way, to be gone on with later.
  fileprivate func setAside(_ turn: inout Turn) -> PagedOrganizations {
    var aside = self
    if let load { turn.cancel(load.pending) }
    aside.load = nil
    return aside
  }

  fileprivate mutating func askAgain(_ turn: inout Turn) {
    refresh(&turn, isQuiet: page != nil)
  }
}

extension ServerSearch {
  fileprivate func setAside(_ turn: inout Turn) -> ServerSearch {
    var aside = self
    aside.changeQuestions { $0 = $0.setAside(&turn) }
    return aside
  }

  fileprivate mutating func askAgain(_ turn: inout Turn) {
    changeQuestions { $0.askAgain(&turn) }
  }
}
