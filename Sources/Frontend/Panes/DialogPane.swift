import Cells
import ViewModel

/// A pane that asks for a yes, by its buttons or by something that is typed.
protocol DialogPane: Pane {
  var dialog: Dialog { get set }

  /// What a yes comes to.
  var yes: Event { get }

  /// What a yes leads to on screen.
  func agreed(_ scene: Scene) -> [Reaction]

  /// What a no comes to.
  var no: Event { get }

  /// How it is answered; nil: by its buttons alone.
  func confirmation(in console: Console) -> Confirmation?

  /// What comes of typing.
  func typed(_ text: String) -> Event

  /// What it says; nil while it is closed.
  func words(_ scene: Scene) -> DialogWords?
}

extension DialogPane {
  var linesShown: LinesShown? { dialog.shown }

  mutating func asksAnew() { dialog.asksAnew() }

  func agreed(_ scene: Scene) -> [Reaction] { [.send(yes)] }

  func confirmation(in console: Console) -> Confirmation? { nil }

  func typed(_ text: String) -> Event { no }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    switch dialog.answer(action, &keyboard) {
    case .yes: agreed(scene)
    case .no: [.send(no)]
    case nil where action.isAboutLine: edit(scene, &keyboard) { _ = $0.perform(action) }
    case nil: []
    }
  }

  mutating func edit(
    _ scene: Scene, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> [Reaction] {
    guard let confirmation = confirmation(in: scene.console) else { return [] }
    return [.send(typed(dialog.edit(confirmation.typedText, change)))]
  }

  /// While what is typed is not right, Enter does not do it.
  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    action == .accept && confirmation(in: scene.console)?.isAnswered == false
      ? .nothingThere : nil
  }

  mutating func fit(_ scene: Scene) {
    guard let words = words(scene) else { return }
    dialog.fit(words, asksForText: confirmation(in: scene.console)?.asksForText == true, scene)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    dialog.draw(scene, confirmation(in: scene.console), on: &canvas)
  }
}
