import Delivery
import Foundation
import WorkOS

/// The parts of the console, and what passes between them.
extension Console {
  /// Says of a movement that led nowhere that there is nothing more, unless more is awaited.
  private func noteEnd(of event: ListEvent, _ turn: inout Turn) {
    let first: Notice.End = list.isFiltered ? .firstRow : .firstRowOfPage
    let last: Notice.End = list.isFiltered ? .lastRow : .lastRowOfPage
    let end: Notice.End
    switch event {
    case .selectionMoved(let distance): end = distance < 0 ? first : last
    case .firstRowWanted: end = first
    case .lastRowWanted: end = last
    case .rowWanted(let row): end = row < list.rows.count ? .thisRow : last
    default: return
    }
    guard turn.notice == nil, !list.loads.contains(where: \.isAwaited) else { return }
    turn.notice = .atEnd(list.rows.isEmpty ? .noRow : end)
  }

  mutating func handle(_ event: ListEvent, _ turn: inout Turn) {
    if case .pageArrived(let id, let result) = event {
      if asked[id] == .neighbours {
        if !editor.neighboursArrived(id, result) { tabs.form?.ownerArrived(id, result) }
        return
      }
    }
    if event == .left, !list.isFilteredOrLoading, deletions.giveUp(retries, &turn) { return }
    if event == .left, !list.isFilteredOrLoading, list.search == nil {
      turn.notice = .nothingToLeave
    }
    let waits = event == .left ? list.loads.compactMap { retries[$0.pending.id] } : []
    let place = (list.selectedRow, list.pageIndex)
    list.update(event, &turn)
    if place == (list.selectedRow, list.pageIndex) { noteEnd(of: event, &turn) }
    if case .searchSubmitted(let text) = event { lookForPerson(in: text, &turn) }
    // What a stopped load waited for is the reason why there is nothing, or nothing newer, to see.
    for wait in waits { list.noteStop(of: wait.request, because: wait.error) }
    if case .pageArrived = event { takeStepsWanted(&turn) }
  }

  mutating func handle(_ event: EditorEvent, _ turn: inout Turn) {
    if workplace.isReadOnly {
      turn.notice = .readOnly
      return
    }
    switch event {
    case .creationOpened where access.isRefused, .opened where access.isRefused,
      .submitted where access.isRefused, .creationRepeated where access.isRefused:
      turn.notice = .keyRefused
    case .opened(let id):
      // What was typed for an organization that went is still there to be read.
      let draft = editor.drafts(of: .organization(id)).first.flatMap { editor.drafts[$0] }
      guard let organization = writable(id, &turn, orElse: draft?.base) else { return }
      openForm(of: organization)
    case .creationOpened: openForm(of: nil)
    case .saved(let id, let result):
      let saving = organizationSaved(by: id)
      let isNew = editor.session?.draft.base == nil
      if case .failure(let error) = result, error.isNotFound, let saving {
        noteGone(saving, &turn)
      }
      guard let organization = editor.saved(id, result, &turn) else { return }
      isNew ? list.insertCreated(organization, &turn) : list.replace(organization)
      detail.replace(organization)
    case .domainChanged(let id, let result):
      guard let organization = editor.domainChanged(id, result, &turn) else { return }
      list.replace(organization)
      detail.replace(organization)
    case .membershipRead(let id, let result):
      guard let organization = editor.membershipRead(id, result, &turn) else { return }
      list.replace(organization)
      detail.replace(organization)
    case .adminAnswered(let id, let result):
      guard let organization = editor.adminAnswered(id, result, &turn) else { return }
      list.replace(organization)
      detail.replace(organization)
    case .found(let id, let result):
      editor.found(id, result, &turn)
    case .ownerOpened(let records):
      guard let owner = editor.owner else { return }
      editor.leave(&turn)
      if editor.session == nil { go(to: owner, from: records, &turn) }
    case .acknowledged(let id):
      guard let organization = editor.acknowledge(id, &turn) else { return }
      list.insertCreated(organization, &turn)
      detail.replace(organization)
    case .conflictDecided:
      editor.update(event, &turn)
      conflictDecided()
    case .adminRoleWanted, .adminRoleAdded, .adminRoleDropped, .rolesRead, .adminFound,
      .textChanged, .domainStateToggled, .domainAdded, .pairAdded, .rowRemovalToggled,
      .documentWritten, .reviewWanted, .submitted, .questionTyped, .reviewLeft,
      .left, .discarded, .creationRepeated, .findingRepeated, .puttingBackWanted:
      editor.update(event, &turn)
    }
  }

  mutating func handle(_ event: DeletionEvent, _ turn: inout Turn) {
    if workplace.isReadOnly {
      turn.notice = .readOnly
      return
    }
    switch event {
    case .asked where access.isRefused, .confirmed where access.isRefused:
      deletions.dialog = nil
      turn.notice = .keyRefused
    case .asked(let id):
      if let organization = writable(id, &turn) {
        deletions.ask(about: organization, at: workplace, &turn)
      }
    case .nameTyped(let name): deletions.dialog?.confirmation.typedText = name
    case .confirmed:
      deletions.confirm(grace: workplace.deleteGrace, &turn)
      if deletions.dialog == nil { deletionQueued() }
    case .cancelled: deletions.dialog = nil
    case .undone: undo(&turn)
    case .counted(let id, let result):
      if !deletions.recounted(id, result, &turn) { deletions.counts?.take(id, result) }
    case .answered(let id, let result):
      if let gone = deletions.answered(id, result, &turn) {
        remove(gone, &turn)
      }
    }
  }

  /// An organization was read by its id: whoever shows it learns of that, and who asked goes on.
  mutating func organizationRead(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) {
    switch result {
    case .success(let organization):
      drafts.gone.remove(organization.id)
      list.replace(organization)
      detail.replace(organization)
      if detail.organization?.id == organization.id { detail.readAt = turn.now }
    case .failure(let error):
      if error.isNotFound, let saving = organizationSaved(by: id) { noteGone(saving, &turn) }
    }
    switch asked[id] {
    case .deletions:
      if let gone = deletions.reread(id, result, at: workplace, &turn) { noteGone(gone, &turn) }
      if let gone = deletions.verified(id, result, &turn) { remove(gone, &turn) }
    case .editor:
      guard let saved = editor.organizationRead(id, result, &turn) else { return }
      list.replace(saved)
      detail.replace(saved)
    case .journal: revert(id, result, &turn)
    case .drafts: openDraft(id, result, &turn)
    case .sought: openSought(id, result, &turn)
    case .detail: detailRead(id, result, &turn)
    case .list, .neighbours, .shown, .tabs, .events, .answers, nil: break
    }
  }

  private mutating func detailRead(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) {
    guard detail.read?.id == id else { return }
    detail.read = nil
    switch result {
    case .success:
      detail.failure = nil
    case .failure(let error):
      detail.failure = error
      guard error.isNotFound, let organization = detail.organization else { return }
      noteGone(organization.id, &turn)
      turn.notice = .organizationGone(name: organization.name)
    }
  }

  /// The organization that a request changes, or reads before or after changing it.
  private func organizationSaved(by request: RequestID) -> Organization.ID? {
    guard let session = editor.session, session.pending?.id == request else { return nil }
    return session.draft.base?.id
  }

  private mutating func remove(_ id: Organization.ID, _ turn: inout Turn) {
    list.remove(id, &turn)
    editor.forgetAll(of: .organization(id))
    if detail.organization?.id == id { detail.isGone = true }
  }

  /// The organization as it was last read, wherever it is shown.
  package func organization(_ id: Organization.ID) -> Organization? {
    if detail.organization?.id == id, !detail.isGone { return detail.organization }
    return list.organization(id)
  }

  /// The organization, if there is still something to change about it; else it is said why not.
  private func writable(
    _ id: Organization.ID, _ turn: inout Turn, orElse known: Organization? = nil
  ) -> Organization? {
    if let leaving = deletions[id]?.organization {
      turn.notice = .organizationLeaving(name: leaving.name)
      return nil
    }
    let organization = organization(id) ?? known
    if organization == nil, let gone = detail.organization, gone.id == id {
      turn.notice = .organizationGoneAlready(name: gone.name)
    }
    return organization
  }

  mutating func noteAccess(_ failure: WorkOSError?, answering request: RequestID?) {
    guard request != nil else { return }
    switch failure {
    case nil:
      if access.isRefused { keyTakenAgain() }
      access = .granted
    case let error? where error.isUnauthorized:
      let atStart =
        switch access {
        case .untried: true
        case .granted: false
        case .refused(_, let atStart): atStart
        }
      access = .refused(error, atStart: atStart)
    case .some: break
    }
  }
}
