import Cells
import Delivery
import ViewModel

extension PaneName {
  package static let tabForm = PaneName("tab-form", "Form of a tab", [.takesText])
  package static let tabChoice = PaneName("tab-choice", "Choice in the form of a tab", [])
  package static let tabSending = PaneName("tab-sending", "Form of a tab, being sent", [])
}

/// The form of a tab. What is typed and picked is the model's; here is where the caret is.
struct TabFormPane: Pane {
  /// The field that has the caret, by its id, and where the caret is there.
  private var caret = FormCaret(at: "")
  /// Of which form it is.
  private var key: TabFormSession.Key?
  /// Nil: the one that is picked, or else the first.
  private var markedChoice: Int?
  private var scroll = Scroll()
  private var rows = TabFormLines()
  /// The line of the marked choice, where there is one.
  private var markedLine: Int?
  /// What is said of the marked choice, where its own line has no room for that, and the line of the
  /// field, where it stands instead.
  private var note: (text: String, line: Int)?
  /// The rows inside the frame.
  private var room = 1
  /// What is to be in sight.
  private var aim = Aim.caret
  /// The rows of why nothing came of the last try; nil: something did.
  private var refusal: Range<Int>?
  /// The question before what was typed is discarded, while it is asked.
  private var discarding: DiscardQuestion?
  /// What was wrong when it was last brought in sight.
  private var faults = FormFaults<TabFault, TabNotice>()

  /// What is to be in sight of a form that is longer than the screen.
  private enum Aim {
    case caret
    /// Why nothing came of the last try, until a key is pressed.
    case refusal
    /// What is read on to.
    case reading
  }

  init() {}

  let causes: PaneCauses = .tab

  func name(in console: Console) -> PaneName? {
    guard let form = console.tabs.form else { return nil }
    if case .reviewing = form.phase { return nil }
    if case .working = form.phase { return .tabSending }
    if discarding != nil { return .discarding }
    return field(in: form)?.isChoice == true ? .tabChoice : .tabForm
  }

  func question(in console: Console) -> Question? {
    guard discarding != nil, let form = console.tabs.form, form.isEditing else { return nil }
    return .discardOfTab(form.values)
  }

  var keepsWhileClosed: Bool { true }

  mutating func follow(_ console: Console) {
    guard let form = console.tabs.form else {
      self = TabFormPane()
      return
    }
    if key != form.key || field(in: form) == nil {
      key = form.key
      caret = FormCaret(at: form.form.fields.dropFirst(form.form.firstField).first?.id ?? "")
    }
    if !form.isEditing { discarding = nil }
    // Whoever hears the screen, or sees a few lines of it, is led to what has to be mended.
    let new = form.faults.new(since: faults)
    faults = form.faults
    if !new.isEmpty { aim = .refusal }
    guard form.problem(in: caret.field) == nil,
      let first = form.form.fields.first(where: { new.ofFields.map(\.field).contains($0.id) })
    else { return }
    go(to: first.id)
  }

  private func field(in form: TabFormSession) -> TabField? {
    form.form.fields.first { $0.id == caret.field }
  }

  // MARK: Keys

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    guard let form = scene.console.tabs.form, let field = field(in: form) else { return [] }
    if discarding != nil {
      return discarding.answer(action, &keyboard, yes: .tab(.formDiscarded))
    }
    if action.isMovement {
      aim = .reading
      _ = scroll.perform(action, screenful: max(1, room - 1))
      return []
    }
    let isInSight = isMarkInSight
    aim = .caret
    let choices = form.choices[field.id]?.all ?? []
    let choice = choice(in: field, form)
    let fields = form.form.fields.map(\.id)
    switch action {
    // What is picked is seen before.
    case .pick where !isInSight, .pickBeside where !isInSight: break
    case .save: return [.send(.tab(.submitted))]
    case .back: return [.send(.tab(.formLeft))]
    case .undo: return [.send(.tab(.undone))]
    case .discardDraft: if form.hasUnsavedEdits { discarding = DiscardQuestion() }
    case .goToOwner:
      return [.send(form.taken?.owner == nil ? .noticed(.noOwner) : .tab(.ownerOpened))]
    case .nextField: go(to: caret.around(fields, by: 1))
    case .previousField: go(to: caret.around(fields, by: -1))
    case .activateField where field.id != fields.last: go(to: caret.along(fields, by: 1))
    case .activateField: return [.send(.tab(.submitted))]
    case .nextRow where field.isChoice && choice + 1 < choices.count: markedChoice = choice + 1
    case .previousRow where field.isChoice && choice > 0: markedChoice = choice - 1
    case .nextRow: go(to: caret.along(fields, by: 1))
    case .previousRow: go(to: caret.along(fields, by: -1))
    case .pickBeside where field.takesSeveral == false:
      return [.send(.noticed(.notPossible(because: "Here only one can be picked.")))]
    case .pick, .pickBeside:
      markedChoice = choice
      let value = choices.indices.contains(choice) ? choices[choice].value : ""
      return [.send(.tab(.picked(value, field: field.id, beside: action == .pickBeside)))]
    default: return edit(scene, &keyboard) { _ = $0.perform(action) }
    }
    return []
  }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    // Where one key is enough, or it is not known that several are possible, another is not offered.
    if action == .pickBeside, let form = scene.console.tabs.form {
      return field(in: form)?.offersBeside == true ? nil : .nothingThere
    }
    if action == .discardDraft {
      return scene.console.tabs.form?.hasUnsavedEdits == true ? nil : .nothingThere
    }
    if action == .goToOwner {
      return scene.console.tabs.form?.taken?.owner == nil ? .nothingThere : nil
    }
    guard action == .undo else { return nil }
    return delivery(scene)?.canBeTakenBack == true ? nil : .nothingThere
  }

  func news(_ scene: Scene) -> TextLine? {
    scene.unkeptNews(of: scene.console.tabs.form.map { .tab($0.id) })
  }

  /// What the form is being sent as.
  private func delivery(_ scene: Scene) -> TabDelivery? {
    guard case .working(let id)? = scene.console.tabs.form?.phase else { return nil }
    return scene.console.tabs.underway.first { $0.id == id }
  }

  private mutating func go(to field: String) {
    guard caret.field != field else { return }
    caret.go(to: field)
    markedChoice = nil
  }

  /// The choice that is marked.
  private func choice(in field: TabField, _ form: TabFormSession) -> Int {
    if let markedChoice { return markedChoice }
    let picked = form.values[field.id].picked.first
    return picked.flatMap { form.choices[field.id]?.place(of: $0.value) } ?? 0
  }

  mutating func edit(
    _ scene: Scene, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> [Reaction] {
    guard let form = scene.console.tabs.form, form.isEditing, let field = field(in: form),
      !field.isChoice
    else { return [] }
    aim = .caret
    let line = caret.change(form.text(of: field), &keyboard, change)
    return [.send(.tab(.textChanged(line.text, field: field.id)))]
  }

  var scrolledTo: [Int]? { [scroll.top] }

  /// Whether the marked choice is on screen, where there is one.
  private var isMarkInSight: Bool {
    markedLine.map { (scroll.top..<scroll.top + room).contains($0) } ?? true
  }

  // MARK: Drawing

  var linesShown: LinesShown? { discarding?.dialog.shown }

  mutating func fit(_ scene: Scene) {
    guard let form = scene.console.tabs.form else { return }
    discarding?.fit(of: nil, scene)
    let width = Self.columns(scene)
    rows = TabFormLines()
    refusal = nil
    (markedLine, note) = (nil, nil)
    var focus = 0
    for (number, field) in form.form.fields.enumerated() {
      if number > 0 { rows.append(.words(.empty)) }
      let start = rows.count
      let hasCaret = field.id == caret.field
      if hasCaret { focus = start }
      if hasCaret { note = cutNote(field, form, width).map { ($0, start) } }
      let beside = hasCaret ? note.map { Span("  " + $0.text, Palette.quiet) } : nil
      rows.append(
        field.isChoice
          ? .words(TextLine(spans: [label(field)] + [beside].compactMap(\.self))) : .text(field))
      if !field.isChoice {
        let hint = Self.hasRoomForHint(of: field, width) ? "" : field.hint
        for words in [hint, field.note] where !words.isEmpty {
          rows.append(TextLine(words, Palette.quiet).wrapped(to: width))
        }
      }
      let (problem, owner) = (
        problemLines(field, form, width), ownerLines(field, form, scene, width)
      )
      // In a small room who has it comes before what the server says of it: a key goes there.
      rows.append(scene.layout.rows < 14 ? owner + problem : problem + owner)
      if hasCaret, form.problem(in: field.id) != nil { refusal = start..<rows.count }
      guard field.isChoice else { continue }
      rows.append(missing(field, form, scene, width: width))
      let choices = form.choices[field.id]?.all.count ?? 0
      if hasCaret, choices > 0 {
        markedLine = rows.count + choice(in: field, form)
        focus = markedLine ?? focus
      }
      rows.append(choices: choices, of: field)
    }
    if let (text, style) = form.faults.failure.map({
      TabNoticeWords.words(for: $0, isInForm: true, scene.times)
    }) {
      rows.append(.words(.empty))
      let start = rows.count
      rows.append(TextLine(text, style).wrapped(to: width))
      refusal = start..<rows.count
    }
    rows.append(.words(.empty))
    rows.append(progress(form, scene).wrapped(to: width))
    room = box(scene).innerRows
    scroll.fit(lines: rows.count, room: room)
    switch aim {
    case .reading: break
    case .refusal: scroll.show(lines: refusal ?? focus..<focus + 1, room: room)
    case .caret: scroll.show(line: focus, room: room)
    }
  }

  /// The key that reads on in what the person has just been told, where that goes on below.
  private func keyToReadOn(_ scene: Scene) -> String? {
    guard aim != .caret, let refusal, refusal.upperBound > scroll.top + room else { return nil }
    return scene.keyMap.name(of: .pageDown, in: scene.top)
  }

  private func label(_ field: TabField) -> Span {
    Span(field.label, field.id == caret.field ? Palette.heading : Palette.quiet)
  }

  private func line(
    ofChoice number: Int, of field: TabField, _ form: TabFormSession
  ) -> TextLine {
    guard let choice = form.choices[field.id]?.all[number] else { return .empty }
    let mark = form.isPicked(choice.value, in: field.id) ? "[x] " : "[ ] "
    return TextLine(
      spans: [Span(mark), Span(choice.label), Span("  " + choice.note, Palette.quiet)])
  }

  /// What is said of the marked choice, where it is cut in its line.
  private func cutNote(_ field: TabField, _ form: TabFormSession, _ width: Int) -> String? {
    let choices = form.choices[field.id]?.all ?? []
    let number = choice(in: field, form)
    guard field.isChoice, choices.indices.contains(number), !choices[number].note.isEmpty,
      !line(ofChoice: number, of: field, form).fits(width - 1)
    else { return nil }
    return choices[number].note
  }

  private func progress(_ form: TabFormSession, _ scene: Scene) -> TextLine {
    switch form.phase {
    case .editing, .reviewing: TextLine("^S shows what will be sent. Esc leaves.", Palette.quiet)
    case .lookingUp, .lookingBeside: TextLine("Looking it up… Esc stops.", Palette.quiet)
    case .working: TextLine(working(scene), Palette.quiet)
    }
  }

  private func working(_ scene: Scene) -> String {
    let leave = "Esc leaves the form; it goes on."
    guard let delivery = delivery(scene) else { return "Sending… " + leave }
    let undo = delivery.canBeTakenBack ? "z takes it back. " : ""
    guard let wait = delivery.wait(in: scene.console, at: scene.now) else {
      return "Sending… " + undo + leave
    }
    let again =
      delivery.pending == nil ? "It goes out by itself then." : "It is read again by itself then."
    return "\(ErrorWords.sentence(wait.error)) \(again) " + undo + leave
  }

  private static func columns(_ scene: Scene) -> Int { min(64, scene.layout.columns - 6) }

  /// Whether a hint is whole where the text will stand; else it has lines of its own.
  private static func hasRoomForHint(of field: TabField, _ columns: Int) -> Bool {
    DisplayWidth.of(field.hint) <= columns - labelColumns - 2
  }

  /// The columns of what stands before a text.
  private static let labelColumns = 12

  private func box(_ scene: Scene) -> DialogBox {
    DialogBox(rows: rows.count, columns: Self.columns(scene), in: scene.layout)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let form = scene.console.tabs.form else { return }
    let box = box(scene)
    let noteAbove = note.flatMap { $0.line < scroll.top ? $0.text : nil }
    box.drawFrame(
      title: noteAbove.map { ListWords.shortened($0, columns: box.columns - 6) } ?? form.form.title,
      on: &canvas)
    let visible = rows.lines(from: scroll.top, room: box.innerRows)
    for (offset, row) in visible.enumerated() {
      let line = box.innerRow + offset
      switch row {
      case .words(let words):
        canvas.write(words, row: line, column: box.innerColumn, width: box.innerColumns)
      case .choice(let number, let field):
        canvas.write(
          self.line(ofChoice: number, of: field, form), row: line, column: box.innerColumn + 1,
          width: box.innerColumns - 1)
        guard scroll.top + offset == markedLine else { continue }
        canvas.restyle(row: line, column: box.innerColumn, width: box.innerColumns) {
          $0.attributes = .reverse
        }
        canvas.focus = Position(row: line, column: box.innerColumn + 1)
      case .text(let field): draw(field, form, row: line, in: box, on: &canvas)
      }
    }
    if let key = keyToReadOn(scene) {
      canvas.write(
        " \(key) reads on. ", row: box.row + box.rows - 1, column: box.column + 1,
        width: box.columns - 2, style: Palette.warning)
    }
    box.drawScroll(
      above: scroll.top, below: max(0, rows.count - scroll.top - box.innerRows), on: &canvas)
    discarding?.draw(scene, on: &canvas)
  }

  private func draw(
    _ field: TabField, _ form: TabFormSession, row: Int, in box: DialogBox,
    on canvas: inout Canvas
  ) {
    canvas.write(
      TextLine(label(field)), row: row, column: box.innerColumn, width: Self.labelColumns)
    let start = box.innerColumn + Self.labelColumns
    let width = box.innerColumns - Self.labelColumns
    let text = form.text(of: field)
    if field.id == caret.field, form.isEditing {
      canvas.drawInput(caret.line(text), row: row, column: start, width: width)
    } else {
      canvas.write(text, row: row, column: start, width: width)
    }
    if text.isEmpty, Self.hasRoomForHint(of: field, box.innerColumns) {
      canvas.write(
        field.hint, row: row, column: start + 2, width: width - 2, style: Palette.quiet)
    }
  }
}
