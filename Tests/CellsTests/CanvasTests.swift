import Testing

@testable import Cells

@Suite(.timeLimit(.minutes(20)))
struct CanvasTests {
  @Test func `text appears where it is written`() {
    var canvas = Canvas(rows: 3, columns: 10)

    let used = canvas.write("Ünïcode", row: 1, column: 2)

    #expect(used == 7)
    #expect(canvas.text == "\n  Ünïcode\n")
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef|", 6), ("abcdef", 5, "abcd…|", 5), ("abcdef", 1, "…|", 1),
    ("abcdef", 0, "|", 0), ("abcdef", -3, "|", 0), ("漢字", 4, "漢字|", 4), ("漢字", 3, "漢…|", 3),
    ("漢字漢", 4, "漢… |", 4), ("漢", 1, "…|", 1), ("", 5, "|", 0), ("e\u{301}", 1, "e\u{301}|", 1),
  ])
  func `text wider than its width ends in an ellipsis`(
    text: String, width: Int, drawn: String, columns: Int
  ) {
    var canvas = Canvas(rows: 1, columns: 20)

    let used = canvas.write(text, row: 0, column: 0, width: width)
    canvas.write("|", row: 0, column: used)

    #expect(canvas.text == drawn)
    #expect(used == columns)
  }

  @Test func `text is clipped at the edges`() {
    var canvas = Canvas(rows: 2, columns: 5)

    canvas.write("abcdefgh", row: 0, column: 2)
    canvas.write("abcdefg", row: 1, column: -2)
    canvas.write("no", row: 2, column: 0)
    canvas.write("no", row: -1, column: 0)
    canvas.write("no", row: 0, column: 5)

    #expect(canvas.text == "  ab…\ncdefg")
  }

  @Test func `a wide character half outside is a space`() {
    var canvas = Canvas(rows: 1, columns: 4)

    canvas.write("漢a", row: 0, column: -1)

    #expect(canvas.text == " a")
  }

  @Test func `overwriting half of a wide character blanks the other half`() {
    var canvas = Canvas(rows: 2, columns: 6)
    canvas.write("漢字漢", row: 0, column: 0)
    canvas.write("漢字漢", row: 1, column: 0)

    canvas.write("x", row: 0, column: 3)
    canvas.write("x", row: 1, column: 2)

    #expect(canvas.text == "漢 x漢\n漢x 漢")
  }

  @Test func `a wide character is one cell and its second half`() {
    var canvas = Canvas(rows: 1, columns: 3)

    canvas.write("漢", row: 0, column: 0, style: Style(color: .red))

    #expect(canvas[0, 0].width == 2)
    #expect(canvas[0, 1].isSecondHalf)
    #expect(canvas[0, 1].style == Style(color: .red))
    #expect(canvas[0, 2] == .blank)
    #expect(canvas[7, -1] == .blank)
  }

  @Test func `filling clips and repeats the character`() {
    var canvas = Canvas(rows: 3, columns: 5)
    canvas.write("漢字漢", row: 1, column: 0)

    canvas.fill(row: 0, column: 1, rows: 2, columns: 99, character: "─")
    canvas.fill(row: 2, column: -1, rows: 1, columns: 4, character: "漢")
    canvas.fill(row: 2, column: 3, rows: -1, columns: 2, character: "x")

    #expect(canvas.text == " ────\n ────\n漢")
  }

  @Test func `restyling keeps text and takes wide characters whole`() {
    var canvas = Canvas(rows: 1, columns: 6)
    canvas.write("漢字ab", row: 0, column: 0, style: Style(color: .green))

    canvas.restyle(row: 0, column: 1, width: 2) { $0.attributes.insert(.reverse) }

    let reversed = Style(color: .green, attributes: .reverse)
    #expect(canvas.row(0).map { $0.style == reversed } == [true, true, true, true, false, false])
    #expect(canvas.text == "漢字ab")
  }

  @Test func `an overlay is copied with its cursor and clipped`() {
    var canvas = Canvas(rows: 3, columns: 6)
    canvas.fill(row: 0, column: 0, rows: 3, columns: 6, character: ".")
    var overlay = Canvas(rows: 2, columns: 4)
    overlay.write("漢字", row: 0, column: 0)
    overlay.write("ab", row: 1, column: 0)
    overlay.cursor = Position(row: 1, column: 2)

    canvas.draw(overlay, row: 1, column: 3)
    canvas.draw(overlay, row: -1, column: -1)

    #expect(canvas.text == "b  ...\n...漢\n...ab")
    #expect(canvas.cursor == Position(row: 0, column: 1))
  }

  @Test func `a part is a canvas of the asked size`() {
    var canvas = Canvas(rows: 2, columns: 6)
    canvas.write("漢字ab", row: 0, column: 0)
    canvas.write("second", row: 1, column: 0)

    let part = canvas.part(row: 0, column: 1, rows: 3, columns: 4)

    #expect(part.text == " 字a\necon\n")
    #expect(part.columns == 4)
  }

  @Test(arguments: [(0, 0), (1, 1), (0, 5), (5, 0), (-3, -3)])
  func `no size and no place traps`(rows: Int, columns: Int) {
    var canvas = Canvas(rows: rows, columns: columns)
    let places = [Int.min, -2, -1, 0, 1, 2, Int.max]

    for row in places {
      for column in places {
        for size in places {
          canvas.write("漢a\u{301}👩‍💻", row: row, column: column, width: size)
          canvas.fill(row: row, column: column, rows: size, columns: size, character: "字")
          canvas.restyle(row: row, column: column, width: size) { $0.color = .red }
          _ = canvas[row, column]
        }
        canvas.write("漢a\u{301}👩‍💻", row: row, column: column)
        canvas.draw(Canvas(rows: 2, columns: 2), row: row, column: column)
        canvas.draw(canvas.part(row: row, column: column, rows: 3, columns: 3), row: 0, column: 0)
      }
    }

    #expect(canvas.rows == max(0, rows))
  }
}
