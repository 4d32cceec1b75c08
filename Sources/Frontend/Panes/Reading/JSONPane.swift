import Cells
import JSON
import ViewModel
import WorkOS

extension PaneName {
  package static let json = PaneName("json", "JSON", [.isRead, .coversStatus])
  package static let overlaySearch = PaneName(
    "overlay-search", "Search in JSON, journal and requests", [.takesText, .coversStatus])
}

/// The JSON of an organization, of a row of a tab or of an event, and looking for text in it.
struct JSONPane: Pane {
  private static let mostLines = 10_000

  /// Where in the lines one is.
  private struct Place {
    var match: Int?
    var isAtMatch: Bool
    var scroll: Scroll
  }

  private var json: RawJSON?
  private var words = JSONWords.received
  /// The JSON, laid out, up to as many lines as are shown.
  private var lines: [String] = []
  private var scroll = Scroll()
  private(set) var search = TextSearch()
  /// The line that `n` goes on from, and where the search began.
  private var match: Int?
  private var start = 0
  /// Whether that line is to be brought in sight.
  private var isNew = false
  /// Whether the person is at the match, and has not moved on from it.
  private var isAtMatch = false
  /// Where it was when the line was opened.
  private var placeBefore: Place?
  /// The lines as they are on screen, and at which of these each begins.
  private var rows: [TextLine] = []
  private var starts: [Int] = []

  init() {}

  init(of json: RawJSON, _ words: JSONWords = .received) {
    self.json = json
    self.words = words
    let lines = json.indented().split(
      separator: "\n", omittingEmptySubsequences: false)
    let rest = lines.count - Self.mostLines
    self.lines =
      lines.prefix(Self.mostLines).map(String.init)
      + (rest > 0 ? ["  … and \(rest) more lines"] : [])
  }

  /// Nil: it tells none.
  init?(of line: EventLine) {
    guard let json = line.json else { return nil }
    self.init(of: json, line.isOwn ? .sent : .received)
  }

  func opening(by action: Action, _ scene: Scene) -> [Reaction]? {
    guard action == .showJSON else { return nil }
    return Self.ofSubject(scene).map { [.put($0)] } ?? []
  }

  /// That of what is marked, or open; nil: it has none.
  private static func ofSubject(_ scene: Scene) -> JSONPane? {
    let tabs = scene.console.tabs
    guard let tab = tabs.current else { return scene.subject.map { JSONPane(of: $0.json) } }
    guard !scene.console.isShowingEvents else {
      return scene.console.events.selected.flatMap { JSONPane(of: $0) }
    }
    return tabs.state?.selected.flatMap { tab.json(of: $0) }.map { JSONPane(of: $0) }
  }

  let causes: PaneCauses = []

  func name(in console: Console) -> PaneName? {
    guard json != nil else { return nil }
    return search.isTyped ? .overlaySearch : .json
  }

  // MARK: Keys

  var scrolledTo: [Int]? { [scroll.top] }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    if search.isTyped { return performInLine(action, scene, &keyboard) }
    if scroll.perform(action, screenful: scene.layout.listRows, count: keyboard.count) {
      isAtMatch = false
      return []
    }
    switch action {
    case .filter:
      placeBefore = Place(match: match, isAtMatch: isAtMatch, scroll: scroll)
      start = match ?? 0
      search.openLine(in: .json, keyboard)
      (match, isAtMatch) = (nil, false)
    case .nextMatch where search.needle.isEmpty, .previousMatch where search.needle.isEmpty:
      return [.send(.noticed(.nothingLookedFor))]
    case .nextMatch: for _ in 0..<min(keyboard.times, 1_000) { goToMatch(forward: true) }
    case .previousMatch: for _ in 0..<min(keyboard.times, 1_000) { goToMatch(forward: false) }
    case .copyJSON:
      return json.map { [.copy(CopiedText(json: $0), what: words.thing(of: $0))] } ?? []
    case .close: self = JSONPane()
    case .back where search.text.isEmpty: self = JSONPane()
    case .back: dropSearch()
    default: break
    }
    return []
  }

  private mutating func performInLine(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    switch action {
    case .keepText: search.keep(&keyboard)
    case .back:
      search.goBack()
      goBack()
    default: if search.perform(action, &keyboard) { goToFirstMatch() }
    }
    return []
  }

  private mutating func goBack() {
    guard let placeBefore else { return }
    (match, isAtMatch, scroll) = (placeBefore.match, placeBefore.isAtMatch, placeBefore.scroll)
    isNew = false
  }

  mutating func edit(
    _ scene: Scene, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> [Reaction] {
    if search.edit(&keyboard, change) { goToFirstMatch() }
    return []
  }

  /// Goes to the first place from where the search began, or else from the beginning.
  private mutating func goToFirstMatch() {
    let matches = matches
    match = matches.first { $0 >= start } ?? matches.first
    (isNew, isAtMatch) = (true, true)
  }

  mutating func quitWanted() { self = JSONPane() }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    if search.isTyped { return search.hindrance(to: action) }
    guard [.nextMatch, .previousMatch].contains(action) else { return nil }
    if search.needle.isEmpty { return .nothingThere }
    let count = matches.count
    if count == 0 {
      return .because("\(ListWords.quoted(search.text, columns: 20)) is not in it.")
    }
    // Whoever has moved on comes back to it.
    return count == 1 && isAtMatch ? .because("It is the only match.") : nil
  }

  private mutating func dropSearch() {
    (search, match, start) = (TextSearch(), nil, 0)
    (isNew, isAtMatch) = (false, false)
  }

  /// Goes to the next place, or the one before, and on from the other end.
  private mutating func goToMatch(forward: Bool) {
    let matches = matches
    let current = match ?? -1
    let next = forward ? matches.first { $0 > current } : matches.last { $0 < current }
    match = next ?? (forward ? matches.first : matches.last)
    (isNew, isAtMatch) = (true, true)
  }

  /// The lines with what is looked for.
  private var matches: [Int] {
    let needle = search.needle
    guard !needle.isEmpty else { return [] }
    return lines.indices.filter { FoldedText(lines[$0]).contains(needle) }
  }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    let columns = Self.columns(in: scene.layout)
    let needle = search.needle
    (rows, starts) = ([], [])
    for line in lines {
      starts.append(rows.count)
      rows += TextLine(line).marking(needle.isEmpty ? [] : [needle]).wrapped(to: columns)
    }
    let room = box(title: title(scene.layout), in: scene.layout).innerRows
    scroll.fit(lines: rows.count, room: room)
    if isNew, let match, starts.indices.contains(match) {
      scroll.show(line: rowOfMatch(inLine: match), room: room)
      isNew = false
    }
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let title = title(scene.layout)
    let box = box(title: title, in: scene.layout)
    scene.drawFrame(of: box, title: title, marks: 18, on: &canvas)
    let below = box.draw(rows, from: scroll.top, on: &canvas)
    box.drawScroll(above: scroll.top, below: below, on: &canvas)
    let current = match.flatMap { starts.indices.contains($0) ? starts[$0] : nil }
    if let current, (0..<box.innerRows).contains(current - scroll.top) {
      let row = box.innerRow + current - scroll.top
      canvas.write("▸", row: row, column: box.innerColumn - 1, style: Palette.accent)
    }
    if isAtMatch, let match, let focus = focus(ofMatch: match, in: box) { canvas.focus = focus }
  }

  /// Where on screen a line that was broken holds what is looked for.
  private func rowOfMatch(inLine line: Int) -> Int {
    let end = line + 1 < starts.count ? starts[line + 1] : rows.count
    return (starts[line]..<end).first { rows[$0].columnOfMatch != nil } ?? starts[line]
  }

  /// Where the terminal's cursor goes, by which a screen reader reads; nil: the match is out of sight.
  private func focus(ofMatch match: Int, in box: DialogBox) -> Position? {
    guard starts.indices.contains(match) else { return nil }
    let row = rowOfMatch(inLine: match)
    guard (scroll.top..<scroll.top + box.innerRows).contains(row) else { return nil }
    return Position(
      row: box.innerRow + row - scroll.top, column: box.innerColumn + (rows[row].columnOfMatch ?? 0)
    )
  }

  func drawLastLine(_ scene: Scene, on canvas: inout Canvas) -> Bool {
    search.drawLine(of: self, scene, on: &canvas)
  }

  private static func columns(in layout: Layout) -> Int { layout.columns - 6 }

  private func box(title: String, in layout: Layout) -> DialogBox {
    DialogBox(
      rows: rows.count, columns: max(Self.columns(in: layout), DisplayWidth.of(title) + 2),
      in: layout)
  }

  private func title(_ layout: Layout) -> String {
    let whole = json.map(words.title) ?? ""
    let title = layout.columns < 60 ? words.shortTitle : whole
    guard !search.needle.isEmpty else { return search.isTyped ? title : whole }
    let matches = matches
    let text = ListWords.quoted(search.text, columns: 20)
    guard let match, let number = matches.firstIndex(of: match) else {
      return "\(title) · \(text) is not in it"
    }
    return "\(title) · \(text) \(number + 1) of \(matches.count)"
  }
}
