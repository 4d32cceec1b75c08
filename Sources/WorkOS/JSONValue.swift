/// A JSON value to be sent, whose members stay in the order they are written.
///
/// `JSONEncoder` has no stable order but the alphabetical one, and the console shows these bodies to people.
enum JSONValue: Equatable {
  case null
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Equatable {
    var key: String
    var value: JSONValue
  }

  /// The value as compact JSON text.
  var raw: RawJSON {
    var text = ""
    write(to: &text)
    return RawJSON(text)
  }

  private func write(to text: inout String) {
    switch self {
    case .null:
      text += "null"
    case .string(let string):
      text += string.quotedAsJSON()
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        element.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        text += member.key.quotedAsJSON()
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }
}
