import TestSupport
import Testing

@testable import Cells

@Suite(.timeLimit(.minutes(20)))
struct KeyDecoderTests {
  @Test func `text is one key for each character`() {
    #expect(decode("aé漢") == [.character("a"), .character("é"), .character("漢")])
  }

  @Test func `a character and its marks are one key`() {
    #expect(decode("e\u{301}x") == [.character("e\u{301}"), .character("x")])
    #expect(decode("👩‍💻👍🏽") == [.character("👩‍💻"), .character("👍🏽")])
  }

  @Test func `control codes are keys`() {
    let keys = decode("\u{1}\u{13}\t\r\n\u{8}\u{7F}\0\u{1C}\u{1F}")

    #expect(
      keys == [
        .control("a"), .control("s"), .tab, .enter, .enter, .backspace, .backspace, .control(" "),
        .control("\\"), .control("_"),
      ])
  }

  @Test func `escape by itself is a key when nothing follows in time`() {
    var decoder = KeyDecoder()

    #expect(decoder.decode([0x61, 0x1B], at: .zero) == [.character("a")])
    #expect(decoder.awaitsMore)
    #expect(decoder.endOfWait() == [.escape])
    #expect(!decoder.awaitsMore)
    #expect(decoder.endOfWait() == [])
  }

  /// Whoever presses Esc in vain would otherwise leave more than is in sight.
  @Test func `escape pressed several times at once is pressed once`() {
    #expect(decode("\u{1B}\u{1B}") == [.escape])
    #expect(decode("\u{1B}\u{1B}\u{1B}") == [.escape])
  }

  @Test(arguments: [
    ("j", Key.character("j")), ("é", .character("é")), ("e\u{301}", .character("e\u{301}")),
    ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\r", .enter), ("\t", .tab),
    ("\u{1}", .control("a")), ("\u{13}", .control("s")), ("\u{1B}[D", .left),
    ("\u{1B}\u{1B}[D", .left), ("\u{1B}[3~", .delete), ("\u{1B}OP", .function(1)),
    ("\u{1B}OM", .enter), ("\u{1B}Ov", .character("6")), ("\u{9B}A", .up),
    ("\u{1B}d", .character("d")), ("\u{1B}[[A", .function(1)),
  ])
  func `escape right before a key is that key held with Alt`(sequence: String, key: Key) {
    #expect(decode("\u{1B}" + sequence + "x") == [.alt(key), .character("x")])
  }

  @Test func `what Alt begins by the terminal's own rules is no key and keeps none from coming`() {
    for introducer in ["[", "O", "]", "P", "X", "^", "_"] {
      var decoder = KeyDecoder()

      #expect(decoder.decode(bytes("\u{1B}" + introducer), at: .zero) == [])
      #expect(!decoder.awaitsMore)
      #expect(decoder.decode(bytes("j"), at: .milliseconds(500)) == [.character("j")])
    }
  }

  @Test func `a paste is one key however many batches it takes`() {
    var decoder = KeyDecoder()

    #expect(decoder.decode(bytes("x\u{1B}[200~one\rt"), at: .zero) == [.character("x")])
    #expect(decoder.isPasting)
    #expect(decoder.decode(bytes("wo\r\nd\u{1B}\u{1B}[A"), at: .zero) == [])
    #expect(!decoder.awaitsMore)
    let keys = decoder.decode(bytes("é\u{1B}[201~y"), at: .zero)

    #expect(keys == [.paste("one\ntwo\nd\u{1B}\u{1B}[Aé"), .character("y")])
    #expect(!decoder.isPasting)
  }

  @Test func `a paste keeps its first mebibyte`() {
    let text = "a" + String(repeating: "é", count: 600_000)

    let keys = decode("\u{1B}[200~" + text + "\u{1B}[201~y")

    let kept = "a" + String(repeating: "é", count: (KeyDecoder.pasteLimit - 1) / 2)
    #expect(keys == [.paste(kept), .character("y")])
  }

  @Test(arguments: 0..<9)
  func `the end of a paste is known where all else is dropped`(beyond: Int) {
    let text = String(repeating: "a", count: KeyDecoder.pasteLimit + beyond - 6)

    let keys = decode("\u{1B}[200~" + text + "\u{1B}[201~y")

    #expect(keys == [.paste(String(text.prefix(KeyDecoder.pasteLimit))), .character("y")])
  }

  @Test func `the end of a paste that never began is ignored`() {
    #expect(decode("\u{1B}[201~y") == [.character("y")])
  }

  @Test func `the byte-order mark of a file is no part of what is pasted`() {
    #expect(decode("\u{1B}[200~\u{FEFF}name\rAcme\u{1B}[201~") == [.paste("name\nAcme")])
  }

  @Test func `a paste in eight-bit controls is one`() {
    #expect(decode("\u{9B}200~d\ry\u{9B}201~j") == [.paste("d\ny"), .character("j")])
  }

  /// A line that stalls goes on with more than one byte; a person whose keys seem dead presses one.
  @Test func `a paste without an end is over when a key is pressed long after`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes("\u{1B}[200~lost"), at: .zero) == [])

    #expect(decoder.decode(bytes("y"), at: .milliseconds(1_900)) == [])
    #expect(decoder.decode(bytes("dy"), at: .seconds(10)) == [])
    #expect(decoder.decode([0x1B], at: .seconds(13)) == [.paste("lostydy")])

    #expect(decoder.endOfWait() == [.escape])
    #expect(decoder.decode(bytes("j"), at: .seconds(14)) == [.character("j")])
  }

  @Test func `a character cut by the end of a batch is completed by the next`() {
    var decoder = KeyDecoder()

    #expect(decoder.decode([0x61, 0xE6, 0xBC], at: .zero) == [.character("a")])
    #expect(decoder.decode([0xA2], at: .zero) == [.character("漢")])
  }

  @Test func `bytes that are not text are no keys and harm none`() {
    var decoder = KeyDecoder()

    let keys = decoder.decode(
      [0xFF, 0xC3, 0x61, 0x80, 0x62, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0x63, 0xF5, 0x64], at: .zero)

    #expect(keys == "abcd".map { .character($0) })
  }

  @Test func `any input in any batches is survived`() {
    var generator = SplitMix(state: 7)
    var decoder = KeyDecoder()
    var time = Duration.zero
    for _ in 0..<2_000 {
      let batch = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
        Int.random(in: 0..<7, using: &generator) == 0
          ? 0x1B : UInt8.random(in: 0...255, using: &generator)
      }

      let keys = decoder.decode(batch, at: time)

      #expect(keys.count <= batch.count + 3)
      time += .milliseconds(Int.random(in: 0..<900, using: &generator))
    }
    #expect(decoder.decode(bytes("j"), at: time + .seconds(5)).last == .character("j"))
  }

  private func decode(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.decode(bytes(text), at: .zero) + decoder.endOfWait()
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
