import Cells
import Delivery
import Foundation
import TestSupport
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// What the overview and the delete dialog say of what an organization holds.
struct OverviewScreenTests {
  @Test(arguments: [(24, 80), (40, 120)])
  func `the audit log stands at the end of the overview`(_ rows: Int, _ columns: Int) {
    var driver = Driver.overview(rows: rows, columns: columns)

    driver.answerAuditLog(
      .success(
        AuditLogConfiguration(
          retentionDays: 365, state: "active",
          stream: .init(type: "Datadog", state: "active", lastSyncedAt: Sample.now - 120))))

    expectScreen("overview-audit-\(columns)x\(rows)", of: driver)
  }

  @Test func `where the audit log goes can be marked and copied as any line`() {
    var driver = Driver.overview(rows: 40, columns: 120)
    driver.answerAuditLog(
      .success(
        AuditLogConfiguration(
          retentionDays: 365, state: "active",
          stream: .init(type: "Datadog", state: "active", lastSyncedAt: Sample.now - 120))))

    driver.press(.character("G"), .character("y"))
    guard case .copy(let stream, "where the audit log is streamed")? = driver.commands.last else {
      Issue.record("\(driver.commands)")
      return
    }
    driver.press(.character("k"), .character("k"), .character("y"))

    #expect(stream.text == "Datadog, active, last synced 2 minutes ago")
    guard case .copy(let state, "whether an audit log is kept")? = driver.commands.last else {
      Issue.record("\(driver.commands)")
      return
    }
    #expect(state.text == "active")
  }

  @Test(arguments: [(24, 80), (40, 120)], AuditLogGap.allCases)
  func `what is not known of the audit log is said, in both widths`(
    size: (Int, Int), gap: AuditLogGap
  ) {
    var driver = Driver.overview(rows: size.0, columns: size.1)

    if let error = gap.error { driver.answerAuditLog(.failure(error)) }

    expectScreen("overview-\(gap.rawValue)-\(size.1)x\(size.0)", of: driver)
  }

  /// Why the audit log is not known.
  enum AuditLogGap: String, CaseIterable, Sendable {
    case loading, failed, forbidden
    case notThere = "not-there"

    var error: WorkOSError? {
      switch self {
      case .loading: nil
      case .failed: .transport(.timedOut(seconds: 15))
      case .forbidden: Sample.rejection(403, "Not on this plan.")
      case .notThere: Sample.rejection(404, "Not found.")
      }
    }
  }

  @Test(arguments: [(24, 80), (40, 120)])
  func `what tabs have read is counted`(rows: Int, columns: Int) {
    var driver = Driver.overview(rows: rows, columns: columns)
    driver.answerAuditLog(.success(AuditLogConfiguration(retentionDays: 45)))
    driver.press(.character("3"))
    driver.answerTab(.page(Page(items: [], after: "om_1")))

    driver.press(.character("1"))

    expectScreen("overview-counts-\(columns)x\(rows)", of: driver)
  }

  @Test func `what could be set up in the portal is not counted as something there is`() {
    var driver = Driver.overview(rows: 40, columns: 80)
    driver.press(.character("9"), .right, .right)
    #expect(driver.console.tabs.current?.title == "Portal")
    driver.answerTab(
      .page(Page(items: ["sso", "dsync", "audit_logs"].map(TabRow.init(intent:)))))

    driver.press(.character("1"))

    let lines = (2..<38).map { driver.screen.text(ofRow: $0) }
    #expect(!lines.contains { $0.contains("Portal") })
  }

  @Test func `an environment without audit logs says so in a line`() {
    var driver = Driver.overview()

    driver.answerAuditLog(.failure(Sample.rejection(404)))

    expectScreen("overview-unavailable", of: driver)
  }

  @Test func `hostile text in a log stream harms nothing`() {
    var driver = Driver.overview()

    driver.answerAuditLog(
      .success(
        AuditLogConfiguration(
          retentionDays: -1, state: "\u{1b}[2J\u{202e}on\n",
          stream: .init(type: String(repeating: "W", count: 300), state: "\u{7}bell"))))

    expectScreen("overview-hostile", of: driver)
  }

  @Test func `e on the retention opens its form`() {
    var driver = Driver.overview()
    driver.answerAuditLog(.success(AuditLogConfiguration(retentionDays: 365)))

    driver.press(.character("G"), .character("k"), .character("e"))
    driver.answerTab(.choices(RetentionPeriod.all.map { TabChoice($0.name, $0.words) }))
    expectScreen("retention-form", of: driver)
    driver.press(.up, .up, .character(" "), .control("s"))

    expectScreen("retention-review", of: driver)
  }

  @Test(arguments: [(24, 80), (40, 120)])
  func `the delete dialog counts what goes with it, and moves nothing`(_ rows: Int, _ columns: Int)
  {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)
    driver.press(.character("d"))
    let before = driver.buttonRow

    driver.count(.members, .success(.init(100, isComplete: false)))
    driver.count(.connections, .failure(Sample.rejection(403)))
    driver.count(.directories, .success(.init(1)))

    #expect(driver.buttonRow == before)
    expectScreen("delete-counted-\(columns)x\(rows)", of: driver)
  }
}

extension Driver {
  /// The overview of Acme is open, and the audit log is asked for.
  fileprivate static func overview(rows: Int = 24, columns: Int = 80) -> Driver {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)
    driver.press(.enter)
    driver.answerRead(.success(Sample.acme))
    driver.wait(1)
    return driver
  }

  fileprivate mutating func answerAuditLog(
    _ result: Result<AuditLogConfiguration, WorkOSError>
  ) {
    guard let id = console.overview.pending?.id else {
      Issue.record("the audit log is not asked for")
      return
    }
    send(.detail(.auditLogRead(id, result)))
  }

  fileprivate mutating func count(
    _ holding: Holding, _ result: Result<Holding.Count, WorkOSError>
  ) {
    guard case .counting(let pending)? = console.deletions.counts?.counts[holding] else {
      Issue.record("it is not counted")
      return
    }
    send(.deletion(.counted(pending.id, result)))
  }

  fileprivate var buttonRow: Int? {
    var driver = self
    let text = driver.screen.text
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("Delete (y)") }
  }
}
