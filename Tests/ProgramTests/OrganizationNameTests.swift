import Testing
import ViewModel

@testable import workos_console

/// How `get`, `members` and `why` are told which organization is meant.
@Suite(.timeLimit(.minutes(20)))
struct OrganizationNameTests {
  @Test(arguments: [
    ("ext:crm-42", GetOptions.Name.externalID("crm-42")),
    ("EXT: crm-42", .externalID("crm-42")), ("external id: crm-42", .externalID("crm-42")),
    ("external_id=crm-42", .externalID("crm-42")), ("ext:a.b.", .externalID("a.b.")),
    (" org_1 ", .id("org_1")), ("id: org_1", .id("org_1")), ("crm-42", .id("crm-42")),
    ("org_01hzx5b7q4p6qwef0she100123", .id("org_01HZX5B7Q4P6QWEF0SHE100123")),
  ])
  func `an organization is named by its id or its external id, and by a label before that`(
    text: String, name: GetOptions.Name
  ) {
    #expect(GetOptions.Name(text) == name)
  }

  @Test(arguments: [
    ("jane@acme.com", "who jane@acme.com"), ("acme.com", "list --domain acme.com"),
    ("https://www.acme.com/x", "list --domain acme.com"),
    ("user_01HZX5B7Q4P6QWEF0SHE100123", "who user_01HZX5B7Q4P6QWEF0SHE100123"),
    ("om_01HZX5B7Q4P6QWEF0SHE100123", "something else"), ("crm-42", "ext:crm-42"),
    ("Acme Corp", "list --search"),
  ])
  func `what is no id is told, with the command that takes it`(text: String, advice: String) {
    #expect(GetOptions.Name(text).advice?.contains(advice) == true)
  }

  @Test(arguments: [
    ["get", "  "], ["get", "ext:"], ["members", " "], ["why", "a@b.example", " "],
  ])
  func `blanks name no organization`(arguments: [String]) {
    #expect(throws: Refusal.self) { try Invocation(arguments: arguments) }
  }

  @Test(arguments: [["get"], ["members"], ["why", "jane@acme.com"]])
  func `of several ids none is guessed`(command: [String]) {
    let ids = "org_01HZX5B7Q4P6QWEF0SHE100123 org_01HZX5B7Q4P6QWEF0SHE100124"

    #expect(throws: Refusal("\(command[0]) takes one ID; this holds 2")) {
      try Invocation(arguments: command + [ids])
    }
  }

  @Test(arguments: [
    "\"org_01HZX5B7Q4P6QWEF0SHE100123\"", "Org ID: org_01HZX5B7Q4P6QWEF0SHE100123",
    "Kunde: “org_01HZX5B7Q4P6QWEF0SHE100123”.", "\"id: 01HZX5B7Q4P6QWEF0SHE100123\"",
  ])
  func `an id is taken out of what was copied with it`(text: String) {
    #expect(GetOptions.Name(text) == .id("org_01HZX5B7Q4P6QWEF0SHE100123"))
  }

  @Test(arguments: ["ext:cust_1", "“External ID: cust_1”", "external_id=cust_1"])
  func `so is an external id with its label`(text: String) {
    #expect(GetOptions.Name(text) == .externalID("cust_1"))
  }

  @Test(arguments: ["#cust_1", "Kundennummer: cust_1", "\"cust_1\""])
  func `what may be an external id is advised without what is around it`(text: String) {
    #expect(GetOptions.Name(text).advice?.hasSuffix("as in ext:cust_1") == true)
  }
}
