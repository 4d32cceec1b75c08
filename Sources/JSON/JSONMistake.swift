/// Why a text is no JSON, and in which line.
package struct JSONMistake: Error, Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// Something else is where a part has to be; nil: the text ends there.
    case missing(Part, found: Character?)
    case commaTooMany
    case textNotClosed
    case controlInText
    case badEscape
    case notUTF8
    case tooDeep
  }

  /// A part of JSON that has to be where something else is.
  package enum Part: Equatable, Sendable {
    case value
    case key
    case colon
    case commaOrBrace
    case commaOrBracket
    case end
  }

  package let kind: Kind
  /// Counted from 1.
  package let line: Int

  package init(kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}
