import Cells
import Frontend
import Testing
import ViewModel
import WorkOS

/// The detail, and what is laid over it.
@Suite(.timeLimit(.minutes(20)))
struct DetailScreenTests {
  @Test func `everything the API says is in the detail`() {
    expectScreen(
      "detail-full", of: .listing([Sample.full], rows: 50, columns: 120), withStyles: true)
  }

  @Test func `the detail takes the whole of a narrow screen`() {
    var driver = Driver.listing([Sample.full])

    driver.press(.enter)

    expectScreen("detail-narrow", of: driver)
  }

  @Test func `the detail scrolls to its end`() {
    var driver = Driver.listing([Sample.full])

    driver.press(.enter, .character("G"))

    expectScreen("detail-narrow-end", of: driver)
  }

  @Test func `what the server did not send is a dash`() {
    var driver = Driver.listing([Organization(id: "org_1", name: "")])

    driver.press(.enter)

    expectScreen("detail-bare", of: driver)
  }

  @Test func `an organization that is gone says so and stays readable`() {
    var driver = Driver.listing([Sample.acme, Sample.globex])

    driver.press(.enter)
    driver.answerRead(.failure(Sample.rejection(404, "Not found")))

    expectScreen("detail-gone", of: driver)
  }

  @Test func `what is on its way out says so in its detail`() {
    var driver = Driver.listing([Sample.acme])

    driver.delete()
    driver.press(.enter)

    expectScreen("detail-leaving", of: driver)
  }

  @Test func `a detail that only reads has no key that writes`() {
    var driver = Driver.listing([Sample.acme], isReadOnly: true)

    driver.press(.enter)

    expectScreen("detail-read-only", of: driver)
  }

  @Test func `a reading that fails keeps what was known`() {
    var driver = Driver.listing([Sample.acme])

    driver.press(.enter)
    driver.answerRead(.failure(.transport(.timedOut(seconds: 30))))

    expectScreen("detail-not-read-again", of: driver)
  }

  @Test func `the JSON is as the server sent it`() {
    var driver = Driver.listing([Sample.full])

    driver.press(.character("J"))

    expectScreen("json", of: driver)
  }

  @Test func `the JSON scrolls and says how much is left`() {
    var driver = Driver.listing([Sample.full])

    driver.press(.character("J"), .down, .down, .down)

    expectScreen("json-scrolled", of: driver)
  }

  @Test func `the copy menu names what can be copied`() {
    var driver = Driver.listing([Sample.full])

    driver.press(.character("Y"))

    expectScreen("copy-menu", of: driver)
  }
}
