import Foundation
import ViewModel

/// What is about to be sent and can be taken back, for the status line and, where that is covered, the
/// title.
extension Scene {
  /// Of all that counts down the one that z takes back, which is the last that was agreed to, else the
  /// one that goes on next, and how many there are besides; in several wordings, none of which lets go
  /// of `z`.
  var leaving: [String] {
    let underway = leavings
    let nearest = underway.min {
      $0.deadline ?? .distantFuture < $1.deadline ?? .distantFuture
    }
    let last = underway.filter(\.canBeTakenBack).max { $0.order < $1.order }
    guard let next = last ?? nearest else { return [] }
    // A name that is cut says more than none.
    let names = (layout.columns >= 110 ? [40, 16, 8] : [16, 8]).map {
      ListWords.quoted(next.name, columns: $0)
    }
    let more = underway.count > 1 ? " · \(underway.count - 1) more" : ""
    if console.quitting == .asking, next.canBeTakenBack || next.isOfTab {
      return names.map { next.held("\($0) ") + more } + [next.held("") + more, next.held("")]
    }
    let isBound = keyMap.name(of: .undo, in: top) != nil
    let stops = isBound && underway.contains(where: \.isToBeRepeated)
    let place = next.isOfTab ? "tab" : "list"
    let undo =
      next.canBeTakenBack
      ? isBound ? " · z undoes" : " · z in the \(place)" : stops ? " · z stops" : ""
    // Whether it was sent before or held back for the rate limit, that is what comes next.
    let time = next.deadline.map { " in \(max(0, Int($0.timeIntervalSince(now).rounded(.up)))) s" }
    let rest = (time ?? "") + more + undo
    return names.map { "\(next.verb) \($0)\(rest)" }
      + ["\(next.verb)\(rest)", "\(next.verb)\(time ?? "")\(undo)"]
  }

  /// All deletes of organizations that are under way, and what in tabs counts down. A write of a tab that
  /// is being checked is told as such, save beside those, as z would take it back.
  private var leavings: [Leaving] {
    let deletions = console.deletions.underway.map {
      Leaving($0, verb: "deleting", name: $0.organization.name, isOfTab: false)
    }
    let tabs = console.tabs.underway.filter { $0.deadline != nil || $0.canBeTakenBack }.map {
      Leaving(
        $0, verb: TabNoticeWords.doing($0.write.verb),
        name: AddressWords.readable($0.write.name), isOfTab: true)
    }
    let isAny = !deletions.isEmpty || tabs.contains { $0.deadline != nil }
    return isAny ? deletions + tabs : []
  }
}

/// A write of either kind that is on its way.
private struct Leaving {
  let order: Int
  let verb: String
  let name: String
  let isOfTab: Bool
  let deadline: Date?
  let canBeTakenBack: Bool
  let isToBeRepeated: Bool

  init(_ write: some WriteUnderway, verb: String, name: String, isOfTab: Bool) {
    self.verb = verb
    self.name = name
    self.isOfTab = isOfTab
    order = write.order
    deadline = write.deadline
    canBeTakenBack = write.canBeTakenBack
    isToBeRepeated = write.isToBeRepeated
  }

  /// That it waits while it is asked about.
  func held(_ name: String) -> String {
    isOfTab
      ? "\(verb) \(name)held" : name.isEmpty ? "delete held" : "delete of \(name)held"
  }
}
