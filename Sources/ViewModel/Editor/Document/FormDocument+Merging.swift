import WorkOS

/// Three texts of one form: as an editor was given it, as the form is by now, and as the editor left it.
extension FormDocument {
  /// What the form holds by now, with all over it that the editor has changed since it was `opened`.
  ///
  /// - Returns: besides, the fields that both have changed; there the form's stays until that is
  ///   decided.
  func merged(
    over current: FormDocument, since opened: FormDocument
  ) -> (document: FormDocument, conflicts: [FieldConflict]) {
    let given = withStates(of: [opened, current])
    var merged = current
    var conflicts: [FieldConflict] = []
    // A list that was changed on one side alone is that side's, its order and its unfinished rows too.
    if current.domains == opened.domains { merged.domains = given.domains }
    if current.metadata == opened.metadata { merged.metadata = given.metadata }
    let held = merged.fields
    for change in opened.fields.changes(to: given.fields) {
      let field = change.field
      let now = held[field]
      if now == change.new { continue }
      if now == change.old {
        merged.put(change.new, in: field, as: given)
      } else {
        conflicts.append(
          FieldConflict(field: field, before: change.old, mine: now, theirs: change.new))
      }
    }
    return (merged, conflicts)
  }

  /// The document with what the editor has in some fields, which both had changed.
  func taking(_ conflicts: [FieldConflict]) -> FormDocument {
    var document = self
    for conflict in conflicts { document.put(conflict.theirs, in: conflict.field, as: nil) }
    return document
  }

  subscript(_ field: EditableField) -> String? { fields[field] }

  /// What the document says of each field; of a host or a key that is there twice, the first.
  private var fields: EditableFields {
    var fields = EditableFields()
    fields[.name] = name.isEmpty ? nil : name
    fields[.externalID] = externalID.isEmpty ? nil : externalID
    fields[.stripeCustomerID] = stripeCustomerID?.isEmpty == false ? stripeCustomerID : nil
    for domain in domains.reversed() where !domain.domain.isBlank {
      fields[.domain(domain.host)] = (domain.state ?? .pending).rawValue
    }
    for pair in metadata.reversed() { fields[.metadata(pair.key)] = pair.value }
    return fields
  }

  /// A state that is not said is the one that the domain has elsewhere.
  private func withStates(of others: [FormDocument]) -> FormDocument {
    var document = self
    for index in domains.indices where domains[index].state == nil {
      let host = domains[index].host
      document.domains[index].state =
        others.lazy.flatMap(\.domains).first { $0.host == host }?.state ?? .pending
    }
    return document
  }

  /// - Parameter spelling: has a new domain as it was typed.
  private mutating func put(
    _ value: String?, in field: EditableField, as spelling: FormDocument?
  ) {
    switch field {
    case .name: name = value ?? ""
    case .externalID: externalID = value ?? ""
    case .stripeCustomerID: stripeCustomerID = value ?? ""
    case .domain(let host):
      guard let value else { return domains.removeAll { $0.host == host } }
      let state = OrganizationDomain.State(rawValue: value)
      if let index = domains.firstIndex(where: { $0.host == host }) {
        domains[index].state = state
      } else {
        let typed = spelling?.domains.first { $0.host == host }?.domain ?? host
        domains.append(Domain(domain: typed, state: state))
      }
    case .metadata(let key):
      guard let value else { return metadata.removeAll { $0.key == key } }
      if let index = metadata.firstIndex(where: { $0.key == key }) {
        metadata[index].value = value
      } else {
        metadata.append(Pair(key: key, value: value))
      }
    }
  }
}

extension FormDocument.Domain {
  fileprivate var host: String { HostName.normalized(domain) }
}
