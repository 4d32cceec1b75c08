import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct InvitationTests {
  private let path = "/user_management/invitations"

  /// The invitations of Acme Corporation, newest first.
  private func invitations(_ client: inout SandboxClient) throws -> [JSONValue] {
    let id = try client.id(of: "Acme Corporation")
    let list = try client.send("GET", "\(path)?organization_id=\(id)&order=desc&limit=100").json
    return list["data"]?.elements ?? []
  }

  private func body(_ id: String, _ email: String, _ more: String = "") -> String {
    #"{"organization_id":"\#(id)","email":"\#(email)"\#(more)}"#
  }

  @Test func `the seed has invitations in every state, with their secrets`() throws {
    var client = try SandboxClient(organizations: 40)

    let all = try invitations(&client)
    let alone = try client.send("GET", "\(path)/\(all[0].text("id"))").json

    #expect(
      Set(all.map { $0.text("state") }) == ["pending", "accepted", "expired", "revoked"])
    #expect(all.allSatisfy { $0.text("token").count == 25 })
    #expect(all.allSatisfy { $0.text("accept_invitation_url").hasSuffix($0.text("token")) })
    #expect(alone == all[0])
  }

  @Test func `one is sent, found by its address, sent again and revoked`() throws {
    var client = try SandboxClient(organizations: 40)
    let id = try client.id(of: "Acme Corporation")

    let sent = try client.send(
      "POST", path, body(id, "new@acme.com", #","role_slug":"admin","expires_in_days":2"#))
    let twice = try client.send("POST", path, body(id, "NEW@acme.com"))
    let found = try client.send("GET", "\(path)?email=new@acme.com").json
    let one = "\(path)/\(sent.json.text("id"))"
    let again = try client.send("POST", "\(one)/resend", #"{"locale":"de"}"#)
    let revoked = try client.send("POST", "\(one)/revoke")
    let over = [
      try client.send("POST", "\(one)/revoke"), try client.send("POST", "\(one)/resend", "{}"),
    ]

    #expect(sent.status == 201)
    #expect(sent.json.text("role_slug") == "admin")
    #expect(sent.json.text("expires_at") == "2027-01-17T08:00:00.002Z")
    #expect(twice.json.text("code") == "email_already_invited_to_organization")
    #expect(found["data"]?.texts("id") == [sent.json.text("id")])
    #expect(again.json.text("expires_at") > sent.json.text("expires_at"))
    #expect(revoked.json.text("state") == "revoked")
    #expect(revoked.json.text("revoked_at") == "2027-01-15T08:00:00.006Z")
    #expect(over.map { $0.json.text("code") } == ["invite_not_pending", "invite_revoked"])
    #expect(client.service.writes.last { $0.isApplied }?.subject == sent.json.text("id"))
  }

  @Test func `an invitation expires by itself`() throws {
    var client = try SandboxClient()
    let id = try client.create("A")
    let sent = try client.send("POST", path, body(id, "new@a.example")).json.text("id")

    client.now.addTimeInterval(8 * 86_400)
    let late = try client.send("GET", "\(path)/\(sent)").json
    let again = try client.send("POST", "\(path)/\(sent)/resend", "{}")

    #expect(late.text("state") == "expired")
    #expect(again.json.text("code") == "invite_expired")
  }

  @Test(arguments: [
    ("jane@acme.com", "", 400, "user_already_organization_member"),
    ("new@acme.com", #","expires_in_days":0"#, 400, "expires_in_days_too_short"),
    ("new@acme.com", #","expires_in_days":31"#, 400, "expires_in_days_too_long"),
    ("new@acme.com", #","role_slug":"emperor""#, 400, "invalid_role"),
    ("new@nowhere.invalid", "", 400, "email_domain_not_deliverable"),
    ("no address", "", 422, "invalid_request_parameters"),
    ("", "", 422, "invalid_request_parameters"),
  ])
  func `an impossible invitation is refused`(
    email: String, more: String, status: Int, code: String
  ) throws {
    var client = try SandboxClient(organizations: 40)
    let id = try client.id(of: "Acme Corporation")

    let reply = try client.send("POST", path, body(id, email, more))

    #expect(reply.status == status)
    #expect(reply.json.text("code") == code)
  }
}
