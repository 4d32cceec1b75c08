import Foundation
import ViewModel
import WorkOS

/// What holds whatever happens, in whatever order; each rule is a sentence.
struct Rules {
  /// The seconds between a confirmed delete and its request.
  let grace: TimeInterval
  /// The deletes that were confirmed and not sent yet: what of, and from when they may be sent.
  private var confirmed: [Organization.ID: (agreed: Organization, due: Date)] = [:]
  /// What the review showed when the person accepted it, until it is sent.
  private var accepted: Draft?
  private var lastRequest = 0
  private var broken: [String] = []

  init(grace: TimeInterval) {
    self.grace = grace
  }

  /// The rules that a step has broken.
  mutating func broken(by step: Storm.Step, in storm: Storm) -> [String] {
    broken = []
    checkList(step.after.list, storm)
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

  private mutating func checkList(_ list: OrganizationList, _ storm: Storm) {
    let rows = list.rows
    let shown = list.shown
    rule("the page on screen exists", shown.pages.isEmpty || shown.page != nil)
    rule(
      "the selection is on a page",
      list.selection.map { shown.organization($0) != nil } ?? shown.rows.isEmpty)
    rule("the selection is on screen", rows.isEmpty || list.selectedRow != nil)
    rule("a row is shown once", Set(rows.map(\.id)).count == rows.count)
    rule(
      "the pages are a chain",
      zip(shown.pages, shown.pages.dropFirst()).allSatisfy { page, next in
        next.cursor == page.after.map(PageCursor.after)
      })
    let loads = Set([list.browsing.load, list.search?.results.load].compactMap { $0?.pending.id })
    let asked = storm.open.filter(\.isPage).compactMap(\.request)
    rule(
      "one page is read at a time in each list", Set(asked) == loads && asked.count == loads.count)
  }

  private mutating func checkRequests(_ step: Storm.Step, _ storm: Storm) {
    let console = step.after
    let open = Set(storm.open.compactMap(\.request))
    let awaited =
      [console.detail.read, console.editor.session?.pending].compactMap { $0?.id }
      + console.deletions.underway.compactMap { $0.pending?.id }
      + [console.drafts.opening?.read.id].compactMap(\.self)
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
      guard let dialog = step.before.deletions.dialog, dialog.isNameRight,
        !dialog.isDeaf(at: step.now)
      else { return }
      let due = step.now.addingTimeInterval(grace)
      confirmed[dialog.organization.id] = (dialog.organization, due)
    case .deletion(.undone):
      let last = step.before.deletions.unsent.last
      if let last { confirmed[last.organization.id] = nil }
    case .quitAnswered(.finishFirst):
      for id in confirmed.keys { confirmed[id]?.due = step.now }
    case .editor(.submitted):
      guard let session = step.before.editor.session, session.phase == .reviewing else { return }
      accepted = session.draft
    default: break
    }
  }

  private mutating func check(_ write: Effect, _ step: Storm.Step, _ storm: Storm) {
    switch write {
    case .delete(_, let id):
      let consent = confirmed.removeValue(forKey: id)
      rule("each delete was confirmed, and is sent once", consent != nil)
      rule(
        "a delete waits, unless it is to be finished",
        consent.map { step.now >= $0.due } == true)
      // Nobody could change it between its last reading and this: both are of this very step.
      let now = storm.server.organization(id).map { EditableFields($0) }
      rule(
        "what is deleted is what was agreed to",
        now != nil && now == consent.map { EditableFields($0.agreed) })
    case .create(_, let new, _):
      rule(
        "each create was reviewed, and is sent once",
        accepted?.base == nil && accepted?.fields.newOrganization == new)
      accepted = nil
    case .update(_, let id, let update):
      let isReviewed =
        accepted?.subject == .organization(id)
        && (update.name == nil || update.name == accepted?.fields[.name])
      rule("each update was reviewed, and is sent once", isReviewed)
      accepted = nil
    default: break
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
    if case .checking = console.editor.session?.phase {} else { accepted = nil }
  }

  private mutating func checkDrafts(_ step: Storm.Step, _ storm: Storm) {
    let (before, after) = (step.before.editor.unsaved, step.after.editor.unsaved)
    rule("what is typed is on the disk", storm.disk == after)
    for (id, draft) in before where !step.mayTakeAway(id, draft) {
      let now = after[id]
      rule("drafts leave by save, discard or delete", now != nil)
      rule("typed text stays", now == nil || now?.name == draft.name || !draft.hasTypedName)
    }
  }
}

extension Storm.Step {
  /// Whether this step is one of those after which a draft may be gone, or another.
  fileprivate func mayTakeAway(_ id: Draft.ID, _ draft: Draft) -> Bool {
    let isOpen = before.editor.session?.draftID == id
    switch event {
    case .editor(.saved): return isOpen
    case .organizationRead:
      let isDeleted = before.deletions.sent.contains {
        .organization($0.organization.id) == draft.subject
      }
      return isDeleted || (isOpen && before.editor.session?.pending != nil)
    case .deletion(.answered):
      return before.deletions.sent.contains { .organization($0.organization.id) == draft.subject }
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

extension Draft {
  fileprivate var hasTypedName: Bool { name != (base?.name ?? "") }
}

extension Effect {
  var isPage: Bool { if case .fetchPage = self { true } else { false } }
  var isQuestion: Bool { if case .cancel = self { false } else { request != nil } }
  var deleted: Organization.ID? { if case .delete(_, let id) = self { id } else { nil } }
}
