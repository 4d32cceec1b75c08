/// Reads JSON by the grammar of RFC 8259 and says where each value lies, or in which line it is none
/// and what is missing.
///
/// `JSONDecoder` cannot do this: it names no line, has no place for a part of a text as it is
/// spelled, takes one of two equal keys, and passes over a comma too many.
package struct JSONReader {
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  private let bytes: ArraySlice<UInt8>
  private let rules: JSONRules
  private var index: Int
  private var line = 1

  /// The value that a text consists of.
  ///
  /// The ranges of what is read count from the beginning of the array that `bytes` is a slice of.
  package static func read(
    _ bytes: ArraySlice<UInt8>, by rules: JSONRules
  ) throws(JSONMistake) -> JSONNode {
    var reader = JSONReader(bytes, rules)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.next == nil else { throw reader.missing(.end) }
    return value
  }

  private init(_ bytes: ArraySlice<UInt8>, _ rules: JSONRules) {
    self.bytes = bytes
    self.rules = rules
    index = bytes.startIndex
    if rules.allowsEditorMarks, bytes.starts(with: "\u{FEFF}".utf8) { index += 3 }
  }

  private var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private func mistake(_ kind: JSONMistake.Kind) -> JSONMistake {
    JSONMistake(kind: kind, line: line)
  }

  private func missing(_ part: JSONMistake.Part) -> JSONMistake {
    // As much as the longest character takes, save those of many scalars.
    let scalar = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first
    return mistake(.missing(part, found: scalar.map(Character.init)))
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
      if byte == 0x0a { line += 1 }
      index += 1
    }
  }

  private mutating func pass(_ expected: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: expected) else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONMistake) -> JSONNode {
    skipSpace()
    guard depth <= rules.deepest else { throw mistake(.tooDeep) }
    let (start, startLine) = (index, line)
    let content: JSONNode.Content
    switch next {
    case UInt8(ascii: "{"): content = .object(try members(depth: depth))
    case UInt8(ascii: "["): content = .array(try elements(depth: depth))
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "t"): content = try word("true", .boolean(true))
    case UInt8(ascii: "f"): content = try word("false", .boolean(false))
    case UInt8(ascii: "n"): content = try word("null", .null)
    case let byte? where byte == UInt8(ascii: "-") || Self.digits.contains(byte):
      content = try number()
    default: throw missing(.value)
    }
    return JSONNode(content: content, range: start..<index, line: startLine)
  }

  private mutating func members(depth: Int) throws(JSONMistake) -> [JSONMember] {
    var members: [JSONMember] = []
    _ = pass("{")
    if pass("}") { return members }
    repeat {
      skipSpace()
      if next == UInt8(ascii: "}") { throw mistake(.commaTooMany) }
      guard next == UInt8(ascii: "\"") else { throw missing(.key) }
      let keyLine = line
      let key = try string() ?? ""
      guard pass(":") else { throw missing(.colon) }
      members.append(JSONMember(key: key, line: keyLine, value: try value(depth: depth + 1)))
    } while pass(",")
    guard pass("}") else { throw missing(.commaOrBrace) }
    return members
  }

  private mutating func elements(depth: Int) throws(JSONMistake) -> [JSONNode] {
    var elements: [JSONNode] = []
    _ = pass("[")
    if pass("]") { return elements }
    repeat {
      skipSpace()
      if next == UInt8(ascii: "]") { throw mistake(.commaTooMany) }
      elements.append(try value(depth: depth + 1))
    } while pass(",")
    guard pass("]") else { throw missing(.commaOrBracket) }
    return elements
  }

  private mutating func word(
    _ word: String, _ content: JSONNode.Content
  ) throws(JSONMistake) -> JSONNode.Content {
    guard bytes[index...].starts(with: word.utf8) else { throw missing(.value) }
    index += word.utf8.count
    return content
  }

  private mutating func number() throws(JSONMistake) -> JSONNode.Content {
    let start = index
    if !passNumber() {
      index = start
      throw missing(.value)
    }
    return .number
  }

  private mutating func passNumber() -> Bool {
    func isNext(_ scalar: Unicode.Scalar) -> Bool { next == UInt8(ascii: scalar) }
    if isNext("-") { index += 1 }
    if isNext("0") {
      index += 1
    } else {
      guard passDigits() else { return false }
    }
    if isNext(".") {
      index += 1
      guard passDigits() else { return false }
    }
    if isNext("e") || isNext("E") {
      index += 1
      if isNext("+") || isNext("-") { index += 1 }
      guard passDigits() else { return false }
    }
    // A number ends where something else begins.
    return next.map { !"+-.eE0123456789".utf8.contains($0) } ?? true
  }

  private mutating func passDigits() -> Bool {
    let start = index
    while let byte = next, Self.digits.contains(byte) { index += 1 }
    return index > start
  }
}

// MARK: - Strings

extension JSONReader {
  /// Reads a string from its opening quote on; nil where bytes of it are no characters.
  private mutating func string() throws(JSONMistake) -> String? {
    index += 1
    let start = index
    var hasEscapes = false
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        index += 1
        guard next != nil else { throw mistake(.textNotClosed) }
      } else if byte < 0x20, !rules.allowsStrayBytes {
        if byte == 0x0a || byte == 0x0d { throw mistake(.textNotClosed) }
        // A raw tab is no JSON either, but there is no doubt what it means.
        guard byte == 0x09, rules.allowsEditorMarks else { throw mistake(.controlInText) }
      }
      index += 1
    }
    guard next != nil else { throw mistake(.textNotClosed) }
    let content = bytes[start..<index]
    let text = hasEscapes ? try unescaped(content) : String(validating: content, as: UTF8.self)
    if text == nil, !rules.allowsStrayBytes { throw mistake(.notUTF8) }
    index += 1
    return text
  }

  /// The text with what its escapes stand for.
  private func unescaped(_ content: ArraySlice<UInt8>) throws(JSONMistake) -> String? {
    var output: [UInt8] = []
    var rest = content
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        output.append(byte)
        continue
      }
      switch rest.popFirst().map(Unicode.Scalar.init) {
      case "\"": output.append(UInt8(ascii: "\""))
      case "\\": output.append(UInt8(ascii: "\\"))
      case "/": output.append(UInt8(ascii: "/"))
      case "b": output.append(0x08)
      case "f": output.append(0x0c)
      case "n": output.append(0x0a)
      case "r": output.append(0x0d)
      case "t": output.append(0x09)
      case "u": output.append(contentsOf: try codePoint(&rest).utf8)
      default: throw mistake(.badEscape)
      }
    }
    return String(validating: output, as: UTF8.self)
  }

  /// What four hexadecimal digits stand for, or twice four of a surrogate pair.
  private func codePoint(_ rest: inout ArraySlice<UInt8>) throws(JSONMistake) -> String {
    guard let first = unit(&rest) else { throw mistake(.badEscape) }
    if let scalar = Unicode.Scalar(first) { return String(Character(scalar)) }
    var ahead = rest
    if ahead.popFirst() == UInt8(ascii: "\\"), ahead.popFirst() == UInt8(ascii: "u"),
      let second = unit(&ahead), UTF16.isLeadSurrogate(first), UTF16.isTrailSurrogate(second)
    {
      rest = ahead
      return String(decoding: [first, second], as: UTF16.self)
    }
    guard rules.allowsLoneSurrogates else { throw mistake(.badEscape) }
    return "\u{FFFD}"
  }

  private func unit(_ rest: inout ArraySlice<UInt8>) -> UInt16? {
    let digits = rest.prefix(4)
    guard digits.count == 4,
      digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit })
    else { return nil }
    rest = rest.dropFirst(4)
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
