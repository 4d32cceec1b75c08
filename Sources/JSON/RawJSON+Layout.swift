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
    let utf8 = Array(text.utf8)
    guard (try? JSONReader.read(utf8[...], by: .received)) != nil else { return text }
    var reflow = Reflow()
    for byte in utf8 { reflow.append(byte) }
    return String(decoding: reflow.output, as: UTF8.self)
  }

  /// The text on one line, without the space between its parts; nil when it is no JSON.
  ///
  /// Keys keep their order and numbers their spelling.
  ///
  /// - Parameter isEscaped: what is written as `\uXXXX`, wherever it stands in a string.
  package func compact(escaping isEscaped: (Unicode.Scalar) -> Bool) -> String? {
    let utf8 = Array(bytes)
    guard (try? JSONReader.read(utf8[...], by: .kept)) != nil,
      let text = String(validating: utf8, as: UTF8.self)
    else { return nil }
    var output = ""
    var isInString = false
    var isAfterBackslash = false
    for scalar in text.unicodeScalars {
      if isAfterBackslash {
        isAfterBackslash = false
      } else if scalar == "\"" {
        isInString.toggle()
      } else if isInString {
        isAfterBackslash = scalar == "\\"
      } else if scalar.properties.isWhitespace {
        continue
      }
      if isEscaped(scalar) {
        output += scalar.escapedInJSON
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
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
    if [0x20, 0x0a, 0x0d, 0x09].contains(byte) { return }

    switch byte {
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
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
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      isOpening = true
    case UInt8(ascii: ","):
      breakLine()
    case UInt8(ascii: ":"):
      output.append(UInt8(ascii: " "))
    case UInt8(ascii: "\""):
      isInString = true
    default:
      break
    }
  }

  private mutating func appendWithinString(_ byte: UInt8) {
    output.append(byte)
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
    }
  }

  private mutating func breakLine() {
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * max(0, depth)))
  }
}
