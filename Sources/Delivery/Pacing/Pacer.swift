import Foundation
import WorkOS

/// Decides which requests may leave now, of all that want to: what is asked for by hand first, no more
/// of a kind than the server takes, and none of a kind that it asked to wait with.
///
/// A value without a clock of its own. A single request leaves at once.
package struct Pacer: Equatable, Sendable {
  package struct Ticket: Hashable, Sendable {
    fileprivate let number: Int
  }

  private struct Waiting: Equatable, Sendable {
    let ticket: Ticket
    let traffic: Traffic
    let urgency: Urgency
  }

  /// What is known of one kind of traffic.
  private struct Lane: Equatable, Sendable {
    /// When those left that still count.
    var departures: [Date] = []
    var underway = 0
    /// Nothing of it leaves before.
    var heldUntil: Date?
    /// After the server has counted too many: how many may be under way at once.
    var window: Int?
  }

  /// What a server may ask for, as `RetryPolicy` takes it.
  private let retryAfterRange: ClosedRange<TimeInterval>
  private var lanes: [Traffic: Lane] = [:]
  private var waiting: [Waiting] = []
  private var underway: [Ticket: Traffic] = [:]
  private var count = 0

  package init(retryAfterRange: ClosedRange<TimeInterval> = RetryPolicy().retryAfterRange) {
    self.retryAfterRange = retryAfterRange
  }

  /// Has a request wait for its turn, which may come at once; see `departures(at:)`.
  package mutating func enter(_ traffic: Traffic, _ urgency: Urgency) -> Ticket {
    count += 1
    let ticket = Ticket(number: count)
    // Behind those that are as urgent.
    let place = waiting.firstIndex { $0.urgency < urgency } ?? waiting.endIndex
    waiting.insert(Waiting(ticket: ticket, traffic: traffic, urgency: urgency), at: place)
    return ticket
  }

  /// Takes back a request that did not leave; false when it has.
  package mutating func leave(_ ticket: Ticket) -> Bool {
    guard let index = waiting.firstIndex(where: { $0.ticket == ticket }) else { return false }
    waiting.remove(at: index)
    return true
  }

  /// The requests that leave now, and when to ask again for those that do not.
  package mutating func departures(at now: Date) -> (tickets: [Ticket], next: Date?) {
    var tickets: [Ticket] = []
    var next: Date?
    var rest: [Waiting] = []
    for one in waiting {
      switch earliestDeparture(of: one.traffic, at: now) {
      case .now:
        tickets.append(one.ticket)
        underway[one.ticket] = one.traffic
        lanes[one.traffic, default: Lane()].underway += 1
        if one.traffic.limit != nil { lanes[one.traffic]?.departures.append(now) }
      case .at(let date):
        next = min(next ?? date, date)
        rest.append(one)
      case .afterAnother: rest.append(one)
      }
    }
    waiting = rest
    return (tickets, next)
  }

  /// Takes in how a request ended that had left.
  package mutating func ended(_ ticket: Ticket, with error: WorkOSError?, at now: Date) {
    guard let traffic = underway.removeValue(forKey: ticket) else { return }
    var lane = lanes[traffic] ?? Lane()
    lane.underway -= 1
    if case .rejected(let rejection) = error, rejection.status == 429, traffic.isHeldBack {
      lane.window = max(1, min(lane.window ?? .max, lane.underway) / 2)
      if let asked = rejection.retryAfter {
        let wait = min(max(asked, retryAfterRange.lowerBound), retryAfterRange.upperBound)
        lane.heldUntil = max(lane.heldUntil ?? now, now.addingTimeInterval(wait))
      }
    } else if error == nil, let window = lane.window {
      // Twice as many with each that went well, until there is nothing to hold back any more.
      lane.window = window >= 16 ? nil : window * 2
    }
    lanes[traffic] = lane
    forgetIdle(traffic)
  }

  /// Until when a kind is held back, as its server asked.
  package func heldUntil(_ traffic: Traffic) -> Date? { lanes[traffic]?.heldUntil }

  private enum Departure {
    case now
    case at(Date)
    /// When another one has ended.
    case afterAnother
  }

  private mutating func earliestDeparture(of traffic: Traffic, at now: Date) -> Departure {
    guard var lane = lanes[traffic] else { return .now }
    if let limit = traffic.limit {
      lane.departures.removeAll { now.timeIntervalSince($0) >= limit.seconds }
      lanes[traffic] = lane
    }
    if let held = lane.heldUntil {
      if held > now { return .at(held) }
      lanes[traffic]?.heldUntil = nil
    }
    if let most = [traffic.mostAtOnce, lane.window].compactMap(\.self).min(), lane.underway >= most
    {
      return .afterAnother
    }
    if let limit = traffic.limit, lane.departures.count >= limit.count,
      let oldest = lane.departures.first
    {
      return .at(oldest.addingTimeInterval(limit.seconds))
    }
    return .now
  }

  /// Of single things without anything under way nothing needs to be known.
  private mutating func forgetIdle(_ traffic: Traffic) {
    guard traffic.isOfOneThing, let lane = lanes[traffic], lane.underway == 0,
      lane.departures.isEmpty, lane.window == nil, lane.heldUntil == nil
    else { return }
    lanes[traffic] = nil
  }
}
