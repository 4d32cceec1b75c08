import Cells
import ViewModel
import WorkOS

extension PaneName {
  package static let conflict = PaneName("conflict", "Conflict")
}

/// The fields that someone else has changed too, for the person to decide.
struct ConflictPane: Pane {
  /// The fields, one of which is marked, with what is to be read above and below them.
  private var fields = MarkedLines(areAsked: true)
  /// The field of which a side was taken last, until another one is marked.
  private var decided: Int?
  /// The lines of both values of each field.
  private var sides: [Sides] = []

  /// The lines of the values that a field can have.
  private struct Sides {
    var mine: Range<Int>
    var theirs: Range<Int>
  }

  init() {}

  /// The marked field.
  var row: Int { fields.marked }

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
    let distance = keyboard.distance(of: action, screenful: scene.layout.screenful)
    if fields.perform(action, count: keyboard.count, distance: distance) {
      if decided != row { decided = nil }
      return []
    }
    let conflict = conflicts[min(row, conflicts.count - 1)]
    switch action {
    case .chooseMine: return decide(conflict, .mine, goesOn: true)
    case .chooseTheirs: return decide(conflict, .theirs, goesOn: true)
    case .chooseOther:
      return decide(conflict, conflict.choice == .mine ? .theirs : .mine, goesOn: false)
    case .save: return [.send(.editor(.reviewWanted))]
    case .back: return [.send(.editor(.reviewLeft))]
    default: return []
    }
  }

  /// Takes a side, of which the line is in sight then; of a field that is not, that comes first.
  private mutating func decide(
    _ conflict: FieldConflict, _ side: FieldConflict.Side, goesOn: Bool
  ) -> [Reaction] {
    if fields.isMarkOutOfSight {
      fields.bringBack()
      return []
    }
    let former = row
    if sides.indices.contains(row) {
      let lines = side == .mine ? sides[row].mine : sides[row].theirs
      if !goesOn || !fields.goOn(keeping: lines) { fields.show(lines) }
    }
    decided = row == former ? row : nil
    return [.send(.editor(.conflictDecided(conflict.field, side)))]
  }

  var scrolledTo: [Int]? { fields.place }

  // MARK: Drawing

  private static let columns = 72

  mutating func fit(_ scene: Scene) {
    guard let session = scene.console.editor.session,
      let conflicts = conflicts(in: scene.console)
    else { return }
    let width = min(Self.columns, scene.layout.columns - 6)
    var lines = (heading(session) + [.empty]).flatMap { $0.wrapped(to: width) }
      .map { MarkedLines.Line($0) }
    sides = []
    for (index, conflict) in conflicts.enumerated() {
      if index > 0 { lines.append(MarkedLines.Line(.empty)) }
      var ends: [Int] = []
      for part in self.lines(for: conflict, isMarked: index == row) {
        lines += part.wrapped(to: width).map { MarkedLines.Line($0, row: index) }
        ends.append(lines.count)
      }
      // The name, mine, theirs.
      sides.append(Sides(mine: ends[0]..<ends[1], theirs: ends[1]..<ends[2]))
    }
    lines += others(session.changesOfOthers).flatMap { $0.wrapped(to: width) }
      .map { MarkedLines.Line($0) }
    let box = DialogBox(rows: lines.count, columns: Self.columns, in: scene.layout)
    fields.fit(lines, columns: width, room: box.innerRows)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let conflicts = conflicts(in: scene.console) else { return }
    let lines = fields.text
    let box = DialogBox(rows: lines.count, columns: Self.columns, in: scene.layout)
    scene.drawFrame(
      of: box, title: title(conflicts, in: box), style: Palette.warningMark, marks: 18, on: &canvas)
    let below = box.draw(lines, from: fields.top, on: &canvas)
    box.drawScroll(above: fields.top, below: below, on: &canvas)
    guard conflicts.indices.contains(row), sides.indices.contains(row),
      fields.rows.indices.contains(row)
    else { return }
    // On the name of a field that was come to, then on the side that is taken of it.
    let side = conflicts[row].choice == .theirs ? sides[row].theirs : sides[row].mine
    let told = decided == row ? side : fields.rows[row]
    let line = max(0, min(told.lowerBound - fields.top, box.innerRows - 1))
    canvas.focus = Position(row: box.innerRow + line, column: box.innerColumn)
  }

  /// Names the marked field where its own line is out of sight.
  private func title(_ conflicts: [FieldConflict], in box: DialogBox) -> String {
    guard conflicts.indices.contains(row), fields.rows.indices.contains(row),
      fields.rows[row].lowerBound < fields.top
    else { return "Conflict" }
    return ListWords.shortened(
      "Conflict: \(FieldWords.name(conflicts[row].field))", columns: box.columns - 6)
  }

  private func heading(_ session: EditorSession) -> [TextLine] {
    if session.phase == .documentConflicted {
      return [
        TextLine("You changed this here, and in the editor too."),
        TextLine(
          "Choose the value of each field: mine is from this form, theirs from the editor.",
          Palette.quiet),
      ]
    }
    return [
      TextLine("Someone else has changed this organization in the meantime."),
      TextLine("Choose the value of each field. \(sent(session))", Palette.quiet),
    ]
  }

  /// What of the save has reached the server before.
  private func sent(_ session: EditorSession) -> String {
    guard let before = session.sentBefore else {
      return session.formerMayBeDone
        ? "What was sent before may have been saved. Nothing more is sent before you decide."
        : "Nothing has been sent yet."
    }
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
    return [.empty, TextLine("They also changed this, and it stays:", Palette.heading)]
      + changes.map(ReviewLines.line)
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
    ]
  }
}
