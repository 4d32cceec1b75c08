/// A value in a JSON text: what it is, and where in the text it lies.
package struct JSONNode: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    case null
    case boolean(Bool)
    /// Its spelling is in the text.
    case number
    /// Nil where a byte of it is no character, which only `JSONRules.allowsStrayBytes` lets pass.
    case string(String?)
    case array([JSONNode])
    case object([JSONMember])
  }

  package let content: Content
  /// The bytes of the text that it takes, quotes and brackets included.
  package let range: Range<Int>
  /// The line it begins in, from 1.
  package let line: Int
}

/// A member of an object in a JSON text.
package struct JSONMember: Equatable, Sendable {
  package let key: String
  /// The line of the key, from 1.
  package let line: Int
  package let value: JSONNode
}

extension JSONNode {
  /// The elements of an array; none when it is anything else.
  package var elements: [JSONNode] {
    if case .array(let elements) = content { elements } else { [] }
  }

  /// The members of an object, in their order and with those of the same key; none when it is
  /// anything else.
  package var members: [JSONMember] {
    if case .object(let members) = content { members } else { [] }
  }

  /// The text of a string; nil when it is anything else.
  package var string: String? {
    if case .string(let string) = content { string } else { nil }
  }

  /// The first member of that key, as decoders too take the first of several.
  package func first(_ key: String) -> JSONNode? {
    members.first { $0.key == key }?.value
  }
}
