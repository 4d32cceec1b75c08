import Cells
import ViewModel

extension PaneName {
  package static let drafts = PaneName("drafts", "Drafts", [.isRead, .coversStatus])
}

/// What was typed and not saved.
struct DraftsPane: Pane {
  private var isOpen = false
  private(set) var table = RecordTable()
  /// The marked draft, which stays marked wherever its row goes.
  private(set) var marked: DraftRow.ID?
  /// The draft that is about to be discarded, while the person is asked.
  private var discarding: (row: DraftRow, question: DiscardQuestion)?
  private var trail = RecordsTrail(.drafts)

  init() {}

  func opening(by action: Action, _ scene: Scene) -> [Reaction]? {
    guard action == .showDrafts else { return nil }
    var pane = DraftsPane()
    pane.isOpen = true
    return [.put(pane), .send(.drafts(.wanted))]
  }

  let causes: PaneCauses = .trail
  /// Until what a line has led to is left.
  var keepsWhileClosed: Bool { true }

  func name(in console: Console) -> PaneName? {
    guard isOpen, !trail.isAway(in: console) else { return nil }
    return discarding == nil ? .drafts : .discarding
  }

  mutating func follow(_ console: Console) {
    if !isOpen || !trail.follow(console) { self = DraftsPane() }
  }

  func question(in console: Console) -> Question? {
    switch discarding?.row {
    case .organization(let listed): .discard(listed.id, console.editor.drafts[listed.id])
    case .tab(let listed): .discardInTab(listed.draft)
    case nil: nil
    }
  }

  // MARK: Keys

  var scrolledTo: [Int]? { [table.row] }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    if discarding != nil { return answer(action, &keyboard) }
    // What is typed ahead was meant for the form.
    if scene.console.drafts.isOpening {
      return action == .back ? [.send(.drafts(.openingLeft))] : []
    }
    if action == .back {
      self = DraftsPane()
      return []
    }
    let drafts = scene.console.draftRows
    table.mark(markedRow(in: drafts))
    let isMoved = table.perform(action, count: drafts.count, in: scene.layout, keyboard)
    guard drafts.indices.contains(table.row) else { return [] }
    let row = drafts[table.row]
    marked = row.id
    if isMoved { return [] }
    switch action {
    case .edit: return open(row, scene)
    case .discardDraft: discarding = (row, DiscardQuestion())
    case .copyJSON: return [copy(row)]
    default: break
    }
    return []
  }

  private mutating func open(_ row: DraftRow, _ scene: Scene) -> [Reaction] {
    trail.lead(scene.console)
    switch row {
    case .organization(let listed):
      return [.put(FormPane(over: .drafts)), .send(.drafts(.opened(listed.id)))]
    case .tab(let listed):
      return [
        .put(DetailPane()), .put(TabFormPane()), .send(.drafts(.openedInTab(listed.draft.id))),
      ]
    }
  }

  private mutating func answer(_ action: Action, _ keyboard: inout Keyboard) -> [Reaction] {
    guard let row = discarding?.row,
      let answer = discarding?.question.dialog.answer(action, &keyboard)
    else { return [] }
    discarding = nil
    guard answer == .yes else { return [] }
    switch row {
    case .organization(let listed): return [.send(.drafts(.discarded(listed.id)))]
    case .tab(let listed): return [.send(.drafts(.discardedInTab(listed.draft.id)))]
    }
  }

  mutating func quitWanted() { self = DraftsPane() }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    if action == .nextPane, discarding == nil {
      return table.hasFurtherFacts ? nil : .nothingThere
    }
    guard discarding == nil, RecordTable.needsRecord.contains(action) else { return nil }
    let drafts = scene.console.draftRows
    guard !drafts.isEmpty else { return .nothingThere }
    return action == .copyJSON && !drafts[markedRow(in: drafts)].hasJSON ? .nothingThere : nil
  }

  private func copy(_ row: DraftRow) -> Reaction {
    guard case .organization(let listed) = row else {
      return .send(.noticed(.nothingToCopy(what: "JSON of a form in a tab")))
    }
    let draft = listed.draft
    return draft.before == draft.fields
      ? .send(.noticed(.nothingToCopy(what: "finished change")))
      : .copy(CopiedText(json: draft.body), what: "the draft")
  }

  private func markedRow(in drafts: [DraftRow]) -> Int {
    drafts.firstIndex { $0.id == marked } ?? max(0, min(table.row, drafts.count - 1))
  }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    let drafts = scene.console.draftRows
    table.mark(markedRow(in: drafts))
    let times = scene.times
    let words = DraftWords(times: times, now: scene.now, columns: scene.layout.columns)
    let width = words.nameWidth(of: drafts)
    let opening = scene.keyMap.name(of: .edit, in: .drafts)
    let contents = RecordTable.Contents(
      count: drafts.count,
      titles: [
        "Drafts: typed and not saved, newest first",
        "Drafts, times in \(times.zone(at: scene.now))",
      ],
      none: Self.none(in: scene.console.workplace),
      line: { words.line(for: drafts[$0], nameWidth: width) },
      details: { words.details(of: drafts[$0], opening: opening) },
      further: scene.keyMap.name(of: .nextPane, in: .drafts))
    table.fit(contents, in: scene.layout)
    switch discarding?.row {
    case .organization(let listed):
      discarding?.question.fit(of: scene.console.editor.drafts[listed.id], scene)
    case .tab(let listed): discarding?.question.fit(of: listed.draft, scene)
    case nil: break
    }
  }

  /// What is said where nothing is unfinished.
  static func none(in workplace: Workplace) -> String {
    if workplace.isReadOnly { return "Nothing is unfinished. With --read-only nothing is typed." }
    return workplace.keepsRecords
      ? "Nothing is unfinished. What you type and do not save is kept and listed here."
      : "Nothing is unfinished. What you type and do not save is listed here until you quit."
  }

  var linesShown: LinesShown? { discarding?.question.dialog.shown }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    table.draw(scene, on: &canvas)
  }

  func drawOver(_ scene: Scene, on canvas: inout Canvas) {
    discarding?.question.draw(scene, on: &canvas)
  }

  func isWaiting(in console: Console) -> Bool {
    discarding == nil && console.drafts.isOpening
  }

  func pressingNews(_ scene: Scene) -> TextLine? {
    scene.console.drafts.opening.map { scene.openingLine($0.read) }
  }
}

extension DraftRow {
  /// Whether there is something to send, as JSON: a form in a tab is sent by several requests, or by
  /// none of its own.
  fileprivate var hasJSON: Bool {
    if case .organization(let listed) = self {
      listed.draft.before != listed.draft.fields
    } else {
      false
    }
  }
}
