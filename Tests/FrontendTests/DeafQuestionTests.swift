import Cells
import Foundation
import Frontend
import TestSupport
import Testing
import ViewModel
import WorkOS

/// No question hears an answer that was given before it could be read.
struct DeafQuestionTests {
  /// What answers a question, by pane; each write or loss in the program is behind one of them.
  private static let answers: [PaneName: [Key]] = [
    .deletion: [.character("y")], .naming: [.character("x"), .enter],
    .discarding: [.character("y")], .quitting: [.character("s"), .character("x")],
    .restoring: [.character("y")],
    .review: [.enter, .character("y"), .function(2)],
    .conflict: [.control("s"), .character("m"), .character("t")],
  ]

  @Test(arguments: PaneName.asking)
  func `what has just been asked hears no answer, and an ignored key starts the wait anew`(
    pane: PaneName
  ) throws {
    for answer in try #require(Self.answers[pane]) {
      let driver = Driver.reachingAnew(pane)
      var console = driver

      console.pause = .milliseconds(249)
      for _ in 0..<5 { console.press(answer) }
      #expect(console.console == driver.console, "\(answer)")
      #expect(console.pane == pane, "\(answer)")
      #expect(console.screen.text.contains("oo soon"), "\(answer)")

      console.pause = .milliseconds(250)
      console.press(answer)
      #expect(console.reacted(since: driver), "\(answer)")
    }
  }

  @Test(arguments: PaneName.asking)
  func `a key that is held down never answers`(pane: PaneName) throws {
    for answer in try #require(Self.answers[pane]) {
      let driver = Driver.reachingAnew(pane)
      var console = driver

      console.pause = .milliseconds(33)
      for _ in 0..<100 { console.press(answer) }

      #expect(console.console == driver.console, "\(answer)")
      #expect(console.pane == pane, "\(answer)")
    }
  }

  @Test(arguments: PaneName.asking)
  func `a yes at the end of a burst of other keys is none`(pane: PaneName) throws {
    // Where text is asked for, letters are the answer.
    guard ![.naming, .losing].contains(pane) else { return }
    for answer in try #require(Self.answers[pane]) {
      var console = Driver.reachingAnew(pane)
      console.pause = .seconds(1)
      console.press(.insert)
      let before = console.console

      console.pressAtOnce(.function(5), .insert, .function(6), answer)

      #expect(console.console == before, "\(answer)")
      console.pause = .milliseconds(300)
      console.press(answer)
      #expect(console.console != before || console.pane != pane, "\(answer)")
    }
  }

  @Test(arguments: PaneName.asking)
  func `a yes behind a paste is none, for a paste may hold the mark of its own end`(
    pane: PaneName
  ) throws {
    for answer in try #require(Self.answers[pane]) {
      var console = Driver.reachingAnew(pane)
      console.pause = .seconds(1)
      let before = console.console

      console.press(.paste("Acme"))
      console.pressAtOnce(answer, answer)

      #expect(console.console == before, "\(answer)")
    }
  }

  // Keyboards repeat a key that is held after half a second or so, longer than a question is deaf.
  @Test(arguments: [250, 450, 500, 660], [Key.control("s"), .function(2)])
  func `a key that brought a question up is no yes while it is held`(delay: Int, key: Key) {
    var console = Driver.editing(Sample.acme)
    console.type("!")
    console.press(key)
    #expect(console.pane == .review)

    console.pause = .milliseconds(delay)
    console.press(key)
    console.pause = .milliseconds(33)
    for _ in 0..<100 { console.press(key) }

    #expect(console.console.editor.session?.phase == .reviewing)
    console.pause = .milliseconds(800)
    console.press(key)
    #expect(console.console.editor.session?.phase != .reviewing)
  }

  @Test(arguments: [0, 60, 300, 600], ["new", "Quick One", "cement", "steel", "Acme", "Jackson"])
  func `a name typed where a draft is asked about is no command`(pause: Int, name: String) {
    var console = Driver.listing([Sample.acme, Sample.globex])
    console.press(.character("a"))
    console.type("Kept")
    console.press(.escape, .character("a"))
    #expect(console.pane == .draftFound)
    let before = console.console

    console.pause = .milliseconds(pause)
    console.type(name)

    #expect(console.pane == .draftFound)
    #expect(console.console.editor == before.editor)
    #expect(console.console.deletions == before.deletions)
  }

  @Test func `a no that is typed ahead closes nothing, and what follows it does nothing`() {
    var console = Driver.listing([Sample.acme])
    console.press(.character("d"))

    console.pressAtOnce(.character("n"), .character("e"), .character("x"))

    #expect(console.pane == .deletion)
    #expect(console.console.editor.session == nil)
  }

  @Test func `keys behind a paste into the list do nothing`() {
    var console = Driver.listing([Sample.acme])

    console.press(.paste("Acme"))
    console.pressAtOnce(.character("d"))
    #expect(console.pane == .list)

    console.press(.character("d"))
    #expect(console.pane == .deletion)
  }

  @Test func `a question that has got another size is read anew`() {
    var console = Driver.listing([Sample.acme])
    console.press(.character("d"))
    console.pause = .seconds(1)
    console.press(.control("l"))
    console.columns = 60
    _ = console.screen

    console.pause = .milliseconds(100)
    console.press(.character("y"))

    #expect(console.pane == .deletion)
  }

  @Test(arguments: PaneName.asking)
  func `a question that is not on the terminal yet hears nothing however long it takes`(
    pane: PaneName
  ) throws {
    for answer in try #require(Self.answers[pane]) {
      var console = Driver.reachingAnew(pane)
      console.hideQuestion()
      let before = console

      console.pressUnseen(answer, after: .seconds(5))

      #expect(console.console == before.console, "\(answer)")
    }
  }

  @Test(arguments: PaneName.asking)
  func `every question can be left at once`(pane: PaneName) {
    var console = Driver.reachingAnew(pane)
    console.pause = .zero

    console.press(.escape)

    #expect(console.pane != pane)
    #expect(!console.questions.contains { $0.isWrite })
  }

  @Test(arguments: [
    [Key.control("s"), .control("s")], [.control("s"), .enter], [.control("s"), .character("y")],
    [.control("r"), .character("y")], [.control("r"), .tab, .enter],
  ])
  func `what is typed ahead in the form neither sends nor discards`(keys: [Key]) {
    var console = Driver.editing(Sample.acme)
    console.type("!")

    console.pause = .zero
    console.drawsAfterEachKey = false
    for key in keys { console.press(key) }

    #expect(console.console.editor.session?.draft.name == "Acme Corporation!")
    #expect(!console.questions.contains { $0.isWrite })
  }

  @Test func `what is typed ahead from the list neither sends, deletes, creates nor quits`() {
    let driver = Driver.listing([Sample.acme])
    let ahead: [[Key]] = [
      [.character("e"), .character("!"), .control("s"), .enter],
      [.character("a"), .character("N"), .control("s"), .control("s")],
      [.character("d"), .character("y")], [.character("d"), .tab, .enter],
      [.character("d"), .escape, .character("d"), .character("y")],
    ]
    for keys in ahead {
      var console = driver
      for key in keys { console.pressUnseen(key, after: .zero) }
      #expect(!console.questions.contains { $0.isWrite }, "\(keys)")
      #expect(console.console.deletions.underway.isEmpty, "\(keys)")
      #expect(console.console.quitting == .no, "\(keys)")
    }
  }

  @Test func `a question about an organization that has changed is another one`() {
    var console = Driver.listing([Sample.acme])
    console.press(.character("d"))
    console.press(.control("l"))
    console.pause = .milliseconds(100)
    var changed = Sample.acme
    changed.name = "Acme Incorporated"
    console.answerRead(.success(changed))

    console.press(.character("y"))

    #expect(console.pane == .deletion)
    console.pause = .milliseconds(250)
    console.press(.character("y"))
    #expect(console.console.deletions.underway.count == 1)
  }

  @Test func `a question that another program's screen was over has to be read anew`() {
    var console = Driver.reaching(.deletion)
    console.press(.control("z"))

    console.pause = .milliseconds(100)
    console.press(.character("y"))

    #expect(console.pane == .deletion)
  }

  @Test func `what came in time is not said to have come too soon`() {
    var console = Driver.reachingAnew(.deletion)
    console.pause = .zero
    console.press(.character("y"))

    console.pause = .milliseconds(300)
    console.press(.tab)

    #expect(!console.screen.text.contains("oo soon"))
  }
}

extension Driver {
  /// A pane that asks, whose question has been on screen for no time at all.
  fileprivate static func reachingAnew(_ pane: PaneName) -> Driver {
    var driver = Driver.reaching(pane)
    driver.hideQuestion()
    _ = driver.screen
    return driver
  }

  fileprivate func reacted(since before: Driver) -> Bool {
    console != before.console || pane != before.pane || questions != before.questions
      || events.count > before.events.count + 1
  }
}
