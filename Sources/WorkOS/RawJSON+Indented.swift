import Foundation

extension RawJSON {
  /// The bytes as text; what is not UTF-8 shows as U+FFFD.
  package var text: String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// The text with one member or element a line, indented by two spaces a level.
  ///
  /// Only white space between the parts changes: the order of keys and the spelling of every
  /// string and number stay. A text that is not JSON comes back as it is.
  package func indented() -> String {
    let text = text
    let utf8 = Data(text.utf8)
    // A NUL means UTF-16 or UTF-32, which the decoder would accept and the bytes below are not.
    guard !utf8.contains(0), (try? JSONDecoder().decode(AnyValue.self, from: utf8)) != nil else {
      return text
    }
    var reflow = Reflow()
    for byte in utf8 { reflow.append(byte) }
    return String(decoding: reflow.output, as: UTF8.self)
  }
}

/// Accepts any value: the decoder has checked the syntax by the time it asks.
private struct AnyValue: Decodable {
  init(from decoder: any Decoder) {}
}

/// JSON text being laid out anew, byte by byte.
private struct Reflow {
  private(set) var output: [UInt8] = []
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// Whether a container was just opened, so that an empty one stays on its line.
  private var isOpening = false

  mutating func append(_ byte: UInt8) {
    if isInString { return appendWithinString(byte) }
    if JSONScanner.isSpace(byte) { return }

    switch byte {
    case JSONScanner.rightBrace, JSONScanner.rightBracket:
      depth -= 1
      if !isOpening { breakLine() }
      isOpening = false
      output.append(byte)
      return
    default:
      if isOpening { breakLine() }
      isOpening = false
      output.append(byte)
    }

    switch byte {
    case JSONScanner.leftBrace, JSONScanner.leftBracket:
      depth += 1
      isOpening = true
    case JSONScanner.comma:
      breakLine()
    case JSONScanner.colon:
      output.append(UInt8(ascii: " "))
    case JSONScanner.quote:
      isInString = true
    default:
      break
    }
  }

  private mutating func appendWithinString(_ byte: UInt8) {
    output.append(byte)
    if isEscaped {
      isEscaped = false
    } else if byte == JSONScanner.backslash {
      isEscaped = true
    } else if byte == JSONScanner.quote {
      isInString = false
    }
  }

  private mutating func breakLine() {
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * max(0, depth)))
  }
}
