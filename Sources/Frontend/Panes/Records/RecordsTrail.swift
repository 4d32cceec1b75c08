import ViewModel

/// Whether records lie behind what a line of theirs has led to, and are to come back from there.
struct RecordsTrail: Sendable {
  private let name: RecordsName
  /// How many steps back there were before a line led on; nil: none did.
  private var leading: Int?
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
    return console.stepsBack > leading && console.recordsLeft == name
  }

  /// A line leads on from here, to an organization or to a form that may lead to one.
  mutating func lead(_ console: Console) {
    leading = console.stepsBack
  }

  /// Takes in what has happened; false: what they led to was left for something else.
  mutating func follow(_ console: Console) -> Bool {
    guard isFollowed, let leading else {
      isFollowed = hasArrived(in: console)
      return true
    }
    if console.detail.isOpen, console.stepsBack > leading { return true }
    (isFollowed, self.leading) = (false, nil)
    return console.recordsReturnedTo == name
  }
}
