/// Walks JSON text by the grammar of RFC 8259 and says where its parts lie, in bytes from anywhere.
///
/// `JSONDecoder` cannot do this: it has no place for a part of a text as it is spelled.
struct JSONCursor {
  /// Deeper nesting than this is not taken for JSON, so that no text exhausts the stack.
  static let deepest = 256

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Whether the bytes are one JSON value in UTF-8, and nothing else.
  static func isJSON(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard String(validating: bytes, as: UTF8.self) != nil else { return false }
    var cursor = JSONCursor(bytes)
    return cursor.passValue(depth: 0) && cursor.isAtEnd
  }

  /// The members of the object the bytes consist of; nil when they are anything else, or no UTF-8.
  ///
  /// The last of several members of a name counts.
  static func members(of bytes: ArraySlice<UInt8>) -> [String: ArraySlice<UInt8>]? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var cursor = JSONCursor(bytes)
    var members: [String: ArraySlice<UInt8>] = [:]
    cursor.skipSpace()
    let isObject = cursor.passObject(depth: -1) { key, value in
      members[JSONText.string(of: bytes[key]) ?? ""] = bytes[value]
    }
    return isObject && cursor.isAtEnd ? members : nil
  }

  private var next: UInt8? {
    index < bytes.endIndex ? bytes[index] : nil
  }

  private var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return next == nil
    }
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
      index += 1
    }
  }

  private mutating func pass(_ expected: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: expected) else { return false }
    index += 1
    return true
  }

  private mutating func passValue(depth: Int) -> Bool {
    skipSpace()
    guard depth <= JSONCursor.deepest, let byte = next else { return false }
    return switch byte {
    case UInt8(ascii: "{"): passObject(depth: depth) { _, _ in }
    case UInt8(ascii: "["): passArray(depth: depth)
    case UInt8(ascii: "\""): passString()
    case UInt8(ascii: "t"): passWord("true")
    case UInt8(ascii: "f"): passWord("false")
    case UInt8(ascii: "n"): passWord("null")
    default: passNumber()
    }
  }

  private mutating func passObject(
    depth: Int, _ visit: (_ key: Range<Int>, _ value: Range<Int>) -> Void
  ) -> Bool {
    guard pass("{") else { return false }
    skipSpace()
    if pass("}") { return true }
    repeat {
      skipSpace()
      let key = index
      guard passString() else { return false }
      let keyEnd = index
      skipSpace()
      guard pass(":") else { return false }
      skipSpace()
      let value = index
      guard passValue(depth: depth + 1) else { return false }
      visit(key..<keyEnd, value..<index)
      skipSpace()
    } while pass(",")
    return pass("}")
  }

  private mutating func passArray(depth: Int) -> Bool {
    guard pass("[") else { return false }
    skipSpace()
    if pass("]") { return true }
    repeat {
      guard passValue(depth: depth + 1) else { return false }
      skipSpace()
    } while pass(",")
    return pass("]")
  }

  private mutating func passString() -> Bool {
    guard pass("\"") else { return false }
    while let byte = next, byte >= 0x20 {
      index += 1
      if byte == UInt8(ascii: "\"") { return true }
      if byte == UInt8(ascii: "\\") {
        guard passEscape() else { return false }
      }
    }
    return false
  }

  private mutating func passEscape() -> Bool {
    guard let byte = next else { return false }
    index += 1
    guard byte == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(byte) }
    for _ in 0..<4 {
      guard let digit = next, Unicode.Scalar(digit).properties.isASCIIHexDigit else { return false }
      index += 1
    }
    return true
  }

  private mutating func passWord(_ word: String) -> Bool {
    guard bytes[index...].starts(with: word.utf8) else { return false }
    index += word.utf8.count
    return true
  }

  private mutating func passNumber() -> Bool {
    _ = pass("-")
    if !pass("0") {
      guard passDigits() else { return false }
    }
    if pass(".") {
      guard passDigits() else { return false }
    }
    if pass("e") || pass("E") {
      if !pass("+") { _ = pass("-") }
      guard passDigits() else { return false }
    }
    return true
  }

  private mutating func passDigits() -> Bool {
    let start = index
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    return index > start
  }
}
