import Cells
import Foundation
import ViewModel
import WorkOS

/// The journal of writes and the log of requests, laid over the panes; the drafts look like them.
extension Workspace {
  mutating func drawJournal(_ console: Console, on canvas: inout Canvas) {
    let words = recordWords
    let journal = console.journal
    if let failure = journal.failure {
      let text = "\(failure.path) could not be read: \(failure.reason)."
      return drawScrolling([TextLine(text, Palette.danger)], title: "Journal", on: &canvas)
    }
    let entries = journalEntries(console)
    drawRecords(
      entries.count, line: { words.line(for: entries[$0]) }, titles: [journalTitle(console)],
      none: journalNone(console),
      details: { words.details(of: entries[$0]) }, on: &canvas)
  }

  mutating func drawRequests(_ console: Console, now: Date, on canvas: inout Canvas) {
    var words = recordWords
    words.times = words.times.inOneZone(at: now)
    let zone = words.times.zone(at: now)
    let requests = loggedRequests(console)
    drawRecords(
      requests.count, line: { words.line(for: requests[$0]) },
      titles: [
        "Requests of this session, newest first, times in \(zone)\(filterTitle)",
        "Requests, times in \(zone)\(filterTitle)",
      ],
      none: console.requests.isEmpty ? "Nothing has been sent yet." : noneMatches,
      details: { words.details(of: requests[$0]) },
      on: &canvas)
  }

  var recordWords: RecordWords {
    RecordWords(times: TimeWords(timeZone: surroundings.timeZone), columns: layout.columns)
  }

  /// Draws rows, the marked one in reverse, and below them what does not fit into that one.
  ///
  /// - Parameters:
  ///   - line: makes a row; only those in sight are made.
  ///   - titles: the title in several wordings, the longest first.
  mutating func drawRecords(
    _ count: Int, line: (Int) -> TextLine, titles: [String], none: String,
    details: (Int) -> [TextLine], on canvas: inout Canvas
  ) {
    canvas.fill(
      row: layout.bodyTop, column: 0, rows: layout.bodyRows + 1, columns: layout.columns)
    let box = DialogBox(rows: layout.rows, columns: layout.columns, in: layout)
    box.drawFrame(title: titles.fitting(box.columns - 6), on: &canvas)
    guard count > 0 else {
      box.draw(TextLine(none, Palette.quiet).wrapped(to: box.innerColumns), on: &canvas)
      return
    }
    recordRow = min(recordRow, count - 1)
    let room = rowsForRecords(in: box, of: count)
    let facts = details(recordRow).flatMap { $0.wrapped(to: box.innerColumns) }
      .cut(to: box.innerRows - room - 1)
    recordTop = min(max(recordTop, recordRow - room + 1), recordRow)
    let bottom = min(count, recordTop + room)
    let needles = overlay == .drafts ? [] : [overlaySearch.needle].filter { !$0.isEmpty }
    box.draw((recordTop..<bottom).map { line($0).marking(needles) }, on: &canvas)
    box.drawScroll(
      above: recordTop, below: count - bottom, on: &canvas)
    if room < box.innerRows {
      let rule = String(repeating: "─", count: box.columns - 2)
      canvas.write("├\(rule)┤", row: box.innerRow + room, column: box.column)
      for (row, line) in zip((box.innerRow + room + 1)..., facts) {
        canvas.write(line, row: row, column: box.innerColumn, width: box.innerColumns)
      }
    }
    let markedRow = box.innerRow + recordRow - recordTop
    canvas.restyle(row: markedRow, column: box.column + 1, width: box.columns - 2) { style in
      style.attributes = .reverse
      style.color = .standard
    }
    canvas.focus = Position(row: markedRow, column: box.innerColumn)
  }

  /// How many of so many records are in sight at a time, as long as there is no news below them.
  private func screenful(ofRecords count: Int) -> Int {
    let layout = Layout(rows: layout.rows, columns: layout.columns)
    return max(
      1,
      rowsForRecords(
        in: DialogBox(rows: layout.rows, columns: layout.columns, in: layout), of: count))
  }

  private func rowsForRecords(in box: DialogBox, of count: Int) -> Int {
    let facts = rowsForFacts(in: box, besides: count)
    return facts > 0 ? box.innerRows - facts - 1 : box.innerRows
  }

  /// How many lines the marked record may have for itself, below a rule.
  private func rowsForFacts(in box: DialogBox, besides records: Int) -> Int {
    if box.innerRows >= 14 { return max(5, box.innerRows / 3) }
    // A few records leave room even on a small screen.
    let rest = box.innerRows - records - 1
    return rest >= 2 ? rest : 0
  }

  // MARK: Keys

  /// Moves the marked row, or closes the overlay; false when the action is another.
  mutating func moveRecord(_ action: Action, count records: Int) -> Bool {
    switch action {
    case .moveDown: recordRow += times
    case .moveUp: recordRow -= times
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      let screenful = screenful(ofRecords: records)
      let distance = distance(of: action, screenful: screenful)
      recordRow += distance
      recordTop = max(0, min(recordTop + distance, records - screenful))
    case .moveToFirst: recordRow = times - 1
    case .moveToLast: recordRow = count.map { $0 - 1 } ?? records - 1
    case .back: closeOverlayForGood()
    default: return false
    }
    recordRow = max(0, min(recordRow, records - 1))
    return true
  }
}

extension [TextLine] {
  /// The first lines, the last of them a word on how many there is no room for.
  func cut(to rows: Int) -> [TextLine] {
    guard count > rows, rows > 0 else { return self }
    return prefix(rows - 1) + [TextLine("… \(count - rows + 1) more lines", Palette.quiet)]
  }
}
