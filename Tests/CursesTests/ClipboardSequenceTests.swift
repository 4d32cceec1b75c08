import Testing

@testable import Curses

@Suite(.timeLimit(.minutes(20)))
struct ClipboardSequenceTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("é漢", "w6nmvKI="),
  ])
  func `text is encoded in base64`(text: String, encoded: String) {
    #expect(sequence(text, .none) == "␛]52;c;\(encoded)␇")
  }

  @Test func `tmux is asked itself and asked to pass it on`() {
    #expect(sequence("foo", .tmux) == "␛]52;c;Zm9v␇␛Ptmux;␛␛]52;c;Zm9v␇␛\\")
  }

  @Test func `screen passes it on in pieces`() throws {
    let text = String(repeating: "foo", count: 100)

    let request = try #require(sequence(text, .screen))

    let pieces = request.split(separator: "␛\\")
    #expect(pieces.count == 2)
    #expect(pieces.allSatisfy { $0.hasPrefix("␛P") })
    #expect(pieces.map { $0.dropFirst(2) }.joined().hasPrefix("␛]52;c;Zm9vZm9v"))
  }

  @Test func `text too long for terminals is refused`() {
    #expect(sequence(String(repeating: "x", count: 56_244), .none) != nil)
    #expect(sequence(String(repeating: "x", count: 56_245), .none) == nil)
  }

  private func sequence(_ text: String, _ multiplexer: Terminal.Multiplexer) -> String? {
    ClipboardSequence.bytes(for: text, through: multiplexer).map { bytes in
      String(
        String(decoding: bytes, as: UTF8.self).map {
          $0 == "\u{1B}" ? "␛" : $0 == "\u{7}" ? "␇" : $0
        })
    }
  }
}
