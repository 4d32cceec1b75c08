import Cells
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// Esc does one thing at a time: what the status line says of it is what it does next.
@Suite(.timeLimit(.minutes(20)))
struct EscapeWordsTests {
  @Test func `while events are followed, Esc stops that, and clears the filter after it`() {
    var driver = Driver.open(EventsTab(), columns: 120)
    driver.answerEvents([
      #""event":"organization_domain.verified","data":{"domain":"acme.com"}"#,
      #""event":"authentication.sso_failed","data":{"email":"jane@acme.com"}"#,
    ])
    driver.press(.character("/"))
    driver.type("jane")
    driver.press(.enter, .character("f"))
    driver.answerEvents()

    #expect(driver.status.contains("1 of 2 match jane"))
    #expect(driver.status.contains("Esc stops") && !driver.status.contains("Esc clears"))
    driver.press(.escape)
    #expect(driver.status.contains("Esc clears the filter"))
    driver.press(.escape)
    #expect(driver.console.events.matches.count == 2)
  }

  @Test func `while a domain is being verified, Esc stops that, and clears the filter after it`() {
    var driver = Driver.tab(.domains, columns: 120)
    driver.answerRows(TabSample.domains.rows)
    driver.press(.character("/"))
    driver.type("dev")
    driver.press(.enter, .character("v"))
    let pending = TabSample.domain(2, "acme.dev", state: "pending")
    driver.answerTab(.row(pending))
    driver.answerTab(.row(pending))

    #expect(driver.console.tabs.watch != nil)
    #expect(driver.status.contains("Esc stops") && !driver.status.contains("Esc clears"))
    driver.press(.escape)
    #expect(driver.status.contains("Esc clears the filter"))
  }

  @Test func `while a filtered tab is read again, Esc stops that, and clears the filter after it`() {
    var driver = Driver.tab(.members, columns: 120)
    driver.answerRows(TabSample.members.rows)
    driver.press(.character("/"))
    driver.type("bob")
    driver.press(.enter, .character("r"))
    driver.planRetry(after: .rejected(.init(status: 429)), in: 8)

    #expect(driver.status.contains("Esc stops") && !driver.status.contains("Esc clears"))
    driver.press(.escape)
    #expect(driver.status.contains("Esc clears") && !driver.status.contains("Esc stops"))
    driver.press(.escape)
    #expect(driver.console.tabs.state?.isFiltered == false)
  }

  @Test func `what waits to be sent again is stopped once the filter is cleared`() {
    var driver = Driver.listing([Sample.acme, Sample.globex], columns: 120)
    driver.press(.character("/"))
    driver.type("acme")
    driver.press(.tab, .character("r"))
    driver.planRetry(after: .rejected(.init(status: 429)), in: 8)

    #expect(driver.status.contains("retrying in 8 s") && !driver.status.contains("Esc stops"))
    #expect(driver.status.contains("Esc clears the filter"))
    driver.press(.escape)
    #expect(driver.status.contains("retrying in 8 s · Esc stops"))
  }

  @Test func `what is open beside a filtered list is left first`() {
    var driver = Driver.listing([Sample.acme, Sample.globex], columns: 120)
    driver.press(.character("/"))
    driver.type("acme")
    driver.press(.tab, .enter)
    driver.answerRead(.success(Sample.acme))

    #expect(driver.status.contains("match acme") && !driver.status.contains("Esc clears"))
    driver.press(.escape)
    #expect(driver.status.contains("match acme · Esc clears the filter"))
  }
}
