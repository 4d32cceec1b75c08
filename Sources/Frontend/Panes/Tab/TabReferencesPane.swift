import Cells
import ViewModel

extension PaneName {
  package static let tabReferences = PaneName(
    "tab-references", "Other organizations", [.isRead, .coversStatus])
}

/// Which of several other organizations is to be opened that a row of a tab leads to.
struct TabReferencesPane: Pane {
  private var marked = 0
  private var top = 0
  private var room = 1

  init() {}

  let causes: PaneCauses = .tab

  func name(in console: Console) -> PaneName? {
    console.tabs.references.count > 1 ? .tabReferences : nil
  }

  var keepsWhileClosed: Bool { true }

  mutating func follow(_ console: Console) {
    if console.tabs.references.isEmpty { self = TabReferencesPane() }
  }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    let last = scene.console.tabs.references.count - 1
    func mark(_ index: Int) { marked = max(0, min(index, last)) }
    switch action {
    case .moveDown: mark(marked + keyboard.times)
    case .moveUp: mark(marked - keyboard.times)
    case .moveToFirst: mark(0)
    case .moveToLast: mark(last)
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      mark(marked + keyboard.distance(of: action, screenful: room))
    case .open: return [.put(DetailPane()), .send(.tab(.referenceChosen(marked)))]
    case .back: return [.send(.tab(.referencesLeft))]
    default: break
    }
    return []
  }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    room = max(1, box(scene).innerRows)
    top = max(0, min(max(top, marked - room + 1), marked))
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let box = box(scene)
    let lines = lines(scene)
    box.drawFrame(title: "Which organization?", on: &canvas)
    let below = box.draw(lines, from: top, on: &canvas)
    box.drawScroll(above: top, below: below, on: &canvas)
    let row = box.innerRow + marked - top
    canvas.restyle(row: row, column: box.column + 1, width: box.columns - 2) {
      $0.attributes = .reverse
    }
    canvas.focus = Position(row: row, column: box.innerColumn)
  }

  /// Each with the end of its id, as names may be alike.
  private func lines(_ scene: Scene) -> [TextLine] {
    let references = scene.console.tabs.references
    let names = references.map { $0.name.isBlank ? ListWords.noName : $0.name }
    let notes = references.map { "\($0.note)  …\($0.place.organization.rawValue.suffix(6))" }
    let beside = (notes.map(DisplayWidth.of).max() ?? 0) + 2
    let width = min(
      names.map(DisplayWidth.of).max() ?? 0, max(12, scene.layout.columns - 8 - beside))
    return zip(names, notes).map { name, note in
      TextLine(
        spans: [
          Span(ListWords.shortened(name, columns: width).padded(to: width)),
          Span("  " + note, Palette.quiet),
        ])
    }
  }

  private func box(_ scene: Scene) -> DialogBox {
    let lines = lines(scene)
    return DialogBox(
      rows: lines.count, columns: max(24, lines.map(\.width).max() ?? 0), in: scene.layout)
  }
}
