import ViewModel

/// A pane that asks for a yes, by its buttons or by something that is typed.
protocol DialogPane: Pane {
  var dialog: Dialog { get set }

  /// What a yes comes to.
  var yes: Event { get }

  /// What a no comes to.
  var no: Event { get }

  /// What has been typed for it; nil: nothing is asked.
  func typedText(in console: Console) -> String?

  /// What comes of typing.
  func typed(_ text: String) -> Event
}

extension DialogPane {
  var linesShown: LinesShown? { dialog.shown }

  mutating func asksAnew() { dialog.asksAnew() }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    switch dialog.answer(action, &keyboard) {
    case .yes: [.send(yes)]
    case .no: [.send(no)]
    case nil where action.isAboutLine: edit(scene, &keyboard) { _ = $0.perform(action) }
    case nil: []
    }
  }

  mutating func edit(
    _ scene: Scene, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> [Reaction] {
    guard let text = typedText(in: scene.console) else { return [] }
    return [.send(typed(dialog.edit(text, change)))]
  }
}
