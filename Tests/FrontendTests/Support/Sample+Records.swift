import Delivery
import Foundation
import JSON
import ViewModel
import WorkOS

/// A journal and a log of requests with one of each kind in it.
extension Sample {
  static let author = JournalAuthor(
    user: "erin", host: "api.workos.com", environment: "test", keyEnding: "k3y9")

  static let journal = [
    entry(1, .delete, full, JournalOutcome(result: .done, status: 202)),
    entry(2, .update, acme, JournalOutcome(result: .failed, status: 422, requestID: "req_1")),
    entry(3, .update, globex, JournalOutcome(result: .unknown, tries: 5)),
    entry(4, .delete, bare, JournalOutcome(result: .neverSent, tries: 0)),
    entry(5, .create, nil, JournalOutcome(result: .done, after: full.json)),
    entry(6, .delete, acme, nil),
  ]

  static func entry(
    _ number: UInt8, _ action: JournalIntent.Action, _ before: Organization?,
    _ outcome: JournalOutcome?, by author: JournalAuthor = author
  ) -> JournalEntry {
    JournalEntry(
      id: UUID(uuid: (number, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)),
      time: now - Double(number) * 3600,
      intent: JournalIntent(
        action: action, author: author, organizationID: before?.id.rawValue,
        name: before?.name ?? "Umbrella Health", before: before.map { _ in full.json },
        change: nil),
      outcome: outcome)
  }

  static let requests = [
    request("GET", "organizations?limit=50&order=desc", .answered(status: 200), after: 0.123),
    request(
      "PUT", "organizations/org_01M67FS3C1Q4P6QWEF0SHE1001", .answered(status: 429), after: 0.04,
      body: RawJSON(#"{"name":"Acme's"}"#)),
    request(
      "PUT", "organizations/org_01M67FS3C1Q4P6QWEF0SHE1001", .answered(status: 200), after: 1.5,
      attempt: 2),
    request(
      "DELETE", "organizations/org_01M67FS3C1Q4P6QWEF0SHE1001", .failed(.timedOut(seconds: 30)),
      after: 30),
    request(
      "POST", "organizations", .answered(status: 201), after: 0.2, body: RawJSON(#"{"name":"B"}"#)),
  ]

  private static func request(
    _ method: String, _ path: String, _ ending: LoggedRequest.Ending, after duration: TimeInterval,
    body: RawJSON? = nil, attempt: Int = 1
  ) -> LoggedRequest {
    let isAnswered = if case .answered = ending { true } else { false }
    return LoggedRequest(
      method: method, url: URL(string: "https://api.workos.com/\(path)") ?? URL(filePath: "/"),
      body: body, idempotencyKey: method == "POST" ? session.uuidString : nil, sentAt: now,
      duration: duration, ending: ending, requestID: isAnswered ? "req_01HZX5B7" : nil,
      attempt: attempt)
  }
}
