import WorkOS

extension Draft {
  /// The server's field errors, each on the field of the form it is about.
  package func refusals(in error: WorkOSError) -> [DraftProblem] {
    guard case .rejected(let rejection) = error else { return [] }
    let named = rejection.fieldErrors.compactMap { fieldError -> DraftProblem? in
      guard let field = fieldError.field.flatMap(formField(named:)) else { return nil }
      let words = fieldError.message ?? fieldError.code ?? rejection.message ?? ""
      return DraftProblem(field: field, kind: .refused(words))
    }
    if !named.isEmpty { return named }
    guard let field = rejection.code.flatMap(formField(inCode:)) else { return [] }
    return [DraftProblem(field: field, kind: .refused(rejection.message ?? rejection.code ?? ""))]
  }

  private func formField(named name: String) -> FormField? {
    // `metadata.plan` and `domain_data[0].domain` start with the field they are about.
    switch name.prefix(while: { $0.isLetter || $0 == "_" }) {
    case "name": .name
    case "external_id": .externalID
    case "stripe_customer_id": base == nil ? nil : .stripeCustomerID
    case "metadata": .metadata
    case "domain_data", "domains": .domains
    default: nil
    }
  }

  private func formField(inCode code: String) -> FormField? {
    switch code {
    case "external_id_already_used": .externalID
    case "stripe_customer_id_already_used": base == nil ? nil : .stripeCustomerID
    case "invalid_metadata": .metadata
    case "domain_already_exists": .domains
    default: nil
    }
  }
}
