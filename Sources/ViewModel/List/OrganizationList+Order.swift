import Foundation
import WorkOS

/// The list, and the search over it, from the other end, as they were when that end was left.
struct OtherOrder: Equatable, Sendable {
  var browsing: PagedOrganizations?
  var search: ServerSearch?

  mutating func replace(_ organization: Organization) {
    browsing?.replace(organization)
    search?.replace(organization)
  }

  /// What was created is marked as new there too, once it is read.
  mutating func noteCreated(_ id: Organization.ID) {
    browsing?.created.insert(id)
    search = nil
  }

  mutating func remove(_ id: Organization.ID, _ turn: inout Turn) {
    search = nil
    // An empty page would be read at once, for nobody.
    if browsing?.rows.allSatisfy({ $0.id == id }) == true { browsing = nil }
    browsing?.remove(id, &turn)
  }
}

extension OrganizationList {
  /// Goes to the other end of the list; a second time, back to where one was.
  mutating func flipOrder(_ turn: inout Turn) {
    changeFilter(to: "")
    lastRow = 0
    if let search { return flip(search, &turn) }
    let left = browsing.setAside(&turn)
    browsing =
      otherOrder.browsing
      ?? PagedOrganizations(source: left.source, order: left.order.flipped, limit: left.limit)
    browsing.created.formUnion(left.created)
    otherOrder.browsing = left
    // Read again whatever its age: what was created or changed meanwhile may belong here.
    browsing.refresh(&turn, isQuiet: browsing.page != nil)
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
