import Delivery
import WorkOS

/// Whose a value is that was refused as another organization's.
extension TabFormSession {
  /// Asks who has what was refused as taken, where another organization can have it.
  mutating func askForOwner(_ turn: inout Turn) {
    for fault in faults.ofFields {
      guard let source = source(ofTaken: fault.field) else { continue }
      taken = Taken(fault: fault, look: NeighbourLook(at: source, &turn))
      return
    }
  }

  /// Takes in who has it.
  mutating func ownerArrived(
    _ id: RequestID, _ result: Result<Page<ListedOrganization>, WorkOSError>
  ) {
    _ = taken?.look.take(id, result, besides: key.organization)
  }

  /// Where to ask for whoever has what a field holds.
  func source(ofTaken field: String) -> ListSource? {
    form.fields.first { $0.id == field }?.owner(values[field].text)
  }

  /// The field that a conflict can only be about, whatever the server calls it.
  func fieldTaken(by rejection: WorkOSError.Rejection) -> TabField? {
    guard rejection.status == 409 else { return nil }
    return form.fields.first { source(ofTaken: $0.id) != nil }
  }
}

extension OrganizationTabs {
  /// Gives up the look for an owner that nobody waits for any more.
  ///
  /// - Parameter answered: the request that was answered just now, if one was.
  func cancelLook(_ former: Pending?, answered: RequestID?, _ turn: inout Turn) {
    guard let former, former.id != answered, form?.taken?.look.pending?.id != former.id else {
      return
    }
    turn.cancel(former)
  }
}

extension Console {
  /// Goes from the form to the organization that has what was refused, and keeps what was typed.
  mutating func openOwner(_ turn: inout Turn) {
    guard let form = tabs.form, form.isEditing, let owner = form.taken?.owner else { return }
    drafts.openedInTab = nil
    tabs.leaveForm(&turn)
    go(to: owner, form.key.tab, &turn)
  }
}
