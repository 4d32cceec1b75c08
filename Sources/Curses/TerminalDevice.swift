import CNcurses
import Glibc

/// An open terminal device: bytes out, settings, size. Knows nothing of ncurses.
struct TerminalDevice {
  let descriptor: Int32
  private(set) var settings = termios()

  /// Opens the controlling terminal or, where there is none (some containers), standard input's.
  static func open() throws(TerminalError) -> TerminalDevice {
    var descriptor = Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC)
    if descriptor < 0, let name = ttyname(STDIN_FILENO) {
      descriptor = Glibc.open(name, O_RDWR | O_CLOEXEC | O_NOCTTY)
    }
    guard let device = TerminalDevice(descriptor: descriptor) else { throw .notATerminal }
    return device
  }

  /// Takes over a descriptor; nil when it is not a terminal's.
  init?(descriptor: Int32) {
    self.descriptor = descriptor
    guard descriptor >= 0, tcgetattr(descriptor, &settings) == 0 else { return nil }
  }

  /// A stream of its own on the terminal, as ncurses wants one in each direction.
  func stream(_ mode: String) -> UnsafeMutablePointer<FILE>? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { return nil }
    return fdopen(copy, mode)
  }

  /// The size the terminal says it has; nil when it does not know. Brought into `1...1000`.
  var size: (rows: Int, columns: Int)? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else {
      return nil
    }
    return (min(Int(size.ws_row), 1000), min(Int(size.ws_col), 1000))
  }

  /// Whether this program's job has the terminal; so it has where there are no jobs.
  var isInForeground: Bool {
    let group = tcgetpgrp(descriptor)
    return group < 0 || group == getpgrp()
  }

  /// Whether the terminal collects lines, as a shell leaves it to programs that do not read keys.
  var isCooked: Bool {
    var now = termios()
    return tcgetattr(descriptor, &now) == 0 && now.c_lflag & tcflag_t(ICANON) != 0
  }

  /// Whether the other end is gone: no key will ever come.
  var isHungUp: Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 0) > 0 else { return false }
    return request.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
  }

  /// Whether there is something to read, now or within so long.
  func hasInput(inMilliseconds milliseconds: Int) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, Int32(clamping: milliseconds)) > 0
      && request.revents & Int16(POLLIN) != 0
  }

  /// The bytes that are read at once.
  static let mostRead = 4096

  /// Reads what is there; waits when nothing is. Empty when the other end is gone.
  func read() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Self.mostRead) { buffer, count in
      count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
    }
  }

  /// Writes everything, or as much as the terminal takes before it hangs up.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
      } else if errno != EINTR {
        return
      }
    }
  }
}
