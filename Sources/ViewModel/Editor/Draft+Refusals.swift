import WorkOS

extension Draft {
  /// The server's field errors, each on the field of the form it is about.
  ///
  /// - Parameter step: the request it refused; one about a domain can only mean that domain.
  package func refusals(
    in error: WorkOSError, about step: SavePlan.Step? = nil
  ) -> [DraftProblem] {
    guard case .rejected(let rejection) = error else { return [] }
    if case .addAdmin = step {
      return rejection.objections.map { objection in
        let names = [
          rejection.code?[...], objection.code?[...], objection.field, objection.within,
        ]
        let isRole = names.contains { $0?.contains("role") == true }
        return problem(at: isRole ? .adminRole : .adminEmail, objection)
      }
    }
    if let field = step?.domain.flatMap(anyRow) {
      return rejection.objections.map { problem(at: field, $0) }
    }
    let named = rejection.objections.compactMap { objection in
      formField(of: objection).map { problem(at: $0, objection) }
    }
    if !named.isEmpty { return named }
    let whole = rejection.objection
    guard let field = formField(of: whole) ?? clashingDomain(in: rejection) else { return [] }
    return [problem(at: field, whole)]
  }

  /// What the server says beside those refusals: the sentences that found no field of the form.
  func objections(in error: WorkOSError, beside refusals: [DraftProblem]) -> [String] {
    guard case .rejected(let rejection) = error else { return [] }
    let strays = rejection.objections.filter { formField(of: $0) == nil }
    // Where none of them names a field, what was sent may have told which it is about.
    guard strays.count == rejection.objections.count else { return strays.map(\.wordsWithName) }
    let said = refusals.compactMap(\.refusal)
    return strays.filter { !said.contains($0.words) }.map(\.wordsWithName)
  }

  private func problem(at field: FormField, _ objection: Objection) -> DraftProblem {
    DraftProblem(field: field, kind: .refused(objection.words))
  }

  private func formField(of objection: Objection) -> FormField? {
    switch objection.field ?? objection.code?[...] {
    case "name": .name
    case "external_id", "external_id_already_used": .externalID
    case "stripe_customer_id", "stripe_customer_id_already_used":
      base == nil ? nil : .stripeCustomerID
    case "metadata", "invalid_metadata": objection.within.flatMap(pair) ?? .metadata
    case "domain_data", "domains":
      objection.within.flatMap { Int($0.prefix(while: \.isNumber)) }.flatMap(domainSent(at:))
        ?? .domains
    default: nil
    }
  }

  private func pair(_ key: Substring) -> FormField? {
    metadata.first { !$0.isRemoved && ($0.key == key || "\($0.key)]" == key) }
      .map { .metadataKey($0.id) }
  }

  /// The domain that had this place in what was sent, which is in another order than the form.
  private func domainSent(at index: Int) -> FormField? {
    let sent = fields.domainData
    return sent.indices.contains(index) ? row(of: sent[index].domain) : nil
  }

  private func row(of domain: String) -> FormField? {
    domains.first { !$0.isRemoved && HostName.normalized($0.domain) == domain }
      .map { .domain($0.id) }
  }

  /// The row of a domain, be it to be kept or removed.
  private func anyRow(of domain: String) -> FormField? {
    domains.first {
      HostName.normalized($0.domain) == domain || $0.original.map(HostName.normalized) == domain
    }
    .map { .domain($0.id) }
  }

  /// A 409 is about a domain that another organization has, and often names it.
  private func clashingDomain(in rejection: WorkOSError.Rejection) -> FormField? {
    guard rejection.status == 409 || rejection.code == "domain_already_exists" else { return nil }
    let changed = before.changes(to: fields).compactMap { change -> String? in
      if case .domain(let domain) = change.field, change.new != nil { domain } else { nil }
    }
    let blamed = changed.filter { rejection.message?.contains($0) == true }
    if let domain = blamed.first ?? (changed.count == 1 ? changed.first : nil) {
      return row(of: domain)
    }
    return changed.isEmpty && rejection.code == nil ? nil : .domains
  }
}
