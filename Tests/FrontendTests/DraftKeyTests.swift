import Cells
import Foundation
import JSON
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// What the keys of the pane of drafts do.
@Suite(.timeLimit(.minutes(20)))
struct DraftKeyTests {
  @Test(arguments: [Key.enter, .character("e")])
  func `a draft opens in its form once its organization has been read`(key: Key) {
    var driver = Driver.reaching(.drafts)

    driver.press(key)
    driver.answerRead(.success(Sample.acme))

    #expect(driver.pane == .form)
    #expect(driver.console.editor.session?.draft.name == "Acme Incorporated")
  }

  @Test func `what is typed ahead of the form does nothing`() {
    var driver = Driver.reaching(.drafts)

    driver.press(.enter)
    driver.type("xylophone")

    #expect(driver.pane == .drafts)
    #expect(driver.console.listedDrafts.count == 4)
    #expect(driver.console.drafts.opening != nil)
  }

  @Test func `Esc stops the reading, and only then closes`() {
    var driver = Driver.reaching(.drafts)
    driver.press(.enter)

    driver.press(.escape)

    #expect(driver.pane == .drafts)
    #expect(driver.questions.isEmpty)
    driver.press(.escape)
    #expect(driver.pane == .list)
  }

  @Test func `the form of a draft hides the drafts it was opened from`() {
    var driver = Driver.reaching(.drafts)
    driver.press(.down, .enter)

    #expect(driver.pane == .form)
    #expect(driver.screen.text.contains("+ add a domain"))
    #expect(!driver.screen.text.contains("Drafts"))
  }

  @Test func `leaving the form comes back to the drafts, with the same one marked`() {
    var driver = Driver.reaching(.drafts)
    driver.press(.down, .enter)
    driver.type("!")

    driver.press(.escape)

    #expect(driver.pane == .drafts)
    #expect(driver.draftRow == 0)
    #expect(driver.markedDraft == .organization(Sample.drafts[1].id))
  }

  @Test(arguments: [Key.character("x"), .control("r")])
  func `a draft is discarded only after asking, and Enter keeps it`(key: Key) {
    var driver = Driver.reaching(.drafts)

    driver.press(.down, key, .enter)
    #expect(driver.console.listedDrafts.count == 4)
    driver.press(key, .character("y"))

    #expect(driver.pane == .drafts)
    #expect(!driver.console.listedDrafts.map(\.subject).contains(.creation))
    #expect(driver.records.last == .record(.dropDraft(Sample.drafts[1].id)))
  }

  @Test func `y copies what would be sent`() {
    var driver = Driver.reaching(.drafts)

    driver.press(.down, .character("y"))

    #expect(
      driver.commands == [
        .copy(CopiedText(json: RawJSON(#"{"name":"Half a name"}"#)), what: "the draft")
      ])
  }

  @Test func `of a draft that amounts to nothing there is nothing to copy`() {
    var driver = Driver.reaching(.drafts)

    driver.press(.character("G"), .character("y"))

    #expect(driver.commands == [])
    #expect(driver.console.notice?.subject == .nothingToCopy(what: "finished change"))
  }

  @Test func `a gone one is created again after a review`() {
    var driver = Driver.listing([Sample.acme])
    driver.openDrafts([Sample.drafts[2]])
    driver.press(.enter)
    driver.answerRead(.failure(Sample.rejection(404)))

    driver.press(.character("y"))

    #expect(driver.pane == .review)
    #expect(driver.console.editor.session?.draft.name == Sample.gone.name)
    #expect(driver.questions.isEmpty)
  }

  @Test(arguments: [Key.enter, .character("c")])
  func `asked about a draft, Enter and c go on with it`(key: Key) {
    var driver = Driver.reaching(.draftFound)
    driver.now += 1

    driver.press(key)

    #expect(driver.pane == .form)
    #expect(driver.console.editor.session?.draft.name == "Acme Incorporated")
  }

  @Test func `asked about a draft, s begins afresh and Esc opens nothing`() {
    var driver = Driver.reaching(.draftFound)
    driver.now += 1

    driver.press(.escape)
    #expect(driver.pane == .list)
    driver.press(.character("e"))
    driver.now += 1
    driver.press(.character("s"))

    #expect(driver.pane == .form)
    #expect(driver.console.editor.session?.draft == Draft(base: Sample.acme))
    #expect(driver.console.listedDrafts.count == 4)
  }

  @Test(arguments: [Key.enter, .character("e"), .character("x"), .control("r")])
  func `where one only reads nothing is opened or discarded`(key: Key) {
    var driver = Driver.reaching(.drafts, isReadOnly: true)

    driver.press(key)

    #expect(driver.pane == .drafts)
    #expect(driver.questions.isEmpty)
  }
}
