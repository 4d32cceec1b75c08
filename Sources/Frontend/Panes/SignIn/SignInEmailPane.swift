import Cells
import ViewModel

extension PaneName {
  package static let signInEmail = PaneName(
    "sign-in-email", "Why can they not sign in? Whose address", .takesText)
}

/// Asks whose sign-in to an organization is looked at.
struct SignInEmailPane: Pane {
  private var caret = LineCaret()

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
    keyboard.withKills(&line, change)
    caret = LineCaret(line)
    return line.text == text ? [] : [.send(.answers(.emailTyped(line.text)))]
  }

  func textPasted(_ text: String) -> String { LineEditor.markingLines(of: text) }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let asking = scene.console.answers.asking else { return }
    let width = min(64, scene.layout.columns - 6)
    let name = asking.organization.name
    let lines =
      TextLine("to \(name.isBlank ? asking.organization.id.rawValue : name)", Palette.heading)
      .wrapped(to: width).prefix(2)
      + [
        .empty,
        TextLine(
          [
            "Whose? An e-mail address, however it is pasted:", "Whose? Type an e-mail address:",
            "Whose e-mail?",
          ].fitting(min(64, scene.layout.columns - 6)), Palette.quiet),
      ]
    let box = DialogBox(rows: lines.count + 3, columns: width, in: scene.layout)
    scene.drawFrame(of: box, title: "Why can they not sign in?", on: &canvas)
    box.draw(Array(lines), on: &canvas)
    let last = box.innerRow + box.innerRows - 1
    canvas.drawInput(
      caret.line(asking.text), row: last - 1, column: box.innerColumn, width: box.innerColumns)
    canvas.write(
      asking.problem ?? "", row: last, column: box.innerColumn, width: box.innerColumns,
      style: Palette.danger)
  }
}
