import Foundation
import JSON

/// JSON in visible ASCII alone, so that a terminal shows a file of it without doing anything.
///
/// Every control, every character outside ASCII and so every bidirectional one is `\uXXXX`.
enum JSONText {
  /// JSON as a part of other JSON: itself on one line, or a string of its text.
  ///
  /// A string stands for text that is no JSON, or is itself a string. Read back with
  /// `rawJSON(of:)`, JSON means the same: keys keep their order and numbers their spelling; only
  /// white space between the parts and the spelling of characters in strings may differ. Other text
  /// comes back as it was, but for U+FFFD in place of what is not UTF-8.
  static func embedded(_ json: RawJSON) -> JSONValue {
    guard let compact = json.compact(escaping: { !$0.isVisibleASCII }), !compact.hasPrefix("\"")
    else { return .string(json.text) }
    return .spelled(compact)
  }

  /// What `embedded(_:)` wrote, found in a text.
  static func rawJSON(of node: JSONNode, in text: ArraySlice<UInt8>) -> RawJSON {
    node.string.map { RawJSON($0) } ?? RawJSON(bytes: Data(text[node.range]))
  }

  /// A value as it stands in a file.
  static func text(_ value: JSONValue) -> String {
    value.text { !$0.isVisibleASCII }
  }
}

extension [JSONValue.Member] {
  /// Adds JSON, unless there is none.
  mutating func add(_ key: String, _ json: RawJSON?) {
    add(key, json.map(JSONText.embedded))
  }
}

extension Unicode.Scalar {
  var isVisibleASCII: Bool { (0x20..<0x7f).contains(value) }
}
