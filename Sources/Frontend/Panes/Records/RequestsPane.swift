import Cells
import Delivery
import ViewModel

extension PaneName {
  package static let requests = PaneName(
    "requests", "Requests of this session", [.isRead, .coversStatus])
}

/// The log of requests.
struct RequestsPane: Pane {
  private(set) var records = SearchedRecords(.requests)
  private var texts = RecordTexts<LoggedRequest>()
  /// The lines that are shown.
  private var requests: [LoggedRequest] = []

  init() {}

  func opening(by action: Action, _ scene: Scene) -> [Reaction]? {
    guard action == .showRequests else { return nil }
    var pane = RequestsPane()
    pane.records = SearchedRecords(.requests, isOpen: true)
    return [.put(pane)]
  }

  let causes: PaneCauses = .trail
  /// Until what a line has led to is left.
  var keepsWhileClosed: Bool { true }

  func name(in console: Console) -> PaneName? { records.name(.requests, in: console) }

  mutating func follow(_ console: Console) {
    records.follow(console)
    if !records.isOpen { self = RequestsPane() }
  }

  // MARK: Keys

  var scrolledTo: [Int]? { [records.table.row] }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    collect(scene)
    if let reactions = records.perform(action, count: requests.count, scene, &keyboard) {
      return reactions
    }
    guard requests.indices.contains(records.table.row) else { return [] }
    let request = requests[records.table.row]
    switch action {
    case .copyCurl:
      return [.copy(CopiedText(line: CurlCommand.repeating(request)), what: "the command")]
    case .open: return records.open(request.organizationID, scene)
    default: return []
    }
  }

  mutating func edit(
    _ scene: Scene, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> [Reaction] {
    records.edit(&keyboard, change)
    return []
  }

  mutating func quitWanted() { self = RequestsPane() }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    if records.search.isTyped { return records.search.hindrance(to: action) }
    if action == .nextPane { return records.table.hasFurtherFacts ? nil : .nothingThere }
    if action == .filter { return scene.console.requests.isEmpty ? .nothingThere : nil }
    guard RecordTable.needsRecord.contains(action) else { return nil }
    if requests.isEmpty { return .nothingThere }
    // While one is being opened, its key is not about the line.
    guard action == .open, scene.console.detail.sought == nil,
      requests.indices.contains(records.table.row),
      requests[records.table.row].organizationID == nil
    else { return nil }
    return .because("This line names no organization to go to.")
  }

  private mutating func collect(_ scene: Scene) {
    let words = RecordWords(times: scene.times, columns: scene.layout.columns)
    requests = texts.matches(records.search.needle, in: scene.console.requests) {
      words.text(of: $0)
    }
  }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    collect(scene)
    let times = scene.times.inOneZone(at: scene.now)
    let words = RecordWords(times: times, columns: scene.layout.columns)
    let zone = times.zone(at: scene.now)
    let requests = requests
    let contents = RecordTable.Contents(
      count: requests.count,
      titles: [
        "Requests of this session, newest first, times in \(zone)\(records.filterTitle)",
        "Requests, times in \(zone)\(records.filterTitle)",
      ],
      none: scene.console.requests.isEmpty ? "Nothing has been sent yet." : records.noneMatches,
      needles: records.needles,
      line: { words.line(for: requests[$0]) }, details: { words.details(of: requests[$0]) },
      further: scene.keyMap.name(of: .nextPane, in: .requests))
    records.table.fit(contents, in: scene.layout)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    records.table.draw(scene, on: &canvas)
  }

  func drawLastLine(_ scene: Scene, on canvas: inout Canvas) -> Bool {
    records.search.drawLine(of: self, scene, on: &canvas)
  }
}
