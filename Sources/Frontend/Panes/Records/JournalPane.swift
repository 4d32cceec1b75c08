import Cells
import Delivery
import ViewModel
import WorkOS

extension PaneName {
  package static let journal = PaneName("journal", "Journal of writes", [.isRead, .coversStatus])
}

/// The journal of writes.
struct JournalPane: Pane {
  private(set) var records = SearchedRecords(.journal)
  /// Whether it also shows what was written with other keys or to other environments.
  private var showsOthers = false
  private var texts = RecordTexts<JournalEntry>()
  /// The lines that are shown.
  private var entries: [JournalEntry] = []
  /// Why there are none.
  private var failure: ScrolledText?

  init() {}

  func opening(by action: Action, _ scene: Scene) -> [Reaction]? {
    guard action == .showJournal else { return nil }
    var pane = JournalPane()
    pane.records = SearchedRecords(.journal, isOpen: true)
    return [.put(pane), .send(.journal(.wanted))]
  }

  let causes: PaneCauses = .trail
  /// Until what a line has led to is left.
  var keepsWhileClosed: Bool { true }

  func name(in console: Console) -> PaneName? { records.name(.journal, in: console) }

  mutating func follow(_ console: Console) {
    records.follow(console)
    if !records.isOpen { self = JournalPane() }
  }

  // MARK: Keys

  var scrolledTo: [Int]? { [records.table.row] }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    collect(scene)
    if action == .showOthers {
      guard hasOthers(scene.console) else { return [.send(.noticed(.nothingElsewhere))] }
      showsOthers.toggle()
      records.table.goToFirst()
      return []
    }
    if let reactions = records.perform(action, count: entries.count, scene, &keyboard) {
      return reactions
    }
    guard entries.indices.contains(records.table.row) else { return [] }
    let entry = entries[records.table.row]
    switch action {
    case .takeBack:
      records.lead(scene)
      return [
        .put(FormPane(over: .journal)), .send(.journal(.takingBackWanted(entry.id))),
      ]
    case .copyID: return copyID(of: entry)
    case .open: return records.open(entry.leadsTo, scene)
    default: return []
    }
  }

  /// The id that stands in the line, of whatever the write was about.
  private func copyID(of entry: JournalEntry) -> [Reaction] {
    guard let id = entry.subjectID else { return [.send(.noticed(.nothingToCopy(what: "id")))] }
    let subject = entry.intent.subject
    let what =
      subject.isOrganization
      ? "the id" : "the \(subject.kind.rawValue.replacing("_", with: " "))'s id"
    return [.copy(CopiedText(line: id), what: what)]
  }

  mutating func edit(
    _ scene: Scene, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> [Reaction] {
    records.edit(&keyboard, change)
    return []
  }

  mutating func quitWanted() { self = JournalPane() }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    if records.search.isTyped { return records.search.hindrance(to: action) }
    let isPossible =
      switch action {
      case .showOthers: hasOthers(scene.console)
      case .filter: !entries.isEmpty || !records.needles.isEmpty
      case .nextPane: records.table.hasFurtherFacts
      case _ where !RecordTable.needsRecord.contains(action): true
      case _ where !entries.indices.contains(records.table.row): false
      case .takeBack: canTakeBack(entries[records.table.row], scene)
      default: true
      }
    return isPossible ? nil : .nothingThere
  }

  private func canTakeBack(_ entry: JournalEntry, _ scene: Scene) -> Bool {
    guard scene.console.workplace.isPlace(of: entry.intent.author) else { return false }
    guard !entry.intent.subject.isOrganization else { return entry.canBeTakenBack }
    return if case .write? = scene.console.tabs.catalog.takingBack(entry) { true } else { false }
  }

  private func hasOthers(_ console: Console) -> Bool {
    console.journal.entries.contains { !console.isOwn($0) }
  }

  /// Takes what was written here with this key, then what else was, if that is wanted.
  private mutating func collect(_ scene: Scene) {
    let console = scene.console
    let all = console.journal.entries
    let others = all.filter { !console.isOwn($0) }
    let shown =
      others.isEmpty ? all : all.filter(console.isOwn) + (showsOthers ? others : [])
    let words = RecordWords(
      times: scene.times, columns: scene.layout.columns, catalog: scene.console.tabs.catalog)
    entries = texts.matches(records.needles, in: shown) { words.text(of: $0) }
  }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    if let failure = scene.console.journal.failure {
      let text = "\(failure.path) could not be read: \(failure.reason)."
      self.failure = ScrolledText()
      self.failure?.fit([TextLine(text, Palette.danger)], title: "Journal", in: scene.layout)
      return
    }
    failure = nil
    collect(scene)
    let words = RecordWords(
      times: scene.times, columns: scene.layout.columns, catalog: scene.console.tabs.catalog
    ).aligned(for: entries)
    let entries = entries
    let contents = RecordTable.Contents(
      count: entries.count, titles: [title(scene)], none: none(scene), needles: records.needles,
      line: { words.line(for: entries[$0]) }, details: { words.details(of: entries[$0]) },
      further: scene.keyMap.name(of: .nextPane, in: .journal))
    records.table.fit(contents, in: scene.layout)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    if let failure { return failure.draw(scene, on: &canvas) }
    records.table.draw(scene, on: &canvas)
  }

  func drawLastLine(_ scene: Scene, on canvas: inout Canvas) -> Bool {
    records.search.drawLine(of: self, scene, on: &canvas)
  }

  private func title(_ scene: Scene) -> String {
    let title = scene.layout.columns < 60 ? "Journal" : "Journal of writes, newest first"
    let others = scene.console.journal.entries.count { !scene.console.isOwn($0) }
    let key = scene.keyMap.name(of: .showOthers, in: .journal) ?? ""
    let elsewhere =
      others == 0 ? "" : showsOthers ? " · \(key): only here" : " · \(key): \(others) more"
    return title + records.filterTitle + elsewhere
  }

  private func none(_ scene: Scene) -> String {
    let journal = scene.console.journal
    if !journal.isRead { return "Reading…" }
    if journal.entries.isEmpty { return "Nothing has been written from here yet." }
    guard hasOthers(scene.console), !showsOthers else { return records.noneMatches }
    let none =
      records.needles.isEmpty
      ? "Nothing was written here with this key yet." : records.noneMatches
    let key = scene.keyMap.name(of: .showOthers, in: .journal) ?? ""
    return none + " \(key) also shows what was written with other keys or to other environments."
  }
}

extension JournalEntry {
  /// Whether it says enough to be taken back.
  fileprivate var canBeTakenBack: Bool {
    switch intent.verb {
    case .update: fieldsBefore != nil && fieldsAfter != nil
    case .delete: (outcome?.result == .done || mayHaveTakenAway) && fieldsBefore != nil
    default: false
    }
  }
}
