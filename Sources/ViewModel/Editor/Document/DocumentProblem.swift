import JSON

/// Why a text from an editor is not the form of an organization, and where.
package struct DocumentProblem: Error, Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case json(JSONMistake.Kind)
    /// `name` is the member's, such as `domain_data`; empty for the document as a whole.
    case wrongKind(name: String, wanted: JSONKind, found: JSONKind)
    case unknownKey(String, known: [String])
    case repeatedKey(String)
    case domainMissing
    /// `known` are those this domain may have.
    case unknownState(String, known: [String])
    /// The API takes it only for an organization that exists.
    case stripeWhileCreating
  }

  package enum JSONKind: Equatable, Sendable {
    case null
    case text
    case list
    case object
    case number
    case boolean
  }

  package var kind: Kind
  /// Counted from 1; nil where it is about the whole.
  package var line: Int?

  package init(kind: Kind, line: Int? = nil) {
    self.kind = kind
    self.line = line
  }
}
