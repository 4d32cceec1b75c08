/// Makes keys of the bytes that a terminal sends.
///
/// What is in them is taken whole, as ECMA-48 and xterm define it, in however many batches it comes:
/// control sequences to their end, strings to theirs, the old report of the mouse with its three
/// characters, pasted text. What is not a key is dropped, and none of its letters is taken for one.
/// ESC right before a key in a batch is that key held with Alt. ESC by itself is the Escape key, once
/// nothing has followed it for as long as the caller waits.
package struct KeyDecoder: Sendable {
  /// Pasted bytes beyond this are dropped, and a string that is longer is given up.
  package static let pasteLimit = 1 << 20
  /// How long something unfinished may pause; what comes later is keys again.
  package static let patience = Duration.milliseconds(500)
  /// How long a paste, or what nobody has typed, may pause before a key is believed to be one.
  package static let pastePatience = Duration.seconds(2)
  /// Nobody presses another key that soon after Escape.
  private static let rollover = Duration.milliseconds(100)
  /// Scalars of one character beyond this begin another, so that joining them stays cheap.
  private static let clusterLimit = 16

  private enum State {
    case ground
    /// After ESC; `isAlt` when there was another before, as rxvt sends Alt and an arrow.
    case escape(isAlt: Bool)
    /// In a sequence of the terminal's own kind.
    case own(String, isAlt: Bool)
    case sequence(KeySequence)
    /// After `ESC [ [`, one letter before the end of a function key on the Linux console.
    case console(isAlt: Bool)
    /// In a string that a terminal sends (DCS, OSC, PM, APC, SOS), which ST ends, or BEL.
    case string(count: Int, hasEscape: Bool)
    /// In the old report of the mouse, so many characters before its end.
    case mouse(left: Int)
    case paste(PastedText)
  }

  private let table: KeyTable
  private var units = InputUnitReader()
  private var state = State.ground
  /// The character being put together, and whether it is held with Alt.
  private var cluster = ""
  private var clusterIsAlt = false
  private var keys: [Key] = []
  private var lastInput = Duration.zero
  /// When an ESC was given out as the Escape key: on a slow line it may have begun a sequence.
  private var escapeGiven: Duration?

  package init(table: KeyTable = KeyTable()) {
    self.table = table
  }

  package var isPasting: Bool { if case .paste = state { true } else { false } }

  /// Whether ESC came last, and is the Escape key if nothing follows soon: see `endOfWait`.
  package var awaitsMore: Bool { if case .escape = state { true } else { false } }

  /// The keys of a batch of bytes.
  ///
  /// - Parameter now: the time on any clock that only goes forward.
  package mutating func decode(_ batch: [UInt8], at now: Duration) -> [Key] {
    guard !batch.isEmpty else { return [] }
    giveUp(before: batch, at: now)
    lastInput = now
    for byte in batch { take(byte) }
    finishCluster()
    defer { keys = [] }
    return keys
  }

  /// The Escape key, when an ESC came last and nothing else in time.
  ///
  /// Several of them are one: whoever presses it in vain would leave more than is in sight.
  package mutating func endOfWait() -> [Key] {
    guard awaitsMore else { return [] }
    state = .ground
    escapeGiven = lastInput
    return [.escape]
  }

  /// Takes note that all keys so far have been dealt with, which may have taken a while.
  ///
  /// What has come meanwhile follows at once on what came before.
  package mutating func rested(at now: Duration) {
    lastInput = now
    if escapeGiven != nil { escapeGiven = now }
  }

  // MARK: Time

  /// Forgets what has been unfinished for too long, or goes on with what seemed to be finished.
  private mutating func giveUp(before batch: [UInt8], at now: Duration) {
    let pause = now - lastInput
    switch state {
    case .ground:
      if let escapeGiven, isLateRest(batch, after: now - escapeGiven) {
        state = .escape(isAlt: false)
      }
    case .escape: break
    case .paste(let pasted):
      if batch.count == 1, pause >= KeyDecoder.pastePatience {
        keys.append(.paste(pasted.text()))
        state = .ground
      }
    case .own, .sequence, .console, .string, .mouse:
      if pause >= patienceWithUnfinished { state = .ground }
    }
    escapeGiven = nil
  }

  /// How long what was begun may pause: a person may have typed its introducer, with Alt, and nothing
  /// of what belongs behind it.
  private var patienceWithUnfinished: Duration {
    let isBegunByTerminal =
      switch state {
      case .string(let count, let hasEscape): count > 0 || hasEscape
      case .sequence(let sequence): sequence.introducer == .control && !sequence.body.isEmpty
      case .own(let beginning, _): beginning.unicodeScalars.count > 2
      case .mouse: true
      case .ground, .escape, .console, .paste: false
      }
    return isBegunByTerminal ? KeyDecoder.pastePatience : KeyDecoder.patience
  }

  /// Whether a batch looks like the rest of a sequence whose ESC was taken for the Escape key.
  private func isLateRest(_ batch: [UInt8], after pause: Duration) -> Bool {
    guard pause < KeyDecoder.patience, let first = batch.first else { return false }
    let introducer = Character(Unicode.Scalar(first))
    guard let second = batch.dropFirst().first else {
      return pause < KeyDecoder.rollover && "[O]P_^X".contains(introducer)
    }
    let next = Character(Unicode.Scalar(second))
    // Nobody types the end of a string.
    let hasEnd = zip(batch, batch.dropFirst()).contains { $0 == 0x1B && $1 == 0x5C }
    if hasEnd, "]P_^X".contains(introducer) { return true }
    switch introducer {
    case "[": return "0123456789<=>?".contains(next) || ("A"..."Z").contains(next)
    case "O": return ("A"..."Z").contains(next) || ("j"..."y").contains(next)
    case "]": return "0123456789lL".contains(next)
    case "P": return "0123456789>!".contains(next)
    case "_": return next == "G"
    // No key is bound to it, and after Esc no text is typed.
    case "^": return true
    default: return false
    }
  }

  // MARK: Bytes

  private mutating func take(_ byte: UInt8) {
    if case .paste(var pasted) = state {
      // Not two copies of the text at a time.
      state = .ground
      if pasted.append(byte) {
        keys.append(.paste(pasted.text()))
      } else {
        state = .paste(pasted)
      }
      return
    }
    for unit in units.take(byte) { take(unit) }
  }

  private mutating func take(_ unit: InputUnit) {
    if case .mouse(let left) = state, unit.isCoordinate {
      state = left > 1 ? .mouse(left: left - 1) : .ground
    } else if let scalar = unit.scalar {
      take(scalar)
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch state {
    case .ground, .paste: takeAtGround(scalar)
    case .escape(let isAlt): takeAfterEscape(scalar, isAlt: isAlt)
    case .own(let beginning, let isAlt): takeOwn(beginning, scalar, isAlt: isAlt)
    case .sequence(let sequence): take(scalar, in: sequence)
    case .console(let isAlt):
      state = .ground
      if ("A"..."E").contains(scalar) {
        give(.function(Int(scalar.value - 0x40)), isAlt: isAlt)
      } else {
        take(scalar)
      }
    case .string(let count, let hasEscape): takeInString(scalar, count, hasEscape: hasEscape)
    case .mouse:
      state = .ground
      take(scalar)
    }
  }

  private mutating func takeAtGround(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x1B:
      finishCluster()
      state = .escape(isAlt: false)
    case 0x00..<0x20, 0x7F:
      finishCluster()
      keys.append(KeyDecoder.key(control: scalar))
    case 0x80..<0xA0:
      finishCluster()
      begin(control: scalar, isAlt: false)
    default: type(scalar)
    }
  }

  private mutating func takeAfterEscape(_ scalar: Unicode.Scalar, isAlt: Bool) {
    let own = "\u{1B}" + String(scalar)
    switch scalar.value {
    case 0x1B: state = .escape(isAlt: true)
    case _ where table[own] != nil: takeOwn("\u{1B}", scalar, isAlt: isAlt)
    // The C1 controls in seven bits; with ESC before one in eight, that one is held with Alt.
    case 0x4F, 0x50, 0x58, 0x5B, 0x5D, 0x5E, 0x5F:
      begin(control: Unicode.Scalar(scalar.value + 0x40) ?? scalar, isAlt: isAlt)
    case 0x80..<0xA0: begin(control: scalar, isAlt: true)
    case _ where table.hasMore(beginning: own): takeOwn("\u{1B}", scalar, isAlt: isAlt)
    case 0x00..<0x20, 0x7F:
      state = .ground
      keys.append(.alt(KeyDecoder.key(control: scalar)))
    default:
      state = .ground
      type(scalar)
      clusterIsAlt = true
    }
  }

  private mutating func takeOwn(_ beginning: String, _ scalar: Unicode.Scalar, isAlt: Bool) {
    let sequence = beginning + String(scalar)
    if let key = table[sequence] {
      state = .ground
      give(key, isAlt: isAlt)
    } else if table.hasMore(beginning: sequence) {
      state = .own(sequence, isAlt: isAlt)
    } else {
      state = .ground
      take(scalar)
    }
  }

  /// Begins what a C1 control begins; the others are no keys.
  private mutating func begin(control: Unicode.Scalar, isAlt: Bool) {
    switch control.value {
    case 0x8F: state = .sequence(KeySequence(.singleShift, isAlt: isAlt))
    case 0x9B: state = .sequence(KeySequence(.control, isAlt: isAlt))
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: state = .string(count: 0, hasEscape: false)
    default: state = .ground
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar, in sequence: KeySequence) {
    let isNumber = ("0"..."9").contains(scalar) || scalar == ";" || scalar == ":"
    switch sequence.introducer {
    case .singleShift where isNumber: append(scalar, to: sequence)
    case .singleShift where (0x20..<0x7F).contains(scalar.value): end(sequence, with: scalar)
    case .control where scalar == "$" && sequence.mayEndInDollar: end(sequence, with: scalar)
    case .control where (0x20..<0x40).contains(scalar.value): append(scalar, to: sequence)
    case .control where (0x40..<0x7F).contains(scalar.value): end(sequence, with: scalar)
    default:
      // Controls do not belong to one: what was begun is given up. CAN and SUB do only that.
      state = .ground
      if scalar.value != 0x18, scalar.value != 0x1A { take(scalar) }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, to sequence: KeySequence) {
    var sequence = sequence
    sequence.append(scalar)
    state = .sequence(sequence)
  }

  private mutating func end(_ sequence: KeySequence, with scalar: Unicode.Scalar) {
    state = .ground
    if let key = table[sequence.text(endingIn: scalar)] { return give(key, isAlt: sequence.isAlt) }
    if sequence.introducer == .control {
      switch (sequence.body, scalar) {
      case ("200", "~"):
        state = .paste(PastedText())
        return
      case ("", "M"):
        state = .mouse(left: 3)
        return
      case ("", "["):
        state = .console(isAlt: sequence.isAlt)
        return
      default: break
      }
    }
    if let key = sequence.key(endingIn: scalar) { keys.append(key) }
  }

  private mutating func takeInString(_ scalar: Unicode.Scalar, _ count: Int, hasEscape: Bool) {
    switch scalar.value {
    case 0x5C where hasEscape: state = .ground
    case 0x07, 0x18, 0x1A, 0x9C: state = .ground
    case 0x1B: state = .string(count: count, hasEscape: true)
    case _ where hasEscape:
      // Another sequence begins where this one was broken off.
      takeAfterEscape(scalar, isAlt: false)
    default:
      state =
        count < KeyDecoder.pasteLimit ? .string(count: count + 1, hasEscape: false) : .ground
    }
  }

  // MARK: Keys

  private mutating func give(_ key: Key, isAlt: Bool) {
    keys.append(isAlt ? .alt(key) : key)
  }

  /// Adds a scalar to the character that it belongs to.
  private mutating func type(_ scalar: Unicode.Scalar) {
    var extended = cluster
    extended.unicodeScalars.append(scalar)
    if extended.unicodeScalars.count > KeyDecoder.clusterLimit || extended.count > 1 {
      finishCluster()
      extended = String(scalar)
    }
    cluster = extended
  }

  private mutating func finishCluster() {
    guard let character = cluster.first else { return }
    keys.append(clusterIsAlt ? .alt(character) : .character(character))
    cluster = ""
    clusterIsAlt = false
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

extension InputUnit {
  /// Whether it can be a part of the old report of the mouse.
  fileprivate var isCoordinate: Bool {
    switch self {
    case .scalar(let scalar): scalar.value == 0 || scalar.value >= 0x20
    case .invalid: true
    }
  }
}

extension Unicode.Scalar {
  fileprivate var lowercasedASCII: Unicode.Scalar {
    Unicode.Scalar("A"..."Z" ~= self ? value + 0x20 : value) ?? self
  }
}
