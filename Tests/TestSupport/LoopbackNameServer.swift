import Foundation
import Glibc
import Synchronization

/// A name server on a UDP port of this machine, which tells the TXT records it was given.
package final class LoopbackNameServer: Sendable {
  /// What it makes of a question.
  package enum Answer: Sendable {
    /// Records, each of character strings of at most 255 bytes.
    case records([[[UInt8]]])
    case noSuchName
    case noRecord
    /// Nothing but a code of the protocol, such as 2 for SERVFAIL.
    case refusal(UInt8)
    case silence
    /// These bytes behind the header and the question, with this count of answers.
    case garbage([UInt8], count: UInt16)
  }

  package let port: UInt16
  private let socket: Int32
  private let answers = Mutex<[String: Answer]>([:])
  private let names = Mutex<[String]>([])

  package init() throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = socket
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in serve() }
  }

  /// Ends the thread that answers.
  package func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

  package subscript(name: String) -> Answer {
    get { answers.withLock { $0[name.lowercased()] } ?? .noSuchName }
    set { answers.withLock { $0[name.lowercased()] = newValue } }
  }

  /// Puts records of one character string each at a name.
  package func put(_ texts: String..., at name: String) {
    self[name] = .records(texts.map { [Array($0.utf8)] })
  }

  /// The names that were asked for, in order.
  package var asked: [String] { names.withLock { $0 } }

  private func serve() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      var sender = sockaddr_in()
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let count = withUnsafeMutablePointer(to: &sender) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          recvfrom(socket, &buffer, buffer.count, 0, $0, &length)
        }
      }
      guard count > 0 else { break }
      guard let answer = answer(to: Array(buffer[..<count])) else { continue }
      withUnsafePointer(to: &sender) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = sendto(socket, answer, answer.count, 0, $0, length)
        }
      }
    }
    close(socket)
  }

  private func answer(to query: [UInt8]) -> [UInt8]? {
    guard query.count > 12 else { return nil }
    var labels: [String] = []
    var end = 12
    while end < query.count, query[end] > 0 {
      let count = Int(query[end])
      guard end + count < query.count else { return nil }
      labels.append(String(decoding: query[end + 1...end + count], as: UTF8.self))
      end += count + 1
    }
    let name = labels.joined(separator: ".")
    names.withLock { $0.append(name) }
    let question = Array(query[12..<min(query.count, end + 5)])
    func message(_ code: UInt8, _ count: UInt16, _ rest: [UInt8]) -> [UInt8] {
      [query[0], query[1], 0x81, 0x80 | code, 0, 1] + bytes(count) + [0, 0, 0, 0] + question + rest
    }
    switch self[name] {
    case .noSuchName: return message(3, 0, [])
    case .noRecord: return message(0, 0, [])
    case .refusal(let code): return message(code, 0, [])
    case .silence: return nil
    case .garbage(let rest, let count): return message(0, count, rest)
    case .records(let records):
      let rest = records.flatMap { strings in
        let data = strings.flatMap { [UInt8(truncatingIfNeeded: $0.count)] + $0 }
        return [0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60] + bytes(UInt16(data.count)) + data
      }
      return message(0, UInt16(records.count), rest)
    }
  }

  private func bytes(_ number: UInt16) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255)] }
}
