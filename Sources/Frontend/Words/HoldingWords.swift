import Foundation
import ViewModel
import WorkOS

/// What an organization holds, counted, in words.
enum HoldingWords {
  /// What goes with an organization, in as many lines whatever is known by now, so that nothing moves
  /// when a count comes in.
  static func lines(_ counts: DeletionCounts?, _ scene: Scene, width: Int) -> [TextLine] {
    let room = TextLine(sentence { _ in "100+" } + markedUncounted).wrapped(to: width).count
    let words = Holding.allCases.map { holding in
      switch counts?.counts[holding] {
      case .counting, nil: "…"
      case .known(let count): number(count)
      case .unknown: "?"
      }
    }
    let text = sentence { words[Holding.allCases.firstIndex(of: $0) ?? 0] }
    let uncounted = words.contains("?") ? markedUncounted : ""
    let wordings = ([uncounted] + tails(counts, scene).map { uncounted + $0 }).reversed()
      .map { TextLine(text + $0).wrapped(to: width) }
    let lines = (wordings.first { $0.count <= room } ?? wordings.last ?? []).prefix(room)
    return lines + Array(repeating: .empty, count: room - lines.count)
  }

  /// The seconds after which it is told how long a count takes.
  private static let longestUntold = 3

  /// Why what is marked … is not counted so far, in wordings from the shortest on; none, as long as it may
  /// come at any moment.
  private static func tails(_ counts: DeletionCounts?, _ scene: Scene) -> [String] {
    let awaited = counts?.counts.values.compactMap(\.pending) ?? []
    if let wait = awaited.compactMap(scene.wait(of:)).min(by: { $0.until < $1.until }) {
      let time = "in \(ListWords.seconds(until: wait.until, at: scene.now)) s"
      return [" Retrying \(time).", " Retrying \(time) (\(ErrorWords.short(wait.error)))."]
    }
    let since = awaited.map(\.since).min() ?? scene.now
    let seconds = Int(scene.now.timeIntervalSince(since))
    return seconds < longestUntold ? [] : [" Counting · \(seconds) s."]
  }

  /// What else goes with an organization and is not counted for it: as many as tabs have read, in as many
  /// lines whatever that is.
  static func beside(_ tabs: OrganizationTabs, of organization: Organization.ID, width: Int)
    -> [TextLine]
  {
    let things = [
      ("Invitations", "invitation", tabs.count(in: "invitations", of: organization)),
      ("API keys", "API key", tabs.count(in: "api-keys", of: organization)),
      ("own roles", "own role", tabs.ownRoleCount(of: organization)),
    ]
    let parts = things.map { many, one, count in
      count.map { "\(number($0)) \(number($0) == "1" ? one : "\(one)s")" } ?? many
    }
    let isAnyRead = things.contains { $0.2 != nil }
    let text =
      parts.joined(separator: ", ") + ", flags and IT contacts go too"
      + (isAnyRead ? ", as far as its tabs were read." : "; they are not counted.")
    let longest =
      "100+ invitations, 100+ API keys, 100+ own roles, flags and IT contacts go too, as far as its "
      + "tabs were read."
    let room = TextLine(longest).wrapped(to: width).count
    let lines = TextLine(text).wrapped(to: width).prefix(room)
    return lines + Array(repeating: .empty, count: room - lines.count)
  }

  private static let markedUncounted = " What is marked ? could not be counted."

  private static func sentence(_ number: (Holding) -> String) -> String {
    let parts = Holding.allCases.map { holding in
      let count = number(holding)
      return "\(count) \(count == "1" ? one(holding) : holding.rawValue)"
    }
    return "With it go " + parts.joined(separator: ", ") + "."
  }

  /// That what goes with an organization is not what was agreed to.
  static func miscounted(
    _ name: String, _ holding: Holding, was former: Holding.Count?, is count: Holding.Count
  ) -> String {
    let words = "\(number(count)) \(count.number == 1 ? one(holding) : holding.rawValue)"
    return "\(ListWords.quoted(name)) was not deleted: \(words) would go with it now"
      + (former.map { ", not \(number($0))" } ?? "") + ". d asks again."
  }

  /// That what goes with an organization could not be counted before its delete was sent.
  static func uncounted(_ name: String, _ holding: Holding, _ error: WorkOSError) -> String {
    "\(ListWords.quoted(name)) was not deleted: its \(holding.rawValue) could not be counted again "
      + "(\(ErrorWords.short(error))). d asks again." + ErrorWords.quoting(error)
  }

  /// A number that says where there may be more: `100+`.
  static func number(_ count: Holding.Count) -> String {
    "\(count.number)\(count.isComplete ? "" : "+")"
  }

  private static func one(_ holding: Holding) -> String {
    switch holding {
    case .members: "member"
    case .connections: "connection"
    case .directories: "directory"
    }
  }
}
