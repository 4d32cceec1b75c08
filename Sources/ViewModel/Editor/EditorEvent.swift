import WorkOS

/// What happened to the form.
package enum EditorEvent: Equatable, Sendable {
  case creationOpened
  case opened(Organization.ID)
  case textChanged(FormField, String)
  case domainStateToggled(Int)
  case domainAdded
  case pairAdded
  /// Taken out, or put back.
  case rowRemovalToggled(FormField)
  /// What an editor has left of the form, as JSON.
  case documentWritten(EditedDocument)
  case reviewWanted
  /// What the review shows is to be sent.
  case submitted
  case conflictDecided(EditableField, FieldConflict.Side)
  /// Back to the form, from a review or a conflict; a write under way goes on being waited for.
  case reviewLeft
  /// The form was closed; what was typed stays.
  case left
  case discarded
  case saved(RequestID, Result<Organization, WorkOSError>)
}
