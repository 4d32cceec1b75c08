import Dispatch
import Foundation
import Synchronization

/// A process started by this one, whose end can be waited for with a limit.
final class ChildProcess: Sendable {
  private let ending = Mutex(PseudoTerminal.Ending.stillRunning)
  private let hasEnded = DispatchSemaphore(value: 0)

  init(_ processID: pid_t) {
    // waitpid has no limit of its own.
    Thread.detachNewThread { [self] in
      var status: Int32 = 0
      while waitpid(processID, &status, 0) < 0, errno == EINTR {}
      ending.withLock {
        $0 = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signaled(status & 0x7F)
      }
      hasEnded.signal()
    }
  }

  func wait(milliseconds: Int) -> PseudoTerminal.Ending {
    if hasEnded.wait(timeout: .now() + .milliseconds(milliseconds)) == .success {
      hasEnded.signal()
    }
    return ending.withLock { $0 }
  }
}
