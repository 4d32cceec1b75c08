import CNcurses
import Glibc

/// Collects what ncurses writes, so that a frame reaches the terminal in one piece.
///
/// ncurses flushes at every jump of the cursor, a dozen times a frame: each would wake the terminal,
/// and one caught between two would show half a frame.
struct FrameBuffer {
  private let device: TerminalDevice
  /// The descriptor ncurses writes to.
  private let output: Int32
  /// The terminal under a number of its own, to put it back in the place of `output`.
  private let terminal: Int32
  private let memory: Int32

  /// Nil where frames cannot be collected, and ncurses has to write to the terminal itself.
  ///
  /// - Parameter stream: the stream ncurses was started with; it writes past its buffer.
  init?(stream: UnsafeMutablePointer<FILE>, device: TerminalDevice) {
    guard FrameBuffer.memoryMayGrow else { return nil }
    self.device = device
    output = fileno(stream)
    terminal = fcntl(output, F_DUPFD_CLOEXEC, 0)
    memory = memfd_create("frame", memory_file_close_on_exec)
    guard terminal >= 0, memory >= 0 else {
      if terminal >= 0 { close(terminal) }
      if memory >= 0 { close(memory) }
      return nil
    }
  }

  /// Whether the limit on files, which holds for this memory too, leaves room for any frame.
  private static var memoryMayGrow: Bool {
    var limit = rlimit()
    return getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0
      && limit.rlim_cur >= 64 << 20
  }

  /// Sends all that `draw` makes ncurses write, at once.
  func collecting(_ draw: () -> Void) {
    guard dup3(memory, output, O_CLOEXEC) >= 0 else { return draw() }
    draw()
    send(taken())
    // What can wait until the frame is out does.
    _ = dup3(terminal, output, O_CLOEXEC)
  }

  /// All that `draw` makes ncurses write, of which nothing is sent; nil, and nothing drawn, where it
  /// cannot be kept back.
  func collected(_ draw: () -> Void) -> [UInt8]? {
    guard dup3(memory, output, O_CLOEXEC) >= 0 else { return nil }
    defer { _ = dup3(terminal, output, O_CLOEXEC) }
    draw()
    return taken()
  }

  /// Sends what was collected.
  func send(_ bytes: [UInt8]) {
    if !bytes.isEmpty { device.write(bytes) }
  }

  /// What ncurses has written since the last time.
  private func taken() -> [UInt8] {
    let count = lseek(memory, 0, SEEK_CUR)
    guard count > 0 else { return [] }
    lseek(memory, 0, SEEK_SET)
    return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
      initialized = max(0, pread(memory, buffer.baseAddress, Int(count), 0))
    }
  }

  func discard() {
    close(terminal)
    close(memory)
  }
}
