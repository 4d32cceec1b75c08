import Foundation
import Records
import WorkOS

/// Organizations as comma-separated values (RFC 4180) that a spreadsheet takes for text alone.
enum CommaSeparated {
  static let header =
    "id,name,domains,external_id,stripe_customer_id,created_at,updated_at,metadata"

  static func line(_ organization: Organization) -> String {
    let metadata = organization.metadata.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    return [
      organization.id.rawValue, organization.name,
      organization.domains.map(\.domain).joined(separator: " "),
      organization.externalID ?? "", organization.stripeCustomerID ?? "",
      organization.createdAt?.formatted(.iso8601) ?? "",
      organization.updatedAt?.formatted(.iso8601) ?? "", metadata,
    ].map(field).joined(separator: ",")
  }

  /// A field in which nothing is obeyed: by no terminal, and by no spreadsheet, which takes what
  /// begins with one of these signs for a formula.
  static func field(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first { $0 != " " }.map {
      "=+-@\t\r\n".unicodeScalars.contains($0)
    }
    let safe = HarmlessText.of((isFormula == true ? "'" : "") + text)
    guard safe.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else {
      return safe
    }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
