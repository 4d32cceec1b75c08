import Foundation
import Synchronization
import WorkOS

/// Lets requests leave as a pacer decides: one for all that goes out.
package final class Pace: Sendable {
  fileprivate struct State {
    var pacer = Pacer()
    var places: [Pacer.Ticket: Place] = [:]
    /// When it is looked again.
    var wake: (date: Date, task: Task<Void, Never>)?
  }

  /// How far a request is on its way out.
  fileprivate enum Place {
    case entered
    case suspended(CheckedContinuation<Bool, Never>)
    /// Whether it leaves.
    case decided(Bool)
  }

  private let state = Mutex(State())
  private let now: @Sendable () -> Date
  private let sleepUntil: @Sendable (Date) async throws -> Void

  package init(
    now: @escaping @Sendable () -> Date,
    sleepUntil: @escaping @Sendable (Date) async throws -> Void
  ) {
    self.now = now
    self.sleepUntil = sleepUntil
  }

  /// Sends something when its turn has come; nil when its task was cancelled before it left.
  package func callAsFunction<Value>(
    _ traffic: Traffic, _ urgency: Urgency, send: () async -> Reply<Value>
  ) async -> Reply<Value>? {
    let ticket = state.withLock { state in
      let ticket = state.pacer.enter(traffic, urgency)
      state.places[ticket] = .entered
      return ticket
    }
    letGo()
    guard await isItsTurn(ticket) else { return nil }
    let reply = await send()
    let end = now()
    state.withLock { $0.pacer.ended(ticket, with: reply.failure, at: end) }
    letGo()
    return reply
  }

  /// Until when a kind is held back, as the server asked; nil when it is not.
  package func heldUntil(_ traffic: Traffic) -> Date? {
    let now = now()
    return state.withLock { $0.pacer.heldUntil(traffic) }.flatMap { $0 > now ? $0 : nil }
  }

  private func isItsTurn(_ ticket: Pacer.Ticket) async -> Bool {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let decided: Bool? = state.withLock { state in
          if case .decided(let leaves) = state.places[ticket] {
            state.places[ticket] = nil
            return leaves
          }
          state.places[ticket] = .suspended(continuation)
          return nil
        }
        if let decided { continuation.resume(returning: decided) }
      }
    } onCancel: {
      let continuation: CheckedContinuation<Bool, Never>? = state.withLock { state in
        guard state.pacer.leave(ticket) else { return nil }
        return state.decide(ticket, leaves: false)
      }
      continuation?.resume(returning: false)
    }
  }

  /// Lets those go whose turn has come, and looks again when the next may.
  private func letGo() {
    let now = now()
    let leaving = state.withLock { state in
      let (tickets, next) = state.pacer.departures(at: now)
      if next != state.wake?.date {
        state.wake?.task.cancel()
        state.wake = next.map { date in (date, Task { await self.lookAgain(at: date) }) }
      }
      return tickets.compactMap { state.decide($0, leaves: true) }
    }
    for continuation in leaving { continuation.resume(returning: true) }
  }

  private func lookAgain(at date: Date) async {
    // Cancelled: another moment came first.
    guard (try? await sleepUntil(date)) != nil else { return }
    state.withLock { $0.wake = nil }
    letGo()
  }
}

extension Pace.State {
  /// Whom to tell; nil while it does not wait yet, and will find the decision.
  fileprivate mutating func decide(
    _ ticket: Pacer.Ticket, leaves: Bool
  ) -> CheckedContinuation<Bool, Never>? {
    if case .suspended(let continuation) = places.removeValue(forKey: ticket) {
      return continuation
    }
    places[ticket] = .decided(leaves)
    return nil
  }
}
