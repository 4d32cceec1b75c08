import Cells

/// How keys are written on screen and in the documentation.
package enum KeyName {
  package static func of(_ key: Key) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + String(character).uppercased()
    case .alt(let character): "Alt-" + String(character)
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
    }
  }

  package static func of(_ keys: [Key]) -> String {
    keys.map(of).joined(separator: " ")
  }
}
