import ViewModel

/// A pane that shows what will be sent, which has to be read to its end before it is agreed to.
protocol ReviewingPane: Pane {
  var text: ScrolledText { get set }

  /// What agreeing comes to.
  var yes: Event { get }

  /// What leaving comes to.
  var no: Event { get }
}

extension ReviewingPane {
  var linesShown: LinesShown? { text.shown }

  var scrolledTo: [Int]? { [text.scroll.top] }

  mutating func asksAnew() { text.scroll = Scroll() }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    switch action {
    case .accept:
      // What goes out was seen.
      if let line = keyboard.asking?.firstUnseenLine {
        text.scroll.go(to: line)
        keyboard.readsOn()
        return []
      }
      return [.send(yes)]
    case .back: return [.send(no)]
    default:
      _ = text.scroll.perform(action, screenful: scene.layout.listRows, count: keyboard.count)
    }
    return []
  }
}
