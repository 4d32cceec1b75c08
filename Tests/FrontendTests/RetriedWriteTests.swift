import Delivery
import Foundation
import JSON
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// A write that failed and is sent again names what failed, in its row and in the status line.
@Suite(.timeLimit(.minutes(20)))
struct RetriedWriteTests {
  private static let limited = WorkOSError.rejected(.init(status: 429, retryAfter: 9))

  @Test(arguments: [
    (0, false, " Nothing was sent."),
    (
      0, true,
      " Nothing was sent now. It was sent before, and no answer came: that may have done it."
    ),
    (1, false, " It was sent once and not carried out, and is not sent again."),
    (2, false, " It was sent 2 times and not carried out, and is not sent again."),
  ])
  func `why it is not sent does not deny what was sent before`(
    tries: Int, mayBeDone: Bool, words: String
  ) {
    let reason = "Beta is on for this organization already."
    let notice = TabNotice.refused(reason, tries: tries, mayBeDone: mayBeDone)

    #expect(TabNoticeWords.words(for: notice, TimeWords(timeZone: .gmt)).0 == reason + words)
  }

  @Test(arguments: [(true, "Nothing was sent: "), (false, "Nothing more was sent: ")])
  func `nor does what held it back`(isFirst: Bool, words: String) {
    let error = WorkOSError.transport(.heldBack(reason: "the disk is full", isFirst: isFirst))

    #expect(ErrorWords.sentence(error) == words + "the disk is full.")
  }

  /// The removal of Bob is being read before it is sent.
  private static func checking(columns: Int) -> Driver {
    var driver = Driver.tab(.members, columns: columns, retryPolicy: RetryPolicy())
    driver.answerRows(TabSample.members.rows)
    driver.press(.down, .character("d"), .character("y"))
    driver.wait(5)
    return driver
  }

  /// It was sent, and failed.
  private static func removing(columns: Int, _ error: WorkOSError) -> Driver {
    var driver = checking(columns: columns)
    driver.answerTab(.row(TabSample.members.rows[1]))
    driver.failTab(error)
    return driver
  }

  @Test(arguments: [40, 80, 120])
  func `a change of a tab names the error, and when it is sent again`(columns: Int) {
    var driver = Self.removing(columns: columns, Self.limited)

    let row = driver.screen.text.split(separator: "\n").first { $0.contains("bob@") }

    let fate = columns == 40 ? "rate limited · in 9 s" : "rate limited · retrying in 9 s · z undoes"
    #expect(row?.contains(fate) == true)
    #expect(driver.status.contains("rate limited · "))
    #expect(driver.status.contains("in 9 s · z undoes"))
  }

  @Test func `it is named in the status line as far as there is room`() {
    var driver = Self.removing(columns: 120, Self.limited)

    #expect(
      driver.status.contains(
        "removing “bob@acme.com”: rate limited · retrying in 9 s · z undoes"))
  }

  @Test(arguments: [
    (40, "held back · in 9 s · z undoes"),
    (120, ": held back after another request · goes on in 9 s · z undoes"),
  ])
  func `what waits as another request was to wait says so, and counts as never sent`(
    columns: Int, words: String
  ) {
    var driver = Self.removing(
      columns: columns, .rejected(.init(status: 429, retryAfter: 9, isToAnother: true)))

    #expect(driver.status.contains(words))
    #expect(driver.console.tabs.underway.map(\.tries) == [0])
  }

  @Test func `a list that waits as another request was to wait says so`() {
    var driver = Driver.listing(Sample.many(5), columns: 120)
    driver.press(.character("r"))
    driver.planRetry(
      after: .rejected(.init(status: 429, retryAfter: 8, isToAnother: true)), in: 8)

    #expect(
      driver.status.contains("held back after another request · goes on in 8 s · Esc stops"))
  }

  @Test(arguments: [40, 120])
  func `what may have been carried out is stopped by z, and not undone`(columns: Int) {
    var driver = Self.removing(columns: columns, Sample.rejection(500))

    #expect(driver.status.contains("error 500 · "))
    #expect(driver.status.contains("s · z stops"))
    #expect(!driver.screen.text.contains("removing in"))
  }

  @Test func `the delete of an organization is told in the same words`() {
    var driver = Driver.listing(Sample.many(5), columns: 120, deleteGrace: 0)
    driver.delete()
    driver.planRetry(after: .transport(.connectionLost), in: 4)

    #expect(driver.status.contains("”: no answer · retrying in 4 s · z undoes"))
  }

  @Test func `a look before a write that fails is told with the write`() {
    var driver = Self.checking(columns: 120)
    #expect(driver.status.contains("checking for changes before sending"))

    driver.planRetry(after: Sample.rejection(503), in: 4)

    #expect(
      driver.status.contains("removing “bob@acme.com”: error 503 · retrying in 4 s · z undoes"))
    #expect(!driver.status.contains("checking for changes"))
  }

  @Test(arguments: [
    (40, "rate limited · in 9 s · z undoes"),
    (120, "syncing “Acme Directory”: rate limited · retrying in 9 s · z undoes"),
  ])
  func `a sync that waits says what is synced`(columns: Int, words: String) throws {
    let json = RawJSON(
      #"{"id":"directory_1","name":"Acme Directory","type":"gsuite directory","state":"linked"}"#)
    let row = try #require(DirectoriesTab().row(keptAs: json))
    var driver = Driver(
      24, columns, retryPolicy: RetryPolicy(), tabs: [DirectoriesTab()])
    driver.answerPage([Sample.acme])
    driver.press(.enter)
    driver.answerRead(.success(Sample.acme))
    driver.press(.character("2"))
    driver.answerRows([row])
    driver.press(.character("s"))
    driver.answerTab(.row(row))

    driver.failTab(Self.limited)

    #expect(driver.status.contains(words))
  }
}
