/// Reads JSON by the grammar of RFC 8259, and says in which line it is none, and what is missing.
///
/// `JSONDecoder` names no line, takes the last of two equal keys, and passes over a comma too many.
struct LocatedJSONReader {
  /// Deeper nesting than this is no organization, so that no text exhausts the stack.
  private static let deepest = 32

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    // Some editors begin a file with a byte order mark.
    if scalars.first == "\u{FEFF}" { index = 1 }
  }

  static func read(_ text: String) throws(DocumentProblem) -> LocatedJSON {
    var reader = LocatedJSONReader(text)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.next == nil else { throw reader.missing(.end) }
    return value
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func problem(_ kind: DocumentProblem.Kind) -> DocumentProblem {
    DocumentProblem(kind: kind, line: line)
  }

  private func missing(_ part: DocumentProblem.Part) -> DocumentProblem {
    problem(.missing(part, found: next.map(Character.init)))
  }

  private mutating func skipSpace() {
    while let scalar = next, " \t\r\n".unicodeScalars.contains(scalar) {
      if scalar == "\n" { line += 1 }
      index += 1
    }
  }

  private mutating func pass(_ expected: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == expected else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(DocumentProblem) -> LocatedJSON {
    skipSpace()
    guard depth <= Self.deepest else { throw problem(.tooDeep) }
    let start = line
    let value: LocatedJSON.Value
    switch next {
    case "{": value = .object(try members(depth: depth))
    case "[": value = .array(try elements(depth: depth))
    case "\"": value = .string(try string())
    case "t": value = try word("true", .boolean)
    case "f": value = try word("false", .boolean)
    case "n": value = try word("null", .null)
    case let scalar? where scalar == "-" || ("0"..."9").contains(scalar): value = try number()
    default: throw missing(.value)
    }
    return LocatedJSON(value: value, line: start)
  }

  private mutating func members(depth: Int) throws(DocumentProblem) -> [LocatedJSON.Member] {
    var members: [LocatedJSON.Member] = []
    _ = pass("{")
    if pass("}") { return members }
    repeat {
      skipSpace()
      if next == "}" { throw problem(.commaTooMany) }
      guard next == "\"" else { throw missing(.key) }
      let keyLine = line
      let key = try string()
      guard pass(":") else { throw missing(.colon) }
      let value = try value(depth: depth + 1)
      members.append(LocatedJSON.Member(key: key, line: keyLine, value: value))
    } while pass(",")
    guard pass("}") else { throw missing(.commaOrBrace) }
    return members
  }

  private mutating func elements(depth: Int) throws(DocumentProblem) -> [LocatedJSON] {
    var elements: [LocatedJSON] = []
    _ = pass("[")
    if pass("]") { return elements }
    repeat {
      skipSpace()
      if next == "]" { throw problem(.commaTooMany) }
      elements.append(try value(depth: depth + 1))
    } while pass(",")
    guard pass("]") else { throw missing(.commaOrBracket) }
    return elements
  }

  private mutating func string() throws(DocumentProblem) -> String {
    var units = String.UnicodeScalarView()
    index += 1
    while let scalar = next, scalar != "\n", scalar != "\r" {
      index += 1
      switch scalar {
      case "\"": return String(units)
      case "\\": units.append(try escaped())
      // A raw tab is no JSON either, but there is no doubt what it means.
      case "\t": units.append(scalar)
      case ..<" ": throw problem(.controlInText)
      default: units.append(scalar)
      }
    }
    throw problem(.textNotClosed)
  }

  private mutating func escaped() throws(DocumentProblem) -> Unicode.Scalar {
    guard let scalar = next else { throw problem(.textNotClosed) }
    index += 1
    switch scalar {
    case "\"", "\\", "/": return scalar
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": return try codePoint()
    default: throw problem(.badEscape)
    }
  }

  /// What four hexadecimal digits stand for, or twice four of a surrogate pair.
  private mutating func codePoint() throws(DocumentProblem) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard next == "\\" else { throw problem(.badEscape) }
    index += 1
    guard next == "u" else { throw problem(.badEscape) }
    index += 1
    let second = try unit()
    let pair = String(decoding: [first, second], as: UTF16.self).unicodeScalars
    guard pair.count == 1, let scalar = pair.first else { throw problem(.badEscape) }
    return scalar
  }

  private mutating func unit() throws(DocumentProblem) -> UInt16 {
    let digits = scalars[index..<min(index + 4, scalars.count)]
    guard digits.count == 4, digits.allSatisfy(\.properties.isASCIIHexDigit),
      let unit = UInt16(String(String.UnicodeScalarView(digits)), radix: 16)
    else { throw problem(.badEscape) }
    index += 4
    return unit
  }

  private mutating func word(
    _ word: String, _ value: LocatedJSON.Value
  ) throws(DocumentProblem) -> LocatedJSON.Value {
    guard scalars[index...].starts(with: word.unicodeScalars) else { throw missing(.value) }
    index += word.unicodeScalars.count
    return value
  }

  private mutating func number() throws(DocumentProblem) -> LocatedJSON.Value {
    let start = index
    while let scalar = next, "+-.eE0123456789".unicodeScalars.contains(scalar) { index += 1 }
    let digits = String(String.UnicodeScalarView(scalars[start..<index]))
    guard Double(digits) != nil else {
      index = start
      throw missing(.value)
    }
    return .number
  }
}
