import JSON

extension OrganizationUpdate {
  /// The JSON exactly as it is sent: only what changed, in the order of the form.
  ///
  /// An empty text is sent as null, since the API refuses `""` for an identifier, and unchanged
  /// metadata is left out, since the API takes `{}` to mean "remove every pair".
  package var body: RawJSON {
    var members: [JSONValue.Member] = []
    if let name {
      members.append(.init(key: "name", value: .string(name)))
    }
    if let value = externalID.value {
      members.append(.init(key: "external_id", value: value))
    }
    if let value = stripeCustomerID.value {
      members.append(.init(key: "stripe_customer_id", value: value))
    }
    if let domains {
      members.append(.init(key: "domain_data", value: .array(domains.map(\.value))))
    }
    if !metadata.isEmpty {
      members.append(.init(key: "metadata", value: .pairs(metadata)))
    }
    return JSONValue.object(members).raw
  }
}

extension NewOrganization {
  /// The JSON exactly as it is sent; whatever is empty is left out.
  package var body: RawJSON {
    var members = [JSONValue.Member(key: "name", value: .string(name))]
    if let externalID, !externalID.isEmpty {
      members.append(.init(key: "external_id", value: .string(externalID)))
    }
    if !domains.isEmpty {
      members.append(.init(key: "domain_data", value: .array(domains.map(\.value))))
    }
    if !metadata.isEmpty {
      members.append(.init(key: "metadata", value: .pairs(metadata)))
    }
    return JSONValue.object(members).raw
  }
}

extension FieldChange<String> {
  /// What to send, or nil when the field is not sent.
  fileprivate var value: JSONValue? {
    switch self {
    case .kept: nil
    case .cleared, .set(""): .null
    case .set(let text): .string(text)
    }
  }
}

extension DomainData {
  fileprivate var value: JSONValue {
    .object([
      .init(key: "domain", value: .string(domain)),
      .init(key: "state", value: .string(state.rawValue)),
    ])
  }
}

extension JSONValue {
  /// An object of texts in the order of its keys, where nil is null.
  fileprivate static func pairs(_ pairs: [String: String?]) -> JSONValue {
    .object(
      pairs.sorted { $0.key < $1.key }.map { key, text in
        Member(key: key, value: text.map(JSONValue.string) ?? .null)
      })
  }
}
