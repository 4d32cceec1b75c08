import Foundation
import WorkOS

/// JSON in visible ASCII alone, so that a terminal shows a file of it without doing anything.
///
/// Every control, every character outside ASCII and so every bidirectional one is `\uXXXX`.
enum JSONText {
  /// A text as a JSON string.
  static func quoted(_ text: String) -> String {
    text.quotedAsJSON { !$0.isVisibleASCII }
  }

  /// JSON as a part of other JSON: itself on one line, or a string of its text.
  ///
  /// A string stands for text that is no JSON, or is itself a string. Read back with
  /// `rawJSON(of:)`, JSON means the same: keys keep their order and numbers their spelling; only
  /// white space between the parts and the spelling of characters in strings may differ. Other text
  /// comes back as it was, but for U+FFFD in place of what is not UTF-8.
  static func embedded(_ json: RawJSON) -> String {
    let bytes = [UInt8](json.bytes)
    guard JSONCursor.isJSON(bytes[...]), let compact = compact(bytes), !compact.hasPrefix("\"")
    else { return quoted(json.text) }
    return compact
  }

  /// Valid JSON without the space between its parts; nil when it is not in UTF-8.
  static func compact(_ json: some Collection<UInt8>) -> String? {
    guard let text = String(validating: json, as: UTF8.self) else { return nil }
    var output = ""
    var isInString = false
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\"" {
        isInString.toggle()
      } else if isInString {
        isEscaped = scalar == "\\"
      } else if scalar.properties.isWhitespace {
        continue
      }
      if scalar.isVisibleASCII {
        output.unicodeScalars.append(scalar)
      } else {
        output += scalar.escapedInJSON
      }
    }
    return output
  }

  /// What `embedded(_:)` wrote.
  static func rawJSON(of value: ArraySlice<UInt8>) -> RawJSON {
    string(of: value).map { RawJSON($0) } ?? RawJSON(bytes: Data(value))
  }

  /// The text of a JSON string; nil when the value is none. Half a surrogate pair is U+FFFD.
  static func string(of value: ArraySlice<UInt8>) -> String? {
    guard value.first == UInt8(ascii: "\""), value.count >= 2 else { return nil }
    let content = value.dropFirst().dropLast()
    guard content.contains(UInt8(ascii: "\\")) else {
      return String(decoding: content, as: UTF8.self)
    }
    var units: [UInt16] = []
    var rest = String(decoding: content, as: UTF8.self).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let escape = rest.popFirst() else {
        units.append(contentsOf: UTF16.encode(scalar).map { Array($0) } ?? [])
        continue
      }
      switch escape {
      case "n": units.append(0x0a)
      case "r": units.append(0x0d)
      case "t": units.append(0x09)
      case "b": units.append(0x08)
      case "f": units.append(0x0c)
      case "u":
        units.append(UInt16(String(String.UnicodeScalarView(rest.prefix(4))), radix: 16) ?? 0xFFFD)
        rest = rest.dropFirst(4)
      default: units.append(contentsOf: UTF16.encode(escape).map { Array($0) } ?? [])
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}

extension Unicode.Scalar {
  fileprivate var isVisibleASCII: Bool { (0x20..<0x7f).contains(value) }
}
