import ViewModel
import WorkOS

/// The form's fields and what can be wrong with them, in words.
package enum FieldWords {
  /// Their names, one after another.
  package static func list(_ fields: [EditableField]) -> String {
    fields.map(name).joined(separator: ", ")
  }

  /// The same within a sentence.
  static func labels(of fields: [EditableField]) -> String {
    fields.map(label).joined(separator: ", ")
  }

  /// The same in few columns, such as `name, external id, 2 domains`.
  static func kinds(of fields: [EditableField]) -> String {
    var words: [String] = []
    var (domains, pairs) = (0, 0)
    for field in fields {
      switch field {
      case .name, .externalID, .stripeCustomerID: words.append(label(field))
      case .domain: domains += 1
      case .metadata: pairs += 1
      }
    }
    if domains > 0 { words.append(domains == 1 ? "1 domain" : "\(domains) domains") }
    if pairs > 0 { words.append(pairs == 1 ? "1 pair" : "\(pairs) pairs") }
    return words.joined(separator: ", ")
  }

  static func name(_ field: EditableField) -> String {
    switch field {
    case .name: "Name"
    case .externalID: "External id"
    case .stripeCustomerID: "Stripe customer id"
    case .domain(let domain): "Domain \(DomainWords.both(domain))"
    case .metadata(let key): "Metadata \(key)"
    }
  }

  /// The same within a sentence, such as `Stripe id` or `metadata tier`.
  static func label(_ field: EditableField) -> String {
    switch field {
    case .name: "name"
    case .externalID: "external id"
    case .stripeCustomerID: "Stripe id"
    case .domain(let domain): "domain \(DomainWords.both(domain))"
    case .metadata(let key): "metadata \(ListWords.shortened(key, columns: 24))"
    }
  }

  static func state(_ state: OrganizationDomain.State) -> String {
    state == .legacyVerified ? "verified (legacy)" : state.rawValue
  }

  static func sentence(_ problem: DraftProblem) -> String {
    switch problem.kind {
    case .nameMissing: "A name is needed."
    case .nameLong(let count): "\(count) characters is unusually long for a name."
    case .notASCII(let character):
      problem.isError
        ? "Only ASCII is accepted here, not \(character.named)."
        : "WorkOS documents ASCII only here; \(character.named) may be refused."
    case .tooLong(let count, let limit):
      switch problem.field {
      case .metadata: "\(count) pairs; at most \(limit) are accepted."
      case .name: "\(count) characters; a name of more than \(limit) is not sent from here."
      default: "\(count) characters; at most \(limit) are accepted."
      }
    case .pastDocumentedLimit(let count, let limit):
      problem.field == .metadata
        ? "\(count) pairs; WorkOS documents \(limit), so it may be refused."
        : "\(count) characters; WorkOS documents \(limit), so it may be refused."
    case .host(let problem): sentence(problem)
    case .sentAs(let domain): "Sent as \(domain)."
    case .webSite(let domain): "Sent with its www.; e-mail addresses mostly end in \(domain)."
    case .domainRepeated: "This domain is here twice."
    case .consumerDomain: "A mail provider's domain; WorkOS refuses those."
    case .keyMissing: "A key is needed for this value."
    case .keyRepeated: "This key is here twice."
    case .pairInKey: "“=” became part of the key. Tab leads from the key to its value."
    case .valueEmpty: "Without a value; ^X removes the pair."
    case .emptied: "Empty; ^X removes the row, Esc keeps the draft."
    case .surrounded(.blanks): "The blank around it is sent as a part of it."
    case .surrounded(.blankWithin): "The blank within it is sent as a part of it."
    case .surrounded(.marks(let inner)):
      "What stands around \(inner) is sent as a part of it."
    case .stripeCustomerWithin(let id): "Only the customer id is kept: \(id)."
    case .notAnAddress: "An e-mail address is needed, such as jane@acme.com."
    case .addressInDoubt(.unseenCharacters): "It holds characters that cannot be seen."
    case .addressInDoubt(.mistakableLetters):
      "Its letters could be taken for those of another address."
    case .noSuchUser:
      "No user of this environment has this address. Correct it, or leave it empty and invite them."
    case .membershipPending: "They are a member already, and pending."
    case .refused(""): "The server refused this."
    case .refused(let words): "Server: \(words)" + (words.hasSuffix(".") ? "" : ".")
    }
  }

  private static func sentence(_ problem: HostName.Problem) -> String {
    switch problem {
    case .empty: "A host name is needed, such as acme.com."
    case .notOnlyAHost(let suggestion?): "Only the host name is kept: \(suggestion)."
    case .notOnlyAHost(nil): "Only a host name, such as acme.com."
    case .noDot: "A host name has a dot in it, such as acme.com."
    case .invalidCharacter(let character): "\(character.named) cannot be in a host name."
    case .invalidLabel: "Not a host name, such as acme.com."
    case .tooLong: "Too long for a host name."
    case .notConvertible: "These letters cannot be in a host name."
    }
  }
}
