import Foundation
import TestSupport
import Testing
import WorkOS

/// Roles, permissions, invitations, API keys of organizations and flags: what is sent for them, and what
/// is read of the answers.
@Suite(.timeLimit(.minutes(20)))
struct TabResourceTests {
  private static let list =
    #"{"object":"list","data":[],"list_metadata":{"before":null,"after":null}}"#

  /// What goes over the wire for a call.
  private func sent<Value>(_ call: Call<Value>, answer: String) async throws -> String {
    let stub = StubTransport([.json(answer)])
    _ = try await WorkOSClient.stubbed(stub).send(call)
    let request = try #require(stub.requests.first)
    let body = request.body.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
    return request.description.replacing("https://api.workos.com", with: "") + body
  }

  @Test func `roles are read and written below their organization`() async throws {
    let role = #"{"slug":"org-a"}"#
    let path = "/authorization/organizations/org_1/roles"

    #expect(try await sent(Roles.list(of: "org_1"), answer: Self.list) == "GET \(path)")
    #expect(
      try await sent(
        Roles.create(slug: nil, name: "A", description: nil, in: "org_1"), answer: role)
        == #"POST \#(path) {"name":"A"}"#)
    #expect(
      try await sent(
        Roles.create(slug: "org-a", name: "A", description: "All", in: "org_1"), answer: role)
        == #"POST \#(path) {"slug":"org-a","name":"A","description":"All"}"#)
    #expect(
      try await sent(
        Roles.update("org-a", name: nil, description: "", in: "org_1"), answer: role)
        == #"PATCH \#(path)/org-a {"description":null}"#)
    #expect(
      try await sent(
        Roles.setPermissions(["a:b"], of: "org-a", in: "org_1"), answer: role)
        == #"PUT \#(path)/org-a/permissions {"permissions":["a:b"]}"#)
    #expect(
      try await sent(Roles.delete("org-a", in: "org_1"), answer: "") == "DELETE \(path)/org-a")
    #expect(
      try await sent(
        Permissions.list(PageRequest(cursor: .after("perm_1"), limit: 100)), answer: Self.list)
        == "GET /authorization/permissions?limit=100&order=desc&after=perm_1")
  }

  @Test func `invitations are read and sent with their organization`() async throws {
    let invitation = #"{"id":"invitation_1"}"#
    let path = "/user_management/invitations"

    #expect(
      try await sent(
        Invitations.list(of: "org_1", email: "a+b@acme.com", PageRequest(limit: 100)),
        answer: Self.list)
        == "GET \(path)?limit=100&order=desc&organization_id=org_1&email=a%2Bb%40acme.com")
    #expect(
      try await sent(
        Invitations.send(to: "a@acme.com", in: "org_1", role: nil, days: 30), answer: invitation)
        == #"POST \#(path) {"email":"a@acme.com","organization_id":"org_1","expires_in_days":30}"#)
    #expect(
      try await sent(Invitations.resend("invitation_1"), answer: invitation)
        == "POST \(path)/invitation_1/resend {}")
    #expect(
      try await sent(Invitations.revoke("invitation_1"), answer: invitation)
        == "POST \(path)/invitation_1/revoke")
  }

  @Test func `an invitation comes without what it is accepted with, save where that is asked for`()
    async throws
  {
    let body =
      #"{"id":"invitation_1","email":"a@acme.com","state":"pending","token":"Zx81","#
      + #""accept_invitation_url":"https://auth.example/?t=Zx81"}"#
    let list = #"{"data":[\#(body)]}"#
    let client = try WorkOSClient.stubbed(
      StubTransport([.json(body), .json(list), .json(body)]))

    let one = try await client.send(Invitations.get("invitation_1")).value
    let page = try await client.send(Invitations.list(of: "org_1", PageRequest())).value
    let secrets = try await client.send(Invitations.secrets(of: "invitation_1")).value

    #expect(!one.json.text.contains("Zx81"))
    #expect(page.items.allSatisfy { !$0.json.text.contains("Zx81") && $0.item.state == .pending })
    #expect(secrets.token == "Zx81")
    #expect(!"\(secrets)\(String(reflecting: secrets))".contains("Zx81"))
  }

  @Test func `keys of an organization are made, ended and listed`() async throws {
    let key = #"{"id":"api_key_1"}"#

    #expect(
      try await sent(OrganizationKeys.list(of: "org_1", PageRequest()), answer: Self.list)
        == "GET /organizations/org_1/api_keys?limit=50&order=desc")
    #expect(
      try await sent(
        OrganizationKeys.create("CI", permissions: [], expiresAt: nil, in: "org_1"), answer: key)
        == #"POST /organizations/org_1/api_keys {"name":"CI"}"#)
    #expect(
      try await sent(OrganizationKeys.expire("api_key_1"), answer: key)
        == "POST /api_keys/api_key_1/expire {}")
    #expect(
      try await sent(OrganizationKeys.delete("api_key_1"), answer: "")
        == "DELETE /api_keys/api_key_1")
  }

  @Test func `the value of a new key is in no text but the one that is asked for it`() async throws
  {
    let body = #"{"id":"api_key_1","name":"CI","value":"sk_Zx81","obfuscated_value":"sk_…81"}"#
    let client = try WorkOSClient.stubbed(StubTransport([.json(body)]))

    let made = try await client.send(
      OrganizationKeys.create("CI", permissions: [], expiresAt: nil, in: "org_1")
    ).value

    #expect(made.item.value == "sk_Zx81")
    #expect(made.item.key.obfuscatedValue == "sk_…81")
    #expect(!made.json.text.contains("Zx81"))
    #expect(!"\(made)\(String(reflecting: made))".contains("Zx81"))
  }

  @Test func `a flag is aimed at an organization, and never switched for an environment`()
    async throws
  {
    #expect(
      try await sent(Flags.list(of: "org_1", PageRequest()), answer: Self.list)
        == "GET /organizations/org_1/feature-flags?limit=50&order=desc")
    #expect(
      try await sent(Flags.aim("beta", at: "org_1"), answer: "")
        == "POST /feature-flags/beta/targets/org_1")
    #expect(
      try await sent(Flags.unaim("beta", at: "org_1"), answer: "")
        == "DELETE /feature-flags/beta/targets/org_1")
  }

  @Test(arguments: [
    #"{"slug":"a"}"#,
    #"{"slug":"a","name":null,"type":7,"permissions":"all","tags":{},"owner":"me","enabled":"yes"}"#,
  ])
  func `what the server leaves out or spells otherwise is no mistake`(body: String) throws {
    let bytes = Data(body.utf8)

    #expect(try JSONDecoder().decode(Role.self, from: bytes).name == "a")
    #expect(try JSONDecoder().decode(Permission.self, from: bytes).name == "a")
    #expect(try JSONDecoder().decode(Flag.self, from: bytes).isEnabled == nil)
  }
}
