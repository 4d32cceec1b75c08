import Delivery
import Foundation
import ViewModel

/// What is about to be sent and can be taken back, for the status line and, where that is covered, the
/// title.
extension Scene {
  /// Of all that counts down the one that z takes back, which is the last that was agreed to, else the
  /// one that goes on next, and how many there are besides; in several wordings, none of which lets go
  /// of `z`, nor of the error after which it waits.
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
    if let wait = next.wait {
      let whole = ListWords.repeated(after: wait, at: now, more + undo)[0]
      return (names.map { "\(next.verb) \($0)" } + [next.verb]).map { "\($0): \(whole)" }
        + ListWords.repeated(after: wait, at: now, undo).prefix(2)
    }
    let time =
      next.deadline.map { " in \(ListWords.seconds(until: $0, at: now)) s" } ?? ""
    return names.map { "\(next.verb) \($0)\(time)\(more)\(undo)" }
      + ["\(next.verb)\(time)\(more)\(undo)", "\(next.verb)\(time)\(undo)"]
  }

  /// Whether `z` would take something back, or stop it from being sent again.
  var isAnyToUndo: Bool {
    console.deletions.underway.contains { $0.canBeTakenBack || $0.isToBeRepeated }
      || console.tabs.underway.contains { $0.canBeTakenBack || $0.isToBeRepeated }
  }

  /// All deletes of organizations that are under way, and what in tabs counts down. A write of a tab that
  /// is being checked is told as such, save beside those, as z would take it back, and where that fails.
  private var leavings: [Leaving] {
    let deletions = console.deletions.underway.map {
      Leaving(
        $0, verb: "deleting", name: $0.organization.name, isOfTab: false,
        wait: $0.wait(in: console, at: now))
    }
    let tabs = console.tabs.underway.map {
      Leaving(
        $0, verb: TabNoticeWords.doing($0.write.verb),
        name: AddressWords.readable($0.write.name), isOfTab: true,
        wait: $0.wait(in: console, at: now))
    }.filter { $0.deadline != nil || $0.canBeTakenBack }
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
  /// The wait after something failed.
  let wait: RetryWait?
  /// When it goes on.
  let deadline: Date?
  let canBeTakenBack: Bool
  let isToBeRepeated: Bool

  init(
    _ write: some WriteUnderway, verb: String, name: String, isOfTab: Bool, wait: RetryWait?
  ) {
    self.verb = verb
    self.name = name
    self.isOfTab = isOfTab
    self.wait = wait
    order = write.order
    deadline = wait?.until ?? write.deadline
    canBeTakenBack = write.canBeTakenBack
    isToBeRepeated = write.isToBeRepeated
  }

  /// That it waits while it is asked about.
  func held(_ name: String) -> String {
    isOfTab
      ? "\(verb) \(name)held" : name.isEmpty ? "delete held" : "delete of \(name)held"
  }
}
