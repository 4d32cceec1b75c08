import Cells
import Foundation
import Frontend
import Testing
import ViewModel
import WorkOS

/// Deleting, quitting and help, as a person sees them.
@Suite(.timeLimit(.minutes(20)))
struct DialogScreenTests {
  @Test(arguments: [(24, 80), (40, 120), (8, 40)])
  func `a delete asks with Cancel marked`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)

    driver.press(.character("d"))

    expectScreen("delete-\(columns)x\(rows)", of: driver, withStyles: rows == 24)
  }

  @Test(arguments: [(24, 80), (24, 40)])
  func `a delete names a domain in both of its forms`(rows: Int, columns: Int) {
    let organization = Sample.organization(
      1, "Müller",
      domains: ["xn--mller-kva.de", "xn--80ak6aa92e.com", "mail.xn--mller-kva.de"].map {
        OrganizationDomain(domain: $0, state: .pending)
      })
    var driver = Driver.listing([organization], rows: rows, columns: columns)

    driver.press(.character("d"))

    expectScreen("delete-international-\(columns)", of: driver)
  }

  @Test(arguments: [(24, 80), (8, 40)])
  func `a verified domain has the name typed`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.globex], rows: rows, columns: columns)

    driver.press(.character("d"))
    driver.now += 1
    driver.type("Glo")

    expectScreen("delete-naming-\(columns)x\(rows)", of: driver)
  }

  @Test func `the name being right changes the words`() {
    var driver = Driver.listing([Sample.globex])

    driver.press(.character("d"))
    driver.now += 1
    driver.type("Globex")

    expectScreen("delete-naming-right", of: driver, withStyles: true)
  }

  @Test(arguments: [
    ("live", Workplace.Kind.live, "Globex"), ("unknown", .unknown, "Globex"),
    ("cjk", .live, "東都物流株式会社"), ("blank", .live, " "),
    ("long", .live, "An organization with a name that goes on for more than sixty characters"),
  ])
  func `deleting from other people's environments is hard`(
    name: String, kind: Workplace.Kind, organization: String
  ) {
    var driver = Driver.listing([Sample.organization(7, organization)], kind: kind)

    driver.press(.character("d"))

    expectScreen("delete-\(name)", of: driver)
  }

  @Test(arguments: [40, 80], [Workplace.Kind.test, .live])
  func `of a name of any length a delete says how long it is`(columns: Int, kind: Workplace.Kind) {
    let organization = Sample.organization(7, String(repeating: "L", count: 9_000))
    var driver = Driver.listing([organization], columns: columns, kind: kind)

    driver.press(.character("d"))

    #expect(driver.screen.text.contains("… 9000 characters in all"))
    #expect(!driver.screen.text.contains("more lines"))
  }

  @Test func `without a grace the dialog says that it is sent at once`() {
    var driver = Driver.listing([Sample.acme], deleteGrace: 0)

    driver.press(.character("d"))

    expectScreen("delete-no-grace", of: driver)
  }

  @Test func `queued deletes count down in their rows`() {
    var driver = Driver.listing([
      Sample.acme, Sample.bare, Sample.organization(4, ""), Sample.globex,
    ])

    driver.delete()
    driver.press(.down)
    driver.delete()
    driver.press(.down)
    driver.delete()

    expectScreen("deleting-queued", of: driver, withStyles: true)
  }

  @Test func `a delete that was sent and one that is read back say so`() {
    var driver = Driver.listing([Sample.acme, Sample.bare], deleteGrace: 0)

    driver.delete()
    driver.answerCheck()
    driver.answerDelete(.failure(.transport(.connectionLost)))
    driver.press(.down)
    driver.delete()
    driver.answerCheck()

    expectScreen("deleting-sent", of: driver)
  }

  @Test func `a yes that came too soon is said to be none`() {
    var driver = Driver.listing([Sample.acme])

    driver.pressAtOnce(.character("d"), .character("y"))

    expectScreen("delete-too-soon", of: driver)
  }

  @Test func `a save that came too soon is said to be none on a small screen too`() {
    var driver = Driver.listing([Sample.acme], rows: 8, columns: 40)

    driver.pressAtOnce(.character("e"), .character("!"), .control("s"), .control("s"))

    expectScreen("review-too-soon-40x8", of: driver)
  }

  @Test func `a delete that is due is read once more and can be taken back`() {
    var driver = Driver.listing([Sample.acme, Sample.bare], deleteGrace: 0)

    driver.delete()

    expectScreen("deleting-checked", of: driver)
  }

  @Test func `a delete that someone's change stopped says so`() {
    var driver = Driver.listing([Sample.acme, Sample.bare], deleteGrace: 0)

    driver.delete()
    var changed = Sample.acme
    changed.externalID = "changed"
    driver.answerRead(.success(changed))

    expectScreen("deleting-outdated", of: driver)
  }

  @Test func `a delete that fails says why and what to quote`() {
    var driver = Driver.listing([Sample.acme, Sample.bare], deleteGrace: 0)

    driver.delete()
    driver.answerCheck()
    driver.answerDelete(.failure(Sample.rejection(403, "This key may only read organizations.")))

    expectScreen("deleting-failed", of: driver)
  }

  @Test(arguments: [(24, 80), (8, 40)])
  func `quitting asks about what is unfinished`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme, Sample.bare], rows: rows, columns: columns)

    driver.press(.character("e"))
    driver.type("x")
    driver.press(.escape)
    driver.press(.down)
    driver.delete()
    driver.press(.character("q"))

    expectScreen("quit-\(columns)x\(rows)", of: driver)
  }

  @Test func `quitting with only a draft speaks only of it`() {
    var driver = Driver.listing([Sample.acme])

    driver.press(.character("e"))
    driver.type("x")
    driver.press(.escape, .character("q"))

    expectScreen("quit-draft", of: driver)
  }

  @Test func `quitting with only a delete speaks only of it`() {
    var driver = Driver.listing([Sample.acme])

    driver.delete()
    driver.press(.character("q"))

    expectScreen("quit-delete", of: driver)
  }

  @Test func `quitting names many deletes, long and without a name, and counts the rest`() {
    let names = ["", String(repeating: "W", count: 300)] + (1...8).map { "Acme \($0)" }
    var driver = Driver.listing(
      names.enumerated().map { Sample.organization($0, $1) }, rows: 16, deleteGrace: 60)

    for _ in names {
      driver.delete()
      driver.press(.down)
    }
    driver.press(.character("q"))

    expectScreen("quit-many", of: driver)
  }

  @Test func `quitting waits where that was wanted`() {
    var driver = Driver.listing([Sample.acme])

    driver.delete()
    driver.press(.character("q"), .character("s"))
    driver.answerCheck()

    expectScreen("quit-finishing", of: driver)
  }

  @Test func `a delete says that it takes an unsaved draft along`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("e"), .character("!"), .escape)

    driver.press(.character("d"))

    expectScreen("delete-with-draft", of: driver)
  }

  @Test(arguments: [
    PaneName.list, .detail, .filter, .form, .review, .conflict, .naming, .json, .copying, .journal,
    .requests, .drafts,
  ])
  func `help shows the keys of its pane`(pane: PaneName) {
    var driver = Driver.reaching(pane, rows: 40, columns: 80)

    driver.press(.function(1))

    expectScreen("help-\(pane.rawValue)", of: driver)
  }
}

extension Driver {
  /// Deletes the selected organization, after the dialog's deafness.
  mutating func delete() {
    press(.character("d"))
    now += 1
    for _ in 0..<50 where pane == .deletion { press(.character("y")) }
  }

  /// A console in which a pane has the keyboard.
  static func reaching(
    _ pane: PaneName, rows: Int = 24, columns: Int = 80, isReadOnly: Bool = false
  ) -> Driver {
    let first =
      switch pane {
      case .naming: Sample.globex
      case .losing, .rewriting: Sample.full
      default: Sample.acme
      }
    let organizations = [first] + Sample.many(30, from: 10)
    var driver = Driver.listing(
      organizations, after: "more", rows: rows, columns: columns, isReadOnly: isReadOnly)
    switch pane {
    case .list: break
    case .detail: driver.press(.enter)
    case .filter: driver.press(.character("/"))
    case .json: driver.press(.character("J"))
    case .overlaySearch: driver.press(.character("J"), .character("/"))
    case .copying: driver.press(.character("Y"))
    case .help: driver.press(.character("?"))
    case .form: driver.press(.character("e"))
    case .review:
      driver.press(.character("e"), .character("!"), .control("s"))
    case .losing:
      driver.press(
        .character("e"), .down, .down, .down, .down, .down, .control("x"), .control("s"))
      driver.now += 1
      driver.acceptReview()
      driver.wait(1)
    case .rewriting:
      driver.press(.character("e"), .down, .down, .down, .down, .control("t"), .control("s"))
      driver.now += 1
      driver.acceptReview()
      driver.wait(1)
    case .finding:
      driver.loseCreation(named: "Hooli")
      driver.answerFinding(.success(Sample.created))
    case .conflict:
      driver.press(.character("e"), .character("!"), .control("s"), .enter)
      var theirs = Sample.acme
      theirs.name = "Acme Incorporated"
      driver.answerRead(.success(theirs))
    case .discarding: driver.press(.character("e"), .character("!"), .control("r"))
    case .deletion, .naming:
      driver.press(.character("d"))
      driver.now += 1
    case .quitting: driver.press(.character("e"), .character("!"), .control("c"))
    case .journal: driver.openJournal(Sample.journal)
    case .restoring:
      driver.openJournal(Sample.journal)
      driver.press(.character("R"))
    case .drafts: driver.openDrafts(Sample.drafts)
    case .draftFound:
      driver.send(.draftsLoaded(Sample.drafts))
      driver.press(.character("e"))
    case .requests:
      for request in Sample.requests { driver.send(.requestLogged(request)) }
      driver.press(.character("!"))
    case .reactivating: driver.reachReactivation()
    case .person:
      driver.press(.character("/"))
      driver.type("jane@acme.com")
      driver.press(.enter)
      driver.answerSearch([.domains(["acme.com"]): [Sample.acme]])
      driver.answerAbout(.jane)
    case .signIn:
      driver.press(.character("W"), .paste("ravi@acme.com"), .enter)
      driver.answerAbout(.ravi)
    case .signInEmail: driver.press(.character("W"))
    default: Issue.record("No way to \(pane) is known")
    }
    return driver
  }
}
