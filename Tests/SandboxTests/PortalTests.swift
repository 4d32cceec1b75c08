import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct PortalTests {
  @Test func `a link is made for an intent, and revoked`() throws {
    var client = try SandboxClient()
    let id = try client.create("A")

    let made = try client.send(
      "POST", "/portal/generate_link",
      #"{"organization":"\#(id)","intent":"sso","external_user_id":"u1"}"#)
    let revoked = try client.send(
      "POST", "/portal/revoke_link", #"{"organization":"\#(id)","external_user_id":"u1"}"#)
    let unknown = try client.send("POST", "/portal/generate_link", #"{"organization":"bogus-id"}"#)
    let intent = try client.send(
      "POST", "/portal/generate_link", #"{"organization":"\#(id)","intent":"fly"}"#)

    #expect(made.status == 201)
    #expect(made.json.text("link").hasPrefix("https://"))
    #expect(revoked.response.body.isEmpty)
    #expect(unknown.refusal == "400 Could not find an organization with the id, bogus-id.")
    #expect(intent.status == 422)
  }

  @Test func `IT contacts are added, invited once, and removed`() throws {
    var client = try SandboxClient()
    let path = "/organizations/\(try client.create("A"))/it_contacts"

    let added = try client.send("POST", path, #"{"email":"it@a.example"}"#)
    let twice = try client.send("POST", path, #"{"email":"IT@a.example"}"#)
    let one = "\(path)/\(added.json.text("id"))"
    let invited = try client.send("POST", "\(one)/invite", #"{"intents":["directory_sync"]}"#)
    let again = try client.send("POST", "\(one)/invite", #"{"intents":["sso"]}"#)
    let intent = try client.send("POST", "\(one)/invite", #"{"intents":["dsync"]}"#)
    let revoked = try client.send("POST", "\(one)/revoke")
    let list = try client.send("GET", path).json
    let removed = try client.send("DELETE", one)
    let gone = try client.send("DELETE", one)

    #expect(added.status == 201)
    #expect(added.json.names == ["object", "id", "email", "created_at", "updated_at"])
    #expect(twice.refusal.hasPrefix("409 it_contact_already_exists"))
    #expect([invited.status, revoked.status, removed.status, gone.status] == [204, 204, 204, 404])
    #expect(again.refusal.hasPrefix("409 it_contact_invitation_already_active"))
    #expect(intent.status == 422)
    #expect(list["list_metadata"]?["after"] == .null)
    #expect(list["data"]?.texts("email") == ["it@a.example"])
  }

  @Test func `the retention is read and set, by name or in days`() throws {
    var client = try SandboxClient()
    let id = try client.create("A")
    let path = "/organizations/\(id)/audit_logs_retention"

    let none = try client.send("GET", path).json["retention_period_in_days"]
    let named = try client.send("PUT", path, #"{"retention_period":"6_MONTHS"}"#)
    let days = try client.send("PUT", path, #"{"retention_period_in_days":365}"#)
    let state = try client.send("GET", "/organizations/\(id)/audit_log_configuration").json

    #expect(none == .null)
    #expect(named.json["retention_period_in_days"] == .number("180"))
    #expect(days.json["retention_period_in_days"] == .number("365"))
    #expect(state["retention_period_in_days"] == .number("365"))
    #expect(state.text("state") == "active")
  }

  @Test(arguments: [
    "{}", #"{"retention_period_in_days":31}"#, #"{"retention_period":"1_MONTHS"}"#,
    #"{"retention_period":"1_YEAR","retention_period_in_days":365}"#,
  ])
  func `an impossible retention is refused`(body: String) throws {
    var client = try SandboxClient()
    let id = try client.create("A")

    let reply = try client.send("PUT", "/organizations/\(id)/audit_logs_retention", body)

    #expect(reply.status == 422)
  }
}
