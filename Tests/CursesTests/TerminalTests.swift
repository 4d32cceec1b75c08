import Cells
import TestSupport
import Testing

@testable import Curses

/// ncurses has one current screen in a process: one test at a time.
@MainActor
@Suite(.serialized, .timeLimit(.minutes(20)))
struct TerminalTests {
  @Test func `a canvas is shown with its styles`() throws {
    let emulated = try EmulatedTerminal()
    var canvas = Canvas(rows: 10, columns: 30)
    canvas.write("plain 漢字 e\u{301} ─│", row: 0, column: 0)
    canvas.write("bold", row: 1, column: 0, style: Style(attributes: .bold))
    canvas.write("dim", row: 2, column: 0, style: Style(attributes: .dim))
    canvas.write("red", row: 3, column: 0, style: Style(color: .red, attributes: .reverse))
    canvas.write("under", row: 9, column: 25, style: Style(color: .cyan, attributes: .underline))

    emulated.show(canvas)

    #expect(emulated.screen.screenText == canvas.text)
    #expect(emulated.screen.attributes(row: 1, column: 3).isBold)
    #expect(emulated.screen.attributes(row: 2, column: 0).isDim)
    #expect(emulated.screen.attributes(row: 3, column: 0).foreground == 1)
    #expect(emulated.screen.attributes(row: 3, column: 0).isReversed)
    #expect(emulated.screen.attributes(row: 9, column: 29).isUnderlined)
    #expect(emulated.screen.attributes(row: 9, column: 29).foreground == 6)
    #expect(emulated.screen.attributes(row: 0, column: 0) == TerminalEmulator.Attributes())
    #expect(!emulated.screen.cursorIsVisible)
    #expect(emulated.screen.unknownSequences == [])
  }

  @Test func `without colours there are attributes only`() throws {
    let emulated = try EmulatedTerminal(usesColors: false)
    var canvas = Canvas(rows: 10, columns: 30)
    canvas.write("red", row: 3, column: 0, style: Style(color: .red, attributes: .bold))

    emulated.show(canvas)

    #expect(emulated.screen.attributes(row: 3, column: 0).foreground == nil)
    #expect(emulated.screen.attributes(row: 3, column: 0).isBold)
  }

  @Test func `text is struck through by the terminal, and nothing is added to it`() throws {
    let emulated = try EmulatedTerminal()
    var canvas = Canvas(rows: 10, columns: 30)
    canvas.write("a 漢", row: 0, column: 0, style: Style(attributes: .strikethrough))

    emulated.show(canvas)

    #expect(emulated.screen.screenText.hasPrefix("a 漢\n"))
    for column in 0..<4 {
      let attributes = emulated.screen.attributes(row: 0, column: column)
      #expect(attributes.isStruckThrough && !attributes.isItalic && !attributes.isDim)
    }
  }

  @Test func `where a terminal cannot strike text through it is dim`() throws {
    let emulated = try EmulatedTerminal(type: "screen-256color")
    var canvas = Canvas(rows: 10, columns: 30)
    canvas.write("a 漢", row: 0, column: 0, style: Style(attributes: .strikethrough))

    emulated.show(canvas)

    #expect(emulated.screen.screenText.hasPrefix("a 漢\n"))
    #expect(emulated.screen.attributes(row: 0, column: 0).isDim)
    #expect(!emulated.screen.attributes(row: 0, column: 0).isStruckThrough)
  }

  @Test func `nothing is sent for a canvas already shown`() throws {
    let emulated = try EmulatedTerminal()
    var canvas = Canvas(rows: 10, columns: 30)
    canvas.write("text", row: 4, column: 4)
    canvas.cursor = Position(row: 4, column: 8)

    let first = emulated.show(canvas)
    let second = emulated.show(canvas)

    #expect(first > 0)
    #expect(second == 0)
    #expect(emulated.terminal.readKeys() == [])
    #expect(emulated.receive() == 0)
  }

  @Test func `the cursor shows where the canvas has it`() throws {
    let emulated = try EmulatedTerminal()
    var canvas = Canvas(rows: 10, columns: 30)
    canvas.cursor = Position(row: 4, column: 8)

    emulated.show(canvas)
    #expect(emulated.screen.cursorIsVisible)
    #expect(emulated.screen.cursorPosition == Position(row: 4, column: 8))

    canvas.cursor = Position(row: 9, column: 29)
    emulated.show(canvas)
    #expect(emulated.screen.cursorPosition == Position(row: 9, column: 29))

    canvas.cursor = Position(row: 10, column: 0)
    emulated.show(canvas)
    #expect(!emulated.screen.cursorIsVisible)
  }

  @Test func `the hidden cursor rests where the person is`() throws {
    let emulated = try EmulatedTerminal()
    var canvas = Canvas(rows: 10, columns: 30)
    canvas.write("first", row: 2, column: 2)
    canvas.write("last", row: 9, column: 20)
    canvas.focus = Position(row: 2, column: 2)

    emulated.show(canvas)
    #expect(emulated.screen.cursorPosition == Position(row: 2, column: 2))

    canvas.focus = Position(row: 3, column: 2)
    emulated.show(canvas)
    #expect(emulated.screen.cursorPosition == Position(row: 3, column: 2))
    #expect(!emulated.screen.cursorIsVisible)

    canvas.cursor = Position(row: 7, column: 1)
    emulated.show(canvas)
    #expect(emulated.screen.cursorPosition == Position(row: 7, column: 1))
    #expect(emulated.screen.cursorIsVisible)
  }

  @Test func `any canvas after any other is shown exactly`() throws {
    let emulated = try EmulatedTerminal(rows: 8, columns: 24)
    var generator = SplitMix(state: 3)
    var canvas = Canvas(rows: 8, columns: 24)
    let texts = ["漢字かな", "e\u{301}e\u{301}", "ascii text", "👩‍💻👍🏽🇫🇷", "한국어", "──│", "", "   "]
    for _ in 0..<400 {
      let row = Int.random(in: -1...8, using: &generator)
      let column = Int.random(in: -3...24, using: &generator)
      let width = Int.random(in: 0...24, using: &generator)
      let style = Style(
        color: Style.Color.allCases.randomElement(using: &generator) ?? .standard,
        attributes: Style.Attributes(rawValue: UInt8.random(in: 0..<32, using: &generator)))
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: canvas.fill(row: row, column: column, rows: 3, columns: width, style: style)
      case 1: canvas.fill(row: row, column: column, rows: 1, columns: width, character: "字")
      case 2: canvas.restyle(row: row, column: column, width: width) { $0.color = .green }
      case 3: canvas.draw(canvas, row: row, column: column)
      default:
        let text = texts.randomElement(using: &generator) ?? ""
        canvas.write(text, row: row, column: column, width: width, style: style)
      }

      emulated.show(canvas)

      try #require(emulated.screen.screenText == canvas.text)
      for row in 0..<8 {
        for column in 0..<24 where canvas[row, column].base != " " {
          let attributes = emulated.screen.attributes(row: row, column: column)
          let style = canvas[row, column].style
          try #require(attributes.isBold == style.attributes.contains(.bold))
          try #require(attributes.isReversed == style.attributes.contains(.reverse))
          try #require(attributes.isStruckThrough == style.attributes.contains(.strikethrough))
          try #require(!attributes.isItalic)
          try #require((attributes.foreground == nil) == (style.color == .standard))
        }
      }
    }
    #expect(emulated.screen.unknownSequences == [])
  }

  @Test func `columns stay aligned after any text`() throws {
    let emulated = try EmulatedTerminal(rows: 50, columns: 40)
    var generator = SplitMix(state: 5)
    for _ in 0..<60 {
      var canvas = Canvas(rows: 50, columns: 40)
      for row in 0..<50 {
        let used = canvas.write(
          UnicodeText.random(using: &generator), row: row, column: 0, width: 30)
        canvas.write("|", row: row, column: used)
        canvas.write("|", row: row, column: 39)
      }

      emulated.show(canvas)

      for row in 0..<50 {
        try #require(emulated.screen.text(row: row, column: 39) == "|")
        let used = (0..<39).last { canvas[row, $0].base == "|" } ?? 0
        try #require(emulated.screen.text(row: row, column: used) == "|")
      }
    }
    #expect(emulated.screen.unknownSequences == [])
  }

  @Test func `keys arrive in order`() throws {
    let emulated = try EmulatedTerminal()
    emulated.send(
      "jé\u{1B}OA\u{1B}[6~\u{13}\r\u{1B}[200~two\rlines\u{1B}[201~\u{1B}[15~\u{1B}x\u{1B}")

    let keys = emulated.terminal.readKeys()

    #expect(
      keys == [
        .character("j"), .character("é"), .up, .pageDown, .control("s"), .enter,
        .paste("two\nlines"), .function(5), .alt("x"), .escape,
      ])
    #expect(emulated.terminal.readKeys() == [])
  }

  @Test func `a resize is drawn in whole`() throws {
    let emulated = try EmulatedTerminal()
    var canvas = Canvas(rows: 10, columns: 30)
    canvas.fill(row: 0, column: 0, rows: 10, columns: 30, character: "x")
    emulated.show(canvas)

    for (rows, columns) in [(24, 80), (1, 1), (3, 200), (60, 2)] {
      emulated.resize(rows: rows, columns: columns)
      #expect(emulated.terminal.size == (rows, columns))
      emulated.show(canvas)
      var larger = Canvas(rows: rows, columns: columns)
      larger.fill(row: 0, column: 0, rows: rows, columns: columns, character: "y")

      emulated.show(larger)

      #expect(emulated.screen.screenText == larger.text)
    }
  }

  @Test func `repainting restores what another program has overwritten`() throws {
    let emulated = try EmulatedTerminal()
    var canvas = Canvas(rows: 10, columns: 30)
    canvas.write("ours", row: 0, column: 0)
    emulated.show(canvas)

    emulated.terminal.repaint()

    #expect(emulated.receive() > 0)
    #expect(emulated.screen.screenText == canvas.text)
  }

  @Test func `everything is given back when left and closed`() throws {
    let emulated = try EmulatedTerminal()
    var canvas = Canvas(rows: 10, columns: 30)
    canvas.write("ours", row: 0, column: 0)
    emulated.show(canvas)
    #expect(emulated.screen.isAlternateScreen)
    #expect(emulated.screen.pastesAreBracketed)
    #expect(!emulated.settings.isCanonical)
    #expect(!emulated.settings.makesSignals)

    emulated.terminal.leave()
    emulated.receive()

    #expect(!emulated.screen.isAlternateScreen)
    #expect(!emulated.screen.pastesAreBracketed)
    #expect(emulated.screen.cursorIsVisible)
    #expect(emulated.settings == emulated.originalSettings)

    emulated.terminal.enter()
    emulated.receive()

    #expect(emulated.screen.isAlternateScreen)
    #expect(emulated.screen.pastesAreBracketed)
    #expect(!emulated.screen.cursorIsVisible)
    #expect(!emulated.settings.isCanonical)
    #expect(emulated.screen.screenText == canvas.text)

    emulated.terminal.close()
    emulated.terminal.close()
    emulated.receive()

    #expect(emulated.screen.modes == [7, 25])
    #expect(!emulated.screen.keypadIsApplication)
    #expect(emulated.settings == emulated.originalSettings)
    #expect(emulated.screen.unknownSequences == [])
  }

  @Test func `a terminal of unknown type is refused`() {
    #expect(throws: TerminalError.unknownType("no-such-terminal")) {
      _ = try EmulatedTerminal(type: "no-such-terminal")
    }
    #expect(throws: TerminalError.noCursorAddressing("dumb")) {
      _ = try EmulatedTerminal(type: "dumb")
    }
  }

  @Test func `what is not a terminal is refused`() throws {
    #expect(throws: TerminalError.notATerminal) {
      _ = try Terminal(Terminal.Options(type: "xterm"), descriptor: -1)
    }
  }

  @Test func `text is put on the clipboard`() throws {
    let emulated = try EmulatedTerminal()

    #expect(emulated.terminal.write(clipboard: "org_01"))
    emulated.receive()

    #expect(emulated.screen.clipboards == ["b3JnXzAx"])
  }
}
