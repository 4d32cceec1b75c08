import Cells
import Foundation
import ViewModel
import WorkOS

extension PaneName {
  package static let form = PaneName("form", "Form (edit and create)", .takesText)
}

/// The form, and beside it, where there is room, what would be sent. What is typed is the draft's; here
/// is only where the caret is.
struct FormPane: Pane {
  /// The place that has the caret, and where it is there.
  var caret = FormCaret(at: FormField.name)
  var scroll = Scroll()
  /// The records that it was opened from.
  private(set) var records: RecordsName?
  /// Where the form is to begin, once it is open.
  private var wantedField: EditableField?
  /// The row that was added last, once the caret was brought there.
  private var addedRow: EditorSession.AddedRow?
  /// The server's objections that the caret was already brought to.
  private var faultsSeen = FormFaults<DraftProblem, WorkOSError>()
  /// The question before what was typed is discarded, while it is asked.
  var discarding: DiscardQuestion?
  /// The rows as they are on screen.
  private(set) var rows: [FormRow] = []

  let place = PanePlace.body

  init() {}

  init(beginningAt field: EditableField?) {
    wantedField = field
  }

  /// - Parameter records: those that it lies over, and that are come back to from where it leads.
  init(over records: RecordsName) {
    self.records = records
  }

  let causes: PaneCauses = .form

  func name(in console: Console) -> PaneName? {
    guard console.editor.session != nil else { return nil }
    return isDiscarding ? .discarding : .form
  }

  var field: FormField { caret.field }

  var isDiscarding: Bool { discarding != nil }

  func question(in console: Console) -> Question? {
    isDiscarding ? .discard(nil, console.editor.session?.draft) : nil
  }

  /// The line with the caret.
  func line(in draft: Draft) -> LineEditor { caret.line(draft.text(of: field)) }

  // MARK: Events

  var keepsWhileClosed: Bool { true }

  mutating func follow(_ console: Console) {
    guard let session = console.editor.session else {
      // What the next form begins with is kept until it opens.
      (discarding, rows) = (nil, [])
      return
    }
    goToWantedField(in: session.draft)
    goToAddedRow(in: session)
    // Where its row went away the caret goes to where rows are added.
    if !session.draft.formFields.contains(field) { caret.go(to: field.whereAdded ?? .name) }
  }

  private mutating func goToWantedField(in draft: Draft) {
    guard let wanted = wantedField else { return }
    wantedField = nil
    if let field = draft.formField(of: wanted) { caret.go(to: field) }
  }

  /// To the row that was added here, with what was begun where rows are added.
  private mutating func goToAddedRow(in session: EditorSession) {
    guard let added = session.addedRow, added != addedRow else { return }
    addedRow = added
    caret.goOn(in: added.field)
  }

  /// Puts the caret where the server found fault, once for each answer.
  private mutating func goToRefusal(in session: EditorSession) {
    let new = session.faults.new(since: faultsSeen)
    faultsSeen = session.faults
    if let field = new.ofFields.first?.field { caret.go(to: field) }
  }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    guard let session = scene.console.editor.session else { return }
    goToRefusal(in: session)
    rows = formRows(of: session, scene)
    bringCaretInSight(room: Self.room(in: scene.layout))
    discarding?.fit(of: nil, scene)
  }

  var linesShown: LinesShown? { discarding?.dialog.shown }

  private mutating func bringCaretInSight(room: Int) {
    guard let focused = rows.firstIndex(where: { $0.holds(field) }) else { return }
    // The problem below the field belongs in sight too, as far as there is room.
    var last = min(focused + 1, rows.count - 1)
    while last + 1 < rows.count, rows[last].isBelowField, rows[last + 1].isBelowField { last += 1 }
    if focused < scroll.top { scroll.go(to: max(0, focused - 1)) }
    scroll.fit(lines: rows.count, room: room)
    scroll.show(lines: focused..<last + 1, room: room)
  }

  /// How many rows of the form there is room for.
  static func room(in layout: Layout) -> Int { max(1, layout.bodyRows - 2) }

  func drawOver(_ scene: Scene, on canvas: inout Canvas) {
    discarding?.draw(scene, on: &canvas)
  }
}
