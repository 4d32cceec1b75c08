import WorkOS

/// What someone else has changed of what was changed here, too.
extension TabFormSession {
  package var changedByOthers: [TabChange] {
    overtaken.map { field in
      TabChange(
        field.label, words(typedOver[field.id], in: field), words(initial[field.id], in: field))
    }
  }

  /// What it was typed over, as its draft keeps it; of several that are picked what there is by now, as
  /// they were laid over that.
  var base: TabValues {
    var base = initial
    for field in overtaken {
      let former = typedOver[field.id]
      if former.picked.count <= 1, base[field.id].picked.count <= 1 { base[field.id] = former }
    }
    return base
  }

  var warningOfOthers: String? {
    let changes = changedByOthers.map { change in
      "\(change.field): \(change.old ?? "nothing") → \(change.new ?? "nothing")"
    }
    return changes.isEmpty
      ? nil
      : "Someone else has changed this since it was typed ("
        + changes.joined(separator: ", ") + ")."
  }

  private var overtaken: [TabField] {
    form.fields.filter { field in
      let (old, mine, now) = (typedOver[field.id], values[field.id], initial[field.id])
      return !old.isSame(as: mine) && !old.isSame(as: now) && !now.isSame(as: mine)
    }
  }

  /// What a value is called, as far as the choices are there.
  private func words(_ value: TabValue, in field: TabField) -> String {
    guard field.isChoice else { return value.text }
    let names = value.picked.map { choices[field.id]?[$0.value]?.label ?? $0.value }
    return names.joined(separator: ", ")
  }
}

extension TabFormSession.Key {
  /// Whether its form changes what is there, and makes nothing anew.
  var isAboutSomething: Bool { row != nil || tab == Overview.name }
}

extension TabValues {
  /// What these were typed over: what was left as it was at first follows what there is by now.
  func typedOver(_ base: TabValues, now: TabValues) -> TabValues {
    var over = now
    for id in base.values.keys where !self[id].isSame(as: base[id]) { over[id] = base[id] }
    return over
  }
}
