import Foundation
import JSON
import TestSupport
import Testing
import WorkOS

/// Organizations as the API, older answers, wrappers and the emulator are known to send them.
@Suite(.timeLimit(.minutes(20)))
struct OrganizationDecodingTests {
  @Test func `a whole organization is read`() async throws {
    let body = """
      {"object":"organization","id":"org_1","name":"Acme","domains":[{"object":"organization_domain",
      "id":"org_domain_1","organization_id":"org_1","domain":"acme.com","state":"pending",
      "verification_prefix":"p","verification_token":"t","verification_strategy":"dns",
      "created_at":"2026-01-02T03:04:05.123Z","updated_at":"2026-01-02T03:04:06.000Z"}],
      "metadata":{"tier":"gold"},"external_id":"e-1","stripe_customer_id":"cus_1",
      "created_at":"2026-01-02T03:04:05.123Z","updated_at":"2026-01-02T03:04:06Z",
      "allow_profiles_outside_organization":false}
      """

    let organization = try await organization(from: body)

    let expected = Organization(
      id: "org_1",
      name: "Acme",
      domains: [
        OrganizationDomain(
          id: "org_domain_1", domain: "acme.com", state: .pending, verificationStrategy: "dns",
          verificationPrefix: "p", verificationToken: "t",
          createdAt: try date("2026-01-02T03:04:05.123Z"),
          updatedAt: try date("2026-01-02T03:04:06Z"))
      ],
      metadata: ["tier": "gold"],
      externalID: "e-1",
      stripeCustomerID: "cus_1",
      createdAt: try date("2026-01-02T03:04:05.123Z"),
      updatedAt: try date("2026-01-02T03:04:06Z"),
      allowsProfilesOutsideOrganization: false,
      json: RawJSON(body))
    #expect(organization == expected)
  }

  @Test(arguments: [
    #"{"id":"org_1","name":""}"#,
    #"{"id":"org_1"}"#,
    """
    {"id":"org_1","name":null,"domains":null,"metadata":null,"external_id":null,
    "stripe_customer_id":null,"created_at":null,"updated_at":null,
    "allow_profiles_outside_organization":null}
    """,
    """
    {"id":"org_1","name":7,"domains":{},"metadata":"x","external_id":7,"stripe_customer_id":[],
    "created_at":0,"updated_at":"yesterday","allow_profiles_outside_organization":"yes"}
    """,
    #"{"id":"org_1","metadata":[1],"domains":[7,null,[]]}"#,
  ])
  func `an id is all that an organization needs`(body: String) async throws {
    let organization = try await organization(from: body)

    #expect(organization == Organization(id: "org_1", name: "", json: RawJSON(body)))
  }

  @Test(arguments: [
    (#"{"name":"Acme"}"#, "id: missing"),
    (#"{"id":"","name":"Acme"}"#, "id: unusable"),
    (#"{"id":null,"name":"Acme"}"#, "id: of another type"),
    (#"{"id":7,"name":"Acme"}"#, "id: of another type"),
    ("[]", "the answer: of another type"),
    ("", "not JSON"),
    ("<!doctype html><p>sign in", "not JSON"),
    (#"{"id":"org_1""#, "not JSON"),
    (String(repeating: "[", count: 100_000), "not JSON"),
  ])
  func `an answer without a usable id is undecodable`(body: String, detail: String) async throws {
    let stub = StubTransport([.json(body, headers: ["x-request-id": "r1"])])

    await #expect(
      throws: WorkOSError.undecodable(.init(status: 200, detail: detail, requestID: "r1"))
    ) {
      try await WorkOSClient.stubbed(stub).send(Organizations.get("org_1"))
    }
  }

  @Test func `an empty external id is kept as it came`() async throws {
    let organization = try await organization(from: #"{"id":"org_1","external_id":""}"#)

    #expect(organization.externalID == "")
  }

  @Test func `null metadata is left out and other values become their JSON text`() async throws {
    let organization = try await organization(
      from:
        #"{"id":"org_1","metadata":{"n":1.50,"nil":null,"t":true,"s":"\u00e9","k\"y":"v","o": {"a": [1, "}"]} }}"#
    )

    #expect(
      organization.metadata == [
        "n": "1.50", "t": "true", "s": "é", "k\"y": "v", "o": #"{"a": [1, "}"]}"#,
      ])
  }

  @Test func `null metadata values alone are left out too`() async throws {
    let organization = try await organization(
      from: #"{"id":"org_1","metadata":{"gone":null,"kept":"v"}}"#)

    #expect(organization.metadata == ["kept": "v"])
  }

  @Test func `domains are read as objects and as plain strings`() async throws {
    let organization = try await organization(
      from: """
        {"id":"org_1","domains":["a.com",{"domain":"b.com","state":"half_verified",
        "verification_token":null},{"id":"org_domain_3"}]}
        """)

    #expect(
      organization.domains == [
        OrganizationDomain(domain: "a.com"),
        OrganizationDomain(domain: "b.com", state: .init(rawValue: "half_verified")),
        OrganizationDomain(id: "org_domain_3", domain: ""),
      ])
  }

  @Test(arguments: [
    Data(#"{"id":"org_1"}"#.utf8) + [0x00],
    Data([0xff, 0xfe, 0x00]),
    Data([0x00]),
  ])
  func `stray bytes make an answer undecodable`(body: Data) async throws {
    let stub = StubTransport([.success(HTTPResponse(status: 200, body: body))])

    await #expect(
      throws: WorkOSError.undecodable(.init(status: 200, detail: "not JSON"))
    ) {
      try await WorkOSClient.stubbed(stub).send(Organizations.get("org_1"))
    }
  }

  @Test(arguments: [0xff, 0x00] as [UInt8])
  func `a name with a byte it may not hold is read as missing`(byte: UInt8) async throws {
    let body = Data(#"{"id":"org_1","name":""#.utf8) + [byte] + Data(#""}"#.utf8)
    let stub = StubTransport([.success(HTTPResponse(status: 200, body: body))])

    let organization = try await WorkOSClient.stubbed(stub).send(Organizations.get("org_1")).value

    #expect(organization == Organization(id: "org_1", name: "", json: RawJSON(bytes: body)))
  }

  @Test func `an escaped null character within a name is kept`() async throws {
    let organization = try await organization(from: #"{"id":"org_1","name":"a\u0000b"}"#)

    #expect(organization.name == "a\u{0}b")
  }
}
