extension TerminalEmulator {
  /// Where the parser is, between two bytes.
  struct Parser: Sendable {
    enum State: Sendable {
      case ground
      case escape
      /// After `ESC (` and its like, or `ESC #`.
      case designation(UInt8)
      case control
      /// After `ESC ]`, until BEL or ST.
      case operatingSystemCommand
      /// After `ESC P`, `ESC X`, `ESC ^` or `ESC _`, until ST.
      case string
    }

    var state = State.ground
    /// The bytes of the sequence or the UTF-8 character so far.
    var collected: [UInt8] = []
    /// Whether an ESC within a string may begin its end.
    var sawEscape = false
    /// The last printed scalar, for REP.
    var lastPrinted: Unicode.Scalar?
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  package mutating func feed(_ text: String) {
    feed(text.utf8)
  }

  private mutating func feed(_ byte: UInt8) {
    switch parser.state {
    case .ground: ground(byte)
    case .escape: escape(byte)
    case .designation(let set): designate(set, byte)
    case .control: control(byte)
    case .operatingSystemCommand, .string: string(byte)
    }
  }

  private mutating func ground(_ byte: UInt8) {
    if byte >= 0x80 {
      collectCharacter(byte)
    } else {
      if !parser.collected.isEmpty { reportCollected() }
      if byte == 0x1B {
        parser.state = .escape
      } else if byte < 0x20 {
        execute(byte)
      } else if byte != 0x7F {
        print(Unicode.Scalar(byte))
      }
    }
  }

  private mutating func collectCharacter(_ byte: UInt8) {
    parser.collected.append(byte)
    let lead = parser.collected[0]
    let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1
    guard parser.collected.count >= length else { return }
    var decoder = UTF8()
    var iterator = parser.collected.makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&iterator) {
      parser.collected = []
      print(scalar)
    } else {
      reportCollected()
    }
  }

  private mutating func escape(_ byte: UInt8) {
    parser.collected = []
    switch byte {
    case UInt8(ascii: "["): parser.state = .control
    case UInt8(ascii: "]"): parser.state = .operatingSystemCommand
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      parser.state = .string
      parser.collected = [byte]
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "#"), UInt8(ascii: " "):
      parser.state = .designation(byte)
    default:
      parser.state = .ground
      if !escapeSequence(byte) { report("\u{1B}" + String(Unicode.Scalar(byte))) }
    }
  }

  private mutating func designate(_ set: UInt8, _ byte: UInt8) {
    parser.state = .ground
    switch (set, byte) {
    case (UInt8(ascii: "("), UInt8(ascii: "0")): cursor.drawsLines = true
    case (UInt8(ascii: "("), UInt8(ascii: "B")): cursor.drawsLines = false
    case (UInt8(ascii: ")"), _): break
    default: report("\u{1B}" + String(Unicode.Scalar(set)) + String(Unicode.Scalar(byte)))
    }
  }

  private mutating func control(_ byte: UInt8) {
    if byte == 0x1B || byte == 0x18 {
      reportCollected(introducer: "\u{1B}[")
      parser.state = byte == 0x1B ? .escape : .ground
    } else if byte < 0x20 {
      execute(byte)
    } else if byte < 0x40 {
      parser.collected.append(byte)
    } else {
      parser.state = .ground
      let text = String(decoding: parser.collected, as: UTF8.self)
      parser.collected = []
      if !controlSequence(ControlSequence(text), final: Character(Unicode.Scalar(byte))) {
        report("\u{1B}[" + text + String(Unicode.Scalar(byte)))
      }
    }
  }

  private mutating func string(_ byte: UInt8) {
    if parser.sawEscape, byte == UInt8(ascii: "\\") {
      endString()
    } else if parser.sawEscape {
      parser.collected += [0x1B, byte]
      parser.sawEscape = false
    } else if byte == 0x1B {
      parser.sawEscape = true
    } else if byte == 0x07, case .operatingSystemCommand = parser.state {
      endString()
    } else {
      parser.collected.append(byte)
    }
  }

  private mutating func endString() {
    let text = String(decoding: parser.collected, as: UTF8.self)
    let isCommand = if case .operatingSystemCommand = parser.state { true } else { false }
    parser.state = .ground
    parser.collected = []
    parser.sawEscape = false
    guard isCommand else { return report("\u{1B}" + text) }
    let parts = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    switch (parts.first, parts.dropFirst().first) {
    case ("0", let title?), ("2", let title?):
      self.title = String(title)
    case ("52", let request?):
      clipboards.append(String(request.drop { $0 != ";" }.dropFirst()))
    case ("104", nil):
      break  // colours back to those of the terminal
    default:
      report("\u{1B}]" + text)
    }
  }

  private mutating func reportCollected(introducer: String = "") {
    report(introducer + String(decoding: parser.collected, as: UTF8.self))
    parser.collected = []
  }

  func escaped(_ sequence: String) -> String {
    String(sequence.map { $0 == "\u{1B}" ? "␛" : $0 })
  }

  private mutating func report(_ sequence: String) {
    unknownSequences.append(escaped(sequence))
  }
}

/// The parameters of a sequence that begins with `ESC [`.
struct ControlSequence {
  /// `?` or another mark before the parameters.
  let mark: Character?
  let parameters: [Int?]
  /// Whether nothing but digits, `;` and the mark is inside.
  let isPlain: Bool

  init(_ text: String) {
    var text = text[...]
    if let first = text.first, "<=>?".contains(first) {
      mark = text.removeFirst()
    } else {
      mark = nil
    }
    isPlain = text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ";") }
    parameters = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
  }

  /// A parameter, or 1 where it is missing or 0: what most sequences mean by that.
  func count(_ index: Int = 0) -> Int {
    max(1, value(index))
  }

  func value(_ index: Int = 0) -> Int {
    guard parameters.indices.contains(index) else { return 0 }
    return min(parameters[index] ?? 0, 65_535)
  }
}
