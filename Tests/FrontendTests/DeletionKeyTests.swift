import Cells
import Foundation
import Frontend
import Testing
import ViewModel
import WorkOS

/// What it takes to delete, and what does not.
@Suite(.timeLimit(.minutes(20)))
struct DeletionKeyTests {
  @Test func `what tabs have read is told beside what is counted`() throws {
    var unread = Driver.listing([Sample.acme])
    unread.press(.character("d"))
    #expect(
      unread.words.contains(
        "Invitations, API keys, own roles, flags and IT contacts go too; they are not counted."))

    var read = try TabScreen(.keys).driver
    read.press(.escape, .character("d"))

    #expect(
      read.words.contains(
        "Invitations, 4 API keys, own roles, flags and IT contacts go too, as far as its tabs were "
          + "read."))
  }

  @Test func `of the roles that were read those of its own are counted`() throws {
    var driver = try TabScreen(.roles).driver
    driver.press(.escape, .character("d"))

    #expect(driver.words.contains("Invitations, API keys, 3 own roles, flags and IT contacts go"))
  }

  @Test func `a pasted name is not typed`() {
    var driver = Driver.reaching(.naming)

    driver.press(.paste(Sample.globex.name))
    let words = driver.screen.text
    driver.press(.enter)

    #expect(words.contains("A paste does not count here. Type it."))
    #expect(driver.pane == .naming)
    #expect(driver.console.deletions.dialog?.confirmation.typedText == "")
    #expect(driver.console.deletions.underway.isEmpty)
  }

  @Test func `a name that comes with its Enter in one burst deletes nothing`() {
    var driver = Driver.reaching(.naming)
    driver.press(.end)

    driver.pressAtOnce(Sample.globex.name.map(Key.character) + [.enter])

    #expect(driver.screen.text.contains("That came too soon to count. Press it again."))
    #expect(driver.console.deletions.dialog?.confirmation.typedText == Sample.globex.name)
    #expect(driver.console.deletions.underway.isEmpty)
    driver.press(.enter)
    #expect(driver.console.deletions.underway.count == 1)
  }

  @Test(arguments: [(8, 40), (10, 60), (24, 80)])
  func `what is to be deleted is named at every size`(rows: Int, columns: Int) {
    let organization = Sample.organization(
      1, "Северный Ветер", domains: [OrganizationDomain(domain: "veter.example", state: .verified)])
    var driver = Driver.listing([organization], rows: rows, columns: columns, kind: .live)
    driver.press(.character("d"))

    let box = driver.screen.text.components(separatedBy: "┌").last ?? ""

    #expect(box.contains("Северный"), "\(box)")
  }

  @Test func `Enter presses Cancel`() {
    var driver = Driver.reaching(.deletion)

    driver.press(.enter)

    #expect(driver.pane == .list)
    #expect(driver.console.deletions.underway.isEmpty)
  }

  @Test(arguments: [Key.escape, .character("n")])
  func `Esc and n cancel`(key: Key) {
    var driver = Driver.reaching(.deletion)

    driver.press(key)

    #expect(driver.pane == .list)
    #expect(driver.console.deletions.underway.isEmpty)
  }

  @Test(arguments: [[Key.character("y")], [.tab, .enter], [.right, .enter], [.backTab, .enter]])
  func `y or the other button deletes`(keys: [Key]) {
    var driver = Driver.reaching(.deletion)

    for key in keys { driver.press(key) }

    #expect(driver.console.deletions.underway.count == 1)
  }

  @Test func `the mark does not stay for the next dialog`() {
    var driver = Driver.reaching(.deletion)
    driver.press(.tab, .escape, .character("d"))

    driver.now += 1
    driver.press(.enter)

    #expect(driver.console.deletions.underway.isEmpty)
  }

  @Test(arguments: [
    ("Globex", 1), ("globex", 0), ("Glo", 0), ("", 0), (" Globex ", 1), ("HE1002", 1),
  ])
  func `a name that has to be typed has to be right`(text: String, count: Int) {
    var driver = Driver.reaching(.naming)

    driver.type(text)
    driver.press(.enter)

    #expect(driver.console.deletions.underway.count == count)
  }

  @Test func `a name that is typed can be mended anywhere`() {
    var driver = Driver.reaching(.naming)
    driver.type("Glbex")

    driver.press(.left, .left, .left)
    driver.type("o")

    #expect(driver.console.deletions.dialog?.confirmation.typedText == "Globex")
  }

  @Test func `z takes the last delete back`() {
    var driver = Driver.reaching(.deletion)
    driver.press(.character("y"))

    driver.press(.character("z"))

    #expect(driver.console.deletions.underway.isEmpty)
  }

  @Test func `quitting can send what is queued first`() {
    var driver = Driver.reaching(.deletion)
    driver.press(.character("y"), .character("q"))

    driver.press(.character("s"))
    driver.answerCheck()
    driver.answerDelete(.success(.deleted))

    #expect(driver.console.quitting == .done)
  }

  @Test func `quitting can drop what is queued`() {
    var driver = Driver.reaching(.deletion)
    driver.press(.character("y"), .character("q"))

    driver.press(.character("x"))

    #expect(driver.console.quitting == .done)
    #expect(!driver.questions.contains { $0.isWrite })
  }
}
