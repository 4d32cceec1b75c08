import Cells

/// Keys that go far: by screenfuls, by organizations, by sections.
extension KeyMap {
  static let paging: [KeyBinding] = [
    KeyBinding(
      .pageDown, [.control("f"), .pageDown], in: .scrolling.with(.draftFound), "screen down",
      "a screenful down"),
    KeyBinding(
      .pageUp, [.control("b"), .pageUp], in: .scrolling.with(.draftFound), "screen up",
      "a screenful up"),
    KeyBinding(
      .halfPageDown, [.control("d")], in: .scrolling.with(.draftFound), "half down",
      "half a screenful down"),
    KeyBinding(
      .halfPageUp, [.control("u")], in: .scrolling.with(.draftFound), "half up",
      "half a screenful up"),
    KeyBinding(
      .nextOrganization, [.character("]"), .character("n")], in: [.detail], "next",
      "the next organization of the list, on the next page too", footer: 40),
    KeyBinding(
      .previousOrganization, [.character("["), .character("N")], in: [.detail], "before",
      "the organization before, on the page before too", footer: 58),
  ]

  static let conflictMoving: [KeyBinding] = [
    KeyBinding(
      .pageDown, [.control("f"), .pageDown], in: [.conflict], "screen down", "a screenful down"),
    KeyBinding(.pageUp, [.control("b"), .pageUp], in: [.conflict], "screen up", "a screenful up"),
    KeyBinding(
      .moveToFirst, [.character("g"), .home], in: [.conflict], "first", "to the beginning"),
    KeyBinding(.moveToLast, [.character("G"), .end], in: [.conflict], "last", "to the end"),
  ]

  static let formMoving: [KeyBinding] = [
    KeyBinding(.pageDown, [.pageDown], in: [.form], "screen down", "a screenful down"),
    KeyBinding(.pageUp, [.pageUp], in: [.form], "screen up", "a screenful up"),
    KeyBinding(
      .nextSection, [.control("n"), .alt(.down), .held(.control, .down)], in: [.form],
      "next section", "to the domains, to the metadata, to the name"),
    KeyBinding(
      .previousSection, [.control("p"), .alt(.up), .held(.control, .up)], in: [.form],
      "section before", "to the beginning of the section, or of the one before"),
  ]

  static let killed: [KeyBinding] = [
    KeyBinding(
      .yank, [.control("y")], in: .typing, "put back",
      "put in what was erased last as words, or as the rest or the start of a line"),
    KeyBinding(
      .undoTyping, [.control("_")], in: .typing, "undo", "undo what was last typed or erased"),
  ]
}
