import Foundation
import JSON
import WorkOS

/// Organizations and errors for the tests, the same in each run.
enum Sample {
  /// 14 March 2026, 09:26:53 in Greenwich.
  static let now = Date(timeIntervalSince1970: 1_773_480_413)
  static let session = UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))

  static let acme = organization(
    1, "Acme Corporation",
    domains: [
      OrganizationDomain(
        domain: "acme.com", state: .pending, verificationStrategy: "dns",
        verificationPrefix: "_workos-challenge", verificationToken: "neyi2q7cYk6WQ")
    ],
    metadata: ["plan": "enterprise", "region": "eu-central-1"], externalID: "cust_000001")
  static let globex = organization(
    2, "Globex", domains: [OrganizationDomain(domain: "globex.com", state: .verified)],
    externalID: "cust_000002")
  static let bare = organization(3, "Initech")

  /// What a create named Hooli may have made, and another one like it.
  static let created = [4, 5].map { number in
    var organization = organization(number, "Hooli")
    organization.createdAt = now + Double(number)
    return organization
  }

  /// Everything the API can say about an organization.
  static let full = Organization(
    id: "org_01M67FS3C1Q4P6QWEF0SHE0009", name: "Umbrella Health",
    domains: [
      OrganizationDomain(
        domain: "umbrella.com", state: .verified, verificationStrategy: "dns"),
      OrganizationDomain(
        domain: "umbrella.dev", state: .pending, verificationStrategy: "dns",
        verificationPrefix: "_workos-challenge", verificationToken: "neyi2q7cYk6WQ"),
      OrganizationDomain(domain: "umbrella.old", state: .legacyVerified),
      OrganizationDomain(domain: "umbrella.bad", state: .failed, verificationStrategy: "manual"),
      OrganizationDomain(domain: "umbrella.new", state: .unverified),
      OrganizationDomain(domain: "umbrella.next", state: .init(rawValue: "quarantined")),
      OrganizationDomain(domain: "umbrella.bare"),
    ].enumerated().map { number, domain in
      var domain = domain
      domain.id = "org_domain_0\(number)"
      return domain
    },
    metadata: [
      "plan": "enterprise",
      "a_rather_long_key_of_forty_characters_xx": "short",
      "note":
        "The customer asked for a call before anything is changed here; see the ticket of 3 March "
        + "and the mail of Ms Okafor, and do not delete their test users.",
      "区域": "日本",
    ],
    externalID: "cust_000009", stripeCustomerID: "cus_NffrFeUfNV2Hib",
    createdAt: now - 400 * 86400, updatedAt: now - 7200,
    allowsProfilesOutsideOrganization: true,
    json: RawJSON(
      #"{"object":"organization","id":"org_01M67FS3C1Q4P6QWEF0SHE0009","name":"Umbrella Health","#
        + #""domains":[{"domain":"umbrella.com","state":"verified"},{"domain":"umbrella.dev","#
        + #""state":"pending"}],"metadata":{"plan":"enterprise","seats":"12","tier":"gold","#
        + #""region":"eu"},"allow_profiles_outside_organization":true,"unknown":[1,2,3],"#
        + #""external_id":"cust_000009","created_at":"2025-02-07T09:26:53.000Z"}"#))

  static func organization(
    _ number: Int, _ name: String, domains: [OrganizationDomain] = [],
    metadata: [String: String] = [:], externalID: String? = nil
  ) -> Organization {
    Organization(
      id: Organization.ID(rawValue: "org_01M67FS3C1Q4P6QWEF0SHE\(1000 + number)"), name: name,
      domains: domains, metadata: metadata, externalID: externalID,
      createdAt: now - Double(number) * 86400, updatedAt: now - 7200)
  }

  /// Organizations with all kinds of names.
  static func many(_ count: Int, from first: Int = 1) -> [Organization] {
    let names = [
      "Acme Corporation", "Café Lumière", "東都物流株式会社", "Северный Ветер", "Globex",
      "Müller & Söhne Präzisionstechnik GmbH", "🌱 Sprout Labs", "شركة النخيل",
    ]
    return (first..<first + count).map { number in
      organization(
        number, "\(names[number % names.count]) \(number)",
        domains: (0..<number % 4).map {
          OrganizationDomain(domain: "customer-\(number)-\($0).example", state: .pending)
        },
        externalID: number % 5 == 0 ? nil : "cust_\(100_000 + number)")
    }
  }

  /// Domains in several scripts, some of which fool the eye.
  static let international = [
    "xn--mller-kva.de", "müller.de", "xn--80ak6aa92e.com", "xn--pple-43d.com", "xn--r8jz45g.jp",
    "xn--99999999999.de", "mail.xn--mller-kva.de",
  ].enumerated().map { number, domain in
    organization(
      number + 1, "Customer \(number + 1)",
      domains: [OrganizationDomain(domain: domain, state: .verified)])
  }

  /// Names that try to break out of their column.
  static let strange = [
    "\u{1b}[31mred\u{1b}[0m", "line\nbreak\ttab", "\u{202e}evil\u{202c}", "\u{200b}zero width",
    "👩‍👩‍👧‍👦 family", "🇩🇪🇫🇷 flags", "e\u{301}e\u{301}e\u{301} combining",
    "가나다 조합", "ا‎لعربية", "שלום עולם", "界界界界界界界界界界界界界界界界界界界界", "", "   ",
    String(repeating: "W", count: 300), "❤️ heart", "1️⃣ keycap", "\u{301}mark first", "नमस्ते",
  ].enumerated().map { number, name in
    organization(
      number + 1, name, domains: [OrganizationDomain(domain: "d\(number).example")],
      externalID: "x-\(number)")
  }

  static func rejection(_ status: Int, _ message: String? = nil) -> WorkOSError {
    .rejected(
      WorkOSError.Rejection(status: status, message: message, requestID: "req_01HZX5B7"))
  }

  static let unauthorized = rejection(401, "Could not authorize the request.")
}
