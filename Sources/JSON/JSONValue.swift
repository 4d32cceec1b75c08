/// A JSON value to be written, whose members stay in the order in which they are given.
///
/// `JSONEncoder` has no stable order but the alphabetical one, and people are shown what is written.
package indirect enum JSONValue: Equatable, Sendable {
  case null
  case number(Int)
  case string(String)
  case array([JSONValue])
  case object([Member])
  /// JSON as it is spelled elsewhere.
  case spelled(String)

  package struct Member: Equatable, Sendable {
    package var key: String
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value as compact JSON text.
  ///
  /// - Parameter isEscaped: what is written as `\uXXXX`, besides the controls that JSON wants so.
  package func text(escaping isEscaped: (Unicode.Scalar) -> Bool = { _ in false }) -> String {
    var text = ""
    write(to: &text, escaping: isEscaped)
    return text
  }

  package var raw: RawJSON { RawJSON(text()) }

  private func write(to text: inout String, escaping isEscaped: (Unicode.Scalar) -> Bool) {
    switch self {
    case .null: text += "null"
    case .number(let number): text += String(number)
    case .string(let string): text += string.quotedAsJSON(escaping: isEscaped)
    case .spelled(let json): text += json
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        element.write(to: &text, escaping: isEscaped)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        text += member.key.quotedAsJSON(escaping: isEscaped)
        text += ":"
        member.value.write(to: &text, escaping: isEscaped)
      }
      text += "}"
    }
  }
}

extension [JSONValue.Member] {
  /// Adds a member, unless there is no value for it.
  package mutating func add(_ key: String, _ value: JSONValue?) {
    if let value { append(JSONValue.Member(key: key, value: value)) }
  }

  /// Adds a text, unless there is none.
  package mutating func add(_ key: String, _ text: String?) {
    add(key, text.map(JSONValue.string))
  }

  /// Adds a number, unless there is none.
  package mutating func add(_ key: String, _ number: Int?) {
    add(key, number.map(JSONValue.number))
  }
}
