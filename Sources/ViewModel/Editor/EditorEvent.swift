import Delivery
import WorkOS

/// What happened to the form.
package enum EditorEvent: Equatable, Sendable {
  case creationOpened
  case opened(Organization.ID)
  /// Where rows are added, it is what a new row holds.
  case textChanged(FormField, String)
  case domainStateToggled(Int)
  /// The next role for the first admin, in place of the one that was picked last.
  case adminRoleWanted
  /// The next one beside those that are picked.
  case adminRoleAdded
  /// The one that was picked last is not wanted, where there are several.
  case adminRoleDropped
  case domainAdded
  case pairAdded
  /// Taken out, or put back.
  case rowRemovalToggled(FormField)
  /// What an editor has left of the form, as JSON.
  case documentWritten(EditedDocument)
  case reviewWanted
  /// What the review shows is to be sent, or what the question after it asks.
  case submitted
  /// What that question wants typed.
  case questionTyped(String)
  case conflictDecided(EditableField, FieldConflict.Side)
  /// Back to the form, from a review or a conflict; a write under way goes on being waited for.
  case reviewLeft
  /// The form was closed; what was typed stays.
  case left
  case discarded
  case saved(RequestID, Result<Organization, WorkOSError>)
  /// A domain was added, or removed.
  case domainChanged(RequestID, Result<OrganizationDomain?, WorkOSError>)
  case rolesRead(RequestID, Result<[Role], WorkOSError>)
  /// Who has the address of the first admin.
  case adminFound(RequestID, Result<[User], WorkOSError>)
  /// What membership the first admin has; nil: none.
  case membershipRead(RequestID, Result<Membership?, WorkOSError>)
  case adminAnswered(RequestID, Result<Membership, WorkOSError>)
  /// What a create may have made whose answer was lost.
  case found(RequestID, Result<Page<Organization>, WorkOSError>)
  /// One of those is what was created.
  case acknowledged(Organization.ID)
  /// The organization is to be shown that has what was refused as taken; the records that the form was
  /// opened from are gone back to.
  case ownerOpened(from: RecordsName? = nil)
  /// Another one is to be created, whatever became of the first.
  case creationRepeated
  case findingRepeated
  /// What the server made of a save that was not asked for is to be put right.
  case puttingBackWanted
}
