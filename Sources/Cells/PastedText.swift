/// Text that is being pasted, until the mark of its end arrives.
struct PastedText: Sendable {
  /// The mark in seven bits and, as UTF-8, in eight.
  private static let marks = ["\u{1B}[201~", "\u{9B}201~"].map { Array($0.utf8) }
  private static let longestMark = 6

  private var bytes: [UInt8] = []
  /// The last of the bytes that were dropped, in which the end may be.
  private var dropped: [UInt8] = []

  /// Takes a byte; tells whether the mark of the end is now whole.
  mutating func append(_ byte: UInt8) -> Bool {
    if bytes.count < KeyDecoder.pasteLimit {
      bytes.append(byte)
    } else {
      dropped = dropped.suffix(PastedText.longestMark - 1) + [byte]
    }
    guard byte == UInt8(ascii: "~"), let mark = PastedText.marks.first(where: hasEnded) else {
      return false
    }
    bytes.removeLast(max(0, mark.count - dropped.count))
    return true
  }

  private func hasEnded(with mark: [UInt8]) -> Bool {
    (bytes.suffix(mark.count) + dropped).suffix(mark.count).elementsEqual(mark)
  }

  /// What a file may begin with to say how it is written, which is no text.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Terminals send a pasted newline as CR.
  func text() -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    let hasMark = bytes.starts(with: Self.byteOrderMark)
    for byte in hasMark ? bytes.dropFirst(Self.byteOrderMark.count) : bytes[...] {
      if byte == 0x0D {
        text.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        text.append(byte)
      }
      previous = byte
    }
    if bytes.count >= KeyDecoder.pasteLimit - PastedText.longestMark { text.dropTornCharacter() }
    return String(decoding: text, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Takes off the first bytes of a character whose others were dropped.
  fileprivate mutating func dropTornCharacter() {
    guard let lead = suffix(3).lastIndex(where: { $0 & 0xC0 != 0x80 }), self[lead] >= 0xC2 else {
      return
    }
    let length = self[lead] < 0xE0 ? 2 : self[lead] < 0xF0 ? 3 : 4
    if count - lead < length { removeSubrange(lead...) }
  }
}
