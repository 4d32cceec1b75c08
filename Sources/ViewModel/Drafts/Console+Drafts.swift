import Foundation
import WorkOS

/// What was typed and not saved: kept on disk, listed, opened and discarded.
extension Console {
  /// The drafts, the one last typed in first.
  package var listedDrafts: [ListedDraft] {
    editor.unsaved.map { subject, draft in
      ListedDraft(
        draft: draft, typedAt: editor.typedAt[subject] ?? .distantPast,
        isGone: draft.base.map { drafts.gone.contains($0.id) } ?? false)
    }
    .sorted { one, other in
      guard one.typedAt == other.typedAt else { return one.typedAt > other.typedAt }
      return one.draft.base?.id.rawValue ?? "" < other.draft.base?.id.rawValue ?? ""
    }
  }

  /// Keeps on disk what has been typed, and drops what was saved or discarded.
  mutating func keepDrafts(since former: Editor, _ turn: inout Turn) {
    // What is unsaved follows from these two alone, and comparing what is shared costs nothing.
    guard
      editor.drafts != former.drafts || editor.session?.draft != former.session?.draft
    else { return }
    let before = former.unsaved
    let now = editor.unsaved
    for (subject, draft) in now where before[subject] != draft {
      editor.typedAt[subject] = turn.now
      turn.effects.append(.keepDraft(draft))
    }
    for subject in before.keys where now[subject] == nil {
      editor.typedAt[subject] = nil
      turn.effects.append(.dropDraft(subject))
    }
  }

  mutating func draftsLoaded(_ drafts: [KeptDraft], _ turn: inout Turn) {
    guard !drafts.isEmpty else { return }
    editor.bringBack(drafts)
    // Where nothing can be typed there is nothing to go on with.
    if !workplace.isReadOnly { turn.notice = .draftsBroughtBack(drafts.count) }
  }

  mutating func handle(_ event: DraftsEvent, _ turn: inout Turn) {
    guard !workplace.isReadOnly else {
      turn.notice = .readOnly
      return
    }
    switch event {
    case .opened(.creation): handle(.creationOpened, &turn)
    case .opened(.organization(let id)): readBeforeOpening(id, &turn)
    case .openingLeft: leaveOpening(&turn)
    case .discarded(let subject):
      guard editor.session == nil, editor.drafts[subject] != nil else { return }
      editor.forget(subject)
      turn.notice = .draftDiscarded
    }
  }

  private mutating func readBeforeOpening(_ id: Organization.ID, _ turn: inout Turn) {
    guard editor.session == nil, editor.drafts[.organization(id)] != nil else { return }
    if access.isRefused {
      turn.notice = .keyRefused
    } else if let leaving = deletions[id]?.organization {
      turn.notice = .organizationLeaving(name: leaving.name)
    } else {
      leaveOpening(&turn)
      drafts.opening = Drafts.Opening(read: turn.ask { .fetchOrganization($0, id) }, id: id)
    }
  }

  private mutating func leaveOpening(_ turn: inout Turn) {
    if let opening = drafts.opening { turn.cancel(opening.read) }
    drafts.opening = nil
  }

  /// Opens the form of a draft whose organization has been read, or says that it is gone.
  mutating func openDraft(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) {
    guard let opening = drafts.opening, opening.read.id == id else { return }
    drafts.opening = nil
    guard let draft = editor.drafts[.organization(opening.id)] else { return }
    switch result {
    case .success(let organization): editor.open(organization, &turn)
    case .failure(let error) where error.isNotFound:
      noteGone(opening.id, &turn)
      restoring = draft.restoring
    case .failure(let error): turn.notice = .readFailed(error)
    }
  }

  /// Someone else has deleted an organization; what was typed for it stays.
  mutating func noteGone(_ id: Organization.ID, _ turn: inout Turn) {
    drafts.gone.insert(id)
    list.remove(id, &turn)
    if detail.organization?.id == id { detail.isGone = true }
  }
}
