import CNcurses
import Cells
import Glibc

/// Hands ncurses what has changed since the canvas before, and nothing when nothing has.
struct Painter {
  private let encoder: CellEncoder
  private let frame: FrameBuffer?
  /// What the terminal shows; nil: not known.
  private var shown: Canvas?
  /// A canvas that ncurses takes for the shown one, and what is to be sent so that it is.
  private var prepared: (canvas: Canvas, bytes: [UInt8])?
  private var cursorIsVisible = false
  private var row: [cchar_t] = []

  /// Asks ncurses, which must have been started, what the terminal can do.
  init(usesColors: Bool, isUTF8: Bool, frame: FrameBuffer?) {
    self.frame = frame
    let hasColors = usesColors && Painter.startColors()
    let strikesThrough = Painter.lendItalics()
    encoder = CellEncoder(
      hasColors: hasColors, attributes: term_attrs(), isUTF8: isUTF8,
      strikesThrough: strikesThrough)
    curs_set(0)
  }

  mutating func show(_ canvas: Canvas) {
    if let prepared {
      if prepared.canvas == canvas { return showPrepared() }
      dropPrepared()
    }
    let screen = ncurses_screen()
    let known = shown.flatMap { $0.hasSizeOf(canvas) ? $0 : nil }
    if known == nil { werase(screen) }
    guard put(canvas, over: known, on: screen) else { return }
    if let frame {
      frame.collecting { update(canvas, on: screen) }
    } else {
      update(canvas, on: screen)
    }
    shown = canvas
  }

  /// Has ncurses work out already what shows a canvas, and sends it only once that is wanted.
  ///
  /// Until then ncurses takes the canvas for the one that is shown.
  mutating func prepare(_ canvas: Canvas) {
    dropPrepared()
    guard let frame, let shown, shown.hasSizeOf(canvas) else { return }
    let screen = ncurses_screen()
    guard put(canvas, over: shown, on: screen) else { return }
    guard let bytes = frame.collected({ update(canvas, on: screen) }) else { return repaintLater() }
    prepared = (canvas, bytes)
  }

  /// Shows the canvas that was prepared; does nothing where there is none.
  mutating func showPrepared() {
    guard let prepared else { return }
    frame?.send(prepared.bytes)
    shown = prepared.canvas
    self.prepared = nil
  }

  /// Has ncurses know again what is shown.
  mutating func dropPrepared() {
    guard let prepared else { return }
    self.prepared = nil
    let screen = ncurses_screen()
    guard let frame, let shown, put(shown, over: prepared.canvas, on: screen) else { return }
    if frame.collected({ update(shown, on: screen) }) == nil { repaintLater() }
  }

  /// Draws everything anew, as the terminal may show anything.
  mutating func repaint() {
    prepared = nil
    let canvas = shown
    shown = nil
    clearok(ncurses_screen(), true)
    if let canvas { show(canvas) }
  }

  /// Makes the next canvas be drawn in whole, after a change of size.
  mutating func forget() {
    prepared = nil
    repaintLater()
  }

  private mutating func repaintLater() {
    shown = nil
    clearok(ncurses_screen(), true)
  }

  /// Puts on the window what of a canvas is not there yet; false: nothing.
  ///
  /// - Parameter known: what the window holds; nil: not known.
  private mutating func put(
    _ canvas: Canvas, over known: Canvas?, on screen: UnsafeMutablePointer<WINDOW>?
  ) -> Bool {
    var isChanged = known == nil || canvas.cursor != known?.cursor || canvas.focus != known?.focus
    let columnLimit = Int(getmaxx(screen))
    var changedRows = 0
    for index in 0..<min(canvas.rows, Int(getmaxy(screen))) {
      let changes =
        if let known { canvas.changes(inRow: index, since: known) } else { 0..<canvas.columns }
      guard let changes, changes.lowerBound < columnLimit else { continue }
      isChanged = true
      changedRows += 1
      encode(canvas.row(index), changes, columnLimit: columnLimit)
      mvwadd_wchnstr(screen, Int32(index), Int32(changes.lowerBound), row, Int32(row.count))
    }
    // Whether lines have moved ncurses finds out by a look at all of them.
    if isChanged { idlok(screen, changedRows > canvas.rows / 2) }
    return isChanged
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

  private mutating func update(_ canvas: Canvas, on screen: UnsafeMutablePointer<WINDOW>?) {
    placeCursor(of: canvas, on: screen)
    wnoutrefresh(screen)
    doupdate()
  }

  /// Ends the frame with the cursor where the person is, as a screen reader follows it, seen or not.
  private mutating func placeCursor(
    of canvas: Canvas, on screen: UnsafeMutablePointer<WINDOW>?
  ) {
    func onScreen(_ place: Position?) -> Position? {
      guard let place, 0..<Int(getmaxy(screen)) ~= place.row,
        0..<Int(getmaxx(screen)) ~= place.column
      else { return nil }
      return place
    }
    let caret = onScreen(canvas.cursor)
    if cursorIsVisible != (caret != nil) {
      cursorIsVisible.toggle()
      curs_set(cursorIsVisible ? 1 : 0)
    }
    let place = caret ?? onScreen(canvas.focus) ?? Position(row: 0, column: 0)
    wmove(screen, Int32(place.row), Int32(place.column))
  }

  /// Has ncurses strike through what it takes for italics; false where the terminal cannot.
  ///
  /// ncurses has no attribute for text that is struck through, and italics are used nowhere. Where it
  /// keeps the sequences no program can put others, save over those that are there.
  private static func lendItalics() -> Bool {
    // (char *)-1: terminfo has no such string; nil: this terminal has not.
    func sequence(_ name: String) -> UnsafeMutablePointer<CChar>? {
      tigetstr(name).flatMap { Int(bitPattern: $0) == -1 ? nil : $0 }
    }
    guard let italicsOn = sequence("sitm"), let italicsOff = sequence("ritm"),
      let strikeOn = sequence("smxx"), let strikeOff = sequence("rmxx"),
      strlen(strikeOn) <= strlen(italicsOn), strlen(strikeOff) <= strlen(italicsOff)
    else { return false }
    strcpy(italicsOn, strikeOn)
    strcpy(italicsOff, strikeOff)
    return true
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

extension Canvas {
  fileprivate func hasSizeOf(_ other: Canvas) -> Bool {
    rows == other.rows && columns == other.columns
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
