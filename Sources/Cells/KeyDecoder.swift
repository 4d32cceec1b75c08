/// What a terminal delivers, before it is known which key it was.
package enum TerminalInput: Hashable, Sendable {
  /// One byte of UTF-8 text, or a control code.
  case byte(UInt8)
  /// A key that arrived as an escape sequence.
  case key(Key)
  case pasteBegin
  case pasteEnd
}

/// Makes keys of what a terminal delivers.
///
/// ESC and a character in one batch are the character held with Alt; ESC at the end of a batch is
/// the Escape key. An escape sequence that is not known is no key. A character and the marks on it
/// are one key when they come in one batch. Pasted text is kept until its end arrives, over as many
/// batches as it takes.
package struct KeyDecoder: Sendable {
  /// Pasted bytes beyond this are dropped.
  package static let pasteLimit = 1 << 20
  /// Scalars of one character beyond this begin another, so that joining them stays cheap.
  private static let clusterLimit = 16

  /// The bytes of a paste whose end has not arrived; nil: no paste.
  private var pasted: [UInt8]?
  /// The last of its bytes that were dropped, in which its end may be.
  private var dropped: [UInt8] = []
  /// Whether a batch ended in ESC: on a slow line it may have begun the mark of a paste.
  private var hasEndedInEscape = false
  /// A character cut off by the end of a batch, at most three bytes.
  private var incomplete: [UInt8] = []

  package init() {}

  package var isPasting: Bool { pasted != nil }

  package mutating func decode(_ batch: some Sequence<TerminalInput>) -> [Key] {
    var keys: [Key] = []
    var typed = incomplete
    incomplete = []
    // ESC at the end of the batch before may belong to what this one begins with.
    let hadEscape = hasEndedInEscape
    hasEndedInEscape = false
    for input in batch {
      hasEndedInEscape = input == .byte(0x1B)
      switch input {
      case .byte(let byte):
        if pasted != nil {
          paste(byte)
          if byte == KeyDecoder.pasteEndBytes.last, pasteHasEnded { keys += endOfPaste() }
        } else {
          typed.append(byte)
          if byte == KeyDecoder.pasteBeginBytes.last {
            keys += beginOfPaste(in: &typed, after: hadEscape)
          }
        }
      case .key(let key):
        // Within a paste it is text that looks like an escape sequence.
        guard pasted == nil else { continue }
        keys += KeyDecoder.keys(typed: typed)
        typed = []
        keys.append(key)
      case .pasteBegin:
        guard pasted == nil else { continue }
        keys += KeyDecoder.keys(typed: typed)
        typed = []
        pasted = []
      case .pasteEnd:
        keys += endOfPaste()
      }
    }
    incomplete = KeyDecoder.removeIncompleteCharacter(from: &typed)
    keys += KeyDecoder.keys(typed: typed)
    return keys
  }

  private static let pasteBeginBytes = Array("\u{1B}[200~".utf8)
  private static let pasteEndBytes = Array("\u{1B}[201~".utf8)

  /// The keys before the mark that begins a paste, when it arrived in pieces and is the last of these.
  private mutating func beginOfPaste(in typed: inout [UInt8], after hadEscape: Bool) -> [Key] {
    let mark = KeyDecoder.pasteBeginBytes
    if typed.suffix(mark.count).elementsEqual(mark) {
      typed.removeLast(mark.count)
    } else if hadEscape, typed.elementsEqual(mark.dropFirst()) {
      typed = []
    } else {
      return []
    }
    defer { typed = [] }
    pasted = []
    return KeyDecoder.keys(typed: typed)
  }

  /// Whether the mark of its end arrived in pieces, and was taken for text.
  private var pasteHasEnded: Bool {
    let mark = KeyDecoder.pasteEndBytes
    return ((pasted ?? []).suffix(mark.count) + dropped).suffix(mark.count).elementsEqual(mark)
  }

  /// The paste as a key; no key when there is none.
  private mutating func endOfPaste() -> [Key] {
    guard var bytes = pasted else { return [] }
    let mark = KeyDecoder.pasteEndBytes.dropLast(dropped.count)
    if bytes.suffix(mark.count).elementsEqual(mark) { bytes.removeLast(mark.count) }
    pasted = nil
    dropped = []
    return [.paste(KeyDecoder.text(pasted: bytes))]
  }

  private mutating func paste(_ byte: UInt8) {
    if let count = pasted?.count, count < KeyDecoder.pasteLimit {
      pasted?.append(byte)
    } else {
      dropped = dropped.suffix(KeyDecoder.pasteEndBytes.count - 1) + [byte]
    }
  }

  /// Terminals send a pasted newline as CR.
  private static func text(pasted bytes: [UInt8]) -> String {
    var bytes = bytes
    if bytes.count == pasteLimit {
      _ = removeIncompleteCharacter(from: &bytes)
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D {
        text.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        text.append(byte)
      }
      previous = byte
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Takes off the first bytes of a character whose others have not come yet.
  private static func removeIncompleteCharacter(from bytes: inout [UInt8]) -> [UInt8] {
    let tail = bytes.suffix(3)
    guard let lead = tail.lastIndex(where: { $0 & 0xC0 != 0x80 }), bytes[lead] >= 0xC2 else {
      return []
    }
    let length = bytes[lead] < 0xE0 ? 2 : bytes[lead] < 0xF0 ? 3 : bytes[lead] < 0xF5 ? 4 : 1
    guard bytes.count - lead < length else { return [] }
    defer { bytes.removeSubrange(lead...) }
    return Array(bytes[lead...])
  }

  /// The keys that send these bytes; bytes that are not UTF-8 are no keys.
  private static func keys(typed bytes: [UInt8]) -> [Key] {
    var keys: [Key] = []
    var cluster = ""
    var isAlt = false
    func finishCluster() {
      guard let character = cluster.first else { return }
      keys.append(isAlt ? .alt(character) : .character(character))
      cluster = ""
      isAlt = false
    }
    var scalars = scalars(utf8: bytes)[...]
    while let scalar = scalars.popFirst() {
      if isAlt, let rest = afterEscapeSequence(startingWith: scalar, scalars) {
        scalars = rest
        isAlt = false
      } else if scalar.value < 0x20 || scalar.value == 0x7F {
        finishCluster()
        if isAlt, let character = altCharacter(control: scalar) {
          keys.append(.alt(character))
          isAlt = false
        } else {
          if isAlt { keys.append(.escape) }
          isAlt = scalar == "\u{1B}"
          if !isAlt { keys.append(key(control: scalar)) }
        }
      } else {
        var extended = cluster
        extended.unicodeScalars.append(scalar)
        if extended.unicodeScalars.count > clusterLimit || extended.count > 1 {
          finishCluster()
          extended = String(scalar)
        }
        cluster = extended
      }
    }
    finishCluster()
    if isAlt { keys.append(.escape) }
    return keys
  }

  /// What follows the escape sequence of a key that is not known, were ESC before these scalars.
  ///
  /// Its letters must not be taken for keys: they could be anything, `d` for instance.
  private static func afterEscapeSequence(
    startingWith introducer: Unicode.Scalar, _ scalars: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar>? {
    switch introducer {
    case "[":
      let rest = scalars.drop { (0x20...0x3F).contains($0.value) }
      guard let final = rest.first, (0x40...0x7E).contains(final.value) else { return nil }
      return rest.dropFirst()
    case "O":
      guard let final = scalars.first, (0x41...0x7A).contains(final.value) else { return nil }
      return scalars.dropFirst()
    default:
      return nil
    }
  }

  private static func scalars(utf8 bytes: [UInt8]) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): scalars.append(scalar)
      case .emptyInput: return scalars
      case .error: continue
      }
    }
  }

  /// Alt with Backspace is `alt("\u{7F}")`, with Enter `alt("\r")`; others do not exist.
  private static func altCharacter(control scalar: Unicode.Scalar) -> Character? {
    switch scalar.value {
    case 0x08, 0x7F: "\u{7F}"
    case 0x0A, 0x0D: "\r"
    default: nil
    }
  }

  private static func key(control scalar: Unicode.Scalar) -> Key {
    switch scalar.value {
    case 0x00: .control(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case let value: .control(Character(Unicode.Scalar(value + 0x40)?.lowercasedASCII ?? " "))
    }
  }
}

extension Unicode.Scalar {
  fileprivate var lowercasedASCII: Unicode.Scalar {
    Unicode.Scalar("A"..."Z" ~= self ? value + 0x20 : value) ?? self
  }
}
