import Cells
import TestSupport
import Testing

@testable import Curses

extension TerminalTests {
  /// What is worked out ahead is on the terminal when it is wanted, and never before.
  @MainActor
  @Suite(.serialized)
  struct PreparedFrameTests {
    private static func canvas(_ text: String, row: Int = 3) -> Canvas {
      var canvas = Canvas(rows: 10, columns: 30)
      canvas.write(text, row: row, column: 2, style: Style(color: .red, attributes: .reverse))
      canvas.focus = Position(row: row, column: 2)
      return canvas
    }

    @Test func `a frame that was prepared is sent when it is shown, once, and as it is`() throws {
      let emulated = try EmulatedTerminal()
      emulated.show(Self.canvas("first"))
      let next = Self.canvas("second", row: 5)

      emulated.terminal.prepare(next)
      #expect(emulated.receive() == 0)
      #expect(emulated.screen.screenText == Self.canvas("first").text)
      emulated.terminal.showPrepared()

      #expect(emulated.receive() > 0)
      #expect(emulated.screen.screenText == next.text)
      #expect(emulated.screen.cursorPosition == Position(row: 5, column: 2))
      #expect(emulated.show(next) == 0)
      emulated.terminal.showPrepared()
      #expect(emulated.receive() == 0)
    }

    @Test func `a frame that is shown after all is sent as it was prepared`() throws {
      let emulated = try EmulatedTerminal()
      emulated.show(Self.canvas("first"))
      let next = Self.canvas("second")

      emulated.terminal.prepare(next)

      #expect(emulated.show(next) > 0)
      #expect(emulated.screen.screenText == next.text)
    }

    @Test func `what was prepared and does not come leaves no trace`() throws {
      let emulated = try EmulatedTerminal()
      emulated.show(Self.canvas("first"))
      var blinking = Self.canvas("second", row: 7)
      blinking.cursor = Position(row: 7, column: 4)

      emulated.terminal.prepare(blinking)
      #expect(emulated.show(Self.canvas("first")) == 0)
      emulated.terminal.prepare(blinking)
      emulated.show(Self.canvas("third", row: 4))

      #expect(emulated.screen.screenText == Self.canvas("third", row: 4).text)
      #expect(emulated.screen.cursorPosition == Position(row: 4, column: 2))
      #expect(!emulated.screen.cursorIsVisible)
    }

    @Test func `whatever is prepared, shown, drawn anew or resized, the screen is what was shown`()
      throws
    {
      let emulated = try EmulatedTerminal()
      var generator = SplitMix(state: 7)
      var shown = Self.canvas("start")
      emulated.show(shown)
      let texts = ["漢字かな", "e\u{301}e\u{301}", "ascii text", "👩‍💻👍🏽🇫🇷", "──│", "   "]
      func next() -> Canvas {
        var canvas = shown
        for _ in 0..<Int.random(in: 1...12, using: &generator) {
          let text = texts.randomElement(using: &generator) ?? ""
          let color = Style.Color.allCases.randomElement(using: &generator) ?? .standard
          canvas.write(
            text, row: Int.random(in: 0...9, using: &generator),
            column: Int.random(in: 0...29, using: &generator), style: Style(color: color))
        }
        let isTyping = Bool.random(using: &generator)
        let place = Position(row: Int.random(in: 0...9, using: &generator), column: 1)
        canvas.cursor = isTyping ? place : nil
        canvas.focus = place
        return canvas
      }
      for step in 0..<400 {
        let prepared = next()
        if step % 4 != 3 { emulated.terminal.prepare(prepared) }
        switch Int.random(in: 0..<8, using: &generator) {
        case 0, 1, 2:
          emulated.terminal.showPrepared()
          if step % 4 != 3 { shown = prepared }
        case 3, 4:
          shown = next()
          emulated.terminal.show(shown)
        case 5: emulated.terminal.repaint()
        case 6: emulated.terminal.show(shown)
        default:
          emulated.resize(rows: 10, columns: 30)
          emulated.terminal.show(shown)
        }
        emulated.receive()
        #expect(emulated.screen.screenText == shown.text, "step \(step)")
        #expect(emulated.screen.cursorIsVisible == (shown.cursor != nil))
        #expect(emulated.screen.cursorPosition == shown.cursor ?? shown.focus)
        // What is still prepared now is what the next steps come upon.
      }
      #expect(emulated.screen.unknownSequences == [])
    }
  }
}
