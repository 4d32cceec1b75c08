import Cells

/// The keys by which it is chosen which events are shown; those of the tab itself are its actions.
extension KeyMap {
  static let events: [KeyBinding] = [
    KeyBinding(
      .pick, [.enter, .character(" ")], in: [.eventChoice], "show", "show the marked ones",
      footer: 10),
    KeyBinding(
      .back, [.escape, .character("q")], in: [.eventChoice], "close", "close; nothing changes",
      footer: 90),
  ]
}
