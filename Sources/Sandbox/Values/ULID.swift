/// A 128-bit identifier that sorts by the millisecond it was made in.
package struct ULID: Hashable, Comparable, Sendable {
  /// 48 bits of milliseconds, then 80 bits of chance.
  let value: UInt128

  init(value: UInt128) {
    self.value = value
  }

  init(at time: Timestamp, chance: UInt128) {
    let milliseconds = UInt128(UInt64(clamping: time.milliseconds) & 0xFFFF_FFFF_FFFF)
    value = milliseconds << 80 | chance & (1 << 80 - 1)
  }

  /// Reads the 26 characters of Crockford's base 32 that follow `prefix`, such as `org_`.
  init?(_ text: some StringProtocol, prefix: StaticString) {
    let bytes = Array(text.utf8)
    guard bytes.count == prefix.utf8CodeUnitCount + 26 else { return nil }
    guard bytes.starts(with: UnsafeBufferPointer(prefix)) else { return nil }
    var value: UInt128 = 0
    for (position, byte) in bytes.suffix(26).enumerated() {
      guard let digit = Self.digits.firstIndex(of: byte) else { return nil }
      // 26 digits hold 130 bits; the first two of them must be zero.
      guard position > 0 || digit < 8 else { return nil }
      value = value << 5 | UInt128(digit)
    }
    self.value = value
  }

  package static func < (left: ULID, right: ULID) -> Bool {
    left.value < right.value
  }

  var successor: ULID {
    ULID(value: value &+ 1)
  }

  func text(prefix: StaticString) -> String {
    var bytes = Array(UnsafeBufferPointer(prefix))
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the 26 characters without making a string of them.
  func append(to bytes: inout [UInt8]) {
    for position in 0..<26 {
      bytes.append(Self.digits[Int(truncatingIfNeeded: value >> (125 - 5 * position)) & 31])
    }
  }

  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate init(_ text: StaticString) {
    self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
