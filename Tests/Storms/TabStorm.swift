import Delivery
import Foundation
import JSON
import ViewModel
import WorkOS

/// A person, a server and a disk at the tabs of two organizations, who all do as chance will have it.
///
/// It knows no tab: rows are made up, and what a tab makes of them is its own affair.
package struct TabStorm {
  private(set) var console: Console
  var now = Date(timeIntervalSince1970: 1_800_000_000)
  private var open: [Effect] = []
  private var disk: [TabDraft.ID: TabDraft] = [:]
  var chance: SeededGenerator
  private let tabs: [any Tab]
  /// What a person has agreed to send, to the letter.
  private var agreed: [APIRequest] = []
  private var broken: [String] = []
  /// Where the person is going back to, as long as they are at whoever has what was refused.
  var wayBack: WayBack?

  package init(seed: UInt64, tabs: [any Tab] = Tabs.all) {
    chance = SeededGenerator(seed: seed)
    self.tabs = tabs
    console = Console(
      workplace: Workplace(
        kind: seed.isMultiple(of: 5) ? .live : .test, host: "api.workos.com",
        isReadOnly: seed.isMultiple(of: 7), deleteGrace: 3, pageSize: 4, keepsRecords: true,
        retryPolicy: RetryPolicy()),
      idempotencyKeys: IdempotencyKeys(
        session: UUID(uuid: (7, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))),
      tabs: tabs)
    take(.started)
    if let first = open.first?.request {
      open = []
      take(
        .list(.pageArrived(first, .success(Page(items: [.number(1), .number(2)].map(Self.row))))))
    }
    take(.detail(.opened(.number(1))))
  }

  static func row(_ id: Organization.ID) -> ListedOrganization {
    ListedOrganization(Organization(id: id, name: "Customer \(id.rawValue)"))
  }

  /// Does one thing; returns the rules that this has broken, and after what.
  package mutating func step() -> [String] {
    now += Double.random(in: 0...2, using: &chance)
    broken = []
    let event = nextEvent()
    take(event)
    return broken.isEmpty ? [] : broken + ["after \(event)"]
  }

  private mutating func nextEvent() -> Event {
    if Int.random(in: 0..<3, using: &chance) == 0, let question = open.randomElement(using: &chance)
    {
      open.removeAll { $0.request == question.request }
      return answer(question)
    }
    if console.quitting == .asking || console.quitting == .done { return .quitAnswered(.stay) }
    return anythingAPersonDoes()
  }

  // MARK: The person

  private mutating func anythingAPersonDoes() -> Event {
    let actions = console.tabs.current?.actions.map(\.id) ?? []
    var events: [TabEvent] = [
      .shown(Int.random(in: 0...tabs.count, using: &chance)), .stepped(by: 1), .stepped(by: -1),
      .selectionMoved(by: Int.random(in: -5...5, using: &chance)), .lastRowWanted, .rowWanted(0),
      .filterChanged(["", "1", "12", "thing", "zzz"].randomElement(using: &chance) ?? ""),
      .refreshWanted, .loadStopped, .undone, .watchStopped,
    ]
    if let action = actions.randomElement(using: &chance) {
      events += [.actionWanted(action), .actionWanted(action), .actionWanted(action)]
    }
    if let form = console.tabs.form {
      let field = form.form.fields.randomElement(using: &chance)?.id ?? ""
      let choice = form.choices[field]?.all.randomElement(using: &chance)?.value ?? ""
      events = [
        .textChanged("a\(Int.random(in: 0..<3, using: &chance))@acme.com", field: field),
        .picked(choice, field: field, beside: Bool.random(using: &chance)), .submitted, .submitted,
        .reviewAccepted, .reviewAccepted, .formLeft, .undone,
      ]
      if Int.random(in: 0..<10, using: &chance) == 0 { events.append(.formDiscarded) }
      if form.taken?.owner != nil { events = anythingDoneAboutOwner(in: field) }
    }
    if console.tabs.found != nil {
      events = [
        .foundAnswered(.goOn), .foundAnswered(.goOn), .foundAnswered(.beginAfresh),
        .foundAnswered(.openNothing),
      ]
    }
    if wayBack != nil, Bool.random(using: &chance) { return .detail(.left) }
    if isAtEvents, Int.random(in: 0..<3, using: &chance) > 0 { return anythingDoneToEvents() }
    if let secret = console.tabs.secret?.secret {
      events = [.secretShownOrHidden, .secretClosed, .stepped(by: 1)]
      events += secret.values.map(TabEvent.secretCopied)
    }
    if !console.tabs.references.isEmpty {
      events = [.referenceChosen(0), .referenceChosen(1), .referencesLeft, .stepped(by: 1)]
    }
    if let asking = console.tabs.asking {
      events = [.nameTyped(asking.write.name), .confirmed, .confirmed, .cancelled]
    }
    switch Int.random(in: 0..<20, using: &chance) {
    case 0: return .detail(.stepped(by: Bool.random(using: &chance) ? 1 : -1))
    case 1: return .timePassed
    case 5: return journalPage()
    case 6 where console.tabs.secret != nil:
      now += 120
      return .timePassed
    case 2: return console.detail.isOpen ? .timePassed : .detail(.opened(.number(2)))
    case 3 where Int.random(in: 0..<4, using: &chance) == 0: return .quitWanted
    case 4 where Int.random(in: 0..<4, using: &chance) == 0:
      return .detail(Bool.random(using: &chance) ? .closed : .left)
    default: break
    }
    if !console.detail.isOpen { return .detail(.opened(.number(1))) }
    return events.randomElement(using: &chance).map(Event.tab) ?? .timePassed
  }

  // MARK: The server

  private mutating func answer(_ effect: Effect) -> Event {
    guard let id = effect.request, let question = effect.question else { return .timePassed }
    if question.asker == .events { return eventPage(id) }
    if question.asker == .neighbours { return ownersPage(id) }
    guard question.asker == .tabs else {
      return effect.pageQuestion == nil
        ? .organizationRead(id, .failure(.status(500)))
        : .list(.pageArrived(id, .failure(.status(500))))
    }
    if effect.isWrite, Int.random(in: 0..<3, using: &chance) == 0 {
      return .tab(.answered(id, .failure(anythingTaken())))
    }
    let errors: [WorkOSError] = [
      .status(403), .status(404), .status(422), .status(429), .status(500), .timedOut,
    ]
    if Int.random(in: 0..<5, using: &chance) == 0, let error = errors.randomElement(using: &chance)
    {
      return .tab(.answered(id, .failure(error)))
    }
    let isPage = console.tabs.state?.load?.pending.id == id
    let choices = (0..<3).map { TabChoice("choice_\($0)", "Choice \($0)") }
    let answer: TabAnswer =
      if isPage {
        .page(
          Page(
            items: (0..<6).map { _ in anyRow() },
            after: Bool.random(using: &chance) ? "after_\(id.number)" : nil))
      } else if isForChoices(id) {
        .choices(Array(choices.prefix(Int.random(in: 0...3, using: &chance))))
      } else if !effect.isWrite, console.tabs.secretBeingRead != nil, Bool.random(using: &chance) {
        .secret(Self.link)
      } else {
        .row(Bool.random(using: &chance) ? anyRow(telling: effect.isWrite ? [Self.link] : []) : nil)
      }
    return .tab(.answered(id, .success(answer)))
  }

  private func isForChoices(_ id: RequestID) -> Bool {
    guard let form = console.tabs.form else { return false }
    if case .lookingUp(_, let pending) = form.phase, pending.id == id { return true }
    return form.choices.values.contains { $0.load?.id == id }
  }

  /// A row as any tab might have it, readable as most of the things that tabs show.
  private mutating func anyRow(telling secrets: [TabSecret] = []) -> TabRow {
    let number = Int.random(in: 0..<40, using: &chance)
    let state = ["active", "inactive", "pending", "verified", "failed"].randomElement(
      using: &chance)
    let json = RawJSON(
      #"{"id":"thing_\#(number)","name":"Thing \#(number)","domain":"d\#(number).example","#
        + #""slug":"thing-\#(number)","status":"\#(state ?? "")","state":"\#(state ?? "")","#
        + #""user_id":"user_\#(number)","role":{"slug":"admin"}}"#)
    if var row = console.tabs.current?.row(keptAs: json) {
      row.secrets = secrets
      return row
    }
    let cells = (console.tabs.current?.columns ?? []).map { column -> TabCell in
      switch column.meaning {
      case .state: .state(state ?? "", .quiet)
      case .moment: .moment(now)
      case .name, .identifier, .text, .word: .text("thing \(number)")
      }
    }
    return TabRow(
      id: "thing_\(number)", name: "thing \(number)", cells: cells,
      agreed: [TabFact("State", state ?? "")], json: json, secrets: secrets)
  }

  /// A link that works for five minutes.
  private static let link = TabSecret(
    "A link", of: "something", [], values: [TabSecret.Value("Link", "https://setup.example/x")],
    clock: TabSecret.Clock(300, "The link works for another", ending: "It works no longer."))

  // MARK: What holds whatever happens

  private mutating func take(_ event: Event) {
    let before = console
    noteConsent(event)
    let effects = console.update(event, at: now)
    for delivery in console.tabs.underway
    where !before.tabs.underway.contains(where: { $0.id == delivery.id }) {
      // What asks nothing is agreed to by its key.
      if delivery.write.questions.isEmpty, case .tab(.actionWanted) = event {
        agreed.append(delivery.write.call.request)
      }
    }
    for effect in effects {
      switch effect {
      case .ask: open.append(effect)
      case .write(_, let sending):
        open.append(effect)
        if effect.question?.asker == .tabs { check(effect, sending, before) }
      case .cancel(let id): open.removeAll { $0.request == id && !$0.isWrite }
      case .record(.keepTabDraft(let draft)): disk[draft.id] = draft
      case .record(.dropTabDraft(let id)): disk[id] = nil
      // The domain name system never answers here.
      case .record, .lookUp: break
      }
    }
    checkRows()
    checkRest()
    checkOwner(event, since: before)
  }

  private mutating func noteConsent(_ event: Event) {
    switch event {
    case .tab(.confirmed):
      if let asking = console.tabs.asking, asking.confirmation.isAnswered {
        agreed.append(asking.write.call.request)
      }
    case .tab(.reviewAccepted):
      if case .reviewing(let write)? = console.tabs.form?.phase {
        agreed.append(write.call.request)
      }
    default: break
    }
  }

  private mutating func check(_ write: Effect, _ sending: Sending, _ before: Console) {
    rule("nothing is written in read-only", !console.workplace.isReadOnly)
    rule(
      "each write was agreed to, to the letter",
      write.question.map { agreed.contains($0.request) } == true)
    rule(
      "what may make a second one is not sent again by itself",
      !sending.mayBeDone || write.question?.request.isRepeatable == true)
    rule("nothing is sent while the person is asked about all of it", console.quitting != .asking)
  }

  private mutating func checkRows() {
    guard let state = console.tabs.state else { return }
    let ids = state.rows.map(\.id)
    rule("a row is shown once", Set(ids).count == ids.count)
    rule("what matches is loaded", state.matches.allSatisfy { ids.contains($0.id) })
    rule(
      "the marked row is on screen",
      state.matches.isEmpty || state.selected != nil && state.position != nil)
  }

  private mutating func checkRest() {
    let tabs = console.tabs
    let asked = Set(open.compactMap(\.request))
    let awaited =
      [
        tabs.state?.load?.pending, tabs.watch?.pending, tabs.form?.lookUp,
        tabs.form?.taken?.look.pending,
      ].compactMap { $0?.id }
      + tabs.underway.compactMap { $0.pending?.id }
    rule("what is waited for is being asked", awaited.allSatisfy(asked.contains))
    checkEvents(asked)
    checkSecrets()
    rule("what is typed is on the disk", disk == tabs.drafts)
    let sent = open.filter { $0.isWrite && $0.question?.asker == .tabs }
    rule("what is sent is under way", sent.count <= tabs.underway.count)
  }

  mutating func rule(_ sentence: String, _ holds: Bool) {
    if !holds { broken.append(sentence) }
  }
}
