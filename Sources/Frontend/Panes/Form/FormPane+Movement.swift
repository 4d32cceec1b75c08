import ViewModel
import WorkOS

/// Going far in the form: by screenfuls, and by sections.
extension FormPane {
  mutating func move(
    byScreenfuls action: Action, _ keyboard: Keyboard, _ session: EditorSession, _ scene: Scene
  ) {
    // One row is seen again, with news below the form or without.
    let distance = keyboard.distance(of: action, screenful: max(1, scene.layout.rows - 6))
    let rows = formRows(of: session, scene)
    guard let current = rows.firstIndex(where: { $0.holds(field) }) else { return }
    let fields = rows.indices.filter { rows[$0].field != nil }
    let target = current + distance
    let row =
      distance > 0
      ? fields.last { $0 > current && $0 <= target } ?? fields.first { $0 > current }
      : fields.first { $0 < current && $0 >= target } ?? fields.last { $0 < current }
    guard let row, let next = rows[row].field else { return }
    scroll.go(to: max(0, scroll.top + row - current))
    caret.go(to: field.isOnRight ? next.rightOfRow ?? next : next)
  }

  /// To the beginning of the next section, or of this one or the one before it.
  mutating func moveSection(by direction: Int, _ draft: Draft) {
    let heads =
      [
        FormField.name, draft.domains.first.map { .domain($0.id) } ?? .domains,
        draft.metadata.first.map { .metadataKey($0.id) } ?? .metadata,
      ] + (draft.hasAdminFields ? [.adminEmail] : [])
    let current = field.section
    let isInside = field != heads[current]
    let target = direction > 0 ? current + 1 : isInside ? current : current - 1
    caret.go(to: heads[(target + heads.count) % heads.count])
  }
}

extension FormField {
  /// Which part of the form it is in, from the top.
  fileprivate var section: Int {
    switch self {
    case .name, .externalID, .stripeCustomerID: 0
    case .domain, .domainState, .domains: 1
    case .metadataKey, .metadataValue, .metadata: 2
    case .adminEmail, .adminRole: 3
    }
  }
}

extension Draft {
  /// Where in the form a field is.
  func formField(of field: EditableField) -> FormField? {
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
