import Foundation
import WorkOS

/// What is kept on disk, and what is taken back from there.
extension Console {
  /// The journal pane reads this many writes.
  package static let mostJournalEntries = 500

  /// Keeps on disk what has been typed, and drops what was saved or discarded.
  func keepDrafts(since former: Editor, _ turn: inout Turn) {
    // What is unsaved follows from these two alone, and comparing what is shared costs nothing.
    guard
      editor.drafts != former.drafts || editor.session?.draft != former.session?.draft
    else { return }
    let before = former.unsaved
    let now = editor.unsaved
    for (subject, draft) in now where before[subject] != draft {
      turn.effects.append(.keepDraft(draft))
    }
    for subject in before.keys where now[subject] == nil {
      turn.effects.append(.dropDraft(subject))
    }
  }

  mutating func draftsLoaded(_ drafts: [Draft], _ turn: inout Turn) {
    guard !drafts.isEmpty, !workplace.isReadOnly else { return }
    editor.bringBack(drafts)
    turn.notice = .draftsBroughtBack(drafts.count)
  }

  mutating func handle(_ event: JournalEvent, _ turn: inout Turn) {
    switch event {
    case .wanted: turn.effects.append(.readJournal)
    case .read(let result):
      journal.isRead = true
      switch result {
      case .success(let entries): (journal.entries, journal.failure) = (entries, nil)
      case .failure(let error): journal.failure = error
      }
    case .takingBackWanted(let id): takeBack(id, &turn)
    case .restoringConfirmed: restore(&turn)
    case .restoringCancelled: journal.restoring = nil
    }
  }

  private mutating func takeBack(_ id: JournalEntry.ID, _ turn: inout Turn) {
    guard !workplace.isReadOnly else {
      turn.notice = .readOnly
      return
    }
    guard let entry = journal.entries.first(where: { $0.id == id }), editor.session == nil else {
      return
    }
    guard workplace.isPlace(of: entry.intent.author) else {
      turn.notice = .otherEnvironment
      return
    }
    switch entry.intent.action {
    case .delete where entry.outcome?.result == .done && entry.intent.before != nil:
      journal.restoring = entry
    case .update where entry.fieldsBefore != nil && entry.fieldsAfter != nil:
      let organization = Organization.ID(rawValue: entry.intent.organizationID ?? "")
      journal.reverting = (turn.ask { .fetchOrganization($0, organization) }, entry)
    case .create, .update, .delete:
      turn.notice = .nothingToRevert
    }
  }

  /// Opens the form for a new organization with all that the deleted one held.
  private mutating func restore(_ turn: inout Turn) {
    guard let entry = journal.restoring, var fields = entry.fieldsBefore else { return }
    journal.restoring = nil
    guard editor.drafts[.creation] == nil else {
      turn.notice = .draftInTheWay
      return
    }
    // A domain has to be verified anew: nothing shows that it still belongs to them.
    for field in fields.values.keys {
      if case .domain = field { fields[field] = "pending" }
    }
    editor.openReview(of: Draft(creating: fields))
  }

  /// Opens the form with an update's fields as they were before it, once the organization is read.
  mutating func revert(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) {
    guard let reverting = journal.reverting, reverting.read.id == id else { return }
    journal.reverting = nil
    switch result {
    case .failure(let error): turn.notice = .readFailed(error)
    case .success(let current):
      guard let before = reverting.entry.fieldsBefore, let after = reverting.entry.fieldsAfter,
        editor.session == nil
      else { return }
      guard editor.drafts[.organization(current.id)] == nil else {
        turn.notice = .draftInTheWay
        return
      }
      var fields = EditableFields(current)
      for change in before.changes(to: after) { fields[change.field] = change.old }
      let draft = Draft(base: current, fields: fields)
      guard !draft.isEmpty else {
        turn.notice = .alreadyAsItWas
        return
      }
      editor.openReview(of: draft, answered: turn.now)
    }
  }
}
