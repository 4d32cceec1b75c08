import Foundation
import WorkOS

/// How far back it is looked for what happened.
package enum EventPeriod: String, Equatable, Sendable, CaseIterable {
  case day
  case week
  case month
  /// As far as the server keeps events: 90 days.
  case everything

  /// How it ends a sentence.
  package var title: String {
    switch self {
    case .day: "the last 24 hours"
    case .week: "the last 7 days"
    case .month: "the last 30 days"
    case .everything: "all the time that is kept, 90 days"
    }
  }

  /// Where each window begins, in days before now, the newest window first; nil: where events begin.
  ///
  /// Events are listed oldest first. To have the newest first, a small window of the last of them is
  /// walked through to its end, then the larger one before it.
  private var beginnings: [Double?] {
    switch self {
    case .day: [1]
    case .week: [1, 3, 7]
    case .month: [1, 3, 7, 15, 30]
    case .everything: [1, 3, 7, 15, 30, 60, nil]
    }
  }

  /// The windows that make up the period, the newest first.
  func windows(before now: Date) -> [Events.Stretch] {
    let starts = beginnings.map { days in days.map { now.addingTimeInterval(-$0 * 86_400) } }
    // The newest is open: this machine's clock need not be the server's.
    let ends = [nil] + starts.dropLast()
    return zip(starts, ends).map { start, end in
      Events.Stretch(from: start.map { .time($0) } ?? .oldest, to: end)
    }
  }
}
