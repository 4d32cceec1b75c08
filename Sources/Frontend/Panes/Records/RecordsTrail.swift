import ViewModel
import WorkOS

/// Whether records lie behind what a line of theirs has led to, and are to come back from there.
struct RecordsTrail: Sendable {
  private let name: RecordsName
  /// What a line leads to, and how many steps back there were before; nil: nothing.
  private var leading: (to: Organization.ID, from: Int)?
  /// Whether it had been reached, so that they lie behind it.
  private var isFollowed = false

  init(_ name: RecordsName) {
    self.name = name
  }

  /// Whether what a line leads to is there, and they have been left for it.
  func isAway(in console: Console) -> Bool {
    isFollowed || hasArrived(in: console)
  }

  private func hasArrived(in console: Console) -> Bool {
    guard let leading, console.detail.sought == nil, !console.drafts.isOpening else { return false }
    return console.detail.organization?.id == leading.to && console.stepsBack > leading.from
  }

  /// A line leads on from here.
  mutating func lead(to organization: Organization.ID, _ console: Console) {
    leading = (organization, console.stepsBack)
  }

  mutating func stay() {
    leading = nil
  }

  /// Takes in what has happened; false: what they led to was left for something else.
  mutating func follow(_ console: Console) -> Bool {
    guard isFollowed, let leading else {
      isFollowed = hasArrived(in: console)
      return true
    }
    if console.detail.isOpen, console.stepsBack > leading.from { return true }
    (isFollowed, self.leading) = (false, nil)
    return console.recordsReturnedTo == name
  }
}
