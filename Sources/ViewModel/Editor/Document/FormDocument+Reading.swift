import JSON
import WorkOS

extension FormDocument {
  /// Reads what an editor has made of the document of a draft.
  ///
  /// What is absent or null is taken for empty; everything else has to be what the form can hold.
  package init(reading text: String, for draft: Draft) throws(DocumentProblem) {
    self.init()
    if draft.base != nil { stripeCustomerID = "" }
    let document: JSONNode
    do throws(JSONMistake) {
      document = try JSONReader.read(Array(text.utf8)[...], by: .typed)
    } catch {
      throw DocumentProblem(kind: .json(error.kind), line: error.line)
    }
    for member in try document.members(named: "", known: Key.allCases.map(\.rawValue)) {
      // A known key: all others were refused.
      switch Key(rawValue: member.key) {
      case .name: name = try member.text()
      case .externalID: externalID = try member.text()
      case .stripeCustomerID: try readStripe(member)
      case .domains: domains = try Self.domains(in: member, of: draft)
      case .metadata:
        for pair in try member.value.members(named: member.key, known: nil)
        where pair.value.content != .null {
          metadata.append(Pair(key: pair.key, value: try pair.text(within: member.key)))
        }
      case nil: break
      }
    }
  }

  private enum Key: String, CaseIterable {
    case name
    case externalID = "external_id"
    case stripeCustomerID = "stripe_customer_id"
    case domains = "domain_data"
    case metadata
  }

  private mutating func readStripe(_ member: JSONMember) throws(DocumentProblem) {
    let text = try member.text()
    if stripeCustomerID != nil {
      stripeCustomerID = text
    } else if !text.isEmpty {
      throw DocumentProblem(kind: .stripeWhileCreating, line: member.line)
    }
  }

  private static func domains(
    in member: JSONMember, of draft: Draft
  ) throws(DocumentProblem) -> [Domain] {
    let elements: [JSONNode]
    switch member.value.content {
    case .null: elements = []
    case .array(let array): elements = array
    case .string, .object, .number, .boolean:
      throw member.value.isNot(.list, named: member.key)
    }
    var domains: [Domain] = []
    for element in elements {
      var domain: String?
      var state: (text: String, line: Int)?
      let known = ["domain", "state"]
      for part in try element.members(named: member.key, known: known)
      where part.value.content != .null {
        let text = try part.text(within: member.key)
        if part.key == "domain" { domain = text } else { state = (text, part.line) }
      }
      // One that was emptied in the form may stay so, and is marked there.
      guard let domain, !domain.trimmed.isEmpty || draft.hasEmptiedDomain else {
        throw DocumentProblem(kind: .domainMissing, line: element.line)
      }
      let states = draft.states(ofDomain: domain)
      if let state, !states.contains(where: { $0.rawValue == state.text }) {
        throw DocumentProblem(
          kind: .unknownState(state.text, known: states.map(\.rawValue)), line: state.line)
      }
      domains.append(
        Domain(
          domain: domain, state: state.map { OrganizationDomain.State(rawValue: $0.text) }))
    }
    return domains
  }
}

extension JSONNode {
  /// The members of an object, none where it is null; `known` are the keys it may have, nil for any.
  fileprivate func members(
    named name: String, known: [String]?
  ) throws(DocumentProblem) -> [JSONMember] {
    switch content {
    case .null where !name.isEmpty: return []
    case .object(let members):
      var keys: Set<String> = []
      for member in members {
        if let known, !known.contains(member.key) {
          throw DocumentProblem(kind: .unknownKey(member.key, known: known), line: member.line)
        }
        guard keys.insert(member.key).inserted else {
          throw DocumentProblem(kind: .repeatedKey(member.key), line: member.line)
        }
      }
      return members
    case .null, .string, .array, .number, .boolean: throw isNot(.object, named: name)
    }
  }

  fileprivate func isNot(
    _ wanted: DocumentProblem.JSONKind, named name: String
  ) -> DocumentProblem {
    DocumentProblem(kind: .wrongKind(name: name, wanted: wanted, found: kind), line: line)
  }

  private var kind: DocumentProblem.JSONKind {
    switch content {
    case .null: .null
    case .string: .text
    case .array: .list
    case .object: .object
    case .number: .number
    case .boolean: .boolean
    }
  }
}

extension JSONMember {
  /// The member's text, empty where it is null.
  fileprivate func text(within outer: String? = nil) throws(DocumentProblem) -> String {
    switch value.content {
    case .null: return ""
    case .string(let text): return text ?? ""
    case .array, .object, .number, .boolean:
      throw value.isNot(.text, named: outer.map { "\($0).\(key)" } ?? key)
    }
  }
}
