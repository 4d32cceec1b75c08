import Foundation

/// Makes the key of each intent to create and the name of each write, without chance of its own.
package struct IdempotencyKeys: Equatable, Sendable {
  let session: UUID
  private var count: UInt32 = 0

  /// - Parameter session: a random UUID, different each time the program runs.
  package init(session: UUID) {
    self.session = session
  }

  package mutating func next() -> UUID {
    count += 1
    var bytes = session.uuid
    withUnsafeMutableBytes(of: &bytes) { bytes in
      for index in 0..<4 {
        bytes[12 + index] ^= UInt8(truncatingIfNeeded: count >> UInt32(8 * index))
      }
    }
    return UUID(uuid: bytes)
  }
}
