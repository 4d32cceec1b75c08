import Cells

/// Lines in a box as large as they need, scrolled to where the person is.
struct ScrolledText: Sendable {
  private static let widest = 76

  var scroll = Scroll()
  private(set) var lines: [TextLine] = []
  private var title = ""
  private(set) var room = 0

  mutating func fit(_ lines: [TextLine], title: String, in layout: Layout) {
    self.title = title
    self.lines = lines.flatMap { $0.wrapped(to: Self.columns(in: layout)) }
    room = box(in: layout).innerRows
    scroll.fit(lines: self.lines.count, room: room)
  }

  /// The lines on screen.
  var shown: LinesShown {
    LinesShown(lines: scroll.top..<min(scroll.top + room, lines.count), count: lines.count)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let box = box(in: scene.layout)
    scene.drawFrame(of: box, title: title, marks: 18, on: &canvas)
    let below = box.draw(lines, from: scroll.top, on: &canvas)
    box.drawScroll(above: scroll.top, below: below, on: &canvas)
  }

  private static func columns(in layout: Layout) -> Int { min(widest, layout.columns - 6) }

  private func box(in layout: Layout) -> DialogBox {
    DialogBox(
      rows: lines.count, columns: max(Self.columns(in: layout), DisplayWidth.of(title) + 2),
      in: layout)
  }
}
