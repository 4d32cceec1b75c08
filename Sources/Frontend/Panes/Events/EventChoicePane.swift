import Cells
import ViewModel
import WorkOS

extension PaneName {
  package static let eventChoice = PaneName(
    "event-choice", "Choice of events", [.isRead, .coversStatus])
}

/// How far back, or which kinds of events are shown: one of several.
struct EventChoicePane: Pane {
  enum Subject: Sendable {
    case period
    case kinds
  }

  private var subject: Subject?
  private var marked = 0
  private var top = 0
  private var room = 1

  init() {}

  init(_ subject: Subject, in events: OrganizationEvents) {
    self.subject = subject
    marked =
      switch subject {
      case .period: EventPeriod.allCases.firstIndex(of: events.period) ?? 0
      case .kinds: EventKinds.offered.firstIndex(of: events.kinds) ?? 0
      }
  }

  let causes: PaneCauses = []

  func name(in console: Console) -> PaneName? { subject == nil ? nil : .eventChoice }

  mutating func quitWanted() { self = EventChoicePane() }

  private var titles: [String] {
    switch subject {
    case .period: EventPeriod.allCases.map(\.title.capitalizedFirst)
    case .kinds: EventKinds.offered.map(\.title.capitalizedFirst)
    case nil: []
    }
  }

  var scrolledTo: [Int]? { [marked] }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    switch action {
    case .moveDown: mark(marked + keyboard.times)
    case .moveUp: mark(marked - keyboard.times)
    case .moveToFirst: mark(0)
    case .moveToLast: mark(titles.count - 1)
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      mark(marked + keyboard.distance(of: action, screenful: room))
    case .pick:
      let event: EventsEvent? =
        switch subject {
        case .period: .periodChosen(EventPeriod.allCases[marked])
        case .kinds: .kindsChosen(EventKinds.offered[marked].id)
        case nil: nil
        }
      self = EventChoicePane()
      return event.map { [.send(.events($0))] } ?? []
    case .back: self = EventChoicePane()
    default: break
    }
    return []
  }

  private mutating func mark(_ index: Int) { marked = max(0, min(index, titles.count - 1)) }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    room = max(1, box(scene).innerRows)
    top = max(0, min(max(top, marked - room + 1), marked))
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let box = box(scene)
    box.drawFrame(title: subject == .period ? "How far back?" : "Which events?", on: &canvas)
    let titles = titles
    box.draw(titles.map { TextLine($0) }, from: top, on: &canvas)
    box.drawScroll(above: top, below: max(0, titles.count - top - box.innerRows), on: &canvas)
    let row = box.innerRow + marked - top
    canvas.restyle(row: row, column: box.column + 1, width: box.columns - 2) {
      $0.attributes = .reverse
    }
    canvas.focus = Position(row: row, column: box.innerColumn)
  }

  private func box(_ scene: Scene) -> DialogBox {
    DialogBox(
      rows: titles.count, columns: max(24, titles.map(DisplayWidth.of).max() ?? 0),
      in: scene.layout)
  }
}
