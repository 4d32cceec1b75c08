import Delivery
import Foundation
import TestSupport
import ViewModel
import WorkOS

/// What holds whatever happens, in whatever order; each rule is a sentence.
struct Rules {
  /// The seconds between a confirmed delete and its request.
  let grace: TimeInterval
  /// The deletes that were confirmed and not sent yet: what of, and from when they may be sent.
  private var confirmed: [Organization.ID: (agreed: Organization, due: Date)] = [:]
  /// The requests that the review showed when the person accepted it, until the save is over.
  private var accepted: [SavePlan.Step] = []
  /// The creates of each draft whose answers were lost, until the draft ends.
  private var lost: [Draft.ID: [NewOrganization]] = [:]
  private var lastRequest = 0
  private var broken: [String] = []

  init(grace: TimeInterval) {
    self.grace = grace
  }

  /// The rules that a step has broken.
  mutating func broken(by step: Storm.Step, in storm: Storm) -> [String] {
    broken = []
    checkList(step.after, storm)
    checkSearch(step)
    checkRequests(step, storm)
    noteConsent(step)
    for write in step.effects where write.isWrite { check(write, step, storm) }
    checkWrites(step, storm)
    checkDrafts(step, storm)
    return broken
  }

  private mutating func rule(_ sentence: String, _ holds: Bool) {
    if !holds { broken.append(sentence) }
  }

  private mutating func checkList(_ console: Console, _ storm: Storm) {
    let list = console.list
    let rows = list.rows
    let lists = [list.browsing] + (list.search?.questions ?? [])
    rule("the page on screen exists", lists.allSatisfy { $0.pages.isEmpty || $0.page != nil })
    rule(
      "the selection is on a page",
      list.selection.map { list.organization($0) != nil } ?? rows.isEmpty)
    rule("the selection is on screen", rows.isEmpty || list.selectedRow != nil)
    rule("a row is shown once", Set(rows.map(\.id)).count == rows.count)
    for shown in lists {
      rule(
        "the pages are a chain",
        zip(shown.pages, shown.pages.dropFirst()).allSatisfy { page, next in
          next.cursor == page.after.map(PageCursor.after)
        })
    }
    let loads = Set((lists.map(\.load) + [list.turning]).compactMap { $0?.pending.id })
    let aside = console.editor.session?.neighbours.pending.map(\.id) ?? []
    let asked = storm.open.filter(\.isPage).compactMap(\.request).filter { !aside.contains($0) }
    rule(
      "one page is read at a time in each list", Set(asked) == loads && asked.count == loads.count)
  }

  /// Nothing that is in sight goes away by asking the server, whatever it answers.
  private mutating func checkSearch(_ step: Storm.Step) {
    if case .list(.searchSubmitted(let text)) = step.event, let inquiry = Inquiry(text) {
      let list = step.before.list.browsing
      let loaded = list.pages.indices.flatMap { list.rows(ofPage: $0) }
      let kept = loaded.filter { inquiry.matches($0) }.map(\.id)
      rule(
        "asking the server keeps what matches",
        Set(kept).isSubset(of: step.after.list.rows.map(\.id)))
      rule(
        "the first match is selected",
        step.after.list.rows.isEmpty || step.after.list.selectedRow == 0)
    }
    if case .list(.pageArrived(_, .failure)) = step.event {
      let former = Set(step.before.list.rows.map(\.id))
      rule("a failure takes no row away", former.isSubset(of: step.after.list.rows.map(\.id)))
    }
  }

  private mutating func checkRequests(_ step: Storm.Step, _ storm: Storm) {
    let console = step.after
    let open = Set(storm.open.compactMap(\.request))
    let awaited =
      [console.detail.read, console.editor.session?.pending].compactMap { $0?.id }
      + console.deletions.underway.compactMap { $0.pending?.id }
      + [console.drafts.opening?.read.id].compactMap(\.self)
      + (console.editor.session?.neighbours.pending.map(\.id) ?? [])
    rule("what is waited for is being asked", awaited.allSatisfy(open.contains))
    rule("only what is being asked is repeated", console.retries.keys.allSatisfy(open.contains))
    for question in step.effects.filter(\.isQuestion).compactMap(\.request) {
      rule("each question has a name of its own", question.number > lastRequest)
      lastRequest = max(lastRequest, question.number)
    }
  }

  /// Takes in what the person agreed to by this step.
  private mutating func noteConsent(_ step: Storm.Step) {
    switch step.event {
    case .deletion(.confirmed):
      guard let dialog = step.before.deletions.dialog, dialog.confirmation.isAnswered else {
        return
      }
      let due = step.now.addingTimeInterval(grace)
      confirmed[dialog.organization.id] = (dialog.organization, due)
    case .deletion(.undone):
      let last = step.before.deletions.revocable.last
      if let last { confirmed[last.organization.id] = nil }
    case .quitAnswered(.finishFirst):
      for id in confirmed.keys { confirmed[id]?.due = step.now }
    case .editor(.submitted):
      guard let session = step.before.editor.session else { return }
      switch session.phase {
      case .reviewing where !session.plan.asks || session.draft.base == nil:
        accepted = session.plan.steps
      case .asking: accepted = session.plan.steps
      default: return
      }
    default: break
    }
  }

  private mutating func check(_ write: Effect, _ step: Storm.Step, _ storm: Storm) {
    guard let sending = write.sending, let sent = write.sent else { return }
    switch sent {
    case .list, .read, .lookUp: break
    case .delete(let id):
      // It may be sent again, as long as the person has not taken it back; each time it is read.
      let consent = confirmed[id]
      rule("each delete was confirmed", consent != nil)
      rule(
        "a delete waits, unless it is to be finished",
        consent.map { step.now >= $0.due } == true)
      // Nobody could change it between its last reading and this: both are of this very step.
      let now = storm.server.organization(id).map { EditableFields($0) }
      rule(
        "what is deleted is what was agreed to",
        now != nil && now == consent.map { EditableFields($0.agreed) })
    case .create(let new, _):
      rule("each create was reviewed", accepted == [.create(new)])
      rule(
        "a create that may have been carried out is not sent again by itself",
        step.isYes || step.before.editor.session?.wait?.mayBeDone == false)
    case .update(let id, let update):
      rule(
        "each update was reviewed to the letter",
        accepted.contains(.update(id, update)) || update.isOnlyStripe)
      let seen = step.after.editor.session?.draft.base.map { EditableFields($0) }
      let now = storm.server.organization(id).map { EditableFields($0) }
      rule(
        "what is overwritten was read in this very step",
        update.isOnlyStripe || now == nil || seen == now)
    case .addDomain(let domain, let id):
      rule("each added domain was reviewed", accepted.contains(.addDomain(domain, to: id)))
      rule("an added domain is not sent again by itself", !sending.mayBeDone)
    case .removeDomain(let domain):
      rule(
        "each removed domain was reviewed",
        accepted.contains {
          if case .removeDomain(_, domain, _) = $0 { true } else { false }
        })
    }
  }

  private mutating func checkWrites(_ step: Storm.Step, _ storm: Storm) {
    let console = step.after
    let writes = step.effects.filter(\.isWrite)
    rule("nothing is written in read-only", !console.workplace.isReadOnly || writes.isEmpty)
    rule(
      "nothing is saved while the key is refused",
      !console.access.isRefused || writes.allSatisfy { $0.deleted != nil })
    rule("one save at a time", storm.open.count { $0.isWrite && $0.deleted == nil } <= 1)
    let deletes = storm.open.compactMap(\.deleted)
    rule("an organization is deleted once at a time", Set(deletes).count == deletes.count)
    rule(
      "quitting is over only when writes are",
      console.quitting != .done || step.before.quitting == .done
        || step.event == .quitAnswered(.abandon) || !console.hasWritesUnderway)
    // What was taken back, or not accepted after all, needs to be agreed to anew.
    confirmed = confirmed.filter { console.deletions[$0.key] != nil }
    if console.editor.session?.isUnderway != true { accepted = [] }
  }

  private mutating func checkDrafts(_ step: Storm.Step, _ storm: Storm) {
    let (before, after) = (step.before.editor.unsaved, step.after.editor.unsaved)
    rule("what is typed is on the disk", storm.disk == after)
    for (id, draft) in before where !step.mayTakeAway(id, draft) {
      let now = after[id]
      rule("drafts leave by save, discard or delete", now != nil)
      rule("typed text stays", now == nil || now?.name == draft.name || !draft.hasTypedName)
    }
    checkLostCreates(step)
  }

  /// Whatever is sent after it, and answered to that, a create that may have been carried out is kept in mind.
  private mutating func checkLostCreates(_ step: Storm.Step) {
    if let (id, new) = step.lostCreate { lost[id, default: []].append(new) }
    for (id, creates) in lost {
      guard let draft = step.after.editor.unsaved[id], draft.base == nil else {
        lost[id] = nil
        continue
      }
      let kept = draft.attempts.unsettled.map(\.organization)
      rule(
        "a create that may have been carried out stays with its draft",
        creates.allSatisfy(kept.contains) || kept.count == [CreationAttempt].most)
    }
  }
}

extension Storm.Step {
  /// Whether this step is one of those after which a draft may be gone, or another.
  fileprivate func mayTakeAway(_ id: Draft.ID, _ draft: Draft) -> Bool {
    // What an editor has in fields that were changed here too, until that is decided.
    if before.editor.session?.editorsDraft == id { return true }
    let isOpen = before.editor.session?.draftID == id
    switch event {
    case .editor(.saved), .editor(.domainChanged), .editor(.acknowledged): return isOpen
    case .organizationRead:
      let isDeleted = before.deletions.irrevocable.contains {
        .organization($0.organization.id) == draft.subject
      }
      let isCarriedOut = before.drafts.opening?.draft == id && draft.saveUnderway != nil
      return isDeleted || isCarriedOut || (isOpen && before.editor.session?.pending != nil)
    case .deletion(.answered):
      return before.deletions.irrevocable.contains {
        .organization($0.organization.id) == draft.subject
      }
    case .editor(.textChanged), .editor(.documentWritten), .editor(.rowRemovalToggled),
      .editor(.domainStateToggled),
      .editor(.discarded):
      return isOpen
    case .drafts(.discarded(let discarded)): return discarded == id
    case .restoring(.confirmed): return before.restoring?.source == .draft(id)
    case .editor(.reviewWanted):
      if case .conflicted = before.editor.session?.phase { return isOpen }
      return false
    default: return false
    }
  }
}

extension Storm.Step {
  /// The create to which this step is the answer, by its draft, where that does not tell what came of it.
  fileprivate var lostCreate: (Draft.ID, NewOrganization)? {
    guard case .editor(.saved(let id, .failure(let error))) = event, error.leavesWriteUnknown,
      let session = before.editor.session, session.pending?.id == id, session.isWriting,
      session.draft.base == nil, let draft = session.draftID
    else { return nil }
    return session.draft.attempts.last.map { (draft, $0.organization) }
  }

  /// Whether a person has just agreed to send something.
  fileprivate var isYes: Bool {
    event == .editor(.submitted) || event == .editor(.creationRepeated)
  }
}

extension OrganizationUpdate {
  /// The second half of what is created again.
  fileprivate var isOnlyStripe: Bool {
    self == OrganizationUpdate(stripeCustomerID: stripeCustomerID)
  }
}

extension Draft {
  fileprivate var hasTypedName: Bool { name != (base?.name ?? "") }
}

extension Effect {
  var isPage: Bool { pageQuestion != nil }
  var isQuestion: Bool { if case .cancel = self { false } else { request != nil } }
  var deleted: Organization.ID? {
    if case .delete(let id) = sent { id } else { nil }
  }
}
