import WorkOS

extension EditorSession {
  /// What someone else changed that is not in conflict with what was changed here, and stays.
  package var changesOfOthers: [FieldDifference] {
    guard case .conflicted(let theirs, let conflicts) = phase else { return [] }
    let asked = Set(conflicts.map(\.field))
    return draft.before.changes(to: EditableFields(theirs)).filter { !asked.contains($0.field) }
  }
}
