import Foundation

/// A blocking connection to a server on this machine, which sends what no HTTP library would.
package struct LoopbackConnection: ~Copyable {
  package struct Failure: Error {}

  private let descriptor: Int32

  package init(port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    // Throwing here runs deinit, which closes the socket.
    guard isConnected else { throw Failure() }
    // No test may wait for ever.
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit {
    close(descriptor)
  }

  package func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// Sends a request with an API key, which is the sandbox's usual one if not given.
  package func request(
    _ method: String, _ target: String, _ body: String = "", apiKey: String = "sk_test_sandbox",
    _ headers: String...
  ) {
    let lines =
      [
        "\(method) \(target) HTTP/1.1", "Host: 127.0.0.1", "Authorization: Bearer \(apiKey)",
        "Content-Length: \(body.utf8.count)",
      ] + headers
    send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }

  /// What arrives until `end` has been seen or the other side closes.
  package func receive(until end: String? = nil) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 {
      bytes += buffer[..<count]
      if let end, String(decoding: bytes, as: UTF8.self).contains(end) { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
