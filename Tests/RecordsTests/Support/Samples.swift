import Delivery
import Foundation
import JSON
import ViewModel
import WorkOS

/// Everything that text from a server may do to a terminal, a line or a file.
let hostileText =
  "a\u{1B}[2J\u{1B}]0;t\u{7}\u{9B}31m\r\n\u{0}\u{7F}\u{202E}\u{2066}\u{2028}\u{FEFF}\"\\/é🧑‍🚀\u{10FFFD}"

extension JournalAuthor {
  static let ada = JournalAuthor(
    user: "ada", host: "api.workos.com", environment: "live", keyEnding: "x9Qz")
}

extension Date {
  static let noon = Date(timeIntervalSince1970: 1_795_262_400.123)
}

extension JournalLine {
  /// The intent to rename an organization.
  static func intent(
    _ write: UUID = UUID(), name: String = "Acme", before: RawJSON? = RawJSON(#"{"id":"org_1"}"#),
    change: RawJSON? = RawJSON(#"{"name":"Acme Ltd"}"#), time: Date = .noon
  ) -> JournalLine {
    JournalLine(
      write: write, time: time,
      event: .intent(
        JournalIntent(
          action: .update, author: .ada, organizationID: "org_1", name: name, before: before,
          change: change)))
  }

  static func outcome(
    _ write: UUID, _ result: JournalOutcome.Result = .done, after: RawJSON? = nil
  ) -> JournalLine {
    JournalLine(
      write: write, time: .noon,
      event: .outcome(
        JournalOutcome(result: result, status: 200, requestID: "req_1", tries: 2, after: after)))
  }

  /// The line as it stands in a file.
  var bytes: [UInt8] { Array((text + "\n").utf8) }
}

extension Organization {
  static func sample(id: Organization.ID = "org_1", json: RawJSON = RawJSON("{}")) -> Organization {
    Organization(
      id: id, name: "Acme \(hostileText)",
      domains: [
        OrganizationDomain(
          id: "org_domain_1", domain: "acme.com", state: .verified, verificationStrategy: "dns",
          verificationPrefix: "_p", verificationToken: "t",
          createdAt: Date(timeIntervalSinceReferenceDate: 0.1 + 0.2), updatedAt: .noon),
        OrganizationDomain(domain: "acme.example"),
        OrganizationDomain(domain: "new.example", state: .init(rawValue: "under \u{0} review")),
      ],
      metadata: ["tier": "🥇", "": "empty", hostileText: hostileText],
      externalID: "ext_1", stripeCustomerID: nil, createdAt: .noon, updatedAt: nil,
      allowsProfilesOutsideOrganization: true, json: json)
  }
}
