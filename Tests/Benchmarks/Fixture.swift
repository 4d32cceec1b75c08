import Foundation
import Frontend
import ViewModel
import WorkOS

/// A console with a page of organizations on screen.
enum Fixture {
  static let keys = IdempotencyKeys(session: UUID())

  static func workspace() -> Workspace {
    Workspace(
      keyMap: .standard,
      surroundings: Surroundings(timeZone: .gmt, baseURL: "https://api.example"))
  }

  static func console(organizations count: Int, at now: Date) -> Console {
    var console = Console(
      workplace: Workplace(kind: .sandbox, host: "127.0.0.1:4100", pageSize: 100),
      idempotencyKeys: keys)
    guard let id = console.update(.started, at: now).compactMap(\.request).first else {
      return console
    }
    let rows = (0..<count).map { ListedOrganization(organization($0, at: now)) }
    _ = console.update(.list(.pageArrived(id, .success(Page(items: rows)))), at: now)
    return console
  }

  private static let names = ["Acme Corporation", "Café Lumière", "東都物流株式会社", "Северный Ветер"]

  private static func organization(_ number: Int, at now: Date) -> Organization {
    Organization(
      id: Organization.ID(rawValue: "org_01M67FS3C1Q4P6QWEF0SHE\(1000 + number)"),
      name: "\(names[number % names.count]) \(number)",
      domains: [
        OrganizationDomain(
          domain: "customer-\(number).example", state: .verified, verificationStrategy: "dns"),
        OrganizationDomain(
          domain: "customer-\(number).dev", state: .pending, verificationStrategy: "dns",
          verificationPrefix: "superapp-domain-verification", verificationToken: "neyi2q7cYk6WQ"),
      ],
      metadata: ["plan": "enterprise", "region": "eu-central-1", "seats": "\(number)"],
      externalID: "cust_\(100_000 + number)", createdAt: now.addingTimeInterval(-86400),
      updatedAt: now)
  }
}
