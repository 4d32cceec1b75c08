import Cells
import ViewModel
import WorkOS

extension Workspace {
  mutating func drawReview(_ console: Console, on canvas: inout Canvas) {
    guard let session = console.editor.session else { return }
    let review = ReviewLines(session: session)
    let question =
      session.draft.base.map {
        "Save \(ListWords.shortened($0.name, columns: min(40, layout.columns - 16)))?"
      }
      ?? "Create this organization?"
    let news =
      session.isReviewOutdated
      ? [
        TextLine("Someone changed it in the meantime. This would be sent now:", Palette.warning),
        .empty,
      ] : []
    let others = session.namesakes ?? []
    let namesakes: [TextLine] =
      others.isEmpty
      ? []
      : [
        TextLine(
          others.count == 1
            ? "1 with this name exists already: \(others[0].id.rawValue)"
            : "\(others.count) with this name exist already.", Palette.warning), .empty,
      ]
    let lines =
      [destination(of: console), .empty] + news + namesakes + review.changes + review.request
    drawScrolling(lines, title: question, isQuestion: true, on: &canvas)
  }

  /// Where a write goes, for whoever is about to send it.
  func destination(of console: Console) -> TextLine {
    TextLine(
      spans: badge(of: console.workplace.kind).spans
        + [Span("  \(console.workplace.host)", Palette.quiet)])
  }

  func drawConflict(_ console: Console, on canvas: inout Canvas) {
    guard let session = console.editor.session, case .conflicted(_, let conflicts) = session.phase
    else { return }
    let width = min(72, layout.columns - 6)
    var lines = [
      TextLine("Someone else has changed this organization in the meantime."),
      TextLine("Choose the value of each field. Nothing has been sent yet.", Palette.quiet), .empty,
    ].flatMap { $0.wrapped(to: width) }
    let marked = min(conflictRow, conflicts.count - 1)
    var focus = 0..<0
    for (row, conflict) in conflicts.enumerated() {
      let own = self.lines(for: conflict, isMarked: row == marked).flatMap { $0.wrapped(to: width) }
      if row == marked { focus = lines.count..<lines.count + own.count }
      lines += own
    }
    lines += others(session.changesOfOthers).flatMap { $0.wrapped(to: width) }
    // Below the last field in conflict stands what is not one.
    if marked == conflicts.count - 1 { focus = focus.lowerBound..<lines.count }
    let box = DialogBox(rows: lines.count, columns: 72, in: layout)
    drawFrame(of: box, title: "Conflict", style: Palette.warningMark, marks: 18, on: &canvas)
    // The whole field is in sight, or its beginning where there is too much of it.
    let top = min(max(0, focus.upperBound - box.innerRows), focus.lowerBound)
    let below = box.draw(lines, from: top, on: &canvas)
    box.drawScroll(above: top, below: below, on: &canvas)
    canvas.focus = Position(row: box.innerRow + focus.lowerBound - top, column: box.innerColumn)
  }

  /// What the other person changed besides.
  private func others(_ changes: [FieldDifference]) -> [TextLine] {
    guard !changes.isEmpty else { return [] }
    return [TextLine("They also changed this, and it stays:", Palette.heading)]
      + changes.map(ReviewLines.line) + [.empty]
  }

  private func lines(for conflict: FieldConflict, isMarked: Bool) -> [TextLine] {
    func side(_ title: String, _ value: String?, isChosen: Bool) -> TextLine {
      TextLine(
        spans: [
          Span(isChosen ? "  ● " : "  ○ ", isChosen ? Palette.goodMark : Palette.quiet),
          Span(title.padded(to: 8), isChosen ? .plain : Palette.quiet),
          value.map { Span($0, isChosen ? Palette.heading : .plain) } ?? Span("—", Palette.faint),
        ], indent: 12)
    }
    return [
      TextLine(
        spans: [
          Span(isMarked ? "▸ " : "  ", Palette.accentMark),
          Span(FieldWords.name(conflict.field), isMarked ? Palette.selected : Palette.heading),
        ]),
      side("mine", conflict.mine, isChosen: conflict.choice == .mine),
      side("theirs", conflict.theirs, isChosen: conflict.choice == .theirs),
      TextLine(
        spans: [
          Span("    before  ", Palette.quiet), Span(conflict.before ?? "—", Palette.quiet),
        ], indent: 12),
      .empty,
    ]
  }
}
