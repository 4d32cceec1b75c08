import Cells
import Foundation
import Frontend
import Testing
import ViewModel

/// Killing, yanking and undoing, wherever one types.
@Suite(.timeLimit(.minutes(20)))
struct LineKeyTests {
  @Test(arguments: [PaneName.filter, .form, .naming, .losing, .overlaySearch])
  func `what was killed is put back, and what was typed is undone`(pane: PaneName) {
    var driver = Driver.reaching(pane)
    let before = driver.text
    driver.type(" two words")

    driver.press(.control("w"), .control("y"))
    #expect(driver.text == before + " two words")
    driver.press(.control("u"), .control("_"))
    #expect(driver.text == before + " two words")
    driver.press(.control("a"), .control("k"))
    #expect(driver.text.isEmpty)
    driver.press(.control("y"), .control("y"))
    #expect(driver.text == before + " two words" + before + " two words")
  }

  @Test func `what is killed in one field is put into another`() {
    var driver = Driver.editing(Sample.acme)

    driver.press(.control("u"), .tab, .control("u"), .control("y"))
    #expect(driver.console.editor.session?.draft.externalID == "cust_000001")
    driver.press(.control("_"), .control("_"))
    driver.press(.backTab, .control("y"))

    #expect(driver.console.editor.session?.draft.name == "cust_000001")
    #expect(driver.console.editor.session?.draft.externalID == "cust_000001")
  }

  @Test func `a field that was left can still be undone`() {
    var driver = Driver.editing(Sample.acme)
    driver.type(" Holding")

    driver.press(.tab)
    driver.type("9")
    driver.press(.backTab, .control("_"), .control("_"))

    #expect(driver.console.editor.session?.draft.name == "Acme Corporation")
    #expect(driver.console.editor.session?.draft.externalID == "cust_0000019")
  }

  @Test func `in the form of a tab as well`() throws {
    var driver = try TabScreen(.roles).driver
    driver.press(.character("a"))
    driver.type("Reviewer")

    driver.press(.tab)
    driver.type("x")
    driver.press(.backTab, .control("_"))

    #expect(driver.console.tabs.form?.values["name"].text == "")
    #expect(driver.console.tabs.form?.values["slug"].text == "org-x")
  }

  @Test func `another form has nothing of the last one to undo`() {
    var driver = Driver.listing([Sample.acme, Sample.globex])
    driver.press(.character("e"), .control("u"), .control("r"), .character("y"), .down)

    driver.press(.character("e"), .control("_"))

    #expect(driver.console.editor.session?.draft.name == "Globex")
  }

  @Test func `a name that was killed elsewhere is no answer to a delete`() {
    var driver = Driver.listing([Sample.globex])
    driver.press(.character("/"))
    driver.type("Globex")
    driver.press(.control("u"), .escape, .character("d"))

    driver.press(.control("y"), .enter)

    #expect(driver.console.deletions.dialog?.confirmation.typedText == "")
    #expect(driver.console.deletions.underway.isEmpty)
  }

  @Test func `nor is one that was typed for the delete before`() {
    var driver = Driver.listing([Sample.globex])
    driver.press(.character("d"))
    driver.type("Globex")
    driver.press(.control("u"), .escape, .character("d"))

    driver.press(.control("y"), .control("_"), .enter)

    #expect(driver.console.deletions.dialog?.confirmation.typedText == "")
    #expect(driver.console.deletions.underway.isEmpty)
  }

  @Test func `yanking on the line that adds a row begins one`() {
    var driver = Driver.editing(Sample.acme)
    driver.press(.control("w"))
    driver.press(.control("n"), .down)

    driver.press(.control("y"))

    #expect(
      driver.console.editor.session?.draft.domains.map(\.domain) == ["acme.com", "Corporation"])
  }
}
