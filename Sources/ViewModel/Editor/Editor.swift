import Delivery
import Foundation
import WorkOS

/// The open form, and the drafts of those that were left unfinished.
package struct Editor: Equatable, Sendable {
  package internal(set) var session: EditorSession?
  /// What was typed and not saved; of an organization there may be several.
  package private(set) var drafts: [Draft.ID: Draft] = [:]
  /// When each of them, and what is in the open form, was last typed in.
  var typedAt: [Draft.ID: Date] = [:]
  /// What was refused in those that were left, and whose it is. Of that nothing is on disk.
  var taken: [Draft.ID: Taken<DraftProblem>] = [:]
  /// The saves of those that were left of which nobody knows the end.
  var unsettled: [Draft.ID: SaveAct] = [:]
  /// Whether the server was seen to replace metadata, where WorkOS merges it.
  var replacesMetadata = false
  /// What would put right what came of the last save, and nobody asked for.
  package internal(set) var puttingBack: PuttingBack?
  /// The domains that were verified before the last save, and not after it.
  var verificationsLost: [FieldDifference] = []
  /// How far the server's clock was seen to be ahead of this one, in seconds.
  var serverAhead: TimeInterval = 0

  package var hasUnsavedEdits: Bool {
    unsavedCount > 0
  }

  /// How many drafts there are, the open form included.
  package var unsavedCount: Int { unsaved.count }

  /// What has a draft, the open form aside.
  package var subjects: Set<Draft.Subject> { Set(drafts.values.map(\.subject)) }

  /// The drafts of one organization, or of new ones, the one last typed in first.
  package func drafts(of subject: Draft.Subject) -> [Draft.ID] {
    drafts.filter { $0.value.subject == subject }.keys.sorted { one, other in
      let (before, after) = (typedAt[other] ?? .distantPast, typedAt[one] ?? .distantPast)
      return before == after ? one.uuid.uuidString < other.uuid.uuidString : before < after
    }
  }

  /// Opens an untouched form; whatever else was typed for the organization stays as it is.
  mutating func openAfresh(_ organization: Organization?) {
    guard session == nil else { return }
    session = newSession(organization.map { Draft(base: $0) } ?? Draft())
  }

  /// Opens the form with one of the drafts.
  ///
  /// - Parameter organization: as it was read just now, where it was.
  mutating func goOn(
    with id: Draft.ID, on organization: Organization? = nil, _ turn: inout Turn
  ) {
    guard session == nil, let kept = drafts[id] else { return }
    let draft = organization.flatMap(kept.going) ?? kept
    if draft.isEmpty {
      drafts[id] = nil
      turn.notice = .draftCarriedOut(name: kept.fields[.name] ?? "")
      return
    }
    session = newSession(draft, id: id)
    session?.unsettled = unsettled[id]
    if puttingBack?.kept == id { beginPuttingBack() }
    recallOwner(in: id)
    turn.notice = draft.documentProblem.map { .documentUnread($0) } ?? .draftRestored
    if let save = draft.saveUnderway {
      session?.partlySaved =
        save.done > 0 ? EditorSession.Progress(done: save.done, total: save.total) : nil
      session?.isOutcomeUnknown = save.isSent
      if draft.unreadText == nil { turn.notice = .draftPartlySaved(save) }
    }
    nameTyped(at: turn.now)
    // Before anything is typed it is known whether there is one already.
    if kept.mayExist { find(&turn) }
  }

  private func newSession(_ draft: Draft, id: Draft.ID? = nil) -> EditorSession {
    var session = EditorSession(draft: draft, id: id)
    session.sendsAllMetadata = replacesMetadata
    return session
  }

  /// Closes the form and keeps what was typed.
  mutating func leave(_ turn: inout Turn) {
    guard let session else { return }
    guard !session.isWriting else {
      turn.notice = .busySaving
      return
    }
    if let pending = session.pending { turn.cancel(pending) }
    if let id = session.draftID {
      drafts[id] = session.draft.isEmpty ? nil : session.draft
      taken[id] = session.neighbours.taken?.ifOwned
      unsettled[id] = session.draft.isEmpty ? nil : session.unsettled
    }
    leavePuttingBack(session)
    if !session.draft.isEmpty { turn.notice = .draftKept }
    self.session = nil
  }

  mutating func discard(_ turn: inout Turn) {
    guard let session else { return }
    guard !session.isWriting else {
      turn.notice = .busySaving
      return
    }
    if let pending = session.pending { turn.cancel(pending) }
    forgetOpenDraft()
    if session.putsBack { puttingBack = nil }
    turn.notice = .draftDiscarded
    self.session = nil
  }

  /// Everything that is typed and not saved, the open form included.
  package var unsaved: [Draft.ID: Draft] {
    var unsaved = drafts
    if let session, let id = session.draftID {
      unsaved[id] = session.draft.isEmpty ? nil : session.draft
    }
    return unsaved
  }

  /// Takes in what was typed when the program ran before, beside all that was typed since.
  ///
  /// - Returns: how many of them were not known yet.
  mutating func bringBack(_ kept: [KeptDraft]) -> Int {
    let new = kept.filter { drafts[$0.id] == nil && session?.draftID != $0.id }
    for kept in new {
      drafts[kept.id] = kept.draft
      typedAt[kept.id] = kept.typedAt
    }
    return new.count
  }

  /// Takes in what an editor has left of a draft: into what is kept of it, or as one of its own. Where
  /// both have changed a field, what the editor has there becomes a draft beside it.
  ///
  /// - Returns: what is to be told; nil when there is nothing to keep.
  mutating func takeIn(
    _ document: EditedDocument, of draft: Draft, as id: Draft.ID, _ turn: inout Turn
  ) -> Notice.Subject? {
    guard session?.draftID != id else { return nil }
    var draft = drafts[id] ?? draft
    let conflicts = draft.take(document).conflicts
    if !conflicts.isEmpty {
      var editors = draft
      editors.take(conflicts)
      keep(editors, as: turn.newDraft())
    }
    guard !draft.isEmpty else { return nil }
    drafts[id] = draft
    return .documentBroughtBack(
      name: draft.base?.name ?? draft.name, isApart: !conflicts.isEmpty)
  }

  /// Keeps a draft beside all others.
  mutating func keep(_ draft: Draft, as id: Draft.ID) {
    drafts[id] = draft.isEmpty ? nil : draft
  }

  mutating func forget(_ id: Draft.ID) {
    (drafts[id], taken[id], unsettled[id]) = (nil, nil, nil)
    if puttingBack?.kept == id { puttingBack = nil }
  }

  /// Forgets what is in the open form, as it was saved or discarded; other drafts stay.
  mutating func forgetOpenDraft() {
    if let id = session?.draftID { forget(id) }
  }

  /// Forgets all that was typed for an organization that was deleted.
  mutating func forgetAll(of subject: Draft.Subject) {
    for id in drafts(of: subject) { forget(id) }
    if puttingBack?.draft.subject == subject { puttingBack = nil }
  }

  mutating func edit(_ change: (inout Draft) -> Void) {
    guard session?.phase == .editing else { return }
    if var draft = session?.draft {
      change(&draft)
      session?.draft = draft
      session?.isTouched = true
    }
  }
}

extension Editor {
  /// Opens the form with a draft out of the journal, and shows at once what it would send.
  mutating func openReview(of draft: Draft) {
    guard session == nil else { return }
    var session = newSession(draft)
    session.phase = draft.hasErrors || draft.unreadText != nil ? .editing : .reviewing
    self.session = session
  }

  /// Opens the form with an update taken back: what someone else has changed since is asked about,
  /// and the rest shown as it would be sent.
  mutating func openRevert(
    of after: Organization, to before: EditableFields, on theirs: Organization, _ turn: inout Turn
  ) {
    let fields = EditableFields(theirs)
    let merge = Merge(before: EditableFields(after), mine: before, theirs: fields)
    if !merge.conflicts.isEmpty {
      var session = newSession(Draft(base: after, fields: before))
      session.phase = .conflicted(theirs: theirs, merge.conflicts)
      self.session = session
    } else if merge.merged == fields {
      turn.notice = .alreadyAsItWas
    } else {
      openReview(of: Draft(base: theirs, fields: merge.merged))
    }
  }
}
