import Cells
import Foundation
import Frontend
import Testing
import ViewModel

/// Keys that mean nothing where they are pressed.
@Suite(.timeLimit(.minutes(20)))
struct UnboundKeyTests {
  @Test(arguments: [
    (PaneName.list, Key.character("x"), "x does nothing here; ? shows the keys."),
    (.detail, .function(5), "F5 does nothing here; ? shows the keys."),
    (.json, .character("e"), "e does nothing here; ? shows the keys."),
    (.form, .control("v"), "^V does nothing here; F1 shows the keys."),
    (.list, .paste("acme.com"), "What is pasted does nothing here; ? shows the keys."),
  ])
  func `it is said, with the key that shows the others`(pane: PaneName, key: Key, words: String) {
    var driver = Driver.reaching(pane)

    driver.press(key)

    #expect(driver.screen.text.contains(words))
    #expect(driver.pane == pane)
  }

  @Test func `it is said once, and again after another key`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("x"))
    let events = driver.events.count

    driver.press(.character("x"), .character("x"))
    #expect(driver.events.count == events)
    driver.press(.character("g"))
    #expect(!driver.screen.text.contains("x does nothing here"))
    driver.press(.character("x"))

    #expect(driver.screen.text.contains("x does nothing here"))
  }

  @Test(
    arguments: [PaneName.list, .detail, .json, .journal, .requests, .drafts, .person, .signIn],
    ["members", "del", "q", "e", "5j"])
  func `what is typed behind a colon is no command`(pane: PaneName, command: String) {
    var driver = Driver.reaching(pane)
    driver.press(.character(":"))
    let before = driver

    driver.pause = .milliseconds(150)
    driver.type(command)
    driver.press(.backspace, .enter)

    #expect(driver.screen.text.contains("There is no command line here; ? shows the keys."))
    #expect(driver.console == before.console)
    #expect(driver.pane == pane)
  }

  @Test(arguments: [Key.enter, .escape])
  func `the first key behind a command is one again`(end: Key) {
    var driver = Driver.listing([Sample.acme])
    driver.pause = .milliseconds(150)
    driver.press(.character(":"), .character("d"), end)
    #expect(driver.pane == .list)

    driver.press(.character("d"))

    #expect(driver.pane == .deletion)
  }

  @Test(arguments: [Key.character("?"), .function(1)])
  func `the help opens right behind a colon`(key: Key) {
    var driver = Driver.listing([Sample.acme])

    driver.press(.character(":"), key)

    #expect(driver.pane == .help)
  }

  @Test func `a second without a key ends a command`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character(":"), .character("d"))
    #expect(driver.pane == .list)

    driver.pause = .seconds(1)
    driver.press(.character("d"))

    #expect(driver.pane == .deletion)
  }

  @Test func `a colon that is typed or pasted begins no command`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("/"))
    driver.type("ext:1")
    #expect(driver.filterLine?.text == "ext:1")
    driver.press(.escape, .paste(":"))

    driver.press(.character("d"))

    #expect(driver.pane == .deletion)
  }

  @Test func `a question goes on showing its answers`() {
    var driver = Driver.reaching(.deletion)
    let before = driver.screen

    driver.press(.character("x"))

    #expect(driver.screen == before)
    #expect(driver.console.notice == nil)
  }

  @Test(
    arguments: [
      Key.character("e"), .character("d"), .character("a"), .character("z"), .character("P"),
      .delete,
    ], [PaneName.list, .detail])
  func `a console that only reads says so at the keys that write`(key: Key, pane: PaneName) {
    var driver = Driver.reaching(pane, isReadOnly: true)

    driver.press(key)

    #expect(driver.screen.text.contains("only reads (--read-only)"))
    #expect(driver.pane == pane)
    #expect(driver.questions.allSatisfy { !$0.isWrite })
  }

  @Test func `so does its journal`() {
    var driver = Driver.listing([Sample.acme], isReadOnly: true)
    driver.openJournal(Sample.journal)

    driver.press(.character("R"))

    #expect(driver.screen.text.contains("only reads (--read-only)"))
  }
}
