import Foundation
import Synchronization

/// A program on a terminal of its own, of which this is the other end.
///
/// Not `Sendable`: belongs to the test that made it. The program is killed with it.
package final class PseudoTerminal {
  package enum Ending: Equatable, Sendable {
    case exited(Int32)
    case signaled(Int32)
    case stillRunning
  }

  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// The whole environment of a program under test, unless the test says otherwise.
  package static let environment = [
    "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": "/nonexistent",
    "PATH": "/usr/bin:/bin", "ESCDELAY": "25", "SWIFT_BACKTRACE": "enable=no",
  ]

  /// Held while a terminal is made for a program and the program is started.
  private static let starting = Mutex(())

  package let processID: pid_t
  /// The terminal's settings before the program could change them.
  package let originalSettings: TerminalSettings
  private let master: Int32
  private let process: ChildProcess
  private var isHungUp = false
  /// What was read to make the program go on reading.
  private var unread: [UInt8] = []

  /// - Parameter environment: added to the pinned environment; an empty value removes a variable.
  package init(
    _ arguments: [String], rows: Int = 24, columns: Int = 80, environment: [String: String] = [:]
  ) throws {
    let variables = PseudoTerminal.environment.merging(environment) { $1 }
    // A program that is started in between would have this terminal open as well, and it would
    // not end with the program it belongs to.
    (master, processID, originalSettings) = try PseudoTerminal.starting.withLock { _ in
      try PseudoTerminal.start(
        arguments, on: PseudoTerminal.size(rows, columns),
        environment: variables.filter { !$0.value.isEmpty })
    }
    process = ChildProcess(processID)
  }

  deinit {
    if wait(milliseconds: 0) == .stillRunning {
      kill(processID, SIGKILL)
      _ = wait(milliseconds: 5_000)
    }
    hangUp()
  }

  package func send(_ text: String) {
    send(Array(text.utf8))
  }

  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // The program may wait for its output to be taken before it reads on.
        var request = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
        _ = poll(&request, 1, 5_000)
        guard request.revents != 0, let bytes = readNow() else { return }
        unread += bytes
      } else if errno != EINTR {
        return
      }
    }
  }

  /// Sends a signal to the program.
  package func send(signal: Int32) {
    kill(processID, signal)
  }

  package func resize(rows: Int, columns: Int) {
    var size = PseudoTerminal.size(rows, columns)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the terminal, as a window does; the program gets SIGHUP.
  package func hangUp() {
    guard !isHungUp else { return }
    isHungUp = true
    close(master)
  }

  /// What the program has written, after waiting for it at most this long; nil: it has gone.
  package func read(milliseconds: Int) -> [UInt8]? {
    guard !isHungUp else { return nil }
    guard unread.isEmpty else {
      defer { unread = [] }
      return unread
    }
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, Int32(clamping: max(0, milliseconds))) > 0 else { return [] }
    return readNow()
  }

  private func readNow() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(master, &buffer, buffer.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  /// How the program ended, after waiting for it at most this long.
  package func wait(milliseconds: Int) -> Ending {
    process.wait(milliseconds: milliseconds)
  }

  /// The settings of the terminal now (echo, canonical input, …), also after the program has ended.
  package var settings: TerminalSettings {
    TerminalSettings(of: master)
  }

  private static func start(
    _ arguments: [String], on size: winsize, environment: [String: String]
  ) throws -> (master: Int32, processID: pid_t, settings: TerminalSettings) {
    var (master, slave, size) = (Int32(-1), Int32(-1), size)
    guard openpty(&master, &slave, nil, nil, &size) == 0 else {
      throw Failure(description: "openpty: errno \(errno)")
    }
    defer { close(slave) }
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(master, F_SETFL, O_RDWR | O_NONBLOCK)
    do {
      let settings = TerminalSettings(of: slave)
      let processID = try spawn(arguments, environment: environment, on: name(of: slave))
      return (master, processID, settings)
    } catch {
      close(master)
      throw error
    }
  }

  /// The path of a terminal; `ttyname` keeps it where another thread may change it.
  private static func name(of descriptor: Int32) throws -> String {
    var path = [CChar](repeating: 0, count: 256)
    let error = ttyname_r(descriptor, &path, path.count)
    guard error == 0 else { throw Failure(description: "ttyname_r: errno \(error)") }
    return String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func size(_ rows: Int, _ columns: Int) -> winsize {
    winsize(
      ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0, ws_ypixel: 0)
  }
}
