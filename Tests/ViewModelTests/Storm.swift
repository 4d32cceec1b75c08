import Foundation
import ViewModel
import WorkOS

/// A person, a server and other people who all do as chance will have it, from a seed.
struct Storm {
  private(set) var scenario: Scenario
  private var server = FakeServer(40)
  private var chance: SeededGenerator
  private var nextNumber = 41
  /// The drafts on disk, as far as the console had them kept.
  private(set) var disk: [Draft.Subject: Draft] = [:]
  private var writtenRecords = 0
  /// What the last step did, for the report of a failure.
  private(set) var lastEvent = Event.started

  init(seed: UInt64, isReadOnly: Bool) {
    chance = SeededGenerator(seed: seed)
    scenario = Scenario(isReadOnly: isReadOnly, deleteGrace: 3, pageSize: 4)
    scenario.send(.started)
  }

  /// Does one thing, and returns what it led to.
  mutating func step() -> [Effect] {
    scenario.advance(Double.random(in: 0...3, using: &chance))
    changeServer()
    defer { writeRecords() }
    if !scenario.open.isEmpty, Int.random(in: 0..<3, using: &chance) == 0 { return answer() }
    let event = anyEvent()
    lastEvent = event
    return scenario.send(event)
  }

  private mutating func writeRecords() {
    for record in scenario.records.dropFirst(writtenRecords) {
      if case .keepDraft(let draft) = record { disk[draft.subject] = draft }
      if case .dropDraft(let subject) = record { disk[subject] = nil }
    }
    writtenRecords = scenario.records.count
  }

  /// Other people create and delete now and then.
  private mutating func changeServer() {
    switch Int.random(in: 0..<60, using: &chance) {
    case 0:
      server.create(nextNumber)
      nextNumber += 1
    case 1: server.delete(Int.random(in: 1..<nextNumber, using: &chance))
    default: break
    }
  }

  private mutating func answer() -> [Effect] {
    guard let question = scenario.open.randomElement(using: &chance) else { return [] }
    scenario.close(question)
    let event = answer(to: question)
    lastEvent = event
    return scenario.send(event)
  }

  private mutating func answer(to question: Effect) -> Event {
    let error = anyError()
    switch question {
    case .fetchPage(let id, let page):
      if let error { return .list(.pageArrived(id, .failure(error))) }
      return .list(.pageArrived(id, .success(server.page(page))))
    case .fetchOrganization(let id, let organization):
      guard error == nil, let found = server.organization(organization) else {
        return .organizationRead(id, .failure(error ?? .status(404)))
      }
      return .organizationRead(id, .success(found))
    case .create(let id, let new, _):
      if let error { return .editor(.saved(id, .failure(error))) }
      let created = Organization.numbered(nextNumber, name: new.name)
      server.create(nextNumber)
      nextNumber += 1
      return .editor(.saved(id, .success(created)))
    case .update(let id, let organization, let update):
      guard error == nil, var changed = server.organization(organization) else {
        return .editor(.saved(id, .failure(error ?? .status(404))))
      }
      changed.name = update.name ?? changed.name
      changed.updatedAt = scenario.now
      server.replace(changed)
      return .editor(.saved(id, .success(changed)))
    case .delete(let id, let organization):
      if let error { return .deletion(.answered(id, .failure(error))) }
      server.delete(organization.number)
      return .deletion(.answered(id, .success(Deleted())))
    case .cancel, .recordQueued, .recordUnsent, .recordFinding, .keepDraft, .dropDraft, .loadDrafts,
      .readJournal:
      return .timePassed
    }
  }

  private mutating func anyError() -> WorkOSError? {
    let errors: [WorkOSError] = [.timedOut, .refused, .status(422), .status(500), .status(404)]
    return Int.random(in: 0..<5, using: &chance) == 0 ? errors.randomElement(using: &chance) : nil
  }

  private mutating func anyEvent() -> Event {
    let id = Organization.ID.number(Int.random(in: 0..<nextNumber, using: &chance))
    let shown = scenario.console.list.selection ?? id
    let distance = Int.random(in: -6...6, using: &chance)
    let subject = scenario.console.listedDrafts.map(\.subject).randomElement(using: &chance)
    let text = ["", "1", "customer 2", "nobody", "org_7"].randomElement(using: &chance) ?? ""
    let events: [Event] = [
      .timePassed, .keyPressed, .list(.selectionMoved(by: distance)),
      .list(.selectionMoved(by: 1)), .list(.firstRowWanted), .list(.lastRowWanted),
      .list(.selected(id)), .list(.nextPageWanted), .list(.nextPageWanted),
      .list(.previousPageWanted), .list(.refreshWanted), .list(.orderFlipped),
      .list(.filterChanged(text)), .list(.filterChanged("")), .list(.searchSubmitted(text)),
      .list(.left), .list(.nextMatchWanted), .list(.previousMatchWanted), .detail(.opened(id)),
      .detail(.opened(shown)), .detail(.closed), .detail(.refreshWanted),
      .editor(.creationOpened), .editor(.opened(shown)), .editor(.opened(id)),
      .editor(.textChanged(.name, text)), .editor(.textChanged(.name, "Name \(distance)")),
      .editor(.documentWritten(EditedDocument(opened: text, bytes: Array(text.utf8)))),
      .editor(
        .documentWritten(EditedDocument(opened: "", bytes: Array("{\"name\":\"\(text)\"}".utf8)))),
      .editor(.domainAdded), .editor(.pairAdded), .editor(.reviewWanted), .editor(.submitted),
      .editor(.reviewWanted), .editor(.submitted), .editor(.conflictDecided(.name, .mine)),
      .editor(.reviewLeft), .editor(.left), .editor(.discarded), .deletion(.asked(shown)),
      .deletion(.asked(id)), .deletion(.confirmed), .deletion(.confirmed), .deletion(.cancelled),
      .deletion(.undone), .drafts(.opened(subject ?? .creation)),
      .drafts(.opened(subject ?? .creation)), .drafts(.openingLeft),
      .drafts(.discarded(subject ?? .creation)), .restoring(.confirmed), .restoring(.cancelled),
      .quitWanted, .quitAnswered(.stay), .quitAnswered(.finishFirst),
    ]
    return events.randomElement(using: &chance) ?? .timePassed
  }
}

/// SplitMix64: small, and the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
