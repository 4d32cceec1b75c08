import Delivery
import Foundation
import WorkOS

/// What is taken back from the journal.
extension Console {
  /// The journal pane reads this many writes.
  package static let mostJournalEntries = 500

  /// Whether a write of the journal went to where this console works, with the key it has.
  package func isOwn(_ entry: JournalEntry) -> Bool {
    workplace.isPlace(of: entry.intent.author) && workplace.isKey(of: entry.intent.author)
  }

  mutating func handle(_ event: JournalEvent, _ turn: inout Turn) {
    switch event {
    case .wanted: turn.effects.append(.record(.readJournal))
    case .read(let result):
      journal.isRead = true
      switch result {
      case .success(let entries):
        (journal.entries, journal.failure) = (entries, nil)
        noteInEvents(entries)
      case .failure(let error): journal.failure = error
      }
    case .takingBackWanted(let id): takeBack(id, &turn)
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
    switch entry.intent.verb {
    case .delete where entry.outcome?.result == .done && entry.fieldsBefore != nil: restore(entry)
    case .delete where entry.mayHaveTakenAway && entry.fieldsBefore != nil:
      // Nobody knows whether it is gone before it is looked for.
      let organization = Organization.ID(rawValue: entry.intent.organizationID ?? "")
      journal.reverting = (turn.read(organization, for: .journal), entry)
    case .update where entry.fieldsBefore != nil && entry.organizationAfter != nil:
      let organization = Organization.ID(rawValue: entry.intent.organizationID ?? "")
      journal.reverting = (turn.read(organization, for: .journal), entry)
    default:
      if takeBackOfTab(entry, &turn) { return }
      let subject = entry.intent.subject
      turn.notice =
        subject.isOrganization ? entry.hindranceToRevert : .notTakenBack(kind: subject.kind.words)
    }
  }

  private mutating func restore(_ entry: JournalEntry) {
    restoring = entry.restoring
    if !workplace.isKey(of: entry.intent.author) {
      restoring?.otherKeyEnding = entry.intent.author.keyEnding
    }
  }

  /// Opens the form with an update's fields as they were before it, once the organization is read.
  mutating func revert(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) {
    guard let reverting = journal.reverting, reverting.read.id == id else { return }
    journal.reverting = nil
    let isDelete = reverting.entry.intent.verb == .delete
    switch result {
    case .failure(let error) where isDelete && error.isNotFound: restore(reverting.entry)
    case .failure(let error): turn.notice = .readFailed(error)
    case .success(let current) where isDelete: turn.notice = .stillThere(name: current.name)
    case .success(let current):
      guard let before = reverting.entry.fieldsBefore,
        let after = reverting.entry.fieldsAfter, editor.session == nil
      else { return }
      editor.openRevert(of: current.holding(after), to: before, on: current, &turn)
    }
  }
}

extension JournalEntry {
  /// Why a write of an organization is not taken back.
  fileprivate var hindranceToRevert: Notice.Subject {
    switch outcome?.result {
    case .failed, .neverSent, .queued: .nothingToRevert
    case .done, .partly, .unknown, nil:
      intent.verb == .create ? .createNotReverted : .revertUnknown
    }
  }

  /// Whether something may have been taken away though no answer told: there was none, or it was that there
  /// is nothing to take away.
  package var mayHaveTakenAway: Bool {
    guard intent.verb.leavesNothing else { return false }
    guard let outcome else { return true }
    return outcome.result == .unknown || outcome.result == .failed && outcome.status == 404
  }
}
