import Foundation

/// One accepted TCP connection; closes it when it goes away.
struct Connection: ~Copyable {
  enum Reading: Equatable {
    case bytes(Int)
    case timedOut
    case closed
  }

  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 16 * 1024)

  /// Takes over an open socket.
  init(adopting descriptor: Int32, sendTimeout: Duration) {
    self.descriptor = descriptor
    var on: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    var limit = timeval(tv_sec: Int(sendTimeout.components.seconds), tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit {
    close(descriptor)
  }

  /// Waits for bytes until `deadline` and hands them to `parser`.
  mutating func read(into parser: inout RequestParser, until deadline: ContinuousClock.Instant)
    -> Reading
  {
    guard wait(for: Int16(POLLIN), until: deadline) else { return .timedOut }
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return .closed }
    parser.append(buffer[..<count])
    return .bytes(count)
  }

  /// Sends everything, or says that the other side has gone or does not take it.
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      // Without MSG_NOSIGNAL a vanished client would end the whole process.
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Lets time pass; ends early, with false, when the client hangs up or the server stops.
  func pause(for duration: Duration) -> Bool {
    guard duration > .zero else { return true }
    return !wait(for: Self.hangUp, until: .now + duration)
  }

  /// Closes so that an answer sent before the client's request was read whole still arrives.
  mutating func drain() {
    shutdown(descriptor, Int32(SHUT_WR))
    let deadline = ContinuousClock.now + .milliseconds(500)
    var budget = 4 * 1024 * 1024
    while budget > 0, wait(for: Int16(POLLIN), until: deadline) {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      budget -= count
    }
  }

  /// POLLRDHUP, which the Glibc module does not offer; POLLHUP and POLLERR are always reported.
  private static let hangUp: Int16 = 0x2000

  private func wait(for events: Int16, until deadline: ContinuousClock.Instant) -> Bool {
    while true {
      let left = max(.zero, ContinuousClock.now.duration(to: deadline))
      // Rounded up, so that waiting never turns into polling at the very end.
      let milliseconds = Int32(clamping: Int((left / .milliseconds(1)).rounded(.up)))
      var entry = pollfd(fd: descriptor, events: events, revents: 0)
      let ready = poll(&entry, 1, milliseconds)
      if ready > 0 { return true }
      if ready == 0 || errno != EINTR { return false }
    }
  }
}
