import Cells
import Foundation
import Frontend
import Testing
import ViewModel
import WorkOS

/// The form, from opening it to the server's answer.
@Suite(.timeLimit(.minutes(20)))
struct FormScreenTests {
  @Test func `a name is missed once the caret has left it`() {
    var driver = Driver.listing([])
    driver.press(.character("a"))
    let atFirst = driver.screen.text.contains("A name is needed.")

    driver.press(.tab)

    #expect(!atFirst)
    #expect(driver.screen.text.contains("A name is needed."))
  }

  @Test func `a name is missed once it was to be saved`() {
    var driver = Driver.listing([])
    driver.press(.character("a"))

    driver.press(.control("s"))

    #expect(driver.screen.text.contains("A name is needed."))
  }

  @Test(arguments: [(24, 80), (40, 120), (8, 40)])
  func `a new organization begins empty`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)

    driver.press(.character("a"))

    expectScreen("form-create-\(columns)x\(rows)", of: driver)
  }

  @Test(arguments: [(24, 80), (40, 120), (8, 40)])
  func `the form shows what is wrong below the field`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)

    driver.press(.character("e"), .control("u"), .down)
    driver.type("é")
    driver.press(.down, .down)
    driver.press(.control("u"))
    driver.type("acme.com/x, acme.org/x")
    driver.press(.control("s"))

    expectScreen("form-problems-\(columns)x\(rows)", of: driver, withStyles: rows == 24)
  }

  @Test(arguments: [(24, 80), (24, 40)])
  func `a domain may be typed in its own letters`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.bare], rows: rows, columns: columns)

    driver.press(.character("e"), .down, .down, .down, .enter)
    driver.type("Müller.de")

    expectScreen("form-international-\(columns)", of: driver)
    driver.press(.control("s"))
    expectScreen("review-international-\(columns)", of: driver)
  }

  @Test(arguments: [
    ("acme corporatio", false), ("acme CORPORATION ", true), ("Acme Corporation 2", false),
  ])
  func `a name that exists is told while it is typed`(name: String, isTold: Bool) {
    var driver = Driver.listing([Sample.acme, Sample.globex])
    driver.press(.character("a"))

    driver.type(name)

    #expect(driver.screen.text.contains("1 with this name exists") == isTold)
  }

  @Test(arguments: [80, 40])
  func `what the server refuses is said whole`(columns: Int) {
    let words =
      "The external_id provided has already been assigned to another organization of this "
      + "environment, and has to be unique there"
    var driver = Driver.listing([Sample.bare], rows: 24, columns: columns)
    driver.press(.character("e"), .tab)
    driver.type("cust_1")
    driver.press(.control("s"), .enter)
    driver.answerRead(.success(Sample.bare))
    driver.answerSave(
      .failure(
        .rejected(
          .init(
            status: 400, code: "external_id_already_used", message: words, requestID: "req_1"))))

    let shown = driver.screen.text.split(separator: "\n").map { $0.split(separator: " ") }
      .joined().joined(separator: " ")

    #expect(shown.contains("Server: " + words))
  }

  @Test(arguments: [(24, 80), (12, 40), (24, 40)])
  func `what the server has against no field of the form is said below it`(
    rows: Int, columns: Int
  ) {
    var driver = Driver.listing([Sample.bare], rows: rows, columns: columns)
    driver.press(.character("e"), .tab)
    driver.type("cust_1")
    driver.press(.control("s"))
    // On a small screen the review is read to its end first.
    for _ in 0..<8 where driver.pane == .review { driver.press(.enter) }
    driver.answerRead(.success(Sample.bare))
    driver.answerSave(
      .failure(
        .rejected(
          .init(
            status: 422, message: "Validation failed",
            fieldErrors: [
              .init(field: "external_id", code: "external_id is too long"),
              .init(field: "allow_profiles", code: "allow_profiles is rejected"),
            ]))))

    let shown = driver.screen.text.split(separator: "\n").map { $0.split(separator: " ") }
      .joined().joined(separator: " ")

    #expect(shown.contains("Server: external_id is too long."))
    #expect(shown.contains("The server also said: allow_profiles is rejected."))
  }

  @Test func `a form longer than the screen scrolls with the focus`() {
    let metadata = Dictionary(uniqueKeysWithValues: (10..<50).map { ("key_\($0)", "value \($0)") })
    var driver = Driver.listing([Sample.organization(1, "Acme", metadata: metadata)])

    driver.press(.character("e"), .down, .down, .down)
    for _ in 0..<30 { driver.press(.down) }

    expectScreen("form-scrolled", of: driver)
  }

  @Test func `rows that are removed stay in sight, struck through`() {
    var driver = Driver.listing([Sample.acme])

    driver.press(.character("e"), .down, .down, .down, .control("x"))
    driver.press(.down, .down, .control("x"))

    expectScreen("form-removed", of: driver, withStyles: true)
  }

  @Test func `a state that has the focus shows that it can be switched`() {
    var driver = Driver.listing([Sample.acme])

    driver.press(.character("e"), .down, .down, .down, .tab, .character(" "))

    expectScreen("form-state", of: driver)
  }

  @Test func `a new pair is typed where it was added`() {
    var driver = Driver.listing([Sample.bare])

    driver.press(.character("e"), .backTab, .enter)
    driver.type("plan")
    driver.press(.tab)
    driver.type("gold")

    expectScreen("form-pair-added", of: driver)
  }

  @Test func `what the server refuses stands at its field`() {
    var driver = Driver.updating()

    driver.answerSave(
      .failure(
        .rejected(
          .init(
            status: 422, code: "external_id_already_used",
            message: "External id is already used.", requestID: "req_1"))))

    expectScreen("form-refused", of: driver)
  }

  @Test func `what the server refuses without a field stands below the form`() {
    var driver = Driver.updating()

    driver.answerSave(.failure(Sample.rejection(403, "This key may only read.")))

    expectScreen("form-failed", of: driver)
  }

  @Test func `saving counts the seconds`() {
    var driver = Driver.updating()

    driver.wait(4)

    expectScreen("form-sending", of: driver)
  }

  @Test func `a save without an answer is read back`() {
    var driver = Driver.updating()

    driver.answerSave(.failure(.transport(.connectionLost)))
    driver.wait(2)

    expectScreen("form-verifying", of: driver)
  }

  @Test func `a create without an answer is looked for, and the form says so when it is left`() {
    var driver = Driver.listing([Sample.acme])
    driver.loseCreation(named: "New")
    driver.answerFinding(.success([]))

    driver.press(.escape)

    expectScreen("form-create-unknown", of: driver)
  }

  @Test(arguments: [(24, 80), (12, 40)])
  func `a create that was refused as taken may be there, and the form says so when it is left`(
    rows: Int, columns: Int
  ) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)
    driver.loseCreation(named: "New", as: .externalIDTaken)

    driver.press(.escape)

    expectScreen("form-create-taken-\(columns)", of: driver)
  }

  @Test func `a create that is looked for says that nothing can be typed`() {
    var driver = Driver.listing([Sample.acme])

    driver.loseCreation(named: "New")

    expectScreen("form-create-finding", of: driver)
  }

  @Test(arguments: [(24, 80), (40, 120), (12, 40)])
  func `what a lost create may have made is shown, and what can be done`(
    rows: Int, columns: Int
  ) {
    let driver = Driver.reaching(.finding, rows: rows, columns: columns)

    expectScreen("finding-\(columns)", of: driver, withStyles: columns == 80)
  }

  @Test(arguments: [(24, 80), (40, 120), (24, 40)])
  func `a taken external id says whose it is`(rows: Int, columns: Int) {
    let driver = Driver.takenExternalID(rows: rows, columns: columns)

    expectScreen("form-taken-\(columns)", of: driver)
  }

  @Test func `the key that the form names goes to whose it is`() {
    var driver = Driver.takenExternalID()

    driver.press(.control("g"))

    #expect(driver.console.detail.organization?.id == Sample.globex.id)
    #expect(driver.pane == .detail)
  }

  @Test func `where nothing is found that is said, and that it may still come`() {
    var driver = Driver.listing([Sample.acme])
    driver.loseCreation(named: "Hooli")

    driver.answerFinding(.success([]))

    expectScreen("finding-none", of: driver)
  }

  @Test(arguments: [(24, 80), (40, 120), (12, 40)])
  func `losing a verified domain asks for it to be typed`(rows: Int, columns: Int) {
    var driver = Driver.reaching(.losing, rows: rows, columns: columns)

    driver.type("umbrella")

    expectScreen("losing-\(columns)", of: driver, withStyles: columns == 80)
  }

  @Test(arguments: [(24, 80), (40, 120)])
  func `states that change by another one's are shown before it is sent`(
    rows: Int, columns: Int
  ) {
    let driver = Driver.reaching(.rewriting, rows: rows, columns: columns)

    expectScreen("rewriting-\(columns)", of: driver, withStyles: columns == 80)
  }

  @Test(arguments: [(24, 80), (40, 120)])
  func `the review of domains shows each request`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.full], rows: rows, columns: columns)
    driver.press(.character("e"), .down, .down, .down, .control("x"))
    for _ in 0..<7 { driver.press(.down) }
    driver.type("new.example")

    driver.press(.control("s"))

    expectScreen("review-domains-\(columns)", of: driver)
  }

  @Test func `what someone changed since is told where the review comes again`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("e"))
    driver.type(" & Sons")
    driver.press(.down, .control("u"), .control("s"))
    driver.wait(1)
    driver.press(.enter)
    var theirs = Sample.acme
    theirs.externalID = nil

    driver.answerRead(.success(theirs))

    expectScreen("review-outdated", of: driver)
  }

  @Test func `the draft that was left comes back`() {
    var driver = Driver.listing([Sample.acme])

    driver.press(.character("e"))
    driver.type(" Ltd")
    driver.press(.escape, .character("e"))
    driver.now += 1
    driver.press(.character("c"))

    expectScreen("form-draft-restored", of: driver)
  }

  @Test func `the review of a create shows the request`() {
    var driver = Driver.listing([Sample.acme])

    driver.press(.character("a"))
    driver.type("Hooli")
    driver.press(.control("s"))

    expectScreen("review-create", of: driver, withStyles: true)
  }

  @Test(arguments: [(24, 80), (40, 120), (8, 40)])
  func `the review of an update shows every change and the request`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns, kind: .live)

    driver.press(.character("e"))
    driver.type(" & Sons")
    driver.press(.down, .control("u"), .down, .down, .control("t"), .down, .down, .control("x"))
    driver.press(.control("s"))

    expectScreen("review-update-\(columns)x\(rows)", of: driver)
  }

  @Test(arguments: [(24, 80), (8, 40)])
  func `a conflict shows both sides`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)

    driver.press(.character("e"))
    driver.type(" Ltd")
    driver.press(.down)
    driver.type("9")
    driver.press(.control("s"))
    driver.acceptReview()
    var theirs = Sample.acme
    theirs.name = "Acme Incorporated"
    theirs.externalID = nil
    driver.answerRead(.success(theirs))
    driver.press(.character("m"))

    expectScreen("conflict-\(columns)x\(rows)", of: driver, withStyles: rows == 24)
  }

  @Test func `a form and a review of what has no name say so`() {
    var driver = Driver.editing(Organization(id: "org_1", name: " "))
    let title = driver.screen.text(ofRow: 1)
    driver.press(.down)
    driver.type("x")
    driver.press(.control("s"))

    #expect(title == " Edit (no name)")
    #expect(driver.screen.text.contains("Save (no name)?"))
  }

  @Test func `discarding a draft asks first`() {
    var driver = Driver.listing([Sample.acme])

    driver.press(.character("e"))
    driver.type(" Ltd")
    driver.press(.control("r"))

    expectScreen("discard", of: driver, withStyles: true)
  }
}

extension Driver {
  /// A console in which a changed name is on its way to the server.
  static func updating() -> Driver {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("e"))
    driver.type(" Ltd")
    driver.press(.control("s"), .enter)
    driver.answerRead(.success(Sample.acme))
    return driver
  }
}
