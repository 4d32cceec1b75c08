/// What the bytes of a terminal are made of: characters of UTF-8, and bytes that are in none.
enum InputUnit: Equatable {
  case scalar(Unicode.Scalar)
  case invalid(UInt8)

  /// The scalar; a byte that is no UTF-8 may be a C1 control of a terminal that sends eight bits.
  var scalar: Unicode.Scalar? {
    switch self {
    case .scalar(let scalar): scalar
    case .invalid(let byte): (0x80..<0xA0).contains(byte) ? Unicode.Scalar(byte) : nil
    }
  }
}

/// Puts bytes together to characters, over as many batches as they take.
struct InputUnitReader: Sendable {
  /// The first bytes of a character whose others have not come yet, at most three.
  private var pending: [UInt8] = []

  mutating func take(_ byte: UInt8) -> [InputUnit] {
    guard let lead = pending.first else { return begin(with: byte) }
    guard isContinuation(byte, of: lead) else {
      pending = []
      return [.invalid(lead)] + begin(with: byte)
    }
    pending.append(byte)
    guard pending.count == InputUnitReader.length(lead: lead) else { return [] }
    let bits = pending.dropFirst().reduce(UInt32(lead) & (0x7F >> UInt32(pending.count))) {
      $0 << 6 | UInt32($1 & 0x3F)
    }
    pending = []
    return [Unicode.Scalar(bits).map { .scalar($0) } ?? .invalid(lead)]
  }

  private mutating func begin(with byte: UInt8) -> [InputUnit] {
    if byte < 0x80 { return [.scalar(Unicode.Scalar(byte))] }
    guard InputUnitReader.length(lead: byte) > 1 else { return [.invalid(byte)] }
    pending = [byte]
    return []
  }

  private static func length(lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  /// Whether a byte may follow: after the lead, forms that are too long and surrogates begin otherwise.
  private func isContinuation(_ byte: UInt8, of lead: UInt8) -> Bool {
    guard pending.count == 1 else { return (0x80...0xBF).contains(byte) }
    return switch lead {
    case 0xE0: (0xA0...0xBF).contains(byte)
    case 0xED: (0x80...0x9F).contains(byte)
    case 0xF0: (0x90...0xBF).contains(byte)
    case 0xF4: (0x80...0x8F).contains(byte)
    default: (0x80...0xBF).contains(byte)
    }
  }
}
