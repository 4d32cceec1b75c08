import Foundation
import WorkOS

/// The open form, and the drafts of those that were left unfinished.
package struct Editor: Equatable, Sendable {
  package internal(set) var session: EditorSession?
  /// What was typed and not saved, by the organization it is for.
  package private(set) var drafts: [Draft.Subject: Draft] = [:]
  /// When each of them, and what is in the open form, was last typed in.
  var typedAt: [Draft.Subject: Date] = [:]
  /// Whether the server was seen to replace metadata, where WorkOS merges it.
  var replacesMetadata = false
  /// What would put right what the server made of the last save, and nobody asked for.
  package internal(set) var puttingBack: Draft?
  /// How far the server's clock was seen to be ahead of this one, in seconds.
  var serverAhead: TimeInterval = 0

  package var hasUnsavedEdits: Bool {
    unsavedCount > 0
  }

  /// The subjects with something typed and not saved, the open form included.
  package var unsavedCount: Int {
    var subjects = Set(drafts.keys)
    // The open form is newer than the draft it was opened from.
    if let session { subjects.remove(session.draft.subject) }
    if let session, !session.draft.isEmpty { subjects.insert(session.draft.subject) }
    return subjects.count
  }

  mutating func open(_ organization: Organization?, _ turn: inout Turn) {
    guard session == nil else { return }
    let subject: Draft.Subject = organization.map { .organization($0.id) } ?? .creation
    if let kept = drafts[subject] {
      session = newSession(kept)
      turn.notice = kept.documentProblem.map { .documentUnread($0) } ?? .draftRestored
    } else {
      session = newSession(organization.map { Draft(base: $0) } ?? Draft())
    }
    // Before anything is typed it is known whether there is one already.
    if session?.draft.attempt?.mayBeDone == true { find(&turn) }
  }

  private func newSession(_ draft: Draft) -> EditorSession {
    var session = EditorSession(draft: draft)
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
    drafts[session.draft.subject] = session.draft.isEmpty ? nil : session.draft
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
    forget(session.draft.subject)
    turn.notice = .draftDiscarded
    self.session = nil
  }

  /// Everything that is typed and not saved, the open form included.
  package var unsaved: [Draft.Subject: Draft] {
    var unsaved = drafts
    if let session {
      unsaved[session.draft.subject] = session.draft.isEmpty ? nil : session.draft
    }
    return unsaved
  }

  /// Brings back what was typed when the program ran before; what was typed since comes first.
  mutating func bringBack(_ kept: [KeptDraft]) {
    for kept in kept where drafts[kept.draft.subject] == nil {
      drafts[kept.draft.subject] = kept.draft
      if typedAt[kept.draft.subject] == nil { typedAt[kept.draft.subject] = kept.typedAt }
      // A form that was opened sooner than the disk was read, and not typed in, is for this.
      if let session, session.draft.subject == kept.draft.subject, session.draft.isEmpty,
        session.phase == .editing
      {
        self.session = newSession(kept.draft)
      }
    }
  }

  mutating func forget(_ subject: Draft.Subject) {
    drafts[subject] = nil
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

  /// Opens the review of what puts the last save right.
  mutating func putBack(_ turn: inout Turn) {
    guard let draft = puttingBack else {
      turn.notice = .nothingToPutBack
      return
    }
    guard session == nil, drafts[draft.subject] == nil else {
      turn.notice = .draftInTheWay
      return
    }
    puttingBack = nil
    openReview(of: draft)
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
