import JSON
import WorkOS

/// The form of an organization as a document, to be changed in an editor.
package struct FormDocument: Equatable, Sendable {
  package struct Domain: Equatable, Sendable {
    package var domain: String
    /// Nil leaves it as it is; a new domain is pending.
    package var state: OrganizationDomain.State?
  }

  package struct Pair: Equatable, Sendable {
    package var key: String
    package var value: String
  }

  package var name = ""
  package var externalID = ""
  /// Nil while creating: the API takes it only for an organization that exists.
  package var stripeCustomerID: String?
  package var domains: [Domain] = []
  package var metadata: [Pair] = []

  init() {}

  /// What the form holds, without the rows that are removed or blank.
  package init(_ draft: Draft) {
    name = draft.name
    externalID = draft.externalID
    stripeCustomerID = draft.base == nil ? nil : draft.stripeCustomerID
    domains = draft.domains.filter(\.isInDocument).map {
      Domain(domain: $0.domain, state: $0.state)
    }
    metadata = draft.metadata.filter(\.isInDocument).map { Pair(key: $0.key, value: $0.value) }
  }

  /// As JSON, with its keys in the order of the form and one member a line.
  package var text: String {
    var members = ["\"name\": \(Self.quoted(name))", "\"external_id\": \(Self.orNull(externalID))"]
    if let stripeCustomerID {
      members.append("\"stripe_customer_id\": \(Self.orNull(stripeCustomerID))")
    }
    let domains = domains.map { domain in
      let state = domain.state.map { ", \"state\": \(Self.quoted($0.rawValue))" } ?? ""
      return "{ \"domain\": \(Self.quoted(domain.domain))\(state) }"
    }
    let pairs = metadata.map { "\(Self.quoted($0.key)): \(Self.quoted($0.value))" }
    members.append("\"domain_data\": " + Self.lines(of: domains, "[", "]", depth: 1))
    members.append("\"metadata\": " + Self.lines(of: pairs, "{", "}", depth: 1))
    return Self.lines(of: members, "{", "}", depth: 0) + "\n"
  }

  private static func lines(
    of parts: [String], _ opening: String, _ closing: String, depth: Int
  ) -> String {
    guard !parts.isEmpty else { return opening + closing }
    let indent = String(repeating: "  ", count: depth)
    return opening + "\n" + parts.map { indent + "  " + $0 }.joined(separator: ",\n") + "\n"
      + indent + closing
  }

  private static func orNull(_ text: String) -> String {
    text.isEmpty ? "null" : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    text.quotedAsJSON(escaping: \.mayBeHidden)
  }
}

extension Unicode.Scalar {
  /// Whether an editor may hide it, or let it reorder the line: controls, and most of what formats.
  fileprivate var mayBeHidden: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    // Joiners are a part of emoji, and of words in some scripts.
    case .format: self != "\u{200C}" && self != "\u{200D}"
    default: false
    }
  }
}

extension DomainRow {
  /// Whether there is something in it to be lost.
  var isInDocument: Bool { !isRemoved && (original != nil || !domain.trimmed.isEmpty) }
}

extension MetadataRow {
  var isInDocument: Bool { !isRemoved && (original != nil || !key.isEmpty || !value.isEmpty) }
}
