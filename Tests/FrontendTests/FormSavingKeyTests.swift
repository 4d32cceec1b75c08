import Cells
import Foundation
import Frontend
import Testing
import ViewModel
import WorkOS

/// Saving, conflicts and discarding in the form.
@Suite(.timeLimit(.minutes(20)))
struct FormSavingKeyTests {
  @Test func `saving goes to the first field that is wrong`() {
    var driver = Driver.editing(Sample.acme)
    driver.press(.down)
    driver.type("é")
    driver.press(.down, .down, .down)

    driver.press(.control("s"))

    #expect(driver.formField == .externalID)
    #expect(driver.pane == .form)
  }

  @Test func `while it is sent the form takes no edits`() {
    var driver = Driver.updating()
    let draft = driver.console.editor.session?.draft

    driver.type("zzz")
    driver.press(.backspace, .tab, .control("u"), .control("x"), .control("r"), .control("s"))

    #expect(driver.console.editor.session?.draft == draft)
    #expect(driver.pane == .form)
  }

  @Test(arguments: [Key.character("x"), .paste("x"), .backspace, .tab, .control("s")])
  func `what is pressed while it is sent is said not to be taken`(key: Key) {
    var driver = Driver.editing(Sample.acme)
    driver.press(.character("!"), .control("s"), .enter)

    driver.press(key)

    #expect(driver.console.notice?.subject == .busySaving)
  }

  @Test func `Esc while it is sent gives up waiting and reads it back`() {
    var driver = Driver.updating()

    driver.press(.escape)
    driver.answerSave(.failure(.transport(.cancelled)))

    #expect(driver.console.editor.session != nil)
    #expect(driver.console.notice?.subject == .writeStopped)
  }

  @Test func `P shows what someone else has changed in a save, from what and to what`() {
    var driver = Driver.updating()
    var theirs = Sample.acme
    theirs.name = "Acme Corporation Ltd"
    theirs.metadata["plan"] = "PLAN"
    driver.answerSave(.success(theirs))
    let news = driver.console.notice?.subject

    driver.press(.character("P"))

    #expect(news == .savedBesideChanges(name: theirs.name, [.metadata("plan")]))
    #expect(driver.pane == .review)
    #expect(
      driver.screen.text.contains(
        "Someone else may have meant what this puts back: metadata plan."))
    #expect(driver.screen.text.contains("~ Metadata plan  PLAN → enterprise"))
  }

  @Test func `a review is sent by Enter and left by Esc`() {
    var driver = Driver.reaching(.review)

    driver.press(.escape)
    let left = driver.pane
    driver.press(.control("s"), .enter)

    #expect(left == .form)
    #expect(driver.console.editor.session?.pending != nil)
  }

  @Test func `a conflict is decided field by field, then reviewed`() {
    var driver = Driver.reaching(.conflict)

    driver.press(.control("s"))
    let undecided = driver.pane
    driver.press(.character("m"), .control("s"))

    #expect(undecided == .conflict)
    #expect(driver.pane == .review)
  }

  @Test func `a draft is discarded only after asking, and Enter keeps it`() {
    var driver = Driver.reaching(.discarding)

    driver.press(.enter)

    #expect(driver.pane == .form)
    #expect(driver.console.editor.session?.draft.isEmpty == false)
  }

  @Test(arguments: [[Key.character("y")], [.tab, .enter], [.right, .enter]])
  func `y or the other button discards the draft`(keys: [Key]) {
    var driver = Driver.reaching(.discarding)

    for key in keys { driver.press(key) }

    #expect(driver.pane == .list)
    #expect(!driver.console.editor.hasUnsavedEdits)
  }

  @Test func `every dialog opens with the harmless button marked`() {
    var driver = Driver.reaching(.discarding)
    driver.press(.tab, .escape)

    driver.press(.control("r"), .enter)

    #expect(driver.console.editor.session?.draft.isEmpty == false)
  }

  @Test func `how many fields are left is not said any longer once one is decided`() {
    var driver = Driver.conflicting()
    driver.press(.control("s"))
    #expect(driver.screen.text.contains("each of the 2 fields that are left"))

    driver.press(.character(" "))
    #expect(!driver.screen.text.contains("that are left"))
    driver.press(.control("s"))

    #expect(driver.screen.text.contains("for the field that is left"))
    #expect(!driver.screen.text.contains("each of"))
  }

  @Test func `the first conflict is marked, whatever was marked the last time`() {
    var driver = Driver.conflicting()
    driver.press(.down, .escape, .control("s"), .enter)

    driver.answerRead(.success(Driver.theirs))

    #expect(driver.conflictRow == 0)
  }
}
