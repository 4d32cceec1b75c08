import CNcurses
import Cells

/// Hands ncurses what has changed since the canvas before, and nothing when nothing has.
struct Painter {
  private let encoder: CellEncoder
  private let frame: FrameBuffer?
  /// What the terminal shows; nil: not known.
  private var shown: Canvas?
  private var cursorIsVisible = false
  private var row: [cchar_t] = []

  /// Asks ncurses, which must have been started, what the terminal can do.
  init(usesColors: Bool, isUTF8: Bool, frame: FrameBuffer?) {
    self.frame = frame
    let hasColors = usesColors && Painter.startColors()
    encoder = CellEncoder(hasColors: hasColors, attributes: term_attrs(), isUTF8: isUTF8)
    curs_set(0)
    leaveok(ncurses_screen(), true)
  }

  mutating func show(_ canvas: Canvas) {
    guard canvas != shown else { return }
    let screen = ncurses_screen()
    let known = shown.flatMap { $0.rows == canvas.rows && $0.columns == canvas.columns ? $0 : nil }
    if known == nil { werase(screen) }
    let columnLimit = Int(getmaxx(screen))
    for index in 0..<min(canvas.rows, Int(getmaxy(screen))) {
      let changes =
        known.map { canvas.changes(inRow: index, since: $0) } ?? 0..<canvas.columns
      guard let changes, changes.lowerBound < columnLimit else { continue }
      encode(canvas.row(index), changes, columnLimit: columnLimit)
      mvwadd_wchnstr(screen, Int32(index), Int32(changes.lowerBound), row, Int32(row.count))
    }
    if let frame {
      frame.collecting { update(cursor: canvas.cursor, on: screen) }
    } else {
      update(cursor: canvas.cursor, on: screen)
    }
    shown = canvas
  }

  /// Draws everything anew, as the terminal may show anything.
  mutating func repaint() {
    let canvas = shown
    shown = nil
    clearok(ncurses_screen(), true)
    if let canvas { show(canvas) }
  }

  /// Makes the next canvas be drawn in whole, after a change of size.
  mutating func forget() {
    shown = nil
    clearok(ncurses_screen(), true)
  }

  private mutating func encode(
    _ cells: ArraySlice<Cell>, _ columns: Range<Int>, columnLimit: Int
  ) {
    row.removeAll(keepingCapacity: true)
    let first = cells.startIndex
    for column in columns.clamped(to: 0..<columnLimit) {
      encoder.append(cells[first + column], to: &row)
    }
  }

  private mutating func update(cursor: Position?, on screen: UnsafeMutablePointer<WINDOW>?) {
    place(cursor: cursor, on: screen)
    wnoutrefresh(screen)
    doupdate()
  }

  private mutating func place(cursor: Position?, on screen: UnsafeMutablePointer<WINDOW>?) {
    let place = cursor.flatMap { cursor in
      0..<Int(getmaxy(screen)) ~= cursor.row && 0..<Int(getmaxx(screen)) ~= cursor.column
        ? cursor : nil
    }
    if cursorIsVisible != (place != nil) {
      cursorIsVisible.toggle()
      curs_set(cursorIsVisible ? 1 : 0)
      leaveok(screen, !cursorIsVisible)
    }
    if let place { wmove(screen, Int32(place.row), Int32(place.column)) }
  }

  /// Gives each colour the pair of its number, on the terminal's own background.
  private static func startColors() -> Bool {
    guard has_colors(), start_color() == OK, ncurses_colors() >= 8 else { return false }
    let background = use_default_colors() == OK ? -1 : Int16(COLOR_BLACK)
    for color in Style.Color.allCases where color != .standard {
      init_pair(Int16(color.rawValue), Int16(color.paletteIndex), background)
    }
    return true
  }
}

extension Style.Color {
  fileprivate var paletteIndex: Int32 {
    switch self {
    case .standard: -1
    case .red: COLOR_RED
    case .green: COLOR_GREEN
    case .yellow: COLOR_YELLOW
    case .blue: COLOR_BLUE
    case .magenta: COLOR_MAGENTA
    case .cyan: COLOR_CYAN
    }
  }
}
