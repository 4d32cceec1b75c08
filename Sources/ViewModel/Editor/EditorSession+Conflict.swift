import WorkOS

extension EditorSession {
  /// The fields that are to be decided, while that is asked.
  package var conflicts: [FieldConflict]? {
    switch phase {
    case .conflicted(_, let conflicts): conflicts
    case .documentConflicted: documentConflicts
    case .editing, .reviewing, .asking, .checking, .sending, .waiting, .verifying, .confirming,
      .finding, .found, .admin:
      nil
    }
  }

  /// What someone else changed that is not in conflict with what was changed here, and stays.
  package var changesOfOthers: [FieldDifference] {
    guard case .conflicted(let theirs, let conflicts) = phase else { return [] }
    let asked = Set(conflicts.map(\.field))
    return draft.before.changes(to: EditableFields(theirs)).filter { !asked.contains($0.field) }
  }
}
