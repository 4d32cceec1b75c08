import Delivery
import Foundation
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// The wait before a request is sent again, wherever it shows.
@Suite(.timeLimit(.minutes(20)))
struct RetryScreenTests {
  private static let limited = WorkOSError.rejected(
    .init(status: 429, requestID: "req_1", retryAfter: 8))

  @Test func `a refresh that waits counts down in the status line`() {
    var driver = Driver.listing(Sample.many(5))
    driver.press(.character("r"))
    driver.planRetry(after: Self.limited, in: 8)

    driver.wait(2.5)

    expectScreen("retry-refresh", of: driver)
  }

  @Test func `a wait after what has failed before names it once`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("r"))
    driver.failPage(.transport(.connectionRefused(host: "api.workos.com")))

    driver.press(.character("e"), .enter)
    driver.press(.escape, .enter, .character("r"))
    driver.planRetry(after: .transport(.connectionRefused(host: "api.workos.com")), in: 2)

    #expect(driver.status.components(separatedBy: "offline").count == 2)
  }

  @Test func `a first page that waits says why`() {
    var driver = Driver()

    driver.planRetry(after: Self.limited, in: 8)

    expectScreen("retry-first-page", of: driver)
  }

  @Test func `a delete that waits counts down in its row`() {
    var driver = Driver.listing(Sample.many(5), deleteGrace: 0)
    driver.delete()
    driver.planRetry(after: .transport(.connectionLost), in: 4)

    driver.wait(1)

    expectScreen("retry-delete", of: driver)
  }

  @Test func `Esc stops a tab that waits and keeps its rows, and then leaves`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)
    driver.press(.character("r"))
    driver.planRetry(after: Self.limited, in: 8)

    driver.press(.escape)

    #expect(driver.console.tabs.state?.load == nil)
    #expect(driver.console.tabs.state?.rows.count == 5)
    #expect(driver.words.contains("Stopped loading. r tries again."))
    #expect(driver.words.contains("Not refreshed: Too many requests (429)."))
    driver.press(.escape)
    #expect(!driver.console.detail.isOpen)
  }

  @Test func `Esc stops the first rows of a tab, which says why they are not there`() {
    var driver = Driver.tab(.members)
    driver.planRetry(after: Self.limited, in: 8)

    driver.press(.escape)

    #expect(driver.console.tabs.current?.id == "members")
    #expect(driver.words.contains("Too many requests (429)."))
    #expect(!driver.words.contains("Loading members"))
  }

  @Test func `Esc leaves a tab whose first rows are only on their way`() {
    var driver = Driver.tab(.members)
    #expect(driver.footer.contains("Esc back"))

    driver.press(.escape)

    #expect(!driver.console.detail.isOpen)
  }

  @Test func `Esc stops the first rows of a tab that take long, and r reads them`() {
    var driver = Driver.tab(.members)
    driver.wait(2)
    #expect(driver.footer.contains("Esc stop"))

    driver.press(.escape)

    #expect(driver.console.tabs.current?.id == "members")
    #expect(driver.words.contains("Stopped loading. r tries again."))
    driver.press(.character("r"))
    driver.answerRows(TabSample.members.rows)
    #expect(driver.console.tabs.state?.rows.count == 5)
  }

  @Test func `of a failure before and a wait after it the newer is told`() {
    var driver = Driver.tab(.members, columns: 120)
    driver.answerRows(TabSample.members.rows)
    driver.press(.character("r"))
    driver.planRetry(after: .rejected(.init(status: 500)), in: 8)
    driver.press(.escape)
    #expect(driver.status.contains("error 500"))

    driver.press(.character("r"))
    driver.planRetry(after: Self.limited, in: 8)

    #expect(driver.status.contains("rate limited"))
    #expect(!driver.status.contains("error 500"))
  }

  @Test func `while a tab is read again the footer says that Esc stops`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)
    #expect(driver.footer.contains("Esc back"))

    driver.press(.character("r"))
    #expect(driver.footer.contains("Esc stop"))

    driver.press(.escape)
    driver.wait(4)
    driver.press(.down)
    #expect(driver.footer.contains("Esc back"))
  }

  @Test func `Esc stops a delete that waits`() {
    var driver = Driver.listing(Sample.many(5), deleteGrace: 0)
    driver.delete()
    driver.planRetry(after: .transport(.connectionLost), in: 4)

    driver.press(.escape)

    #expect(!driver.questions.contains { $0.isWrite })
  }

  @Test func `a look at what becomes of a write that fails is told`() {
    var driver = Driver.tab(.domains, columns: 120)
    driver.answerRows(TabSample.domains.rows)
    driver.press(.down, .character("v"))
    driver.answerTab(.row(TabSample.domains.rows[1]))
    driver.answerTab(.row(TabSample.domains.rows[1]))
    driver.wait(3)
    #expect(driver.console.tabs.watch?.pending != nil)

    driver.planRetry(after: Sample.rejection(500), in: 2)

    #expect(driver.status.contains("error 500 · retrying in 2 s · Esc stops"))
  }

  @Test func `a look for new events that fails is told`() {
    var driver = Driver.open(EventsTab(), columns: 80)
    driver.answerEvents()
    driver.press(.character("f"))

    driver.planRetry(after: Sample.rejection(503), in: 4)

    #expect(driver.status.contains("error 503 · retrying in 4 s · Esc stops"))
  }

  @Test func `a look for how the audit log is kept that fails is told`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.enter)
    driver.answerRead(.success(Sample.acme))
    driver.wait(1)
    #expect(driver.console.overview.pending != nil)

    driver.planRetry(after: Sample.rejection(503), in: 4)

    #expect(driver.status.contains("error 503 · retrying in 4 s · Esc stops"))
  }

  @Test func `roles that are asked for once more say so below the first admin`() {
    var driver = Driver.listing([Sample.acme])
    driver.typeFirstAdmin()

    driver.planRetry(after: Self.limited, in: 8)
    driver.wait(2.5)

    #expect(
      driver.words.contains(
        "The roles are being read · rate limited · retrying in 6 s. It stays “as admin”."))
  }

  @Test func `roles that take long, once one is wanted, say for how long they have been awaited`() {
    var driver = Driver.listing([Sample.acme])
    driver.typeFirstAdmin()
    driver.wait(2)
    #expect(!driver.words.contains("The roles are being read"))

    driver.press(.control("t"))

    #expect(driver.words.contains("The roles are being read · 2 s. It stays “as admin”."))
  }

  @Test func `what can be picked in a form of a tab says there that it is asked for once more`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)
    driver.press(.character("e"))

    driver.planRetry(after: Sample.rejection(503), in: 4)

    #expect(driver.words.contains("Loading… · error 503 · retrying in 4 s"))
    driver.wait(5)
    #expect(driver.words.contains("Loading… · 5 s"))
  }

  @Test(arguments: [80, 120])
  func `counts for a delete that are asked for once more say so behind them`(columns: Int) {
    var driver = Driver.listing([Sample.acme], columns: columns)
    driver.press(.character("d"))
    let lines = driver.screen.text.components(separatedBy: "[ Cancel ]").first?.count

    driver.planRetry(after: Self.limited, in: 8)

    #expect(driver.words.contains("… directories. Retrying in 8 s (rate limited)."))
    #expect(
      driver.screen.text.components(separatedBy: "[ Cancel ]").first?.count == lines,
      "nothing moves")
  }

  @Test func `counts for a delete that take long say for how long`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("d"))

    driver.wait(2)
    #expect(!driver.words.contains("Counting"))
    driver.wait(2)

    #expect(driver.words.contains("… directories. Counting · 4 s."))
  }

  @Test func `once it is sent again the wait is over`() {
    var driver = Driver.listing(Sample.many(5))
    driver.press(.character("r"))
    driver.planRetry(after: Self.limited, in: 8)

    driver.wait(8)

    expectScreen("retry-sent-again", of: driver)
  }
}

extension Driver {
  /// Has the last question to the server wait before it is sent again.
  mutating func planRetry(after error: WorkOSError, in seconds: TimeInterval) {
    guard let request = questions.last?.request else { return }
    send(
      .retryPlanned(
        RetryWait(request: request, tries: 1, until: now + seconds, error: error)))
  }
}
