/// One thing a person did at the keyboard.
package enum Key: Hashable, Sendable {
  /// A printable character, one grapheme cluster.
  case character(Character)
  /// A letter or sign held with Ctrl, named in lower case: `^S` is `control("s")`.
  case control(Character)
  /// A character held with Alt (sent as ESC and the character).
  case alt(Character)
  /// F1 is `function(1)`.
  case function(Int)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case insert, delete, backspace
  case enter, tab, backTab, escape
  /// Text pasted as a whole (bracketed paste), control characters included.
  case paste(String)
}
