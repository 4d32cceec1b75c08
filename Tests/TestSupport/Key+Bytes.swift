import Cells

extension Key {
  /// What an xterm sends for a key.
  package func bytes(inApplicationMode: Bool) -> [UInt8] {
    if case .held(let modifiers, let key) = self {
      return Key.bytes(of: key, held: modifiers, inApplicationMode: inApplicationMode)
    }
    let introducer = inApplicationMode ? "\u{1B}O" : "\u{1B}["
    let text =
      switch self {
      case .character(let character): String(character)
      case .control(let character): Key.controlCode(character)
      case .function(let number): Key.functionSequence(number)
      case .up: introducer + "A"
      case .down: introducer + "B"
      case .right: introducer + "C"
      case .left: introducer + "D"
      case .home: introducer + "H"
      case .end: introducer + "F"
      case .insert: "\u{1B}[2~"
      case .delete: "\u{1B}[3~"
      case .pageUp: "\u{1B}[5~"
      case .pageDown: "\u{1B}[6~"
      case .backspace: "\u{7F}"
      case .enter: "\r"
      case .tab: "\t"
      case .backTab: "\u{1B}[Z"
      case .escape: "\u{1B}"
      case .paste(let text): Key.bracketed(text)
      case .held: ""
      }
    return Array(text.utf8)
  }

  /// Alt is ESC before the key; Ctrl and Shift are a number in its sequence.
  private static func bytes(
    of key: Key, held modifiers: Modifiers, inApplicationMode: Bool
  ) -> [UInt8] {
    if modifiers.contains(.alt) {
      return [0x1B]
        + key.held(with: modifiers.subtracting(.alt)).bytes(inApplicationMode: inApplicationMode)
    }
    var bytes = key.bytes(inApplicationMode: false)
    let number = "\(modifiers.rawValue + 1)"
    if let end = bytes.popLast() {
      bytes += Array((end == UInt8(ascii: "~") ? ";\(number)" : "1;\(number)").utf8) + [end]
    }
    return bytes
  }

  private static func bracketed(_ text: String) -> String {
    "\u{1B}[200~" + String(text.map { $0 == "\n" ? "\r" : $0 }) + "\u{1B}[201~"
  }

  private static func controlCode(_ character: Character) -> String {
    let value = (character.asciiValue ?? 0x40) & 0x1F
    return String(Unicode.Scalar(value))
  }

  private static func functionSequence(_ number: Int) -> String {
    switch number {
    case 1: "\u{1B}OP"
    case 2: "\u{1B}OQ"
    case 3: "\u{1B}OR"
    case 4: "\u{1B}OS"
    case 5: "\u{1B}[15~"
    case 6...10: "\u{1B}[\(number + 11)~"
    default: "\u{1B}[\(number + 12)~"
    }
  }
}
