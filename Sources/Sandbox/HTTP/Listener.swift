import Foundation

/// A listening socket on the loopback address.
struct Listener: Sendable {
  let descriptor: Int32
  let port: UInt16

  init(port: UInt16) throws(SandboxStartError) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw Self.failure() }
    do throws(SandboxStartError) {
      self.port = try Self.listen(descriptor, port: port)
      self.descriptor = descriptor
    } catch {
      Glibc.close(descriptor)
      throw error
    }
  }

  /// The next connection, or nil when the listener was stopped.
  func accept() -> Int32? {
    while true {
      let connection = Glibc.accept(descriptor, nil, nil)
      if connection >= 0 {
        // accept4() would do it in one step, but is not in the Glibc module.
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        return connection
      }
      switch errno {
      case EINTR, ECONNABORTED: continue
      case EMFILE, ENFILE, ENOBUFS, ENOMEM:
        // Out of descriptors for now: wait a moment rather than spin.
        usleep(10_000)
      default: return nil
      }
    }
  }

  /// Makes `accept` return nil, from any thread.
  func stop() {
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  func close() {
    Glibc.close(descriptor)
  }

  private static func listen(
    _ descriptor: Int32, port: UInt16
  ) throws(SandboxStartError) -> UInt16 {
    var on: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0
      }
    }
    guard isBound, Glibc.listen(descriptor, 128) == 0 else {
      throw errno == EADDRINUSE ? .portTaken(port) : failure()
    }
    let isKnown = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isKnown else { throw failure() }
    return UInt16(bigEndian: address.sin_port)
  }

  private static func failure() -> SandboxStartError {
    .system(String(cString: strerror(errno)))
  }
}
