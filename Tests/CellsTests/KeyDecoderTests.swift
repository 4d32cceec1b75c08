import TestSupport
import Testing

@testable import Cells

@Suite(.timeLimit(.minutes(5)))
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

  @Test func `escape is itself at the end of a batch and Alt before a character`() {
    #expect(decode("\u{1B}") == [.escape])
    #expect(decode("\u{1B}j") == [.alt("j")])
    #expect(decode("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(decode("\u{1B}\u{1B}é") == [.escape, .alt("é")])
    #expect(decode("\u{1B}\u{7F}\u{1B}\r") == [.alt("\u{7F}"), .alt("\r")])
    #expect(decode("\u{1B}\u{1}") == [.escape, .control("a")])
  }

  @Test func `an unknown escape sequence is no key`() {
    #expect(decode("\u{1B}[1;5dq\u{1B}Ojx") == [.character("q"), .character("x")])
    #expect(decode("\u{1B}[") == [.alt("[")])
    #expect(decode("a\u{1B}[I") == [.character("a")])
  }

  @Test func `function keys keep their place among characters`() {
    var decoder = KeyDecoder()

    let keys = decoder.decode(bytes("a") + [.key(.up)] + bytes("\u{1B}") + [.key(.function(1))])

    #expect(keys == [.character("a"), .up, .escape, .function(1)])
  }

  @Test func `a paste is one key however many batches it takes`() {
    var decoder = KeyDecoder()

    #expect(decoder.decode(bytes("x") + [.pasteBegin] + bytes("one\rt")) == [.character("x")])
    #expect(decoder.isPasting)
    #expect(decoder.decode(bytes("wo\r\nd\u{1B}") + [.key(.delete)]) == [])
    let keys = decoder.decode(bytes("é") + [.pasteEnd] + bytes("y"))

    #expect(keys == [.paste("one\ntwo\nd\u{1B}é"), .character("y")])
    #expect(!decoder.isPasting)
  }

  @Test func `a paste keeps its first mebibyte`() {
    var decoder = KeyDecoder()
    let text = "a" + String(repeating: "é", count: 600_000)

    let keys = decoder.decode([.pasteBegin] + bytes(text) + [.pasteEnd] + bytes("y"))

    let kept = "a" + String(repeating: "é", count: (KeyDecoder.pasteLimit - 1) / 2)
    #expect(keys == [.paste(kept), .character("y")])
  }

  /// On a slow line an ESC may come alone, and is then the Escape key.
  @Test func `the marks of a paste are known without their ESC`() {
    var decoder = KeyDecoder()

    #expect(decoder.decode([.byte(0x1B)]) == [.escape])
    #expect(decoder.decode(bytes("[200~y\r")) == [])
    #expect(decoder.decode(bytes("d") + [.byte(0x1B)]) == [])
    #expect(decoder.decode(bytes("[201~j")) == [.paste("y\nd"), .character("j")])
    #expect(decoder.decode(bytes("[")) == [.character("[")])
    #expect(
      decoder.decode(bytes("a\u{1B}[200~y\u{1B}[201~b")) == [
        .character("a"), .paste("y"), .character("b"),
      ])
  }

  @Test func `the end of a paste is known where all else is dropped`() {
    var decoder = KeyDecoder()
    let text = String(repeating: "a", count: KeyDecoder.pasteLimit + 3)

    let keys = decoder.decode([.pasteBegin] + bytes(text + "\u{1B}[201~y"))

    #expect(keys == [.paste(String(text.dropLast(3))), .character("y")])
  }

  @Test func `the end of a paste that never began is ignored`() {
    var decoder = KeyDecoder()

    #expect(decoder.decode([.pasteEnd] + bytes("y")) == [.character("y")])
  }

  @Test func `a character cut by the end of a batch is completed by the next`() {
    var decoder = KeyDecoder()

    #expect(decoder.decode([.byte(0x61), .byte(0xE6), .byte(0xBC)]) == [.character("a")])
    #expect(decoder.decode([.byte(0xA2)]) == [.character("漢")])
  }

  @Test func `bytes that are not text are no keys and harm none`() {
    var decoder = KeyDecoder()

    let keys = decoder.decode([.byte(0xFF), .byte(0xC3), .byte(0x61), .byte(0x80), .byte(0x62)])

    #expect(keys == [.character("a"), .character("b")])
  }

  @Test func `any input in any batches is survived`() {
    var generator = SplitMix(state: 7)
    var decoder = KeyDecoder()
    for _ in 0..<2_000 {
      let batch = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
        switch UInt8.random(in: 0...255, using: &generator) {
        case 0: TerminalInput.pasteBegin
        case 1, 2: TerminalInput.pasteEnd
        case 3: TerminalInput.key(.home)
        case 4...40: TerminalInput.byte(0x1B)
        default: TerminalInput.byte(UInt8.random(in: 0...255, using: &generator))
        }
      }

      let keys = decoder.decode(batch)

      #expect(keys.count <= batch.count + 3)
    }
  }

  private func decode(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.decode(bytes(text))
  }

  private func bytes(_ text: String) -> [TerminalInput] {
    text.utf8.map { .byte($0) }
  }
}
