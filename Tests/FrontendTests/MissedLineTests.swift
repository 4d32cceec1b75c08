import Cells
import Foundation
import Frontend
import Testing
import ViewModel

/// A text that is typed for a line, behind a key that could open none.
@Suite(.timeLimit(.minutes(20)))
struct MissedLineTests {
  @Test(arguments: ["nora", "dan", "q", "]", "3", "5j"])
  func `where no member is, what is typed behind a slash is no command`(text: String) {
    var driver = Driver.tab(.members)
    driver.answerRows([])
    driver.press(.character("/"))
    let before = driver

    driver.pause = .milliseconds(150)
    driver.type(text)
    driver.press(.backspace, .enter)

    #expect(driver.screen.text.contains("There is nothing here for / to do."))
    #expect(driver.console == before.console)
    #expect(driver.pane == before.pane)
  }

  @Test(
    arguments: [PaneName.person, .signIn, .drafts, .copying, .help],
    [Key.character("/"), .character("W")])
  func `nor is it where nothing can be looked for`(pane: PaneName, key: Key) {
    var driver = Driver.reaching(pane)
    // In the card it looks at once.
    if pane == .person, key == .character("W") { return }
    driver.press(key)
    let before = driver

    driver.pause = .milliseconds(150)
    driver.type("hanson")

    #expect(driver.console == before.console)
    #expect(driver.pane == pane)
  }

  @Test(arguments: [Key.character("L"), .character("!")])
  func `nor in a journal or a list of requests without a line`(key: Key) {
    var driver = Driver.listing([Sample.full])
    driver.press(key)
    driver.send(.journal(.read(.success([]))))
    driver.press(.character("/"))
    let before = driver

    driver.pause = .milliseconds(150)
    driver.type("dan!oq")

    #expect(driver.console == before.console)
    #expect(driver.pane == before.pane)
  }

  @Test func `nor behind a key for the address of somebody where no organization is`() {
    var driver = Driver.listing([])
    driver.press(.character("W"))

    driver.pause = .milliseconds(150)
    driver.type("jane@acme.com")

    #expect(driver.pane == .list)
  }

  @Test func `nor behind a key that adds while the one before it is on its way`() {
    var driver = Driver.tab(.domains)
    driver.answerRows(TabSample.domains.rows)
    driver.press(.character("a"))
    driver.type("new.example")
    driver.press(.control("s"))
    for _ in 0..<40 where driver.pane == .tabReview { driver.press(.enter) }
    driver.press(.escape)
    driver.press(.character("a"))
    let before = driver

    driver.pause = .milliseconds(150)
    driver.type("next.example")

    #expect(driver.console == before.console)
    #expect(driver.console.detail.organization?.id == Sample.acme.id)
    #expect(driver.pane == before.pane)
  }

  @Test func `Esc leaves the text, and only then the organization`() {
    var driver = Driver.tab(.members)
    driver.answerRows([])
    let pane = driver.pane

    driver.press(.character("/"), .character("n"), .escape)
    #expect(driver.pane == pane)
    driver.press(.escape)

    #expect(driver.pane == .list)
  }

  @Test func `a second without a key ends it`() {
    var driver = Driver.tab(.members)
    driver.answerRows([])
    driver.press(.character("/"), .character("n"))

    driver.pause = .seconds(1)
    driver.press(.character("L"))

    #expect(driver.pane == .journal)
  }

  @Test func `the same key tries again`() {
    var driver = Driver.tab(.members)
    driver.answerRows([])
    driver.press(.character("/"), .character("n"))
    driver.press(.character("/"))
    let before = driver

    driver.press(.character("n"))

    #expect(driver.screen.text.contains("There is nothing here for / to do."))
    #expect(driver.console == before.console)
  }

  @Test func `a line that was opened takes its text`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)

    driver.press(.character("/"))
    driver.type("bob")

    #expect(driver.pane == .tabFilter)
    #expect(driver.console.tabs.state?.filter == "bob")
  }
}
