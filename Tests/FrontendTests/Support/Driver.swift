import Cells
import Delivery
import Foundation
import Storms
import TestSupport
import ViewModel
import WorkOS

@testable import Frontend

/// A console at which a person presses keys and a server answers, without either.
struct Driver {
  private(set) var console: Console
  private(set) var workspace: Workspace
  /// What was asked of the server and not answered yet.
  private(set) var questions: [Effect] = []
  /// What was to be kept on this machine, or read from it.
  private(set) var records: [Effect] = []
  /// What was handed to the clipboard, and to the shell.
  private(set) var commands: [Command] = []
  private(set) var events: [Event] = []
  var now = Sample.now
  /// A clock that only goes forward, and how long the person waits before each key.
  private(set) var clock = Duration.zero
  var pause = Duration.milliseconds(800)
  var rows: Int
  var columns: Int
  /// Off, keys come faster than the screen is drawn; only questions are waited for.
  var drawsAfterEachKey = true

  init(
    _ rows: Int = 24, _ columns: Int = 80, kind: Workplace.Kind = .test, isReadOnly: Bool = false,
    deleteGrace: TimeInterval = 5, pageSize: Int = 50, retryPolicy: RetryPolicy = .once,
    keepsRecords: Bool = false, tabs: [any Tab] = Tabs.all
  ) {
    self.rows = rows
    self.columns = columns
    console = Console(
      workplace: Workplace(
        kind: kind, host: "api.workos.com", isReadOnly: isReadOnly, deleteGrace: deleteGrace,
        pageSize: pageSize, keepsRecords: keepsRecords, keyEnding: "k3y9", retryPolicy: retryPolicy),
      idempotencyKeys: IdempotencyKeys(session: Sample.session), tabs: tabs)
    let keyMap = KeyMap.standard(with: tabs)
    workspace = Workspace(
      keyMap: isReadOnly ? keyMap.readOnly : keyMap,
      surroundings: Surroundings(timeZone: .gmt, baseURL: "https://api.workos.com"))
    send(.started)
  }

  /// A console whose first page is on screen.
  static func listing(
    _ organizations: [Organization], after: String? = nil, rows: Int = 24, columns: Int = 80,
    kind: Workplace.Kind = .test, isReadOnly: Bool = false, deleteGrace: TimeInterval = 5
  ) -> Driver {
    var driver = Driver(
      rows, columns, kind: kind, isReadOnly: isReadOnly, deleteGrace: deleteGrace)
    driver.answerPage(organizations, after: after)
    return driver
  }

  var pane: PaneName { workspace.pane(in: console) }

  /// Whether something is asked that hears no answer before it has been on screen.
  var isAsked: Bool { PaneName.asking.contains(pane) }

  /// The screen as it is now, which the person now sees.
  var screen: Canvas {
    mutating get {
      if let event = Workspace.sightChange(rows: rows, columns: columns, in: console) {
        take(in: event)
      }
      let snapshot = Snapshot(console)
      let canvas = workspace.draw(snapshot, rows: rows, columns: columns, now: now)
      workspace.frameWritten(at: clock)
      workspace.prepare(snapshot)
      return canvas
    }
  }

  /// Adds a pane that is not one of the console's own, and its keys.
  mutating func declare(_ pane: any Pane, named name: PaneName, _ bindings: [KeyBinding]) {
    let keyMap = KeyMap.standard.extended(with: [name], bindings)
    workspace = Workspace(
      keyMap: console.workplace.isReadOnly ? keyMap.readOnly : keyMap,
      surroundings: workspace.surroundings, adding: [pane])
  }

  mutating func press(_ keys: Key...) {
    for key in keys {
      clock += pause
      handle(key)
      if drawsAfterEachKey || isAsked { _ = screen }
    }
  }

  /// Presses keys that are read together: the screen is drawn after the last of them.
  mutating func pressAtOnce(_ keys: Key...) { pressAtOnce(keys) }

  mutating func pressAtOnce(_ keys: [Key]) {
    for key in keys { handle(key) }
    _ = screen
  }

  /// Presses a key while the screen is not drawn, not even for a question.
  mutating func pressUnseen(_ key: Key, after pause: Duration) {
    clock += pause
    handle(key)
  }

  /// Lets another program have the screen, so that what is asked has to be read anew.
  mutating func hideQuestion() {
    workspace.screenWasAway()
  }

  private mutating func handle(_ key: Key) {
    for command in workspace.handle(key, Snapshot(console), at: clock) {
      if case .send(let event) = command { take(in: event) } else { commands.append(command) }
    }
  }

  /// Reads a review to its end, and says yes to it.
  mutating func acceptReview() {
    for _ in 0..<100 where pane == .review { press(.enter) }
  }

  /// Has the list drawn row by row the next time, and the detail line by line.
  mutating func forgetDrawn() {
    for pane in workspace.panes {
      if var list = pane as? ListPane {
        list.forgetDrawnRows()
        workspace.put(list)
      } else if var detail = pane as? DetailPane {
        detail.forgetLayouts()
        workspace.put(detail)
      }
    }
  }

  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// Lets time pass, and wakes the console as often as it wants to be.
  mutating func wait(_ seconds: TimeInterval) {
    let end = now + seconds
    var stall = Stall()
    while let wake = console.nextWake(after: now), wake < end, stall.passes(wake) {
      now = wake
      send(.timePassed)
    }
    now = end
    send(.timePassed)
  }

  /// Lets something happen outside of any key, and draws, as the program does.
  mutating func send(_ event: Event) {
    take(in: event)
    _ = screen
  }

  private mutating func take(in event: Event) {
    events.append(event)
    for effect in console.update(event, at: now) {
      if case .cancel(let id) = effect {
        questions.removeAll { $0.request == id }
      } else if effect.request == nil {
        records.append(effect)
      } else {
        questions.append(effect)
      }
    }
  }
}

extension PaneName {
  /// Those that ask something.
  static let asking: [PaneName] = [
    .deletion, .naming, .discarding, .quitting, .restoring, .review, .conflict,
  ]
}

// MARK: - The server

extension Driver {
  mutating func answerPage(_ organizations: [Organization], after: String? = nil) {
    answerPage(
      with: .success(Page(items: organizations.map(ListedOrganization.init), after: after)))
  }

  /// Answers every open question of a search: those that go to one of these places with its
  /// organizations, the rest with none.
  mutating func answerSearch(_ answers: KeyValuePairs<ListSource, [Organization]> = [:]) {
    for effect in questions {
      guard let id = effect.request, let question = effect.pageQuestion,
        question.source != .everything
      else { continue }
      let found = answers.first { $0.key == question.source }?.value ?? []
      questions.removeAll { $0.request == id }
      send(.list(.pageArrived(id, .success(Page(items: found.map(ListedOrganization.init))))))
    }
  }

  /// Lets the question of a search that goes there fail.
  mutating func failSearch(_ source: ListSource, _ error: WorkOSError) {
    for effect in questions where effect.pageQuestion?.source == source {
      guard let id = effect.request else { continue }
      questions.removeAll { $0.request == id }
      send(.list(.pageArrived(id, .failure(error))))
    }
  }

  /// Lets the question of a search fail that is not to be answered.
  mutating func failUnless(_ isAnswered: Bool, _ source: ListSource) {
    if !isAnswered { failSearch(source, Sample.rejection(400)) }
  }

  mutating func failPage(_ error: WorkOSError) {
    answerPage(with: .failure(error))
  }

  private mutating func answerPage(with result: Result<Page<ListedOrganization>, WorkOSError>) {
    let id = take { $0.pageQuestion == nil ? nil : $0.request }
    if let id { send(.list(.pageArrived(id, result))) }
  }

  mutating func answerRead(_ result: Result<Organization, WorkOSError>) {
    let id = take { $0.readID == nil ? nil : $0.request }
    if let id { send(.organizationRead(id, result)) }
  }

  mutating func answerSave(_ result: Result<Organization, WorkOSError>) {
    let id = take { effect in
      switch effect.sent {
      case .create, .update: effect.request
      default: nil
      }
    }
    if let id { send(.editor(.saved(id, result))) }
  }

  /// Answers the look for what a lost create has made.
  mutating func answerFinding(_ result: Result<[Organization], WorkOSError>) {
    var isListed = false
    while !isListed, let found = take({ $0.isFinding ? $0 : nil }), let id = found.request {
      var result = result
      if case .lookUp(let externalID) = found.sent {
        result = result.map { $0.filter { $0.externalID == externalID } }
      } else {
        isListed = true
      }
      send(.editor(.found(id, result.map { Page(items: $0) })))
    }
    now += 1
  }

  /// A form whose external id is another organization's.
  static func takenExternalID(rows: Int = 24, columns: Int = 80) -> Driver {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)
    driver.press(.character("e"), .down, .character("9"), .control("s"))
    driver.acceptReview()
    driver.answerRead(.success(Sample.acme))
    driver.answerSave(
      .failure(.externalIDTaken))
    driver.answerPage([Sample.globex])
    return driver
  }

  /// Creates an organization, and loses the answer or is told something that leaves open what came of it.
  mutating func loseCreation(
    named name: String, as error: WorkOSError = .transport(.timedOut(seconds: 15))
  ) {
    press(.character("a"))
    type(name)
    press(.control("s"))
    now += 1
    acceptReview()
    answerSave(.failure(error))
  }

  /// Takes a question off the list of those to be answered.
  mutating func forget(_ id: RequestID) { questions.removeAll { $0.request == id } }

  /// Answers the reading before a delete: nobody changed the organization.
  mutating func answerCheck() {
    for deletion in console.deletions.underway {
      guard case .checking(let pending) = deletion.phase,
        take({
          $0.readID != nil && $0.request == pending.id ? $0.request : nil
        }) != nil
      else { continue }
      send(.organizationRead(pending.id, .success(deletion.organization)))
    }
  }

  mutating func answerDelete(_ result: Result<DeletionReceipt, WorkOSError>) {
    let id = take {
      if case .delete = $0.sent { $0.request } else { nil }
    }
    if let id { send(.deletion(.answered(id, result))) }
  }

  /// Opens the journal, which holds these writes.
  mutating func openJournal(_ entries: [JournalEntry]) {
    press(.character("L"))
    send(.journal(.read(.success(entries))))
  }

  /// Opens the pane of drafts, with these from before.
  mutating func openDrafts(_ drafts: [KeptDraft], ofTabs: [KeptTabDraft] = []) {
    send(.draftsLoaded(drafts, ofTabs: ofTabs))
    now += 5
    press(.character("D"))
  }

  private mutating func take<Value>(_ id: (Effect) -> Value?) -> Value? {
    guard let index = questions.firstIndex(where: { id($0) != nil }) else { return nil }
    return id(questions.remove(at: index))
  }
}

extension WorkOSError {
  static let externalIDTaken = WorkOSError.rejected(
    Rejection(
      status: 400, code: "external_id_already_used",
      message: "An organization with this external_id already exists."))
}
