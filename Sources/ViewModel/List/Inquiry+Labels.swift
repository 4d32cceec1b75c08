import Foundation

/// What stands before a value and says what it is: a prefix such as `ext:`, or the label that it had where
/// it was copied from, such as `External ID:` or `external_id=`.
extension Inquiry {
  /// A value, and the label before it.
  package struct Labelled {
    /// As it stood there, such as `external id:`.
    package var label: String
    /// Nil: a label that says no more than that it is an organization.
    package var field: Field?
    package var value: String
  }

  /// The field that a label in front of a text names.
  static func field(of text: String) -> Field? { labelled(text)?.field }

  /// Nil where no well-known label stands in front of a value.
  package static func labelled(_ text: String) -> Labelled? {
    if let inner = unquoted(text) { return labelled(inner) }
    guard let sign = text.firstIndex(where: { ":=".contains($0) }) else {
      return labelledByBlank(text)
    }
    // That of a JSON member stands in quotes.
    let name = name(ofLabel: String(text[..<sign].filter { $0 != "\"" }).trimmed)
    let value = String(text[text.index(after: sign)...]).withoutInvisibles
    let field = fields[name] ?? (ownIDs.contains(name) ? field(ofOwnID: value) : nil)
    guard !value.isEmpty, field != nil || kinds.contains(name) else { return nil }
    return Labelled(label: String(text[...sign]), field: field, value: value)
  }

  /// Whether a word within a text is a label whose value is sure to be about an organization.
  static func isInlineLabel(_ word: String) -> Bool {
    let name = name(ofLabel: word)
    return ownIDs.contains(name) || name != "ext" && fields[name] == .externalID
      || ["domain", "domains"].contains(name)
  }

  /// A label however its words are told apart: `external_id`, `External ID`, `externalId`.
  private static func name(ofLabel label: String) -> String {
    label.spacingCapitals.lowercased().replacing("_", with: " ").replacing("-", with: " ")
  }

  /// What is called the id of an organization is that of another system where it is none of WorkOS's.
  private static func field(ofOwnID value: String) -> Field? {
    PastedText(value).identifiers.isEmpty ? .externalID : nil
  }

  private static let ownIDs: Set = ["org id", "organization id", "organisation id"]

  /// What stands in quotes or brackets as a whole, label and all; nil: nothing does.
  private static func unquoted(_ text: String) -> String? {
    guard let first = text.first, !first.isLetter else { return nil }
    let inner = PastedText(text).unwrapped
    // Quotes within may be those around a label, and around its value.
    return inner.isEmpty || inner.contains(where: { "\"'“”‘’".contains($0) })
      || inner.count >= text.count ? nil : inner
  }

  /// `external id cust_42`, as it is copied out of a table.
  private static func labelledByBlank(_ text: String) -> Labelled? {
    let label = ["external id ", "external_id "].first { text.lowercased().hasPrefix($0) }
    guard let label else { return nil }
    let value = String(text.dropFirst(label.count)).trimmed
    // Several words may be a name.
    guard !value.isEmpty, !value.contains(" ") else { return nil }
    return Labelled(
      label: String(text.prefix(label.count)).trimmed, field: .externalID, value: value)
  }

  private static let fields: [String: Field] = [
    "id": .id, "ext": .externalID, "external id": .externalID, "externalid": .externalID,
    "org external id": .externalID, "organization external id": .externalID,
    "organisation external id": .externalID, "external org id": .externalID,
    "external organization id": .externalID,
    "domain": .domain, "domains": .domain, "host": .domain, "hostname": .domain, "name": .name,
  ]

  private static let kinds: Set<String> = {
    let kinds = [
      "organization", "organisation", "org", "customer", "company", "account", "tenant", "client",
    ]
    return Set(kinds + kinds.map { "\($0) name" } + kinds.map { "\($0) id" })
  }()
}

extension String {
  /// The text with a blank between the words of which only capitals tell where they begin.
  var spacingCapitals: String {
    var spaced = ""
    var isBehindSmall = false
    for character in self {
      if isBehindSmall, character.isUppercase { spaced.append(" ") }
      isBehindSmall = character.isLowercase
      spaced.append(character)
    }
    return spaced
  }
}
