import Cells
import ViewModel
import WorkOS

extension PaneName {
  package static let conflict = PaneName("conflict", "Conflict")
}

/// The fields that someone else has changed too, for the person to decide.
struct ConflictPane: Pane {
  /// The marked field.
  private(set) var row = 0

  let causes: PaneCauses = .form

  func name(in console: Console) -> PaneName? { conflicts(in: console) == nil ? nil : .conflict }

  func question(in console: Console) -> Question? {
    guard let session = console.editor.session else { return nil }
    if case .conflicted(let theirs, _) = session.phase {
      return .resolve(session.draft, theirs: theirs)
    }
    guard session.phase == .documentConflicted else { return nil }
    return .resolveDocument(
      session.draft, editors: session.editorsDraft.flatMap { console.editor.drafts[$0] })
  }

  private func conflicts(in console: Console) -> [FieldConflict]? {
    console.editor.session?.conflicts
  }

  // MARK: Keys

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    guard let conflicts = conflicts(in: scene.console) else { return [] }
    row = min(row, conflicts.count - 1)
    switch action {
    case .moveDown: row = min(row + 1, conflicts.count - 1)
    case .moveUp: row = max(row - 1, 0)
    case .pageDown, .pageUp:
      // A field takes five lines.
      let screenful = max(1, scene.layout.screenful / 5)
      let distance = keyboard.distance(of: action, screenful: screenful)
      row = max(0, min(row + distance, conflicts.count - 1))
    case .moveToFirst: row = 0
    case .moveToLast: row = conflicts.count - 1
    case .chooseMine: return decide(.mine, conflicts)
    case .chooseTheirs: return decide(.theirs, conflicts)
    case .chooseOther:
      let conflict = conflicts[row]
      let side: FieldConflict.Side = conflict.choice == .mine ? .theirs : .mine
      return [.send(.editor(.conflictDecided(conflict.field, side)))]
    case .save: return [.send(.editor(.reviewWanted))]
    case .back: return [.send(.editor(.reviewLeft))]
    default: break
    }
    return []
  }

  private mutating func decide(
    _ side: FieldConflict.Side, _ conflicts: [FieldConflict]
  ) -> [Reaction] {
    let field = conflicts[row].field
    row = min(row + 1, conflicts.count - 1)
    return [.send(.editor(.conflictDecided(field, side)))]
  }

  var scrolledTo: [Int]? { [row] }

  // MARK: Drawing

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let session = scene.console.editor.session,
      let conflicts = conflicts(in: scene.console)
    else { return }
    let width = min(72, scene.layout.columns - 6)
    var lines = heading(session).flatMap { $0.wrapped(to: width) }
    let marked = min(row, conflicts.count - 1)
    var focus = 0..<0
    var choice = 0
    for (index, conflict) in conflicts.enumerated() {
      let parts = self.lines(for: conflict, isMarked: index == marked).map {
        $0.wrapped(to: width)
      }
      let own = parts.flatMap(\.self)
      if index == marked {
        focus = lines.count..<lines.count + own.count
        // The heading, then mine, then theirs.
        let above = parts.prefix(conflict.choice == .theirs ? 2 : 1)
        choice = lines.count + above.reduce(0) { $0 + $1.count }
      }
      lines += own
    }
    lines += others(session.changesOfOthers).flatMap { $0.wrapped(to: width) }
    // Below the last field in conflict stands what is not one.
    if marked == conflicts.count - 1 { focus = focus.lowerBound..<lines.count }
    let box = DialogBox(rows: lines.count, columns: 72, in: scene.layout)
    scene.drawFrame(
      of: box, title: "Conflict", style: Palette.warningMark, marks: 18, on: &canvas)
    // The whole field is in sight, or its beginning where there is too much of it.
    let top = min(max(0, focus.upperBound - box.innerRows), focus.lowerBound)
    let below = box.draw(lines, from: top, on: &canvas)
    box.drawScroll(above: top, below: below, on: &canvas)
    // On the choice, or on what of the field is in sight.
    let row = min(choice - top, box.innerRows - 1)
    canvas.focus = Position(row: box.innerRow + row, column: box.innerColumn)
  }

  private func heading(_ session: EditorSession) -> [TextLine] {
    if session.phase == .documentConflicted {
      return [
        TextLine("You changed this here, and in the editor too."),
        TextLine(
          "Choose the value of each field: mine is from this form, theirs from the editor.",
          Palette.quiet), .empty,
      ]
    }
    return [
      TextLine("Someone else has changed this organization in the meantime."),
      TextLine("Choose the value of each field. \(sent(session.sentBefore))", Palette.quiet),
      .empty,
    ]
  }

  /// What of the save has reached the server before.
  private func sent(_ before: EditorSession.SentBefore?) -> String {
    guard let before else { return "Nothing has been sent yet." }
    var words: [String] = []
    let progress = before.progress
    if progress.done > 0 {
      let were = progress.done == 1 ? "was" : "were"
      words.append("\(progress.done) of \(progress.total) requests \(were) carried out.")
    }
    if before.tries > 0 {
      let what = progress.done > 0 ? "The next" : "It"
      let times = before.tries == 1 ? "once" : "\(before.tries) times"
      let why = before.failure.map { " (\(ErrorWords.short($0)))" } ?? ""
      words.append(
        before.isUnknown
          ? "\(what) was sent \(times), and no answer told whether it was saved\(why)."
          : "\(what) was sent \(times) and not saved\(why).")
    }
    return (words + ["Nothing more is sent before you decide."]).joined(separator: " ")
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
