import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct FlagAndKeyTests {
  @Test func `a flag is switched on and off for one organization`() throws {
    var client = try SandboxClient(organizations: 40)
    let id = try client.create("New")
    let path = "/organizations/\(id)/feature-flags"
    let target = "/feature-flags/beta-reports/targets/\(id)"

    let before = try client.send("GET", path).json["data"]?.texts("slug")
    let aimed = try client.send("POST", target)
    let on = try client.send("GET", path).json["data"]?.texts("slug")
    let taken = try client.send("DELETE", target)
    let off = try client.send("GET", path).json["data"]?.texts("slug")

    #expect(before == ["new-navigation"])
    #expect([aimed.status, taken.status] == [204, 204])
    #expect(on == ["beta-reports", "new-navigation"])
    #expect(off == before)
    #expect(client.service.writes.last?.subject == "beta-reports")
    #expect(client.service.writes.last?.organizationID == id)
  }

  @Test func `flags are listed for the environment and one by one`() throws {
    var client = try SandboxClient()

    let list = try client.send("GET", "/feature-flags?order=asc&limit=3").json
    let flag = try client.send("GET", "/feature-flags/legacy-import").json

    #expect(list["data"]?.elements.count == 3)
    #expect(flag["enabled"] == .bool(false))
  }

  @Test(arguments: [
    ("beta-reports/targets/conn_1", 400), ("nothing/targets/org_01M69DE12P0000000000000000", 404),
    ("beta-reports/targets/org_01M69DE12P0000000000000000", 404),
  ])
  func `an impossible target is refused`(path: String, status: Int) throws {
    var client = try SandboxClient()

    #expect(try client.send("POST", "/feature-flags/\(path)").status == status)
  }

  @Test func `a key tells its value once, expires, and is deleted`() throws {
    var client = try SandboxClient(organizations: 40)
    let path = "/organizations/\(try client.id(of: "Acme Corporation"))/api_keys"

    let made = try client.send("POST", path, #"{"name":"CI","permissions":["reports:read"]}"#)
    let list = try client.send("GET", "\(path)?order=desc&limit=100").json
    let key = "/api_keys/\(made.json.text("id"))"
    let later = try client.send(
      "POST", "\(key)/expire", #"{"expires_at":"2027-02-01T00:00:00.000Z"}"#)
    let never = try client.send("POST", "\(key)/expire", #"{"expires_at":null}"#)
    let expired = try client.send(
      "POST", "\(key)/expire", #"{"expires_at":"2020-01-01T00:00:00.000Z"}"#)
    let again = try client.send("POST", "\(key)/expire")
    let deleted = try client.send("DELETE", key)
    let gone = try client.send("DELETE", key)

    #expect(made.status == 201)
    #expect(made.json.text("value").count == 43)
    #expect(made.json.text("obfuscated_value").hasSuffix(String(made.json.text("value").suffix(4))))
    #expect(list["data"]?.elements.first?.text("name") == "CI")
    #expect(list["data"]?.elements.allSatisfy { $0["value"] == nil } == true)
    #expect(later.json.text("expires_at") == "2027-02-01T00:00:00.000Z")
    #expect(never.json["expires_at"] == .null)
    #expect(expired.json.text("expires_at") == expired.json.text("updated_at"))
    #expect(again.refusal.hasPrefix("409 api_key_already_expired"))
    #expect([deleted.status, gone.status] == [204, 404])
  }

  @Test(arguments: [
    "{}", #"{"name":""}"#, #"{"name":"A","permissions":["fly"]}"#,
    #"{"name":"A","expires_at":"2020-01-01T00:00:00Z"}"#, #"{"name":"A","expires_at":"soon"}"#,
  ])
  func `an impossible key is refused`(body: String) throws {
    var client = try SandboxClient(organizations: 3)
    let path = "/organizations/\(try client.id(of: "Acme Corporation"))/api_keys"

    let reply = try client.send("POST", path, body)

    #expect(reply.status == 422)
    #expect(reply.json["errors"]?.elements.first?.names == ["field", "code"])
  }
}
