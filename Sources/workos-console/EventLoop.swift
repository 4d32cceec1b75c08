import Curses
import Foundation
import ViewModel

/// Waits, on the thread the program began with, for descriptors and for the jobs of the console's actor.
///
/// That thread reads a key, decides and writes the frame: none has to wake another in between. It is
/// also the one whose stack the crash guard watches.
@ConsoleActor
final class EventLoop {
  private let wakeUp: WakeUp
  /// What is called when a descriptor has something to read, or its other end has gone.
  private var handlers: [(descriptor: Int32, call: () -> Void)] = []
  /// What is done once nothing has come for a moment, and then no more.
  private var idleWork: (() -> Void)?
  /// Longer than whoever was just written to needs to read it; shorter than a held key's pauses.
  private static let idleMilliseconds: Int32 = 20

  /// Takes over the jobs of the console's actor; call before there are any.
  nonisolated init() throws {
    let wakeUp = try WakeUp()
    self.wakeUp = wakeUp
    ConsoleExecutor.shared.beServed { wakeUp.call() }
  }

  /// Makes this the thread of the console's actor, and begins with `work`, which goes on to `run`.
  nonisolated func start(_ work: @escaping @ConsoleActor @Sendable () -> Never) -> Never {
    Task { @ConsoleActor in work() }
    var request = Self.request(for: wakeUp.descriptor)
    while true {
      _ = poll(&request, 1, -1)
      wakeUp.take()
      ConsoleExecutor.shared.runJobs()
    }
  }

  /// Calls `handler` whenever there is something to read, until the descriptor is forgotten.
  func watch(_ descriptor: Int32, _ handler: @escaping () -> Void) {
    handlers.append((descriptor, handler))
  }

  func forget(_ descriptor: Int32) {
    handlers.removeAll { $0.descriptor == descriptor }
  }

  /// Calls `work` once, when nothing has come for a moment.
  func whenIdle(_ work: @escaping () -> Void) { idleWork = work }

  /// Does whatever comes, one after the other, until the process ends.
  func run() -> Never {
    var requests: [pollfd] = []
    while true {
      ConsoleExecutor.shared.runJobs()
      // Made ready before the wait: between a key and its answer as little is done as can be.
      requests.removeAll(keepingCapacity: true)
      requests.append(Self.request(for: wakeUp.descriptor))
      for handler in handlers { requests.append(Self.request(for: handler.descriptor)) }
      let timeout = idleWork == nil ? -1 : Self.idleMilliseconds
      let count = poll(&requests, nfds_t(requests.count), timeout)
      if count == 0, let work = idleWork {
        idleWork = nil
        work()
      }
      guard count > 0 else { continue }
      if requests[0].revents != 0 { wakeUp.take() }
      for request in requests.dropFirst() where request.revents != 0 {
        // One handler may have another's descriptor forgotten.
        handlers.first { $0.descriptor == request.fd }?.call()
      }
    }
  }

  nonisolated private static func request(for descriptor: Int32) -> pollfd {
    pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  }
}
