import Delivery
import Foundation
import WorkOS

/// What was typed and not saved: kept on disk, listed, opened and discarded.
extension Console {
  /// The drafts, the one last typed in first.
  package var listedDrafts: [ListedDraft] {
    editor.unsaved.map { id, draft in
      ListedDraft(
        id: id, draft: draft, typedAt: editor.typedAt[id] ?? .distantPast,
        isGone: draft.base.map { drafts.gone.contains($0.id) } ?? false)
    }
    .sorted { one, other in
      guard one.typedAt == other.typedAt else { return one.typedAt > other.typedAt }
      let (first, second) = (
        one.draft.base?.id.rawValue ?? "", other.draft.base?.id.rawValue ?? ""
      )
      guard first == second else { return first < second }
      return one.id.uuid.uuidString < other.id.uuid.uuidString
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
    for (id, draft) in now where before[id] != draft {
      editor.typedAt[id] = turn.now
      turn.effects.append(.record(.keepDraft(id, draft)))
    }
    for id in before.keys where now[id] == nil {
      editor.typedAt[id] = nil
      if drafts.found?.id == id { drafts.found = nil }
      turn.effects.append(.record(.dropDraft(id)))
    }
  }

  /// Reads what was kept before; where nothing is written, what others have kept stays theirs.
  func loadDrafts(_ turn: inout Turn) {
    turn.effects.append(.record(.loadDrafts(takesOver: !workplace.isReadOnly)))
  }

  mutating func draftsLoaded(
    _ drafts: [KeptDraft], _ ofTabs: [KeptTabDraft], _ turn: inout Turn
  ) {
    for found in drafts {
      self.drafts.disk.found(
        .organization(found.id), .organization(found.draft), typedAt: found.typedAt)
    }
    for found in ofTabs {
      self.drafts.disk.found(.tab(found.draft.id), .tab(found.draft), typedAt: found.typedAt)
    }
    let known = editor.unsaved
    let mayExist = drafts.count { $0.draft.mayExist && known[$0.id] == nil }
    let count = editor.bringBack(drafts) + tabs.bringBack(ofTabs)
    // Where nothing can be typed there is nothing to go on with.
    if count > 0, !workplace.isReadOnly {
      turn.notice = .draftsBroughtBack(count, mayExist: mayExist)
    }
  }

  mutating func handle(_ event: DraftsEvent, _ turn: inout Turn) {
    if event == .wanted { return loadDrafts(&turn) }
    guard !workplace.isReadOnly else {
      turn.notice = .readOnly
      return
    }
    switch event {
    case .wanted: break
    case .opened(let id): openDraft(id, &turn)
    case .openingLeft: leaveOpening(&turn)
    case .discarded(let id):
      guard editor.session == nil, editor.drafts[id] != nil else { return }
      editor.forget(id)
      turn.notice = .draftDiscarded
    case .openedInTab(let id): openTabDraft(id, &turn)
    case .discardedInTab(let id):
      guard tabs.form?.id != id, tabs.kept[id] != nil else { return }
      tabs.kept[id] = nil
      turn.notice = .draftDiscarded
    case .foundAnswered(let answer): answerFound(answer, &turn)
    }
  }

  /// Opens a form, or first asks what is to become of what was typed for it before.
  mutating func openForm(of organization: Organization?) {
    guard editor.session == nil else { return }
    let drafts = editor.drafts(of: organization.map { .organization($0.id) } ?? .creation)
    guard let newest = drafts.first else { return editor.openAfresh(organization) }
    self.drafts.found = FoundDraft(
      id: newest, others: drafts.count - 1, organization: organization)
  }

  /// The draft that is asked about, as it is listed.
  package var foundDraft: ListedDraft? {
    drafts.found.flatMap { found in listedDrafts.first { $0.id == found.id } }
  }

  private mutating func answerFound(_ answer: FoundDraftAnswer, _ turn: inout Turn) {
    guard let found = drafts.found else { return }
    drafts.found = nil
    switch answer {
    case .openNothing: break
    case _ where access.isRefused: turn.notice = .keyRefused
    case .goOn:
      // What of it is saved by now, only the server can tell.
      if let draft = editor.drafts[found.id], draft.base != nil, draft.saveUnderway != nil {
        openDraft(found.id, &turn)
      } else {
        editor.goOn(with: found.id, &turn)
      }
    case .beginAfresh: beginAfresh(found, &turn)
    }
  }

  private mutating func beginAfresh(_ found: FoundDraft, _ turn: inout Turn) {
    guard let known = found.organization else { return editor.openAfresh(nil) }
    // It may have been read again, or be on its way out, since the question was put.
    if let leaving = deletions[known.id]?.organization {
      turn.notice = .organizationLeaving(name: leaving.name)
    } else {
      editor.openAfresh(organization(known.id) ?? known)
    }
  }

  private mutating func openDraft(_ id: Draft.ID, _ turn: inout Turn) {
    guard editor.session == nil, let draft = editor.drafts[id] else { return }
    let organization = draft.base?.id
    if access.isRefused {
      turn.notice = .keyRefused
    } else if let leaving = organization.flatMap({ deletions[$0]?.organization }) {
      turn.notice = .organizationLeaving(name: leaving.name)
    } else {
      leaveOpening(&turn)
      guard let organization else { return editor.goOn(with: id, &turn) }
      drafts.opening = Drafts.Opening(
        read: turn.read(organization, for: .drafts), draft: id,
        organization: organization)
    }
  }

  mutating func leaveOpening(_ turn: inout Turn) {
    if let opening = drafts.opening { turn.cancel(opening.read) }
    drafts.opening = nil
    guard let id = drafts.openingInTab else { return }
    drafts.openingInTab = nil
    if let sought = detail.sought, sought.id == tabs.kept[id]?.key.organization {
      handle(DetailEvent.seekingLeft, &turn)
    }
  }

  /// Opens the form of a draft whose organization has been read, or says that it is gone.
  mutating func openDraft(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) {
    guard let opening = drafts.opening, opening.read.id == id else { return }
    drafts.opening = nil
    guard let draft = editor.drafts[opening.draft] else { return }
    switch result {
    case .success(let organization): editor.goOn(with: opening.draft, on: organization, &turn)
    case .failure(let error) where error.isNotFound:
      noteGone(opening.organization, &turn)
      restoring = draft.restoring(opening.draft)
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
