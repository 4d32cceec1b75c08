import Cells
import ViewModel
import WorkOS

/// The JSON of an organization, and looking for text in it.
extension Workspace {
  mutating func drawJSON(on canvas: inout Canvas) {
    let columns = layout.columns - 6
    let needle = overlaySearch.needle
    var rows: [TextLine] = []
    var starts: [Int] = []
    for line in jsonLines {
      starts.append(rows.count)
      rows += TextLine(line).marking(needle.isEmpty ? [] : [needle]).wrapped(to: columns)
    }
    let title = jsonTitle
    let box = DialogBox(
      rows: rows.count, columns: max(columns, DisplayWidth.of(title) + 2), in: layout)
    overlayScroll.fit(lines: rows.count, room: box.innerRows)
    if overlaySearch.isNew, let match = overlaySearch.match, starts.indices.contains(match) {
      overlayScroll.show(line: starts[match], room: box.innerRows)
      overlaySearch.isNew = false
    }
    drawFrame(of: box, title: title, marks: 18, on: &canvas)
    let below = box.draw(rows, from: overlayScroll.top, on: &canvas)
    box.drawScroll(above: overlayScroll.top, below: below, on: &canvas)
    let current = overlaySearch.match.flatMap { starts.indices.contains($0) ? starts[$0] : nil }
    if let current, (0..<box.innerRows).contains(current - overlayScroll.top) {
      let row = box.innerRow + current - overlayScroll.top
      canvas.write("▸", row: row, column: box.innerColumn - 1, style: Palette.accent)
    }
  }

  /// The JSON, laid out, up to as many lines as are shown.
  private var jsonLines: [String] {
    let limit = 10_000
    let lines = (overlaySubject?.json.indented() ?? "")
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix(limit).map(String.init)
      + (lines.count > limit ? ["  … and \(lines.count - limit) more lines"] : [])
  }

  private var jsonTitle: String {
    let title = layout.columns < 60 ? "JSON" : "JSON as the server sent it"
    guard !overlaySearch.needle.isEmpty else {
      return overlaySearch.line == nil ? "JSON as the server sent it" : title
    }
    let matches = jsonMatches
    let text = ListWords.quoted(overlaySearch.text, columns: 20)
    guard let match = overlaySearch.match, let number = matches.firstIndex(of: match) else {
      return "\(title) · \(text) is not in it"
    }
    return "\(title) · \(text) \(number + 1) of \(matches.count)"
  }

  /// The lines with what is looked for.
  private var jsonMatches: [Int] {
    let needle = overlaySearch.needle
    guard !needle.isEmpty else { return [] }
    let lines = jsonLines
    return lines.indices.filter { FoldedText(lines[$0]).contains(needle) }
  }

  // MARK: Keys

  mutating func performInJSON(_ action: Action) -> [Command] {
    if overlayScroll.perform(action, screenful: layout.listRows, count: count) { return [] }
    switch action {
    case .filter: openOverlayLine()
    case .nextMatch where overlaySearch.needle.isEmpty,
      .previousMatch where overlaySearch.needle.isEmpty:
      return [.send(.noticed(.nothingLookedFor))]
    case .nextMatch: for _ in 0..<min(times, 1_000) { goToJSONMatch(forward: true) }
    case .previousMatch: for _ in 0..<min(times, 1_000) { goToJSONMatch(forward: false) }
    case .copyJSON:
      return overlaySubject.map { [.copy(CopiedText(json: $0.json), what: "the JSON")] } ?? []
    case .close: closeOverlayForGood()
    case .back where overlaySearch.text.isEmpty: closeOverlayForGood()
    case .back: overlaySearch = OverlaySearch()
    default: break
    }
    return []
  }

  /// Goes to the next place, or the one before, and on from the other end.
  private mutating func goToJSONMatch(forward: Bool) {
    let matches = jsonMatches
    let current = overlaySearch.match ?? -1
    let next = forward ? matches.first { $0 > current } : matches.last { $0 < current }
    overlaySearch.match = next ?? (forward ? matches.first : matches.last)
    overlaySearch.isNew = true
  }

  /// Goes to the first place from where the search began.
  mutating func findInJSON() {
    let matches = jsonMatches
    overlaySearch.match = matches.first { $0 >= overlaySearch.start } ?? matches.first
    overlaySearch.isNew = true
  }
}
