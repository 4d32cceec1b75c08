import Foundation
import Synchronization

/// The actor of all that the person sees: the state, the screen and the keys, one after the other.
///
/// Not the main actor, whose jobs only the system's own loop can run: that one would wake a second
/// thread for each key.
@globalActor
package actor ConsoleActor {
  package static let shared = ConsoleActor()

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    ConsoleExecutor.shared.asUnownedSerialExecutor()
  }
}

/// Keeps the jobs of the console's actor until whoever has the thread for them runs them.
package final class ConsoleExecutor: SerialExecutor {
  package static let shared = ConsoleExecutor()

  private struct State {
    var jobs: [UnownedJob] = []
    /// Whether the jobs are being run, or somebody was told to.
    var isAwake = false
    var wake: @Sendable () -> Void
  }

  private let state: Mutex<State>

  private init() {
    let queue = DispatchQueue(label: "console")
    state = Mutex(State(wake: { queue.async { ConsoleExecutor.shared.runJobs() } }))
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let wake: (@Sendable () -> Void)? = state.withLock { state in
      state.jobs.append(job)
      if state.isAwake { return nil }
      state.isAwake = true
      return state.wake
    }
    wake?()
  }

  /// Leaves the jobs to a loop, which calls `runJobs` after each time it is woken, on one thread.
  ///
  /// Call before there are jobs: until then, as in tests, they run on a queue.
  ///
  /// - Parameter wake: called on any thread, once for all jobs that then wait.
  package func beServed(waking wake: @escaping @Sendable () -> Void) {
    state.withLock { $0.wake = wake }
  }

  /// Runs what there is to do, and what comes of it, until nothing is left.
  package func runJobs() {
    while true {
      let jobs = state.withLock { state in
        let jobs = state.jobs
        state.jobs.removeAll()
        state.isAwake = !jobs.isEmpty
        return jobs
      }
      if jobs.isEmpty { return }
      for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
  }
}
