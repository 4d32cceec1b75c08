import Cells

/// Keys that look for something in what is laid over the panes, and lead out of it.
extension KeyMap {
  static let searching: [KeyBinding] = [
    KeyBinding(
      .back, [.escape], in: [.json], "close", "drop what is looked for, else close", footer: 90),
    KeyBinding(
      .back, [.escape], in: [.journal, .requests], "close",
      "stop reading what is to be opened, else drop the filter, else close", footer: 90),
    KeyBinding(.close, [.character("q"), .character("J")], in: [.json], "close", "close"),
    KeyBinding(.close, [.character("q"), .character("L")], in: [.journal], "close", "close"),
    KeyBinding(.close, [.character("q"), .character("!")], in: [.requests], "close", "close"),
    KeyBinding(.filter, [.character("/")], in: [.json], "find", "look for text", footer: 20),
    KeyBinding(
      .filter, [.character("/")], in: [.journal, .requests], "filter",
      "show only the lines with what is typed", footer: 21),
    KeyBinding(
      .nextMatch, [.character("n")], in: [.json], "next match", "the next place where it stands",
      footer: 30),
    KeyBinding(
      .previousMatch, [.character("N")], in: [.json], "match before",
      "the place before where it stands"),
    KeyBinding(
      .keepText, [.enter, .tab], in: [.overlaySearch], "keep",
      "back to the lines, with the text kept",
      footer: 10),
    KeyBinding(
      .open, [.enter], in: [.journal, .requests], "go there",
      "open the organization of the line, in the list or not; Esc comes back", footer: 15),
    KeyBinding(
      .showOthers, [.character("o")], in: [.journal], "others",
      "show what was written with other keys or to other environments too, or hide it", footer: 40),
  ]
}
