import Delivery
import Foundation
import WorkOS

/// The form that is open, and how far its saving has come.
package struct EditorSession: Equatable, Sendable {
  package enum Phase: Equatable, Sendable {
    case editing
    /// What will be sent is on screen.
    case reviewing
    /// What it does beside what was asked for is on screen, and has to be agreed to.
    case asking(SaveQuestion)
    /// The organization is read again, to see whether someone else changed it.
    case checking(Pending)
    /// Someone did, in fields that were changed here too.
    case conflicted(theirs: Organization, [FieldConflict])
    /// What was saved in an editor changed fields that were changed here too: `documentConflicts`.
    case documentConflicted
    case sending(Pending)
    /// It was sent and not carried out, or nobody knows; it is to be sent again.
    case waiting(RetryWait)
    /// The answer was lost, and the organization is read to see what happened.
    case verifying(Pending)
    /// All is sent, and the organization is read to see what has become of it.
    case confirming(Pending)
    /// The answer to a create was lost, and what it may have made is looked for.
    case finding(Pending)
    /// What was found is on screen, and the person decides.
    case found(CreationFinding)
    /// The first admin is looked for, or asked about.
    case admin(AdminPhase)
  }

  package internal(set) var draft: Draft
  /// Which of the drafts this is; nil as long as there is nothing to keep.
  package internal(set) var draftID: Draft.ID?
  package internal(set) var phase = Phase.editing
  /// What the server said was wrong, and why the last attempt to save failed.
  package internal(set) var faults = FormFaults<DraftProblem, WorkOSError>() {
    didSet { neighbours.taken = neighbours.taken?.stillRefused(in: faults.ofFields) }
  }
  /// The last attempt ended without an answer, so it may have been carried out.
  package internal(set) var isOutcomeUnknown = false
  /// One before it ended so, or stopped for the person to decide, and no answer since tells what came
  /// of that.
  package internal(set) var formerMayBeDone = false
  /// Of the requests that save it some were carried out before one failed: how many, and of how many.
  package internal(set) var partlySaved: Progress?
  /// What had been sent of it before the person was to decide anew; nil where nothing had been.
  package internal(set) var sentBefore: SentBefore?
  /// What the review shows has changed since it was shown before.
  package internal(set) var isReviewOutdated = false
  /// What this puts back that someone else may have changed on purpose.
  package internal(set) var changedByOthers: [EditableField] = []
  /// Whether it puts right what came of the last save.
  var putsBack = false
  /// The fields that were changed here and in the editor, until the person has decided.
  package internal(set) var documentConflicts: [FieldConflict] = []
  /// The draft that holds what the editor has in them.
  package internal(set) var editorsDraft: Draft.ID?
  /// What the server is asked about other organizations.
  package internal(set) var neighbours = Neighbours()
  /// What the first admin can be.
  package internal(set) var roles = RoleChoice()
  /// Whether anything was typed, or was to be saved: before that an empty form is no mistake.
  package internal(set) var isTouched: Bool
  /// The row that was added last, which the caret follows.
  package internal(set) var addedRow: AddedRow?
  /// The server replaces metadata, where WorkOS merges it, so that all of it has to be sent.
  var sendsAllMetadata = false
  /// How far the look for what a create has made has come.
  var creationSearch: CreationSearch?
  /// Why the server refused a create that it may have carried out before.
  package internal(set) var objection: WorkOSError?
  /// What is being sent, as it was agreed to.
  var act: SaveAct?
  /// A former one, down to adding the first admin, of which nobody knows whether it was carried out.
  var unsettled: SaveAct?

  init(draft: Draft, id: Draft.ID? = nil) {
    self.draft = draft
    draftID = id
    isTouched = !draft.isEmpty
  }

  /// A row that was added to the form, told from those before by its number.
  package struct AddedRow: Equatable, Sendable {
    /// Its first place.
    package var field: FormField
    package var number: Int
  }

  package struct Progress: Equatable, Sendable {
    package var done: Int
    package var total: Int

    package init(done: Int, total: Int) {
      self.done = done
      self.total = total
    }
  }

  /// A save that stopped on its way for the person to decide.
  package struct SentBefore: Equatable, Sendable {
    /// Of its requests.
    package var progress: Progress
    /// How often the next of them was sent in vain, so far as that is known.
    package var tries: Int
    /// What the last of these sendings came to.
    package var failure: WorkOSError?
    /// One of them may have been carried out all the same.
    package var isUnknown: Bool
  }

  package var pending: Pending? {
    switch phase {
    case .checking(let pending), .sending(let pending), .verifying(let pending),
      .confirming(let pending), .finding(let pending):
      pending
    case .admin(let phase): phase.pending
    case .editing, .reviewing, .asking, .conflicted, .documentConflicted, .waiting, .found: nil
    }
  }

  /// The wait before it is sent again.
  package var wait: RetryWait? {
    if case .waiting(let wait) = phase { wait } else { nil }
  }

  /// Whether something is sent, or read for it, without the person.
  package var isUnderway: Bool { pending != nil || wait != nil }

  /// What a person sees of it.
  enum Screen: Equatable {
    case form, review, question, conflict, finding
  }

  var screen: Screen {
    switch phase {
    case .editing, .checking, .sending, .waiting, .verifying, .confirming, .finding: .form
    case .reviewing: .review
    case .asking: .question
    case .conflicted, .documentConflicted: .conflict
    case .found: .finding
    case .admin(.asking): .question
    case .admin: .form
    }
  }

  /// Whether a change may be on its way to the server.
  package var isWriting: Bool {
    switch phase {
    case .sending, .waiting, .verifying, .confirming, .admin(.verifying): true
    case .editing, .reviewing, .asking, .checking, .conflicted, .documentConflicted, .finding,
      .found, .admin:
      false
    }
  }

  package var problems: [DraftProblem] { draft.problems + faults.ofFields }

  package func problem(at field: FormField) -> DraftProblem? {
    problems.filter { $0.field == field }.told
  }

  /// What the server said, beside what stands at fields; where none is to blame the failure says all of it.
  package var objectionsToNoField: [String] {
    guard !faults.ofFields.isEmpty, let failure = faults.failure else { return [] }
    return draft.objections(in: failure, beside: faults.ofFields)
  }

  package var differences: [FieldDifference] { draft.before.changes(to: draft.fields) }

  /// The requests that would save it.
  package var plan: SavePlan { plan(of: draft) }

  /// The requests that would save what this draft is about to be.
  package func plan(of draft: Draft) -> SavePlan {
    draft.plan(sendsAllMetadata: sendsAllMetadata)
  }
}

/// What is asked once more before a form is saved: what changes beside what was asked for, and what
/// cannot be had back.
package struct SaveQuestion: Equatable, Sendable {
  package var rewritten: [DomainRewriting]
  package var losses: [String]
  /// By the domain that is lost, or the organization's name where there are more.
  package var confirmation: Confirmation

  init(_ plan: SavePlan, of organization: Organization) {
    rewritten = plan.rewritten
    losses = plan.losses
    let wantedText: String? =
      switch plan.losses.count {
      case 0: nil
      case 1: plan.losses[0]
      // The last characters of the id, as with a delete, for a name that no keyboard types.
      default:
        organization.name.trimmed.isEmpty
          ? String(organization.id.rawValue.suffix(6)) : organization.name
      }
    confirmation = Confirmation(typing: wantedText)
  }
}

/// The requests of a save that are still to be sent, as they were agreed to, and how it goes.
struct SaveAct: Equatable, Sendable {
  /// What the journal says of it.
  var account: WriteAccount
  var key: UUID
  var rest: [SavePlan.Step]
  var done = 0
  var total: Int
  /// How often the first of the rest was sent.
  var tries = 0
  /// What nobody here has removed and is not there any more, by field; a server may have lost it.
  var vanished: [EditableField: String] = [:]
  /// What someone else has changed since it began, by field, each from what it was at first.
  var elsewhere: [EditableField: FieldDifference] = [:]
  /// The domains that have lost their verification since, likewise.
  var unverified: [EditableField: FieldDifference] = [:]
  /// What was typed and has been carried out, by field.
  var settled: [EditableField: FieldDifference] = [:]
  /// What is there was looked at, and the first admin may be added.
  var mayAddAdmin = false
  /// How often that was sent before this act went on with it.
  var formerTries = 0
  /// One of those sendings may have been carried out.
  var mayBeDoneBefore = false
  /// Why one of those sendings got no answer that tells: it may have been carried out.
  var lostAnswer: WorkOSError?
  /// Why the last of them was not answered with a yes.
  var lastFailure: WorkOSError?
  /// The person waits no longer: what is open is found out about, and nothing more is sent.
  var isStopped = false

  /// Takes note that the organization is there which the rest of it is about.
  mutating func goOn(with organization: Organization.ID) {
    rest = rest.dropFirst().map { $0.of(organization) }
    // Answers about the rest do not tell what it is about.
    account.subject.id = organization.rawValue
    countStep()
  }

  /// Takes note that the first of the rest is done, which is no part of the rest any more.
  mutating func countStep() {
    done += 1
    (tries, formerTries, mayBeDoneBefore, lostAnswer) = (0, 0, false, nil)
  }

  /// Whether anything of it may have reached the server.
  var hasBegun: Bool { done > 0 || tries > 0 }

  /// - Parameter unknown: creates of the same of which nobody knows what came, with which this goes on.
  init(
    _ plan: SavePlan, account: WriteAccount, key: UUID, goingOnWith unknown: [CreationAttempt] = []
  ) {
    self.account = account
    self.key = key
    formerTries = unknown.tries(of: account.write)
    mayBeDoneBefore = !unknown.isEmpty
    rest = plan.steps
    total = plan.steps.count
  }

  /// The same act where a person goes on with it by this plan; nil: that sends something else.
  ///
  /// What of it may have been carried out is looked for before it is sent.
  func resumed(by plan: SavePlan) -> SaveAct? {
    guard rest.map({ $0.request() }) == plan.steps.map({ $0.request() }) else { return nil }
    var act = SaveAct(plan, account: account, key: key)
    (act.done, act.total, act.formerTries) = (done, total, formerTries + tries)
    return act
  }

  /// How the first of the rest is sent.
  var sending: Sending {
    Sending(
      account: account, attempt: tries + formerTries, step: done + 1, steps: total,
      mayBeDone: lostAnswer != nil || mayBeDoneBefore)
  }
}
