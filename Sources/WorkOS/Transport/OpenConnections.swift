import Foundation

/// The connections of this process, which URLSession does not hand out.
enum OpenConnections {
  /// As many as this program could ever have open.
  private static let descriptors: Range<Int32> = 3..<1024

  /// Ends those on which a server sends more than is read, at once and for good.
  ///
  /// - Parameter url: Where the server is; behind a proxy, none of them leads there, and all count.
  static func breakOff(to url: URL?) {
    let busy = descriptors.compactMap { descriptor in
      peerPort(of: descriptor).flatMap { port in
        unreadBytes(of: descriptor) > 0 ? (descriptor: descriptor, port: port) : nil
      }
    }
    let port = url?.port ?? (url?.scheme == "http" ? 80 : 443)
    let direct = busy.filter { $0.port == port }
    for connection in direct.isEmpty ? busy : direct {
      // Unlike a shutdown, this also throws away what has arrived.
      var nowhere = sockaddr()
      nowhere.sa_family = sa_family_t(AF_UNSPEC)
      _ = connect(connection.descriptor, &nowhere, socklen_t(MemoryLayout<sockaddr>.size))
    }
  }

  /// The port at the other end of a TCP connection; nil for anything else.
  private static func peerPort(of descriptor: Int32) -> Int? {
    var address = sockaddr_in6()
    var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
    let isConnected = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getpeername(descriptor, $0, &length) == 0
      }
    }
    // The port lies at the same place in an address of either version.
    guard isConnected, [AF_INET, AF_INET6].contains(Int32(address.sin6_family)) else { return nil }
    return Int(UInt16(bigEndian: address.sin6_port))
  }

  private static func unreadBytes(of descriptor: Int32) -> Int32 {
    var count: Int32 = 0
    return ioctl(descriptor, UInt(FIONREAD), &count) == 0 ? count : 0
  }
}
