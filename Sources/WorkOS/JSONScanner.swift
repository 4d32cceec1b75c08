import Foundation

/// Finds where the parts of a JSON text lie, so that they can be kept byte for byte.
///
/// It trusts that a decoder has accepted the text; on any other text its findings are
/// meaningless, and it still ends and stays in bounds.
struct JSONScanner {
  private let bytes: [UInt8]

  init(_ json: RawJSON) {
    bytes = [UInt8](json.bytes)
  }

  /// The whole text without the white space around it.
  var whole: Range<Int> {
    trimmed(bytes.indices)
  }

  /// The elements of the array that fills a range; none when it is no array.
  func elements(of array: Range<Int>) -> [Range<Int>] {
    guard array.first.map({ bytes[$0] }) == Self.leftBracket else { return [] }
    return pieces(of: array)
  }

  /// The members of the object that fills a range, with their values; none when it is no object.
  func members(of object: Range<Int>) -> [(key: String, value: Range<Int>)] {
    guard object.first.map({ bytes[$0] }) == Self.leftBrace else { return [] }
    return pieces(of: object).compactMap { piece in
      let keyEnd = endOfString(at: piece.lowerBound, in: piece)
      guard let key = string(in: piece.lowerBound..<keyEnd),
        let colon = bytes[keyEnd..<piece.upperBound].firstIndex(of: Self.colon)
      else { return nil }
      return (key, trimmed(colon + 1..<piece.upperBound))
    }
  }

  /// The first member of that name, as decoders too take the first of several.
  func member(_ name: String, of object: Range<Int>) -> Range<Int>? {
    members(of: object).first { $0.key == name }?.value
  }

  /// The decoded string that fills a range; nil when it is no string.
  func string(in range: Range<Int>) -> String? {
    guard range.first.map({ bytes[$0] }) == Self.quote, range.count >= 2 else { return nil }
    let content = bytes[range].dropFirst().dropLast()
    guard content.contains(Self.backslash) else { return String(decoding: content, as: UTF8.self) }
    return try? JSONDecoder().decode(String.self, from: Data(bytes[range]))
  }

  func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  func json(in range: Range<Int>) -> RawJSON {
    RawJSON(bytes: Data(bytes[range]))
  }

  /// What lies between the commas of the array or object that fills a range.
  private func pieces(of container: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = container.lowerBound + 1
    var depth = 0
    var index = container.lowerBound

    func endPiece() {
      let piece = trimmed(start..<max(start, index))
      if !piece.isEmpty { pieces.append(piece) }
      start = index + 1
    }

    while index < container.upperBound {
      switch bytes[index] {
      case Self.quote:
        index = endOfString(at: index, in: container)
        continue
      case Self.leftBrace, Self.leftBracket:
        depth += 1
      case Self.rightBrace, Self.rightBracket:
        depth -= 1
        if depth == 0 {
          endPiece()
          return pieces
        }
      case Self.comma where depth == 1:
        endPiece()
      default:
        break
      }
      index += 1
    }
    return pieces
  }

  /// The index past the closing quote of the string that begins at an index.
  private func endOfString(at start: Int, in range: Range<Int>) -> Int {
    var index = start + 1
    while index < range.upperBound {
      switch bytes[index] {
      case Self.quote: return index + 1
      case Self.backslash: index += 2
      default: index += 1
      }
    }
    return range.upperBound
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, Self.isSpace(bytes[first]) { range.removeFirst() }
    while let last = range.last, Self.isSpace(bytes[last]) { range.removeLast() }
    return range
  }
}

extension JSONScanner {
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let leftBrace = UInt8(ascii: "{")
  static let rightBrace = UInt8(ascii: "}")
  static let leftBracket = UInt8(ascii: "[")
  static let rightBracket = UInt8(ascii: "]")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")

  /// Whether JSON takes a byte for white space.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
  }
}
