import Foundation
import Sandbox
import TestSupport
import Testing

/// What waiting costs: next to nothing, on a new connection too.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct WaitingTests {
  @Test func `the console is at rest while the first page is on its way`() throws {
    let console = try ConsoleSession(
      sandbox: .init(organizations: 120, latency: .seconds(30)), waitsForList: false)
    try console.wait(for: "loading page 1 · 1 s")
    let before = console.process.processorSeconds

    try console.wait(for: "loading page 1 · 9 s")

    // Of eight seconds; a queue that spins takes nearly all of them.
    #expect(console.process.processorSeconds - before < 0.05 * 8)
  }

  @Test func `the console is at rest while a write is on its way`() throws {
    let console = try ConsoleSession(rows: 40)
    console.type("e II")
    try console.someoneElse.sendsFaults("PUT delay=10s count=1")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: "saving · 1 s")
    let before = console.process.processorSeconds

    try console.wait(for: "saving · 9 s")

    #expect(console.process.processorSeconds - before < 0.05 * 8)
  }

  @Test func `an answer that unpacks without end is refused, and takes no memory`() throws {
    let server = try PackedServer()
    defer { server.stop() }
    let console = try ConsoleSession(
      environment: ["WORKOS_API_URL": "http://127.0.0.1:\(server.port)"], waitsForList: false)

    try console.wait(for: ["compressed form (gzip)", "does not read"])
    console.press(.character("?"))
    try console.wait(for: "Keys")

    #expect(console.process.mostResidentKilobytes < 200 << 10)
  }
}

/// A server whose one answer is gzip of zeros, as fast as it can and for as long as it is read.
private final class PackedServer: Sendable {
  let port: UInt16
  private let descriptor: Int32

  init() throws {
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
    guard isBound, listen(descriptor, 16) == 0 else { throw RawServer.Failure() }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [descriptor] in
      while case let connection = accept(descriptor, nil, nil), connection >= 0 {
        Thread.detachNewThread { Self.serve(connection) }
      }
      close(descriptor)
    }
  }

  func stop() {
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  private static func serve(_ connection: Int32) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    _ = recv(connection, &buffer, buffer.count, 0)
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n\r\n"
    var bytes = Array(head.utf8) + [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    // A block of fixed codes: a zero, and then “258 times what was last”, eight of them in 13 bytes.
    var bits: [UInt8] = [1, 1, 0] + Self.code(0x30, of: 8)
    while bits.count % 104 != 0 || bits.count < 104 * 1000 {
      bits += Self.code(0b11000101, of: 8) + Self.code(0, of: 5)
      if bits.count > 104 * 1001 { break }
    }
    bytes += Self.packed(bits)
    let again = Self.packed(
      (0..<8_000).flatMap { _ in Self.code(0b11000101, of: 8) + Self.code(0, of: 5) })
    while send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) > 0 { bytes = again }
    close(connection)
  }

  private static func code(_ value: Int, of length: Int) -> [UInt8] {
    (0..<length).reversed().map { UInt8(value >> $0 & 1) }
  }

  private static func packed(_ bits: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bits.count, by: 8).map { start in
      (0..<8).reduce(0) { $0 | (start + $1 < bits.count ? bits[start + $1] << $1 : 0) }
    }
  }
}
