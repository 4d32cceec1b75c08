/// One thing a person did at the keyboard.
package indirect enum Key: Hashable, Sendable {
  /// A printable character, one grapheme cluster.
  case character(Character)
  /// A letter or sign held with Ctrl, named in lower case: `^S` is `control("s")`.
  case control(Character)
  /// F1 is `function(1)`.
  case function(Int)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case insert, delete, backspace
  case enter, tab, backTab, escape
  /// Text pasted as a whole (bracketed paste), control characters included.
  case paste(String)
  /// Another key held with keys that have no name above: with Alt, or `←` with Ctrl.
  case held(Modifiers, Key)

  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
  }

  package static func alt(_ character: Character) -> Key {
    Key.character(character).held(with: .alt)
  }

  package static func alt(_ key: Key) -> Key {
    key.held(with: .alt)
  }

  /// This key with others held; the key that has a name of its own, where there is one.
  package func held(with modifiers: Modifiers) -> Key {
    switch self {
    case .held(let others, let key): return key.held(with: modifiers.union(others))
    // What was pasted is text, whatever came before.
    case .paste: return self
    case .tab where modifiers.contains(.shift):
      return .backTab.held(with: modifiers.subtracting(.shift))
    case .character(let character) where modifiers.contains(.control):
      let lowercase = character.isASCII ? Character(character.lowercased()) : character
      return .control(lowercase).held(with: modifiers.subtracting(.control))
    case .character(let character) where modifiers.contains(.shift):
      let uppercase = character.isASCII ? Character(character.uppercased()) : character
      return .character(uppercase).held(with: modifiers.subtracting(.shift))
    default: return modifiers.isEmpty ? self : .held(modifiers, self)
    }
  }
}
