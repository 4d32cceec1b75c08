import CNcurses
import Glibc

/// A descriptor that any thread makes readable, to wake one that waits for descriptors.
package struct WakeUp: Sendable {
  package let descriptor: Int32

  package init() throws(TerminalError) {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    guard descriptor >= 0 else { throw .signalsUnavailable(errno) }
  }

  package func call() {
    var one: UInt64 = 1
    _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// Forgets the calls so far.
  package func take() {
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
  }
}
