import Foundation
import WorkOS

/// The creates of one draft that were sent, the first one first.
extension [CreationAttempt] {
  /// So many are kept with a draft.
  package static var most: Int { 8 }

  /// Those that may have been carried out, as no answer told.
  package var unsettled: [CreationAttempt] { filter(\.mayBeDone) }

  /// How often all of them that are one write were sent.
  package func tries(of write: UUID) -> Int {
    lazy.filter { $0.write == write }.map(\.tries).reduce(0, +)
  }

  /// Adds one that was sent after all others.
  package mutating func add(_ attempt: CreationAttempt) {
    append(attempt)
    guard count > Self.most else { return }
    // What is looked for since it was first sent is found however often that was.
    for place in indices.dropFirst().dropLast() {
      let first = self[..<place].firstIndex { $0.organization == self[place].organization }
      guard let first else { continue }
      self[first].tries += self[place].tries
      remove(at: place)
      return
    }
    removeFirst()
  }

  /// The one that most likely has made an organization.
  package func likeliest(toHaveMade organization: Organization) -> CreationAttempt? {
    placeOfLikeliest(toHaveMade: organization).map { self[$0] }
  }

  /// Whether of two that they may have made the one is more likely it: the one that has more of what was
  /// sent, or was made by the earlier sending, or else nearer to that.
  package func isLikelier(_ one: Organization, than other: Organization) -> Bool {
    guard let place = placeOfLikeliest(toHaveMade: one),
      let otherPlace = placeOfLikeliest(toHaveMade: other)
    else { return false }
    let likeness = self[place].likeness(of: one)
    let otherLikeness = self[otherPlace].likeness(of: other)
    if likeness != otherLikeness { return likeness > otherLikeness }
    return place == otherPlace ? self[place].isLikelier(one, than: other) : place < otherPlace
  }

  private func placeOfLikeliest(toHaveMade organization: Organization) -> Int? {
    indices.min { one, other in
      let likeness = self[one].likeness(of: organization)
      let otherLikeness = self[other].likeness(of: organization)
      return likeness == otherLikeness
        ? self[one].distance(to: organization) < self[other].distance(to: organization)
        : likeness > otherLikeness
    }
  }
}
