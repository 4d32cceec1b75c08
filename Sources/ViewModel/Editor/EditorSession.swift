import Foundation
import WorkOS

/// The form that is open, and how far its saving has come.
package struct EditorSession: Equatable, Sendable {
  package enum Phase: Equatable, Sendable {
    case editing
    /// What will be sent is on screen.
    case reviewing
    /// The organization is read again, to see whether someone else changed it.
    case checking(Pending)
    /// Someone did, in fields that were changed here too.
    case conflicted(theirs: Organization, [FieldConflict])
    case sending(Pending)
    /// The answer was lost, and the organization is read to see what happened.
    case verifying(Pending, write: RequestID)
  }

  package internal(set) var draft: Draft
  /// Which of the drafts this is; nil as long as there is nothing to keep.
  package internal(set) var draftID: Draft.ID?
  package internal(set) var phase = Phase.editing
  /// What the server said was wrong, on the fields it named, until they are changed.
  package internal(set) var refusals: [DraftProblem] = []
  /// Why the last attempt to save failed, where no field was to blame.
  package internal(set) var failure: WorkOSError?
  /// The last attempt ended without an answer, so it may have been carried out.
  package internal(set) var isOutcomeUnknown = false
  /// Whether anything was typed, or was to be saved: before that an empty form is no mistake.
  package internal(set) var isTouched: Bool
  /// When the review came by itself, with an answer; keys of that moment were meant for what was there.
  var reviewCameAt: Date?
  /// What a create was last sent as, and its key: the same again is the same intent.
  var attempt: CreationAttempt?

  init(draft: Draft, id: Draft.ID? = nil) {
    self.draft = draft
    draftID = id
    isTouched = !draft.isEmpty
  }

  package var pending: Pending? {
    switch phase {
    case .checking(let pending), .sending(let pending),
      .verifying(let pending, _):
      pending
    case .editing, .reviewing, .conflicted: nil
    }
  }

  /// Whether a yes is too early to be one, as with `DeletionDialog`.
  func isDeaf(at now: Date) -> Bool {
    reviewCameAt.map { now.timeIntervalSince($0) < DeletionDialog.deafness } == true
  }

  /// What a person sees of it.
  enum Screen: Equatable {
    case form, review, conflict
  }

  var screen: Screen {
    switch phase {
    case .editing, .checking, .sending, .verifying: .form
    case .reviewing: .review
    case .conflicted: .conflict
    }
  }

  /// Whether a change may be on its way to the server.
  package var isWriting: Bool {
    switch phase {
    case .sending, .verifying: true
    case .editing, .reviewing, .checking, .conflicted: false
    }
  }

  package var problems: [DraftProblem] { draft.problems + refusals }

  package func problem(at field: FormField) -> DraftProblem? {
    let here = problems.filter { $0.field == field }
    return here.first(where: \.isError) ?? here.first
  }

  package var differences: [FieldDifference] { draft.before.changes(to: draft.fields) }

  package var update: OrganizationUpdate {
    OrganizationUpdate(from: draft.before, to: draft.fields)
  }
}

/// A create as it was sent, with its idempotency key.
struct CreationAttempt: Equatable, Sendable {
  var organization: NewOrganization
  var key: UUID
}
