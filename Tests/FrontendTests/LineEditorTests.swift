import Frontend
import TestSupport
import Testing

/// Lines of text and their caret.
@Suite(.timeLimit(.minutes(20)))
struct LineEditorTests {
  @Test(arguments: [
    ("👩‍👩‍👧‍👦", "family"), ("e\u{301}", "accent"), ("🇩🇪", "flag"), ("界", "wide"), ("한", "syllable"),
  ])
  func `a character goes as a whole`(character: String, name: String) {
    var line = LineEditor(text: "a\(character)b")

    _ = line.perform(.caretLeft)
    _ = line.perform(.deleteBackward)

    #expect(line.text == "ab")
    #expect(line.caret == 1)
  }

  @Test(arguments: [
    (Action.deleteBackward, "one tw three", 6), (.deleteForward, "one twothree", 7),
    (.deleteWord, "one  three", 4), (.deleteToStart, " three", 0), (.deleteToEnd, "one two", 7),
    (.caretToStart, "one two three", 0), (.caretToEnd, "one two three", 13),
    (.caretLeft, "one two three", 6), (.caretRight, "one two three", 8),
    (.caretWordLeft, "one two three", 4), (.caretWordRight, "one two three", 13),
    (.deleteWordBackward, "one  three", 4), (.deleteWordForward, "one two", 7),
  ])
  func `each action does what it says`(action: Action, text: String, caret: Int) {
    var line = LineEditor(text: "one two three", caret: 7)

    let isDone = line.perform(action)

    #expect(isDone)
    #expect(line.text == text)
    #expect(line.caret == caret)
  }

  @Test(arguments: [
    Action.deleteBackward, .deleteForward, .deleteWord, .deleteToStart, .deleteToEnd, .caretLeft,
    .caretRight, .caretToStart, .caretToEnd, .caretWordLeft, .caretWordRight,
    .deleteWordBackward, .deleteWordForward,
  ])
  func `an empty line takes every action`(action: Action) {
    var line = LineEditor(text: "")

    _ = line.perform(action)

    #expect(line == LineEditor(text: ""))
  }

  @Test func `a word goes with the spaces behind it`() {
    var line = LineEditor(text: "acme   corp   ")

    _ = line.perform(.deleteWord)

    #expect(line.text == "acme   ")
  }

  @Test func `with Alt a word is letters and digits only`() {
    var line = LineEditor(text: "mail.acme-2.example")

    _ = line.perform(.caretWordLeft)
    #expect(line.textBeforeCaret == "mail.acme-2.")
    _ = line.perform(.deleteWordBackward)
    #expect(line.text == "mail.acme-example")
    _ = line.perform(.caretToStart)
    _ = line.perform(.caretWordRight)
    _ = line.perform(.deleteWordForward)

    #expect(line.text == "mail-example")
  }

  @Test func `a mark that is typed joins the character before it`() {
    var line = LineEditor(text: "e")

    line.insert("\u{301}")

    #expect(line.characters == ["e\u{301}"])
    #expect(line.caret == 1)
  }

  @Test func `what comes together by erasing is one character`() {
    var line = LineEditor(text: "🇩x🇪", caret: 2)

    _ = line.perform(.deleteBackward)

    #expect(line.characters == ["🇩🇪"])
  }

  @Test(arguments: [
    ("a\n", "a"), ("a\r\n\r\n", "a"), ("a\nb", "a b"), ("a\tb", "a b"), ("\u{1b}[0m", " [0m"),
    ("\u{9b}", " "), ("", ""),
  ])
  func `what is pasted is one line`(text: String, line: String) {
    #expect(LineEditor.oneLine(text) == line)
  }

  // MARK: Killing and undoing

  @Test func `kills that follow one another come back as one`() {
    var line = LineEditor(text: "one two three four", caret: 13)

    for action: Action in [.deleteWord, .deleteWord, .deleteToEnd, .deleteToEnd] {
      _ = line.perform(action)
    }
    #expect(line.text == "one ")
    _ = line.perform(.caretToStart)
    _ = line.perform(.yank)

    #expect(line.text == "two three fourone ")
    #expect(line.caret == 14)
  }

  @Test func `a kill after something else begins anew, and erasing kills nothing`() {
    var line = LineEditor(text: "one two three")

    _ = line.perform(.deleteWord)
    _ = line.perform(.caretLeft)
    _ = line.perform(.deleteWord)
    _ = line.perform(.deleteBackward)
    _ = line.perform(.deleteForward)
    _ = line.perform(.yank)

    #expect(line.text == "onetwo")
  }

  @Test func `a kill of nothing keeps what was killed`() {
    var line = LineEditor(text: "one")

    for action: Action in [.deleteToStart, .caretLeft, .deleteToEnd, .yank, .yank] {
      _ = line.perform(action)
    }

    #expect(line.text == "oneone")
  }

  @Test func `undo goes back word by word, kill by kill, to the beginning`() {
    var line = LineEditor(text: "old")
    for character in " one two" { line.insert(String(character)) }
    _ = line.perform(.deleteToStart)
    line.insert("pasted text")

    var texts: [String] = []
    for _ in 0..<6 {
      _ = line.perform(.undoTyping)
      texts.append(line.text)
    }

    #expect(texts == ["", "old one two", "old one ", "old ", "old", "old"])
    #expect(line.caret == 3)
  }

  @Test func `undo brings the caret back to where it was`() {
    var line = LineEditor(text: "one two three", caret: 7)

    _ = line.perform(.deleteWord)
    _ = line.perform(.caretToEnd)
    _ = line.perform(.undoTyping)

    #expect(line == LineEditor(text: "one two three", caret: 7))
  }

  @Test func `whatever was done, undoing all of it brings the text back`() {
    var random = SplitMix(state: 11)
    let actions: [Action] = [
      .caretLeft, .caretRight, .caretWordLeft, .caretToStart, .caretToEnd, .deleteBackward,
      .deleteForward, .deleteWord, .deleteWordForward, .deleteToStart, .deleteToEnd, .yank,
    ]
    for _ in 0..<200 {
      let text = UnicodeText.random(using: &random)
      var line = LineEditor(text: text)
      for _ in 0..<30 {
        if Bool.random(using: &random) {
          line.insert(UnicodeText.random(using: &random))
        } else if let action = actions.randomElement(using: &random) {
          _ = line.perform(action)
        }
      }
      for _ in 0..<60 { _ = line.perform(.undoTyping) }

      #expect(Array(line.text.unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test func `any keys leave the caret between two characters`() {
    var random = SplitMix(state: 7)
    let actions: [Action] = [
      .caretLeft, .caretRight, .caretToStart, .caretToEnd, .deleteBackward, .deleteForward,
      .deleteWord,
    ]

    for _ in 0..<300 {
      var line = LineEditor(text: UnicodeText.random(using: &random))
      for _ in 0..<20 {
        if Bool.random(using: &random) {
          line.insert(UnicodeText.random(using: &random))
        } else if let action = actions.randomElement(using: &random) {
          _ = line.perform(action)
        }
        #expect((0...line.characters.count).contains(line.caret))
        #expect(line.characters == Array(line.text))
      }
    }
  }
}
