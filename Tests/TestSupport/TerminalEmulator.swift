import Cells

/// A terminal without a window: understands what ncurses sends to an xterm, and keeps the screen.
package struct TerminalEmulator: Sendable {
  package struct Attributes: Hashable, Sendable {
    package var isBold = false
    package var isDim = false
    package var isItalic = false
    package var isUnderlined = false
    package var isBlinking = false
    package var isReversed = false
    package var isStruckThrough = false
    /// A colour of the palette; nil: the terminal's own.
    package var foreground: Int?
    package var background: Int?

    package init() {}
  }

  /// One column; empty text: the second half of a wide character.
  struct Cell: Equatable, Sendable {
    var text = " "
    var attributes = Attributes()
  }

  struct Cursor: Equatable, Sendable {
    var row = 0
    var column = 0
    var attributes = Attributes()
    var drawsLines = false
    /// The last column has been written: the next character goes to the next row.
    var isPastEnd = false
    /// Where the last character was printed, for the marks on it; nil: moved since.
    var printedColumn: Int?
  }

  package private(set) var rows: Int
  package private(set) var columns: Int
  /// The private modes that are on, such as 1049 (alternate screen) and 2004 (bracketed paste).
  package internal(set) var modes: Set<Int> = [7, 25]
  /// Whether the keypad sends application sequences (`smkx`).
  package internal(set) var keypadIsApplication = false
  /// What programs have put on the clipboard (OSC 52), in base64.
  package internal(set) var clipboards: [String] = []
  package internal(set) var title = ""
  /// The titles that programs have put aside (XTWINOPS 22), the last one at the end.
  package internal(set) var titlesAside: [String] = []
  /// How often the whole screen was cleared, with which drawing everything anew begins.
  package internal(set) var clearings = 0
  /// Sequences that are not understood, escape characters shown as `␛`.
  package internal(set) var unknownSequences: [String] = []
  /// Replies a program has asked for, to be sent to it.
  package internal(set) var replies: [UInt8] = []

  var grid: [[Cell]]
  var mainGrid: [[Cell]]?
  var cursor = Cursor()
  var savedCursor = Cursor()
  var margins: ClosedRange<Int>
  var parser = Parser()

  package init(rows: Int, columns: Int) {
    self.rows = max(1, rows)
    self.columns = max(1, columns)
    margins = 0...max(0, rows - 1)
    grid = TerminalEmulator.blankGrid(self.rows, self.columns)
  }

  /// The screen as text: trailing spaces trimmed, wide characters once.
  package var screenText: String {
    grid.map { row in
      var text = row.map(\.text).joined()
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }.joined(separator: "\n")
  }

  /// The character of a cell; empty in the second half of a wide one, and outside the screen.
  package func text(row: Int, column: Int) -> String {
    guard grid.indices.contains(row), grid[row].indices.contains(column) else { return "" }
    return grid[row][column].text
  }

  /// How a cell looks; plain outside the screen.
  package func attributes(row: Int, column: Int) -> Attributes {
    guard grid.indices.contains(row), grid[row].indices.contains(column) else {
      return Attributes()
    }
    return grid[row][column].attributes
  }

  package var cursorPosition: Position { Position(row: cursor.row, column: cursor.column) }
  package var cursorIsVisible: Bool { modes.contains(25) }
  package var isAlternateScreen: Bool { modes.contains(1049) }
  package var pastesAreBracketed: Bool { modes.contains(2004) }
  /// Whether any kind of mouse report is on.
  package var reportsMouse: Bool { !modes.isDisjoint(with: [9, 1000, 1002, 1003]) }

  /// Changes the size as a window does: rows and columns are cut off or added at the end.
  package mutating func resize(rows: Int, columns: Int) {
    self.rows = max(1, rows)
    self.columns = max(1, columns)
    grid = fitted(grid)
    mainGrid = mainGrid.map(fitted)
    margins = 0...self.rows - 1
    cursor.row = min(cursor.row, self.rows - 1)
    cursor.column = min(cursor.column, self.columns - 1)
    cursor.isPastEnd = false
    cursor.printedColumn = nil
  }

  private func fitted(_ grid: [[Cell]]) -> [[Cell]] {
    var fitted = TerminalEmulator.blankGrid(rows, columns)
    for row in 0..<min(rows, grid.count) {
      let kept = grid[row].prefix(columns)
      fitted[row].replaceSubrange(0..<kept.count, with: kept)
    }
    return fitted
  }

  static func blankGrid(_ rows: Int, _ columns: Int) -> [[Cell]] {
    Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }
}
