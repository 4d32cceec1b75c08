/// What escape sequences do; each function tells whether it knows the sequence.
extension TerminalEmulator {
  mutating func escapeSequence(_ byte: UInt8) -> Bool {
    switch Character(Unicode.Scalar(byte)) {
    case "7": savedCursor = cursor
    case "8": restoreCursor()
    case "=": keypadIsApplication = true
    case ">": keypadIsApplication = false
    case "D": lineFeed()
    case "E":
      move(toColumn: 0)
      lineFeed()
    case "M": reverseLineFeed()
    case "c": self = TerminalEmulator(rows: rows, columns: columns)
    case "\\": break
    default: return false
    }
    return true
  }

  mutating func controlSequence(_ sequence: ControlSequence, final: Character) -> Bool {
    guard sequence.isPlain else { return false }
    switch (sequence.mark, final) {
    case ("?", "h"): return setModes(sequence, on: true)
    case ("?", "l"): return setModes(sequence, on: false)
    case ("?", "c"): return true  // the shape of Linux's cursor
    case (nil, "m"): return setAttributes(sequence)
    case (nil, _):
      return moveCursor(sequence, final) || changeScreen(sequence, final)
        || answer(sequence, final)
    default: return false
    }
  }

  private mutating func moveCursor(_ sequence: ControlSequence, _ final: Character) -> Bool {
    switch final {
    case "H", "f":
      move(toRow: sequence.count() - 1)
      move(toColumn: sequence.count(1) - 1)
    case "A": move(toRow: max(cursor.row - sequence.count(), topOfMove))
    case "B", "e": move(toRow: min(cursor.row + sequence.count(), bottomOfMove))
    case "C", "a": move(toColumn: cursor.column + sequence.count())
    case "D": move(toColumn: cursor.column - sequence.count())
    case "E":
      move(toRow: min(cursor.row + sequence.count(), bottomOfMove))
      move(toColumn: 0)
    case "F":
      move(toRow: max(cursor.row - sequence.count(), topOfMove))
      move(toColumn: 0)
    case "G", "`": move(toColumn: sequence.count() - 1)
    case "d": move(toRow: sequence.count() - 1)
    case "I": move(toColumn: (cursor.column / 8 + sequence.count()) * 8)
    case "Z": move(toColumn: ((cursor.column + 7) / 8 - sequence.count()) * 8)
    case "s": savedCursor = cursor
    case "u": restoreCursor()
    default: return false
    }
    return true
  }

  private mutating func changeScreen(_ sequence: ControlSequence, _ final: Character) -> Bool {
    let count = sequence.count()
    switch final {
    case "J": return eraseInDisplay(sequence.value())
    case "K": return eraseInLine(sequence.value())
    case "X": erase(row: cursor.row, cursor.column..<min(cursor.column + count, columns))
    case "@": insertCells(count)
    case "P": deleteCells(count)
    case "L": if margins.contains(cursor.row) { scrollDown(count, from: cursor.row) }
    case "M": if margins.contains(cursor.row) { scrollUp(count, from: cursor.row) }
    case "S": scrollUp(count)
    case "T": scrollDown(count)
    case "b":
      guard let scalar = parser.lastPrinted else { return false }
      for _ in 0..<min(count, rows * columns) { print(scalar) }
    case "r":
      let top = sequence.count() - 1
      let bottom = sequence.value(1) == 0 ? rows - 1 : min(sequence.value(1), rows) - 1
      guard top < bottom else { return top == bottom && rows == 1 }
      margins = top...bottom
      move(toRow: 0)
      move(toColumn: 0)
    case "h", "l":
      // Insert mode off; and, with screen and tmux, a cursor that is easier to see.
      return sequence.parameters == [4] && final == "l" || sequence.parameters == [34]
    case "t": return changeWindow(sequence)
    default: return false
    }
    return true
  }

  /// The title put aside and taken back; whatever else is about a window changes nothing here.
  private mutating func changeWindow(_ sequence: ControlSequence) -> Bool {
    switch (sequence.value(), sequence.value(1)) {
    case (22, 0), (22, 2): titlesAside.append(title)
    case (23, 0), (23, 2): title = titlesAside.popLast() ?? title
    default: break
    }
    return true
  }

  private mutating func answer(_ sequence: ControlSequence, _ final: Character) -> Bool {
    switch (final, sequence.value()) {
    case ("n", 6): replies += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)R".utf8
    case ("c", 0): replies += "\u{1B}[?62c".utf8
    default: return false
    }
    return true
  }

  private var topOfMove: Int { cursor.row >= margins.lowerBound ? margins.lowerBound : 0 }
  private var bottomOfMove: Int { cursor.row <= margins.upperBound ? margins.upperBound : rows - 1 }

  private mutating func eraseInDisplay(_ part: Int) -> Bool {
    switch part {
    case 0:
      erase(row: cursor.row, cursor.column..<columns)
      eraseRows(cursor.row + 1..<rows)
    case 1:
      eraseRows(0..<cursor.row)
      erase(row: cursor.row, 0..<cursor.column + 1)
    case 2:
      eraseRows(0..<rows)
      clearings += 1
    case 3: break  // lines scrolled off, which are not kept
    default: return false
    }
    return true
  }

  private mutating func eraseInLine(_ part: Int) -> Bool {
    switch part {
    case 0: erase(row: cursor.row, cursor.column..<columns)
    case 1: erase(row: cursor.row, 0..<cursor.column + 1)
    case 2: erase(row: cursor.row, 0..<columns)
    default: return false
    }
    return true
  }

  private mutating func restoreCursor() {
    cursor = savedCursor
    cursor.row = min(cursor.row, rows - 1)
    cursor.column = min(cursor.column, columns - 1)
  }

  private mutating func setModes(_ sequence: ControlSequence, on: Bool) -> Bool {
    let known: Set = [
      1, 4, 7, 9, 12, 25, 1000, 1002, 1003, 1004, 1005, 1006, 1015, 1034, 1049, 2004,
    ]
    for case let mode? in sequence.parameters {
      guard known.contains(mode) else { return false }
      if mode == 1049, on != isAlternateScreen { switchScreen(toAlternate: on) }
      if on { modes.insert(mode) } else { modes.remove(mode) }
    }
    return true
  }

  private mutating func switchScreen(toAlternate: Bool) {
    if toAlternate {
      savedCursor = cursor
      mainGrid = grid
      grid = TerminalEmulator.blankGrid(rows, columns)
    } else if let mainGrid {
      grid = mainGrid
      self.mainGrid = nil
      restoreCursor()
    }
  }

  private mutating func setAttributes(_ sequence: ControlSequence) -> Bool {
    var parameters = sequence.parameters.map { $0 ?? 0 }[...]
    if parameters.isEmpty { parameters = [0] }
    while let parameter = parameters.popFirst() {
      switch parameter {
      case 0: cursor.attributes = Attributes()
      case 1: cursor.attributes.isBold = true
      case 2: cursor.attributes.isDim = true
      case 3: cursor.attributes.isItalic = true
      case 4: cursor.attributes.isUnderlined = true
      case 5: cursor.attributes.isBlinking = true
      case 7: cursor.attributes.isReversed = true
      case 9: cursor.attributes.isStruckThrough = true
      case 10: break  // Linux's usual character set
      case 22:
        cursor.attributes.isBold = false
        cursor.attributes.isDim = false
      case 23: cursor.attributes.isItalic = false
      case 24: cursor.attributes.isUnderlined = false
      case 25: cursor.attributes.isBlinking = false
      case 27: cursor.attributes.isReversed = false
      case 29: cursor.attributes.isStruckThrough = false
      case 30...37: cursor.attributes.foreground = parameter - 30
      case 39: cursor.attributes.foreground = nil
      case 40...47: cursor.attributes.background = parameter - 40
      case 49: cursor.attributes.background = nil
      case 90...97: cursor.attributes.foreground = parameter - 90 + 8
      case 100...107: cursor.attributes.background = parameter - 100 + 8
      case 38, 48:
        guard parameters.popFirst() == 5, let color = parameters.popFirst() else { return false }
        if parameter == 38 {
          cursor.attributes.foreground = color
        } else {
          cursor.attributes.background = color
        }
      default: return false
      }
    }
    return true
  }
}
