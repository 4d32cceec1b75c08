/// A field that two people changed differently since it was read.
package struct FieldConflict: Equatable, Sendable {
  package enum Side: Equatable, Sendable {
    case mine
    case theirs
  }

  package var field: EditableField
  /// What it was when the form was opened.
  package var before: String?
  package var mine: String?
  package var theirs: String?
  package var choice: Side?

  package init(
    field: EditableField, before: String?, mine: String?, theirs: String?, choice: Side? = nil
  ) {
    self.field = field
    self.before = before
    self.mine = mine
    self.theirs = theirs
    self.choice = choice
  }
}

/// What comes of two changes to the same organization.
package struct Merge: Equatable, Sendable {
  /// Theirs, with what I changed laid over it, but for the conflicts.
  package var merged: EditableFields
  package var conflicts: [FieldConflict]

  package init(before: EditableFields, mine: EditableFields, theirs: EditableFields) {
    merged = theirs
    merged.firstAdmin = mine.firstAdmin
    conflicts = []
    for change in before.changes(to: mine) {
      let field = change.field
      if theirs[field] == before[field] || theirs[field] == mine[field] {
        merged[field] = mine[field]
      } else {
        conflicts.append(
          FieldConflict(
            field: field, before: before[field], mine: mine[field], theirs: theirs[field]))
      }
    }
  }
}
