@testable import Cells

/// Any text, drawn anywhere on a canvas full of wide characters.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  var input = FuzzInput(start, count)
  let columns = Int(input.choice() % 48)
  let column = Int(input.choice() % 64) - 8
  let limit = input.choice()
  let width = limit < 128 ? Int(limit % 64) : nil
  let text = input.text

  var before = Canvas(rows: 3, columns: columns)
  before.fill(row: 0, column: 0, rows: 3, columns: columns, character: "界")
  var canvas = before
  let used = canvas.write(text, row: 1, column: column, width: width)
  expectWhole(canvas)
  for row in [0, 2] {
    promise("other rows stay", canvas.row(row) == before.row(row))
  }
  let room = max(0, min(columns, column + (width ?? columns * 2 + 16)) - column)
  let needed = DisplayWidth.of(text)
  promise(
    "a text takes its width, \(needed), or all the room, \(room), and not \(used)",
    used == min(needed, room))
  for other in 0..<columns where other < column - 1 || other > column + used {
    promise("other columns stay", canvas[1, other] == before[1, other])
  }

  let (beginning, first) = DisplayWidth.prefix(of: text, fitting: column)
  promise("a beginning fits", first <= max(0, column))
  promise(
    "a beginning takes \(DisplayWidth.of(beginning)), not \(first)",
    DisplayWidth.of(beginning) == first)
  let (ending, last) = DisplayWidth.suffix(of: text, fitting: column)
  promise("an ending fits", last <= max(0, column))
  promise(
    "an ending takes \(DisplayWidth.of(ending)), not \(last)", DisplayWidth.of(ending) == last)
  return 0
}

/// No half characters, and nothing a terminal would obey.
private func expectWhole(_ canvas: Canvas) {
  for row in 0..<canvas.rows {
    for column in 0..<canvas.columns {
      let cell = canvas[row, column]
      for scalar in [cell.base] + cell.marks {
        promise(
          "no control is in a cell", scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
        promise("no format character is in a cell", scalar.properties.generalCategory != .format)
      }
      let next = column + 1 < canvas.columns && canvas[row, column + 1].isSecondHalf
      promise("a wide character is whole", (cell.width == 2) == next)
    }
    promise("no row begins with half a character", !canvas[row, 0].isSecondHalf)
  }
}
