import CResolver
import Foundation
import Synchronization
import ViewModel

/// DNS by the resolver of the C library, with the name servers of `/etc/resolv.conf`.
package struct SystemResolver: TextRecordResolving {
  /// A name server that is asked in place of the system's.
  package struct Server: Equatable, Sendable {
    /// An IPv4 address, such as `127.0.0.1`.
    package var address: String
    package var port: UInt16

    package init(address: String, port: UInt16) {
      self.address = address
      self.port = port
    }

    /// Reads `127.0.0.1:5300`.
    package init?(_ text: String) {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let port = UInt16(parts[1]), port > 0,
        parts[0].split(separator: ".").count == 4
      else { return nil }
      self.init(address: String(parts[0]), port: port)
    }
  }

  private let server: Server?
  /// The seconds that a name server is waited for before it is asked once more.
  private let patience: Int
  /// The seconds after which there is no answer, whatever the C library still waits for.
  private let limit: TimeInterval

  package init(server: Server? = nil, patience: Int = 2, limit: TimeInterval = 10) {
    self.server = server
    self.patience = patience
    self.limit = limit
  }

  /// Asks on a thread of its own, as the C library blocks; one that is given up ends by itself.
  package func textRecords(of name: String) async -> TextRecordAnswer {
    await withCheckedContinuation { continuation in
      let answer = FirstAnswer(continuation)
      let thread = Thread { [server, patience] in
        answer.give(Self.ask(name, server, patience))
      }
      thread.stackSize = 1 << 20
      thread.start()
      DispatchQueue.global().asyncAfter(deadline: .now() + limit) { answer.give(.noAnswer) }
    }
  }

  /// More than that of one name is not taken in.
  private static let capacity = 1 << 16

  private static func ask(_ name: String, _ server: Server?, _ patience: Int) -> TextRecordAnswer {
    guard !name.utf8.contains(0) else { return .badName }
    return answer { records, capacity, used, leftOut in
      cresolver_txt(
        name, server?.address, server?.port ?? 0, Int32(patience), records, capacity, used, leftOut)
    }
  }

  /// Reads an answer as a name server sent it.
  package static func answer(in message: [UInt8]) -> TextRecordAnswer {
    answer { cresolver_read(message, message.count, $0, $1, $2, $3) }
  }

  /// What the shim has made of an answer.
  private static func answer(
    _ read: (
      UnsafeMutablePointer<UInt8>?, Int, UnsafeMutablePointer<Int>, UnsafeMutablePointer<Int>
    ) -> cresolver_outcome
  ) -> TextRecordAnswer {
    var used = 0
    var leftOut = 0
    var outcome = cresolver_no_answer
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      outcome = read(buffer.baseAddress, capacity, &used, &leftOut)
      count = used
    }
    switch outcome {
    case cresolver_records: return .records(records(in: bytes), leftOut: leftOut)
    case cresolver_no_record: return .noRecord
    case cresolver_no_name: return .noSuchName
    case cresolver_refused: return .refused
    case cresolver_bad_name: return .badName
    case cresolver_failed: return .failed
    case cresolver_cannot_tell: return .cannotTell
    default: return .noAnswer
    }
  }

  /// The records behind one another, each after its length in two bytes.
  private static func records(in bytes: [UInt8]) -> [TextRecord] {
    var records: [TextRecord] = []
    var rest = bytes[...]
    while let high = rest.popFirst(), let low = rest.popFirst() {
      let count = Int(high) << 8 | Int(low)
      records.append(TextRecord(bytes: Array(rest.prefix(count))))
      rest = rest.dropFirst(count)
    }
    return records
  }
}

/// Hands the first of several answers on, and no other.
private final class FirstAnswer: Sendable {
  private let continuation: Mutex<CheckedContinuation<TextRecordAnswer, Never>?>

  init(_ continuation: CheckedContinuation<TextRecordAnswer, Never>) {
    self.continuation = Mutex(continuation)
  }

  func give(_ answer: TextRecordAnswer) {
    let waiting = continuation.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    waiting?.resume(returning: answer)
  }
}
