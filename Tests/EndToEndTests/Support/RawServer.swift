import Foundation
import Synchronization

/// A listener that answers every request with text a test has written by hand.
final class RawServer: Sendable {
  struct Failure: Error {}

  let port: UInt16
  private let descriptor: Int32
  private let received = Mutex<[String]>([])

  /// - Parameter answer: the JSON for a request line such as `GET /organizations?limit=50 HTTP/1.1`.
  init(answer: @escaping @Sendable (String) -> String) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { [descriptor] pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound, listen(descriptor, 16) == 0 else { throw Failure() }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in serve(answer) }
  }

  /// Ends the thread that serves, and with it this server.
  func stop() {
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  /// The heads of all requests so far.
  var requests: [String] {
    received.withLock { $0 }
  }

  /// The first line of each.
  var requestLines: [String] {
    requests.map { String($0.prefix { !$0.isNewline }) }
  }

  private func serve(_ answer: (String) -> String) {
    while case let connection = accept(descriptor, nil, nil), connection >= 0 {
      let head = Self.head(from: connection)
      received.withLock { $0.append(head) }
      let body = answer(String(head.prefix { !$0.isNewline }))
      let text = """
        HTTP/1.1 200 OK\r
        Content-Type: application/json\r
        Content-Length: \(body.utf8.count)\r
        Connection: close\r
        \r
        \(body)
        """
      _ = send(connection, text, text.utf8.count, Int32(MSG_NOSIGNAL))
      close(connection)
    }
    close(descriptor)
  }

  /// The head of a request, whose body is read too: a connection closed on what was not read is reset,
  /// and the answer with it.
  private static func head(from connection: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    func readOn() -> Bool {
      let count = recv(connection, &buffer, buffer.count, 0)
      if count > 0 { bytes += buffer[..<count] }
      return count > 0
    }
    let end = Array("\r\n\r\n".utf8)
    while bytes.firstRange(of: end) == nil, readOn() {}
    let headLength = bytes.firstRange(of: end)?.upperBound ?? bytes.count
    let head = String(decoding: bytes[..<headLength], as: UTF8.self)
    let length = head.lowercased().firstMatch(of: /content-length: *([0-9]+)/)
    let bodyLength = length.flatMap { Int($0.1) } ?? 0
    while bytes.count < headLength + bodyLength, readOn() {}
    return head
  }
}
