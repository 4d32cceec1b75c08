import Foundation
import Glibc
import Synchronization

/// A server on 127.0.0.1 that answers each request with whatever bytes a test likes.
final class LoopbackServer: Sendable {
  enum Event: Equatable, Sendable {
    /// A whole request, head and body.
    case request(String)
    /// A connection ended, whichever side closed it.
    case connectionClosed
  }

  struct SocketFailure: Error {
    var number = errno
  }

  let port: UInt16
  /// What happens at the server, kept until a test asks.
  let events: AsyncStream<Event>
  private let record: AsyncStream<Event>.Continuation
  private let listener: Int32

  init(_ answer: @escaping @Sendable (Connection) -> Void) throws {
    (listener, port) = try Self.listen()
    (events, record) = AsyncStream.makeStream(of: Event.self)
    Self.startThread { [listener, record] in
      while true {
        let descriptor = accept(listener, nil, nil)
        guard descriptor >= 0 else { return }
        Self.startThread { Self.serve(descriptor, record, answer) }
      }
    }
  }

  deinit {
    // Wakes the thread in `accept`, which then ends.
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  func url(_ path: String = "/") throws -> URL {
    guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { throw URLError(.badURL) }
    return url
  }

  /// Waits for the next event that is a request.
  func nextRequest() async -> String? {
    for await case .request(let text) in events { return text }
    return nil
  }

  /// Waits until a connection has ended.
  func connectionClosed() async {
    for await event in events where event == .connectionClosed { return }
  }

  /// A port on which nobody listens.
  static func refusedPort() throws -> UInt16 {
    let (listener, port) = try listen()
    close(listener)
    return port
  }

  private static func listen() throws -> (descriptor: Int32, port: UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard listener >= 0 else { throw SocketFailure() }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && Glibc.listen(listener, 64) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isListening else {
      close(listener)
      throw SocketFailure()
    }
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  private static func serve(
    _ descriptor: Int32, _ record: AsyncStream<Event>.Continuation,
    _ answer: @Sendable (Connection) -> Void
  ) {
    var connection = Connection(descriptor: descriptor)
    while let request = connection.read() {
      connection.request = request
      record.yield(.request(request))
      answer(connection)
    }
    close(descriptor)
    record.yield(.connectionClosed)
  }

  private static func startThread(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.stackSize = 256 << 10
    thread.start()
  }
}

/// One client's connection, within an answer.
struct Connection: Sendable {
  fileprivate let descriptor: Int32
  /// The request to be answered, head and body.
  fileprivate(set) var request = ""

  /// Sends text as it is; false when the client has gone.
  @discardableResult
  func write(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Sends a whole answer.
  func answer(_ status: String, headers: String = "", body: String = "") {
    write("HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)")
  }

  /// Says that nothing more will come.
  func hangUp() {
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  /// Ends the connection the rude way, with a reset.
  func reset() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    // What was not read makes the end a reset, even while the descriptor lives on.
    shutdown(descriptor, Int32(SHUT_RD))
    let silence = open("/dev/null", O_RDONLY | O_CLOEXEC)
    dup2(silence, descriptor)
    close(silence)
  }

  /// Whether the client closed the connection within some milliseconds; -1 waits as long as it takes.
  @discardableResult
  func clientHangsUp(within milliseconds: Int32 = -1) -> Bool {
    var interest = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&interest, 1, milliseconds) > 0
  }

  /// Reads a whole request; nil when the client has closed the connection.
  fileprivate func read() -> String? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !Self.isWhole(bytes) {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    // A TLS client's first record, which a plain server reads as a broken request.
    if bytes.first == 0x16 { return true }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let headEnd = text.range(of: "\r\n\r\n") else { return false }
    let length = text[..<headEnd.lowerBound].split(separator: "\r\n")
      .first { $0.lowercased().hasPrefix("content-length:") }
      .flatMap { Int($0.dropFirst("content-length:".count).trimmingCharacters(in: .whitespaces)) }
    return text[headEnd.upperBound...].utf8.count >= (length ?? 0)
  }
}
