/// A line of text with a caret between its grapheme clusters.
///
/// Places are kept as counts of UTF-8 bytes, so that a key costs what it changes, not what is there.
package struct LineEditor: Equatable, Sendable {
  package private(set) var text: String
  /// The bytes of UTF-8 before the caret.
  private(set) var offset: Int
  /// What was killed, to be yanked; the owner of several lines hands it from one to the next.
  var kills = KillBuffer()
  private(set) var history = LineHistory()

  /// - Parameter caret: the number of characters before it; at the end if none is given.
  package init(text: String, caret: Int? = nil) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    offset = text.utf8.count
    if let caret {
      let index = text.index(text.startIndex, offsetBy: max(0, caret), limitedBy: text.endIndex)
      self.place(at: index ?? text.endIndex)
    }
  }

  /// Lines are the same when they look the same, whatever was done to them before.
  package static func == (one: LineEditor, other: LineEditor) -> Bool {
    one.offset == other.offset && one.text == other.text
  }

  package var textBeforeCaret: Substring { text[..<position] }
  package var textAfterCaret: Substring { text[position...] }

  /// Carries out an action of the key map; false when it is not one about lines.
  package mutating func perform(_ action: Action) -> Bool {
    let isKill = action.isKill
    defer { kills.isOpen = isKill && kills.isOpen }
    if !isKill { history.closeRun() }
    switch action {
    case .caretLeft: place(at: before(position))
    case .caretRight: place(at: after(position))
    case .caretWordLeft: place(at: startOfLetters)
    case .caretWordRight: place(at: endOfLetters)
    case .caretToStart: place(at: text.startIndex)
    case .caretToEnd: place(at: text.endIndex)
    case .deleteBackward: replace(before(position)..<position, with: "")
    case .deleteForward: replace(position..<after(position), with: "")
    case .deleteWord: killBackward(to: startOfWord)
    case .deleteWordBackward: killBackward(to: startOfLetters)
    case .deleteWordForward: killForward(to: endOfLetters)
    case .deleteToStart: killBackward(to: text.startIndex)
    case .deleteToEnd: killForward(to: text.endIndex)
    case .yank: replace(position..<position, with: kills.text)
    case .undoTyping: undo()
    default: return false
    }
    return true
  }

  /// Types text at the caret; line breaks and other control characters become spaces.
  package mutating func insert(_ text: String) {
    kills.isOpen = false
    // What is pasted is a step of its own.
    let isTyped = text.dropFirst().isEmpty
    replace(position..<position, with: LineEditor.oneLine(text), isTyped: isTyped)
  }

  /// What was pasted, as one line: without the line break at its end, others as spaces.
  package static func oneLine(_ text: String) -> String {
    String(withoutBreakAtEnd(text).map { isControl($0) ? " " : $0 })
  }

  /// How many characters of what was pasted become spaces: line breaks, tabs and the like. A break of two
  /// characters counts once.
  static func controls(in text: String) -> Int {
    withoutBreakAtEnd(text).count(where: isControl)
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  private static func withoutBreakAtEnd(_ text: String) -> Substring {
    var text = Substring(text)
    while let last = text.last, last.isNewline { text.removeLast() }
    return text
  }

  /// Goes on where it was left.
  ///
  /// - Parameter offset: the bytes of UTF-8 before the caret; nil: at the end.
  mutating func resume(at offset: Int?, _ history: LineHistory) {
    self.history = history
    if let offset { self.offset = min(offset, text.utf8.count) }
  }
}

// MARK: - Places

extension LineEditor {
  private var position: String.Index {
    text.utf8.index(text.startIndex, offsetBy: offset)
  }

  /// Puts the caret there, or behind the character that the place is within.
  private mutating func place(at index: String.Index) {
    var index = index
    if index < text.endIndex, index > text.startIndex {
      let next = text.index(after: index)
      if text.index(before: next) != index { index = next }
    }
    offset = text.utf8.distance(from: text.startIndex, to: index)
  }

  private func before(_ index: String.Index) -> String.Index {
    index > text.startIndex ? text.index(before: index) : index
  }

  private func after(_ index: String.Index) -> String.Index {
    index < text.endIndex ? text.index(after: index) : index
  }

  private func start(
    from index: String.Index, while isPart: (Character) -> Bool
  ) -> String.Index {
    var start = index
    while start > text.startIndex, isPart(text[text.index(before: start)]) {
      start = text.index(before: start)
    }
    return start
  }

  private func end(
    from index: String.Index, while isPart: (Character) -> Bool
  ) -> String.Index {
    var end = index
    while end < text.endIndex, isPart(text[end]) { end = text.index(after: end) }
    return end
  }

  private var startOfWord: String.Index {
    start(from: start(from: position, while: \.isWhitespace)) { !$0.isWhitespace }
  }

  /// Where the word of letters and digits begins that the caret is in, or that is before it.
  private var startOfLetters: String.Index {
    start(from: start(from: position) { !$0.isInWord }, while: \.isInWord)
  }

  private var endOfLetters: String.Index {
    end(from: end(from: position) { !$0.isInWord }, while: \.isInWord)
  }
}

// MARK: - Changes

extension LineEditor {
  /// Puts a text in place of all of it.
  mutating func replaceAll(with text: String) {
    replace(self.text.startIndex..<self.text.endIndex, with: LineEditor.oneLine(text))
  }

  private mutating func killBackward(to start: String.Index) {
    kills.add(text[start..<position], isBefore: true)
    replace(start..<position, with: "")
  }

  private mutating func killForward(to end: String.Index) {
    kills.add(text[position..<end], isBefore: false)
    replace(position..<end, with: "")
  }

  private mutating func replace(
    _ range: Range<String.Index>, with new: String, isTyped: Bool = false
  ) {
    guard !range.isEmpty || !new.isEmpty else { return }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    history.add(
      LineHistory.Edit(
        start: start, removed: String(text[range]), inserted: new, caret: offset),
      isTyped: isTyped)
    text.replaceSubrange(range, with: new)
    place(atByte: start + new.utf8.count)
  }

  private mutating func undo() {
    guard let edit = history.removeLast() else { return }
    let start = text.utf8.index(text.startIndex, offsetBy: edit.start)
    let end = text.utf8.index(start, offsetBy: edit.inserted.utf8.count)
    text.replaceSubrange(start..<end, with: edit.removed)
    place(atByte: edit.caret)
  }

  /// What was apart may now be one character: then the caret goes behind it.
  private mutating func place(atByte byte: Int) {
    place(at: text.utf8.index(text.startIndex, offsetBy: byte))
  }
}

extension Character {
  fileprivate var isInWord: Bool { isLetter || isNumber }
}

extension Action {
  /// Whether it moves the caret of a line or changes the line.
  var isAboutLine: Bool {
    var probe = LineEditor(text: "")
    return probe.perform(self)
  }

  /// Whether what was typed in a line is sent or left by it, or at least out of mind.
  var leavesLine: Bool {
    !isAboutLine && ![.help, .repaint, .suspend, .toggleDomainState].contains(self)
  }

  /// Whether it takes away a part of a line that can be yanked.
  var isKill: Bool {
    switch self {
    case .deleteWord, .deleteWordBackward, .deleteWordForward, .deleteToStart, .deleteToEnd: true
    default: false
    }
  }
}
