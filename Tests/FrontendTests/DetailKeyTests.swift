import Cells
import Foundation
import Frontend
import Testing
import ViewModel
import WorkOS

/// The lines of the detail, and the organizations before and after it.
@Suite(.timeLimit(.minutes(20)))
struct DetailKeyTests {
  @Test func `until a line is marked, keys are about the organization`() {
    var driver = Driver.reaching(.detail)

    driver.press(.character("y"), .character("e"))

    #expect(driver.commands == [.copy(CopiedText(line: Sample.acme.id.rawValue), what: "the id")])
    #expect(driver.formField == .name)
  }

  @Test(arguments: [
    (1, "Acme Corporation", "the name", FormField.name),
    (2, Sample.acme.id.rawValue, "the id", nil),
    (3, "cust_000001", "the external id", .externalID),
    (5, "2026-03-13T09:26:53.000Z", "the time of its creation", nil),
    (7, "acme.com", "the domain", .domain(0)),
    (8, "_workos-challenge.acme.com", "the name of the TXT record", nil),
    (9, "neyi2q7cYk6WQ", "the value of the TXT record", nil),
    (11, "eu-central-1", "the value of “region”", .metadataValue(2)),
  ])
  func `the marked line is copied and edited`(
    line: Int, text: String, what: String, field: FormField?
  ) {
    var driver = Driver.reaching(.detail)
    for _ in 0..<line { driver.press(.character("j")) }

    driver.press(.character("y"))
    driver.press(.character("e"))

    #expect(driver.commands == [.copy(CopiedText(line: text), what: what)])
    if let field {
      #expect(driver.pane == .form)
      #expect(driver.formField == field)
    } else {
      #expect(driver.pane == .detail)
      #expect(
        driver.screen.text.contains(
          "\(what.prefix(1).uppercased())\(what.dropFirst()) cannot be changed here."))
    }
  }

  @Test func `a filter that is dropped leads back to the line where it was begun`() {
    var driver = Driver.reaching(.detail)
    for _ in 0..<3 { driver.press(.character("j")) }
    driver.press(.character("/"))
    driver.type("acme")
    #expect(driver.pane == .filter)

    driver.press(.escape, .character("y"))

    #expect(driver.pane == .detail)
    #expect(driver.commands == [.copy(CopiedText(line: "cust_000001"), what: "the external id")])
  }

  @Test func `what is typed ahead goes into the field of the line`() {
    var driver = Driver.reaching(.detail)

    driver.pressAtOnce(
      .character("j"), .character("j"), .character("j"), .character("e"), .character("7"))

    #expect(driver.console.editor.session?.draft.externalID == "cust_0000017")
  }

  @Test func `a line without a value has nothing to copy`() {
    var driver = Driver.reaching(.detail)

    driver.press(.down, .down, .down, .down, .character("y"))

    #expect(driver.commands.isEmpty)
    #expect(driver.screen.text.contains("There is no Stripe id to copy."))
  }

  @Test(arguments: [(24, 80), (24, 40), (40, 120)])
  func `the marked line is seen`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.full, Sample.acme], rows: rows, columns: columns)
    driver.press(.enter)

    driver.press(.down, .down, .down)

    expectScreen("detail-marked-\(columns)", of: driver, withStyles: columns == 80)
  }

  @Test(arguments: [8, 9, 12, 24], [40, 60, 80])
  func `the marked line stays in sight, and each line comes in sight`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.full], rows: rows, columns: columns)
    driver.press(.enter)
    let keys: [Key] = Array(repeating: .down, count: 60) + [.pageUp, .control("d"), .pageUp]
    var values: [DetailValue?] = []

    for key in keys + Array(repeating: .up, count: 60) {
      driver.press(key)
      values.append(driver.detailValue)
      // Where lines without a value fill the screen, these are read.
      #expect(rows < 10 || driver.screen.text.contains("▸"))
    }

    #expect(Set(values.compactMap(\.self)).count == 20)
    #expect(values.last == .name)
    #expect(driver.screen.text(ofRow: 2).contains("Umbrella Health"))
  }

  // MARK: The next and the one before

  @Test func `the next organization and the one before`() {
    var driver = Driver.listing([Sample.acme, Sample.globex, Sample.bare])
    driver.press(.enter)
    var names: [String?] = []

    for key: Key in [
      .character("]"), .character("n"), .character("n"), .character("N"), .character("["),
      .character("["),
    ] {
      driver.press(key)
      names.append(driver.console.detail.organization?.name)
    }

    #expect(
      names == [
        "Globex", "Initech", "Initech", "Globex", "Acme Corporation", "Acme Corporation",
      ])
    #expect(driver.screen.text.contains("This is the first organization."))
    #expect(driver.console.list.selectedOrganization?.name == "Acme Corporation")
  }

  @Test func `the same line stays marked`() {
    var driver = Driver.listing([Sample.acme, Sample.globex])
    driver.press(.enter, .down, .down, .down, .character("]"))

    driver.press(.character("y"))

    #expect(driver.commands == [.copy(CopiedText(line: "cust_000002"), what: "the external id")])
  }

  @Test func `past the end of a page the next one is read, and what is typed ahead counts`() {
    var driver = Driver.listing(Sample.many(3), after: "more")
    driver.press(.character("G"), .enter)
    driver.answerRead(.success(Sample.many(3)[2]))

    driver.press(.character("]"), .character("]"))
    #expect(driver.console.detail.organization?.id == Sample.many(3)[2].id)
    driver.answerPage(Sample.many(3, from: 50))

    #expect(driver.console.detail.organization?.id == Sample.many(3, from: 50)[1].id)
    driver.press(.character("["), .character("["), .character("["))
    #expect(driver.console.detail.organization?.id == Sample.many(3)[1].id)
  }

  @Test func `Esc gives up the page that is awaited, and the detail stays`() {
    var driver = Driver.listing(Sample.many(3), after: "more")
    driver.press(.character("G"), .enter, .character("]"))

    driver.press(.escape)
    driver.answerPage(Sample.many(3, from: 50))

    #expect(driver.pane == .detail)
    #expect(driver.console.detail.organization?.id == Sample.many(3)[2].id)
  }

  @Test func `among matches the next is the next match`() {
    var driver = Driver.listing([Sample.acme, Sample.globex, Sample.bare])
    driver.press(.character("/"))
    driver.type("i")
    driver.press(.tab, .enter)
    let first = driver.console.detail.organization?.name

    driver.press(.character("]"))

    #expect(first == "Acme Corporation")
    #expect(driver.console.detail.organization?.name == "Initech")
    driver.press(.character("]"))
    #expect(driver.screen.text.contains("This is the last organization."))
  }
}
