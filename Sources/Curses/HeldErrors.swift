import CNcurses
import Glibc

/// Keeps what is said on standard error off the screen, and says it when the terminal is given back.
///
/// A library's warning would be drawn across the screen, and the last words of a crash would go with
/// it: they are written just before the signal.
struct HeldErrors {
  private let memory: Int32
  /// Standard error under a number of its own, to put it back in its place.
  private let original: Int32
  private let buffer: UnsafeMutableRawBufferPointer
  /// More than a crash has to say; what came before it is left out.
  private static let mostBytes: off_t = 65_536

  /// Nil where standard error is no terminal: then it goes where it was sent, at once.
  init?() {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    memory = memfd_create("errors", memory_file_close_on_exec)
    buffer = .allocate(byteCount: 4096, alignment: 16)
    guard original >= 0, memory >= 0 else {
      discard()
      return nil
    }
  }

  func hold() {
    dup2(memory, STDERR_FILENO)
  }

  /// Puts standard error back and says what was held; does nothing a signal handler may not.
  func release() {
    dup2(original, STDERR_FILENO)
    var position = max(0, lseek(memory, 0, SEEK_END) - Self.mostBytes)
    while case let count = pread(memory, buffer.baseAddress, buffer.count, position), count > 0 {
      _ = write(original, buffer.baseAddress, count)
      position += off_t(count)
    }
    ftruncate(memory, 0)
    lseek(memory, 0, SEEK_SET)
  }

  func discard() {
    if original >= 0 { close(original) }
    if memory >= 0 { close(memory) }
    buffer.deallocate()
  }
}
