/// A control sequence as a terminal sends it, taken whole: ESC, `[` or `O`, and so on to its end.
///
/// ECMA-48 says where one ends; which are keys, xterm, rxvt, kitty and the Linux console say.
struct KeySequence: Equatable, Sendable {
  enum Introducer: Equatable, Sendable {
    /// CSI, `ESC [`.
    case control
    /// SS3, `ESC O`.
    case singleShift
  }

  /// Longer ones are no keys; their end is still waited for.
  static let limit = 64

  let introducer: Introducer
  /// Whether ESC came before, which is Alt.
  let isAlt: Bool
  /// What stands between the introducer and the end.
  private(set) var body = ""
  private(set) var isTooLong = false

  init(_ introducer: Introducer, isAlt: Bool) {
    self.introducer = introducer
    self.isAlt = isAlt
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    isTooLong = isTooLong || body.unicodeScalars.count >= KeySequence.limit
    if !isTooLong { body.unicodeScalars.append(scalar) }
  }

  /// The sequence as it was sent, in seven bits.
  func text(endingIn end: Unicode.Scalar) -> String {
    (introducer == .control ? "\u{1B}[" : "\u{1B}O") + body + String(end)
  }

  /// Whether `$` ends it, as rxvt ends keys held with Shift; reports have two numbers before theirs.
  var mayEndInDollar: Bool {
    !body.isEmpty && body.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
  }

  /// The key it stands for; nil for reports, and for all that is not known.
  func key(endingIn end: Unicode.Scalar) -> Key? {
    // Private ones, and those with other signs in them, are answers to questions.
    guard !isTooLong, let parameters = KeyParameters(body) else { return nil }
    let key =
      switch introducer {
      case .control: KeySequence.key(control: end, parameters)
      case .singleShift: KeySequence.key(singleShift: end, parameters)
      }
    return isAlt ? key?.held(with: .alt) : key
  }

  private static func key(control end: Unicode.Scalar, _ parameters: KeyParameters) -> Key? {
    switch end {
    case "~": return tilde(parameters)
    case "^": return parameters.only.flatMap(numbered)?.held(with: .control)
    case "$": return parameters.only.flatMap(numbered)?.held(with: .shift)
    case "@": return parameters.only.flatMap(numbered)?.held(with: [.control, .shift])
    case "u": return parameters.key(ofCharacter: parameters.first)
    case "Z": return parameters.held(.backTab)
    case "a": return parameters.isEmpty ? .up.held(with: .shift) : nil
    case "b": return parameters.isEmpty ? .down.held(with: .shift) : nil
    case "c": return parameters.isEmpty ? .right.held(with: .shift) : nil
    case "d": return parameters.isEmpty ? .left.held(with: .shift) : nil
    // With numbers it tells where the cursor is, which F3 with others held looks like.
    case "R": return parameters.isEmpty ? .function(3) : nil
    default: return cursorKey(end).flatMap(parameters.heldByLast)
    }
  }

  /// The keypad in application mode among them, which the program itself switches on.
  private static func key(singleShift end: Unicode.Scalar, _ parameters: KeyParameters) -> Key? {
    switch end {
    case "M": return parameters.heldByLast(.enter)
    case "I": return parameters.heldByLast(.tab)
    case "R": return parameters.heldByLast(.function(3))
    case "X": return parameters.heldByLast(.character("="))
    case " ": return parameters.heldByLast(.character(" "))
    case "a": return .up.held(with: .control)
    case "b": return .down.held(with: .control)
    case "c": return .right.held(with: .control)
    case "d": return .left.held(with: .control)
    case "j"..."y":
      // `*` to `9` in the order of ASCII.
      return Unicode.Scalar(end.value - 0x40).flatMap {
        parameters.heldByLast(.character(Character($0)))
      }
    default: return cursorKey(end).flatMap(parameters.heldByLast)
    }
  }

  private static func cursorKey(_ end: Unicode.Scalar) -> Key? {
    switch end {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H": .home
    case "F": .end
    case "P": .function(1)
    case "Q": .function(2)
    case "S": .function(4)
    default: nil
    }
  }

  private static func tilde(_ parameters: KeyParameters) -> Key? {
    // xterm's modifyOtherKeys: 27, what is held, the character.
    if parameters.first == 27 { return parameters.key(ofCharacter: parameters.third) }
    return parameters.first.flatMap(numbered).flatMap(parameters.held)
  }

  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...24: .function(number - 12)
    default: nil
    }
  }
}

/// The numbers of a control sequence.
private struct KeyParameters {
  /// Each with its parts, which colons separate.
  private let numbers: [[Int?]]

  /// Nil when there are other signs among them.
  init?(_ text: String) {
    guard text.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) || $0 == ";" || $0 == ":" })
    else { return nil }
    numbers =
      text.isEmpty
      ? []
      : text.split(separator: ";", omittingEmptySubsequences: false).map { number in
        number.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      }
  }

  var isEmpty: Bool { numbers.isEmpty }
  var first: Int? { numbers.first?.first ?? nil }
  var third: Int? { numbers.count == 3 ? numbers[2].first ?? nil : nil }
  var only: Int? { numbers.count == 1 ? first : nil }

  /// A key with what the second number says is held; nil when that is not known, or it was let go.
  func held(_ key: Key) -> Key? {
    guard numbers.count <= 2 else { return nil }
    return modifiers(numbers.count == 2 ? numbers[1] : [nil]).map { key.held(with: $0) }
  }

  /// The same where a letter is the key, before which older terminals send that number alone.
  func heldByLast(_ key: Key) -> Key? {
    guard numbers.count <= 2 else { return nil }
    return modifiers(numbers.last ?? [nil]).map { key.held(with: $0) }
  }

  /// The key of a character's number, held with what the second number says.
  func key(ofCharacter code: Int?) -> Key? {
    guard let code, let key = KeyParameters.key(ofCode: code),
      let modifiers = modifiers(numbers.count > 1 ? numbers[1] : [nil])
    else { return nil }
    // kitty tells the character that the layout has with Shift.
    if modifiers.contains(.shift), let shifted = numbers[0].dropFirst().first ?? nil, code != 27,
      let character = KeyParameters.key(ofCode: shifted)
    {
      return character.held(with: modifiers.subtracting(.shift))
    }
    return key.held(with: modifiers)
  }

  private func modifiers(_ number: [Int?]) -> Key.Modifiers? {
    // The second part is 3 when a key is let go.
    if number.count > 1, number[1] == 3 { return nil }
    guard let mask = (number.first ?? nil).map({ $0 - 1 }) else { return [] }
    // Caps Lock and Num Lock are 64 and 128; with others, such as Super, keys mean nothing here.
    let held = mask & ~192
    return (0...7).contains(held) ? Key.Modifiers(rawValue: UInt8(held)) : nil
  }

  private static func key(ofCode code: Int) -> Key? {
    switch code {
    case 8, 127: return .backspace
    case 9: return .tab
    case 13: return .enter
    case 27: return .escape
    case 57399...57408: return .character(Character(String(code - 57399)))
    case 57409...57426: return keypad[code - 57409]
    // The other private ones are keys that stand for no character.
    case 57344...63743: return nil
    default:
      guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init), code >= 0x20,
        !(0x7F..<0xA0).contains(code)
      else { return nil }
      return .character(Character(scalar))
    }
  }

  /// The keypad's keys beside the digits, in kitty's order.
  private static let keypad: [Key] = [
    .character("."), .character("/"), .character("*"), .character("-"), .character("+"), .enter,
    .character("="), .character(","),
    .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete,
  ]
}
