import Delivery
import Foundation
import JSON
import ViewModel
import WorkOS

@testable import Frontend

/// Tabs of the open organization, and the answers to what they ask.
extension Driver {
  /// What the tab asked the server last.
  private var tabQuestion: Effect? {
    questions.last { $0.question?.asker == .tabs }
  }

  /// Acme is open at its members or domains, whatever other tabs there are.
  static func tab(
    _ tab: TabSample, rows: Int = 24, columns: Int = 80, kind: Workplace.Kind = .test,
    isReadOnly: Bool = false, retryPolicy: RetryPolicy = .once
  ) -> Driver {
    var driver = Driver(
      rows, columns, kind: kind, isReadOnly: isReadOnly, retryPolicy: retryPolicy,
      tabs: [DomainsTab(), MembersTab()])
    driver.answerPage([Sample.acme, Sample.globex])
    driver.press(.enter)
    driver.answerRead(.success(Sample.acme))
    driver.press(.character(tab == .domains ? "2" : "3"))
    return driver
  }

  /// A domain was typed into the form of Acme's, which Globex has.
  static func takenDomain(rows: Int = 24, columns: Int = 80) -> Driver {
    var driver = Driver.tab(.domains, rows: rows, columns: columns)
    driver.answerRows(TabSample.domains.rows)
    driver.press(.character("a"))
    driver.type("globex.com")
    driver.press(.control("s"))
    for _ in 0..<40 where driver.pane == .tabReview { driver.press(.enter) }
    driver.answerTab(.row(nil))
    driver.failTab(
      .rejected(
        .init(
          status: 409, code: "domain_already_exists",
          message: "The domain globex.com already exists.")))
    driver.answerTab(.row(nil))
    driver.answerPage([Sample.globex])
    return driver
  }

  mutating func answerTab(_ answer: TabAnswer) { endTab(.success(answer)) }

  mutating func failTab(_ error: WorkOSError) { endTab(.failure(error)) }

  private mutating func endTab(_ result: Result<TabAnswer, WorkOSError>) {
    guard let id = tabQuestion?.request else { return }
    send(.tab(.answered(id, result)))
  }

  /// Shows these rows.
  mutating func answerRows(_ rows: [TabRow], after: String? = nil) {
    answerTab(.page(Page(items: rows, after: after)))
  }
}

/// A tab, with rows to show in it.
enum TabSample: String, CaseIterable, Sendable {
  case members, domains

  var rows: [TabRow] {
    switch self {
    case .members:
      [
        Self.member(1, "Jane Doe", "jane@acme.com", role: "admin"),
        Self.member(2, "Bob Björnsson", "bob@acme.com", isDirectoryManaged: true),
        Self.member(3, "", "carol.longworth@customers.acme-international.example", role: "billing"),
        Self.member(4, "Dan", "dan@acme.com", status: "inactive"),
        Self.member(5, "Eve", "eve@acme.com", status: "pending"),
      ]
    case .domains:
      [
        Self.domain(1, "acme.com", state: "verified"), Self.domain(2, "acme.dev", state: "pending"),
        Self.domain(3, "xn--mller-kva.de", state: "failed"),
      ]
    }
  }

  static func member(
    _ number: Int, _ name: String, _ email: String, role: String = "member",
    status: String = "active", isDirectoryManaged: Bool = false
  ) -> TabRow {
    let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
    let object: [String: Any] = [
      "id": "om_0\(number)", "user_id": "user_0\(number)", "status": status,
      "role": ["slug": role], "directory_managed": isDirectoryManaged,
      "updated_at": "2026-03-1\(number)T09:00:00.000Z",
      "user": [
        "id": "user_0\(number)", "email": email, "first_name": parts.first ?? "",
        "last_name": parts.dropFirst().first ?? "",
      ],
    ]
    return row(object, in: MembersTab())
  }

  static func domain(_ number: Int, _ domain: String, state: String) -> TabRow {
    row(
      [
        "id": "org_domain_0\(number)", "domain": domain, "state": state,
        "verification_strategy": "dns", "verification_prefix": "_workos-challenge",
        "verification_token": "neyi2q7cYk6WQ\(number)", "created_at": "2026-03-05T10:00:00.000Z",
        "updated_at": "2026-03-12T09:00:00.000Z",
      ], in: DomainsTab())
  }

  private static func row(_ object: [String: Any], in tab: any Tab) -> TabRow {
    let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    let json = RawJSON(bytes: data ?? Data())
    return tab.row(keptAs: json) ?? TabRow(id: "unread", name: "unread", cells: [], json: json)
  }
}
