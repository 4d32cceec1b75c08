import Cells
import ViewModel

extension PaneName {
  package static let signInEmail = PaneName(
    "sign-in-email", "Why can they not sign in? Whose address", .takesText)
}

/// Asks whose sign-in to an organization is looked at.
struct SignInEmailPane: Pane {
  private var caret = LineCaret()
  /// Whether a key was pressed in the line since it was opened.
  private var isTouched = false

  init() {}

  let causes: PaneCauses = .answers

  func name(in console: Console) -> PaneName? {
    console.answers.asking == nil ? nil : .signInEmail
  }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    switch action {
    case .activateField: [.send(.answers(.emailSubmitted))]
    case .back: [.send(.answers(.left))]
    default: edit(scene, &keyboard) { _ = $0.perform(action) }
    }
  }

  mutating func edit(
    _ scene: Scene, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> [Reaction] {
    guard let text = scene.console.answers.asking?.text else { return [] }
    var line = caret.line(text)
    // What was left there before is another's address: a paste takes its place, which can be undone.
    if !isTouched, !text.isEmpty, case .paste? = keyboard.lastKey { line.replaceAll(with: "") }
    isTouched = true
    keyboard.withKills(&line, change)
    caret = LineCaret(line)
    return line.text == text ? [] : [.send(.answers(.emailTyped(line.text)))]
  }

  func textPasted(_ text: String) -> String { LineEditor.markingLines(of: text) }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let asking = scene.console.answers.asking else { return }
    let width = min(64, scene.layout.columns - 6)
    let question = TextLine(
      [
        "Whose? An e-mail address, however it is pasted:", "Whose? Type an e-mail address:",
        "Whose e-mail?",
      ].fitting(width), Palette.quiet)
    let problem = asking.problem.map { TextLine($0, Palette.danger) }
    let organization = asking.organization
    let name = organization.name.isBlank ? organization.id.rawValue : organization.name
    var title = "Why can they not sign in?"
    // The line of the input is empty.
    var lines = Self.named(name, lines: 2, columns: width) + [.empty, question, .empty, .empty]
    var input = lines.count - 1
    lines.append(problem ?? .empty)
    let box = DialogBox(rows: lines.count, columns: width, in: scene.layout)
    if lines.count > box.innerRows {
      // What is wrong stands where it was asked, and the name where there is room for it.
      let room = box.innerRows - 2
      if room < 1 { title = "Sign-in to \(ListWords.cutWithin(name, columns: width - 13))" }
      lines = Self.named(name, lines: room, columns: width) + [problem ?? question, .empty]
      input = lines.count - 1
    }
    scene.drawFrame(of: box, title: title, on: &canvas)
    box.draw(lines, on: &canvas)
    canvas.drawInput(
      caret.line(asking.text), row: box.innerRow + input, column: box.innerColumn,
      width: box.innerColumns)
  }

  /// Whose sign-in it is about, in so many lines at most: of a long name the beginning and the end.
  private static func named(_ name: String, lines: Int, columns: Int) -> [TextLine] {
    guard lines > 0 else { return [] }
    var room = lines * columns
    var text = name
    while true {
      let wrapped = TextLine("to \(text)", Palette.heading).wrapped(to: columns)
      guard wrapped.count > lines, room > columns / 2 else { return Array(wrapped.prefix(lines)) }
      room -= 3
      text = ListWords.cutWithin(name, columns: room)
    }
  }
}
