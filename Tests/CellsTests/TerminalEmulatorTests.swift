import Cells
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20)))
struct TerminalEmulatorTests {
  @Test(arguments: [
    ("one\r\ntwo", "one\ntwo\n"),
    ("abcdefgh", "abcdef\ngh\n"),
    ("\u{1B}[2;3HX\u{1B}[1GY\u{1B}[1dZ", " Z\nY X\n"),
    ("abc\u{1B}[2D\u{1B}[K", "a\n\n"),
    ("abcdef\u{1B}[3G\u{1B}[2X", "ab  ef\n\n"),
    ("abcdef\u{1B}[3G\u{1B}[2P", "abef\n\n"),
    ("abcdef\u{1B}[3G\u{1B}[2@", "ab  cd\n\n"),
    ("1\r\n2\r\n3\n", "2\n3\n"),
    ("1\r\n2\r\n3\u{1B}[H\u{1B}[L", "\n1\n2"),
    ("1\r\n2\r\n3\u{1B}[H\u{1B}[M", "2\n3\n"),
    ("1\r\n2\r\n3\u{1B}[2;3r\u{1B}[3;1H\n", "1\n3\n"),
    ("1\r\n2\r\n3\u{1B}[H\u{1B}M", "\n1\n2"),
    ("1\r\n2\r\n3\u{1B}[2;1H\u{1B}[J", "1\n\n"),
    ("a\u{1B}[4b", "aaaaa\n\n"),
    ("\u{1B}(0lqk\u{1B}(Bq", "┌─┐q\n\n"),
    ("漢字\u{1B}[2GX", " X字\n\n"),
    ("abcde漢", "abcde\n漢\n"),
    ("e\u{301}x", "e\u{301}x\n\n"),
    ("main\u{1B}[?1049hother\u{1B}[?1049l", "main\n\n"),
    ("a\tb\u{8}c", "a   cb\n\n"),
    ("\u{1B}[?7labcdefgh\u{1B}[?7h", "abcdeh\n\n"),
  ])
  func `sequences do to the screen what they do in xterm`(sequence: String, screen: String) {
    var emulator = TerminalEmulator(rows: 3, columns: 6)

    emulator.feed(sequence)

    #expect(emulator.screenText == screen)
    #expect(emulator.unknownSequences == [])
  }

  @Test func `attributes are kept for each cell`() {
    var emulator = TerminalEmulator(rows: 1, columns: 10)

    emulator.feed("\u{1B}[1;31mA\u{1B}[22;7;39mB\u{1B}[0;2;9;38;5;200mC\u{1B}[mD")

    var expected = Array(repeating: TerminalEmulator.Attributes(), count: 4)
    expected[0].isBold = true
    expected[0].foreground = 1
    expected[1].isReversed = true
    expected[2].isDim = true
    expected[2].isStruckThrough = true
    expected[2].foreground = 200
    #expect((0..<4).map { emulator.attributes(row: 0, column: $0) } == expected)
  }

  @Test func `modes, titles and the clipboard are recorded`() {
    var emulator = TerminalEmulator(rows: 1, columns: 10)

    emulator.feed("\u{1B}[?1049;2004h\u{1B}[?25l\u{1B}]2;title\u{7}\u{1B}]52;c;Zm9v\u{1B}\\")

    #expect(emulator.modes == [7, 1049, 2004])
    #expect(!emulator.cursorIsVisible)
    #expect(emulator.title == "title")
    #expect(emulator.clipboards == ["Zm9v"])
  }

  @Test func `what is not understood is recorded`() {
    var emulator = TerminalEmulator(rows: 1, columns: 10)

    emulator.feed("\u{1B}[>5q\u{1B}Qa\u{1B}[1$zb\u{1}")
    emulator.feed([0xFF, 0x63])

    #expect(
      emulator.unknownSequences == ["␛[>5q", "␛Q", "␛[1$z", "control 1", "\u{FFFD}"])
    #expect(emulator.screenText == "abc")
  }

  @Test func `any bytes are survived`() {
    var generator = SplitMix(state: 11)
    var emulator = TerminalEmulator(rows: 5, columns: 9)
    let alphabet = Array("\u{1B}[]?;0123456789HJKLMPSTX@bdrmhlABCDGM78(0漢e\u{301}\n\r\t".utf8)

    for step in 0..<200_000 {
      emulator.feed([alphabet.randomElement(using: &generator) ?? 0])
      if step % 5_000 == 0 {
        emulator.resize(rows: step % 7, columns: step % 11)
      }
    }

    #expect(emulator.cursorPosition.row < emulator.rows)
    #expect(emulator.cursorPosition.column < emulator.columns)
  }
}
