import Delivery
import Foundation
import Frontend
import Testing
import ViewModel
import WorkOS

/// The list, as a person sees it.
@Suite(.timeLimit(.minutes(20)))
struct ListScreenTests {
  @Test(arguments: [(24, 80), (40, 120), (60, 200), (8, 40)])
  func `the list fits the terminal`(rows: Int, columns: Int) {
    let driver = Driver.listing(Sample.many(50), after: "more", rows: rows, columns: columns)

    expectScreen("list-\(columns)x\(rows)", of: driver, withStyles: rows == 24)
  }

  @Test func `w shows more columns in place of the detail`() {
    var driver = Driver.listing(Sample.many(50), rows: 24, columns: 160)

    driver.press(.character("w"))

    expectScreen("list-wide", of: driver)
  }

  @Test func `the first frame says that it loads`() {
    expectScreen("list-first-frame", of: Driver())
  }

  @Test func `an empty environment says how to begin`() {
    expectScreen("list-empty", of: .listing([]))
  }

  @Test func `an empty environment names no key that is not there`() {
    expectScreen("list-empty-read-only", of: .listing([], isReadOnly: true))
  }

  @Test(arguments: [
    ("offline", WorkOSError.transport(.hostNotFound(host: "api.workos.com"))),
    ("timeout", .transport(.timedOut(seconds: 30))),
    ("500", Sample.rejection(500, "Internal server error")),
    ("not-workos", .undecodable(.init(status: 200, detail: "no JSON", requestID: nil))),
  ])
  func `a first page that fails says why`(name: String, error: WorkOSError) {
    var driver = Driver()

    driver.failPage(error)

    expectScreen("list-failed-\(name)", of: driver)
  }

  @Test func `a key that is refused at start fills the screen`() {
    var driver = Driver()

    driver.failPage(Sample.unauthorized)

    expectScreen("list-401-at-start", of: driver)
  }

  @Test func `a key that is refused later leaves the rows`() {
    var driver = Driver.listing(Sample.many(5))

    driver.press(.character("r"))
    driver.failPage(Sample.unauthorized)

    expectScreen("list-401-later", of: driver)
  }

  @Test func `a filter narrows the rows while it is typed`() {
    var driver = Driver.listing(Sample.many(50), after: "more")

    driver.press(.character("/"))
    driver.type("acme")

    expectScreen("list-filtering", of: driver)
  }

  @Test func `a filter that was kept says how to clear it`() {
    var driver = Driver.listing(Sample.many(50), after: "more")

    driver.press(.character("/"))
    driver.type("acme")
    driver.press(.tab)

    expectScreen("list-filtered", of: driver)
  }

  @Test func `a filter without a match points to the server`() {
    var driver = Driver.listing(Sample.many(50))

    driver.press(.character("/"))
    driver.type("zzz")

    expectScreen("list-filter-no-match", of: driver)
  }

  @Test(arguments: [(24, 80), (40, 120), (12, 40)])
  func `a search adds what the server knows below what was loaded`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme, Sample.globex], rows: rows, columns: columns)

    driver.press(.character("/"))
    driver.type("acme.com")
    driver.press(.enter)
    driver.answerSearch([
      .domains(["acme.com"]): [Sample.acme, Sample.organization(7, "Acme Europe")],
      .name("acme.com"): [Sample.organization(8, "acme.com testing")],
    ])

    expectScreen("search-added-\(columns)x\(rows)", of: driver, withStyles: rows == 24)
  }

  @Test func `a search says what it still waits for`() {
    var driver = Driver.listing([Sample.acme, Sample.globex])

    driver.press(.character("/"))
    driver.type("acme.com")
    driver.press(.enter)

    expectScreen("search-asking", of: driver)
  }

  @Test(arguments: [(24, 80), (12, 40)])
  func `a question that fails is a line and not an empty list`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme, Sample.globex], rows: rows, columns: columns)

    driver.press(.character("/"))
    driver.type("acme.com")
    driver.press(.enter)
    driver.failSearch(.name("acme.com"), Sample.rejection(503))
    driver.answerSearch()

    expectScreen("search-part-failed-\(columns)", of: driver)
  }

  @Test(arguments: [40, 80, 120], ["failed", "none", "more"])
  func `what a search brought is told below a screen of matches too`(
    columns: Int, outcome: String
  ) {
    var driver = Driver.listing(Sample.many(50), columns: columns)
    driver.press(.character("/"))
    driver.type("cust_100")
    driver.press(.enter)
    driver.failUnless(outcome != "failed", .name("cust_100"))
    driver.answerSearch([
      .name("cust_100"): outcome == "more" ? [Sample.organization(99, "Cust_100 Ltd")] : []
    ])
    let status = driver.screen.text(ofRow: 22)

    driver.press(.character("G"))

    let words =
      columns == 40
      ? ["failed": "error 400", "none": "no more", "more": "1 more below"]
      : ["failed": "error 400", "none": "no more on the server", "more": "1 more from"]
    #expect(status.contains(words[outcome] ?? ""), "\(status)")
    #expect(driver.screen.text.contains("── 40 loaded"))
  }

  @Test func `a search that fails altogether says why`() {
    var driver = Driver.listing([Sample.globex])

    driver.press(.character("/"))
    driver.type("name:acme")
    driver.press(.enter)
    driver.failSearch(.name("acme"), Sample.rejection(503))

    expectScreen("search-failed", of: driver)
  }

  @Test(arguments: [
    ("name", "acme corp"), ("domain", "bob@nobody.com"), ("id", "org_1"),
    ("external-id", "ext:cust_9"), ("long", String(repeating: "Acme and Sons ", count: 20)),
  ])
  func `a search that finds nothing says what else to try`(name: String, text: String) {
    var driver = Driver.listing([Sample.globex])

    driver.press(.character("/"))
    driver.type(text)
    driver.press(.enter)
    driver.answerSearch()

    expectScreen("search-nothing-\(name)", of: driver)
  }

  @Test func `what was taken out of a pasted line is shown before and after Enter`() {
    var driver = Driver.listing([Sample.acme, Sample.globex])
    driver.press(.character("/"), .paste("Bob Smith <bob@acme.com>,"))
    let before = driver.screen.text(ofRow: 22)

    driver.press(.enter)

    #expect(
      before.contains("1 of 2 loaded rows match · Enter asks the server: person; domain acme.com"))
    #expect(driver.screen.text(ofRow: 22).contains("server: domain acme.com"))
  }

  @Test(arguments: [(40, "Enter asks: acme.com · 2 lines unused"), (80, "(2 lines were not used)")])
  func `what was not used of a mail is told too`(columns: Int, words: String) {
    var driver = Driver.listing([Sample.acme, Sample.globex], columns: columns)

    driver.press(.character("/"), .paste("Hello,\nI cannot sign in.\n--\nravi@acme.com"))

    #expect(driver.status.contains(words), "\(driver.status)")
  }

  @Test func `at 40 columns what was asked for is told after Enter, too`() {
    var driver = Driver.listing([Sample.acme, Sample.globex], columns: 40)
    driver.press(.character("/"), .paste("Initech\nHooli"))
    let before = driver.status

    driver.press(.enter)
    driver.answerSearch()

    #expect(before.contains("Enter asks: Initech and 1 more"), "\(before)")
    #expect(driver.status.contains("server: Initech"), "\(driver.status)")
    #expect(driver.status.contains(" · Esc: whole list"), "\(driver.status)")
  }

  @Test func `several names are told apart by quotes`() {
    var driver = Driver.listing([Sample.globex], columns: 120)

    driver.press(.character("/"), .paste("Initech, Contoso Energy"))

    #expect(
      driver.status.contains("“Initech, Contoso Energy”, “Initech”, “Contoso Energy”"),
      "\(driver.status)")
  }

  @Test func `a row that matches by what it does not show says by what`() {
    var driver = Driver.listing([Sample.acme, Sample.globex], rows: 40, columns: 120)
    driver.press(.character("/"))
    driver.type("enterprise")

    let typing = driver.status
    driver.press(.escape, .character("/"))
    driver.type("acme")

    #expect(typing.contains("match · this one by its metadata plan · Enter asks"), "\(typing)")
    #expect(!driver.status.contains("this one by"), "\(driver.status)")
  }

  @Test(arguments: [
    (40, " · by metadata plan"), (80, " · this one by its metadata plan · Enter asks"),
  ])
  func `so it does where there is less room`(columns: Int, words: String) {
    var driver = Driver.listing([Sample.acme, Sample.globex], rows: 24, columns: columns)
    driver.press(.character("/"))
    driver.type("enterprise")

    #expect(driver.status.contains(words), "\(driver.status)")
  }

  @Test(arguments: [
    ("jan@müller.de", "müller.de"), ("one.example\ntwo.example\nthree.example", "one.example"),
    ("domain:müller-söhne-präzision.example", "müller-söhne-präzision"),
  ])
  func `what was taken is shown before Enter at 80 columns too`(pasted: String, taken: String) {
    var driver = Driver.listing(Sample.many(100))

    driver.press(.character("/"), .paste(pasted))

    let line = driver.screen.text(ofRow: 22)
    #expect(line.contains("Enter asks: ") && line.contains(taken), "\(line)")
    #expect(!line.contains("(xn--") || line.contains(")"), "\(line)")
  }

  @Test(arguments: [(24, 80), (40, 120)])
  func `domains are shown in their letters, and in those of the DNS`(rows: Int, columns: Int) {
    var driver = Driver.listing(Sample.international, rows: rows, columns: columns)

    driver.press(.character("/"))
    driver.type("müller.de")

    expectScreen("list-international-\(columns)", of: driver, withStyles: true)
    driver.press(.escape)
    expectScreen("list-international-all-\(columns)", of: driver)
  }

  @Test func `Esc goes back to where the list was scrolled to`() {
    var driver = Driver.listing(Sample.many(50))
    driver.press(.pageDown, .pageDown, .up, .up)
    let before = driver.screen.text(ofRow: 2)
    let selected = driver.console.list.selection

    driver.press(.character("/"))
    driver.type("globex")
    driver.press(.enter)
    driver.answerSearch()
    driver.press(.escape)

    #expect(driver.screen.text(ofRow: 2) == before)
    #expect(driver.console.list.selection == selected)
  }

  @Test func `the oldest come first on demand`() {
    var driver = Driver.listing(Sample.many(5))

    driver.press(.character("o"))
    driver.answerPage(Sample.many(5).reversed())

    expectScreen("list-oldest-first", of: driver)
  }

  @Test func `the second page counts on`() {
    var driver = Driver.listing(Sample.many(50), after: "more")

    driver.press(.character("]"))
    driver.answerPage(Sample.many(50, from: 51))

    expectScreen("list-second-page", of: driver)
  }

  @Test func `a page that takes long counts the seconds`() {
    var driver = Driver.listing(Sample.many(5))

    driver.press(.character("r"))
    driver.wait(3.4)

    expectScreen("list-refreshing", of: driver)
  }

  @Test func `the rate limit and the age are in sight`() {
    var driver = Driver.listing(Sample.many(5))

    driver.send(.answerCame(AnswerSide(rateLimit: RateLimit(limit: 6000, remaining: 5987))))
    driver.wait(7 * 60)

    expectScreen("list-rate-limit-and-age", of: driver)
  }

  @Test func `too many requests keep the rows and say so`() {
    var driver = Driver.listing(Sample.many(5))

    driver.press(.character("r"))
    driver.failPage(.rejected(.init(status: 429, requestID: "req_1", retryAfter: 8)))

    expectScreen("list-429", of: driver)
  }

  @Test func `no name breaks out of its column`() {
    expectScreen("list-strange-names", of: .listing(Sample.strange), withStyles: true)
  }

  @Test func `what is read-only has no key that writes`() {
    expectScreen("list-read-only", of: .listing(Sample.many(5), isReadOnly: true))
  }

  @Test func `rows that are new here or hold a draft are marked`() {
    var driver = Driver.listing([Sample.acme, Sample.globex])

    driver.press(.character("e"))
    driver.type("!")
    driver.press(.escape, .character("a"))
    driver.type("Hooli")
    driver.press(.control("s"), .enter)
    driver.answerSave(.success(Sample.organization(9, "Hooli")))

    expectScreen("list-marks", of: driver, withStyles: true)
  }

  @Test func `a live environment shouts`() {
    expectScreen("list-live", of: .listing(Sample.many(2), kind: .live), withStyles: true)
  }

  @Test(arguments: [(7, 80), (24, 39), (1, 1), (3, 20)])
  func `a terminal that is too small says so`(rows: Int, columns: Int) {
    expectScreen(
      "too-small-\(columns)x\(rows)", of: .listing(Sample.many(5), rows: rows, columns: columns))
  }
}
