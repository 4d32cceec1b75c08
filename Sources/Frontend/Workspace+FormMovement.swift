import ViewModel

/// Going far in the form: by screenfuls, by sections, to a field that was asked for.
extension Workspace {
  mutating func scrollForm(by distance: Int, _ session: EditorSession, _ console: Console) {
    let rows = formRows(of: session, console)
    guard let current = rows.firstIndex(where: { $0.holds(formField) }) else { return }
    let fields = rows.indices.filter { rows[$0].field != nil }
    let target = current + distance
    let row =
      distance > 0
      ? fields.last { $0 > current && $0 <= target } ?? fields.first { $0 > current }
      : fields.first { $0 < current && $0 >= target } ?? fields.last { $0 < current }
    guard let row, let field = rows[row].field else { return }
    formTop = max(0, formTop + row - current)
    focus(formField.isOnRight ? field.rightOfRow ?? field : field, session.draft)
  }

  /// To the beginning of the next section, or of this one or the one before it.
  mutating func moveSection(by direction: Int, _ draft: Draft) {
    let heads = [
      FormField.name, draft.domains.first.map { .domain($0.id) } ?? .domains,
      draft.metadata.first.map { .metadataKey($0.id) } ?? .metadata,
    ]
    let current = formField.section
    let isInside = formField != heads[current]
    let target = direction > 0 ? current + 1 : isInside ? current : current - 1
    focus(heads[(target + heads.count) % heads.count], draft)
  }

  /// Puts the caret where the form was asked to begin, once it is there.
  mutating func goToWantedField(in draft: Draft) {
    guard let wanted = wantedField else { return }
    wantedField = nil
    if let field = draft.formField(of: wanted) { focus(field, draft) }
  }
}

extension FormField {
  /// Which part of the form it is in, from the top.
  fileprivate var section: Int {
    switch self {
    case .name, .externalID, .stripeCustomerID: 0
    case .domain, .domainState, .domains: 1
    case .metadataKey, .metadataValue, .metadata: 2
    }
  }
}

extension Draft {
  /// Where in the form a field is.
  fileprivate func formField(of field: EditableField) -> FormField? {
    switch field {
    case .name: .name
    case .externalID: .externalID
    case .stripeCustomerID: .stripeCustomerID
    case .domain(let host):
      domains.first { HostName.normalized($0.original ?? $0.domain) == host }.map { .domain($0.id) }
    case .metadata(let key):
      metadata.first { ($0.original ?? $0.key) == key }.map { .metadataValue($0.id) }
    }
  }
}
