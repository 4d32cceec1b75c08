/// A line of text with a caret between its grapheme clusters.
package struct LineEditor: Equatable, Sendable {
  package private(set) var characters: [Character]
  /// The number of characters before the caret.
  package private(set) var caret: Int

  package init(text: String, caret: Int? = nil) {
    characters = Array(text)
    self.caret = min(max(caret ?? characters.count, 0), characters.count)
  }

  package var text: String { String(characters) }
  package var textBeforeCaret: String { String(characters[..<caret]) }

  /// Carries out an action of the key map; false when it is not one about lines.
  package mutating func perform(_ action: Action) -> Bool {
    switch action {
    case .caretLeft: caret = max(0, caret - 1)
    case .caretRight: caret = min(characters.count, caret + 1)
    case .caretWordLeft: caret = startOfLetters
    case .caretWordRight: caret = endOfLetters
    case .caretToStart: caret = 0
    case .caretToEnd: caret = characters.count
    case .deleteBackward: delete(from: caret - 1)
    case .deleteForward: delete(to: caret + 1)
    case .deleteWord: delete(from: startOfWord)
    case .deleteWordBackward: delete(from: startOfLetters)
    case .deleteWordForward: delete(to: endOfLetters)
    case .deleteToStart: delete(from: 0)
    case .deleteToEnd: delete(to: characters.count)
    default: return false
    }
    return true
  }

  /// Types text at the caret; line breaks and other control characters become spaces.
  package mutating func insert(_ text: String) {
    let before = textBeforeCaret + LineEditor.oneLine(text)
    let after = String(characters[caret...])
    // Joined as text, since a combining mark belongs to the character before it.
    characters = Array(before + after)
    caret = min(Array(before).count, characters.count)
  }

  /// What was pasted, as one line: without the line break at its end, others as spaces.
  package static func oneLine(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, last.isNewline { text.removeLast() }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  private var startOfWord: Int {
    var start = caret
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    return start
  }

  /// Where the word of letters and digits begins that the caret is in, or that is before it.
  private var startOfLetters: Int {
    var start = caret
    while start > 0, !characters[start - 1].isInWord { start -= 1 }
    while start > 0, characters[start - 1].isInWord { start -= 1 }
    return start
  }

  private var endOfLetters: Int {
    var end = caret
    while end < characters.count, !characters[end].isInWord { end += 1 }
    while end < characters.count, characters[end].isInWord { end += 1 }
    return end
  }

  private mutating func delete(from start: Int) {
    join(characters[..<max(0, start)], characters[caret...])
  }

  private mutating func delete(to end: Int) {
    join(characters[..<caret], characters[min(end, characters.count)...])
  }

  /// Joined as text, since what was apart may now be one character.
  private mutating func join(_ before: ArraySlice<Character>, _ after: ArraySlice<Character>) {
    characters = Array(String(before) + String(after))
    caret = min(before.count, characters.count)
  }
}

extension Character {
  fileprivate var isInWord: Bool { isLetter || isNumber }
}
