import Cells

/// How keys are written on screen and in the documentation.
package enum KeyName {
  package static func of(_ key: Key) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + String(character).uppercased()
    case .function(let number): "F\(number)"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .insert: "Ins"
    case .delete: "Del"
    case .backspace: "Backspace"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "⇧Tab"
    case .escape: "Esc"
    case .paste: "paste"
    case .held(let modifiers, let key):
      (modifiers.contains(.alt) ? "Alt-" : "") + (modifiers.contains(.control) ? "^" : "")
        + (modifiers.contains(.shift) ? "⇧" : "") + of(key)
    }
  }

  package static func of(_ keys: [Key]) -> String {
    keys.map(of).joined(separator: " ")
  }
}
