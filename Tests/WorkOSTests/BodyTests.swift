import Testing
import WorkOS

/// The JSON of creations and updates, to the byte.
@Suite(.timeLimit(.minutes(20)))
struct BodyTests {
  @Test(arguments: [
    (OrganizationUpdate(), "{}"),
    (OrganizationUpdate(name: "Acme"), #"{"name":"Acme"}"#),
    (OrganizationUpdate(externalID: .cleared), #"{"external_id":null}"#),
    (OrganizationUpdate(externalID: .set("")), #"{"external_id":null}"#),
    (OrganizationUpdate(externalID: .set("e-1")), #"{"external_id":"e-1"}"#),
    (OrganizationUpdate(stripeCustomerID: .cleared), #"{"stripe_customer_id":null}"#),
    (OrganizationUpdate(stripeCustomerID: .set("cus_1")), #"{"stripe_customer_id":"cus_1"}"#),
    (OrganizationUpdate(metadata: ["b": nil, "a": "1"]), #"{"metadata":{"a":"1","b":null}}"#),
    (OrganizationUpdate(domains: []), #"{"domain_data":[]}"#),
    (
      OrganizationUpdate(
        name: "Acme", externalID: .set("e"), stripeCustomerID: .set("c"), metadata: ["k": "v"],
        domains: [DomainData(domain: "acme.com", state: .verified)]),
      #"{"name":"Acme","external_id":"e","stripe_customer_id":"c","#
        + #""domain_data":[{"domain":"acme.com","state":"verified"}],"metadata":{"k":"v"}}"#
    ),
  ])
  func `an update sends only what changed`(update: OrganizationUpdate, expected: String) {
    #expect(update.body.text == expected)
  }

  @Test(arguments: [
    (NewOrganization(name: "Acme"), #"{"name":"Acme"}"#),
    (NewOrganization(name: "Acme", externalID: ""), #"{"name":"Acme"}"#),
    (
      NewOrganization(
        name: "Acme", externalID: "e", metadata: ["b": "2", "a": "1"],
        domains: [DomainData(domain: "acme.com", state: .pending)]),
      #"{"name":"Acme","external_id":"e","#
        + #""domain_data":[{"domain":"acme.com","state":"pending"}],"#
        + #""metadata":{"a":"1","b":"2"}}"#
    ),
  ])
  func `a creation leaves out what is empty`(new: NewOrganization, expected: String) {
    #expect(new.body.text == expected)
  }

  @Test func `text is escaped no further than JSON asks`() {
    let update = OrganizationUpdate(name: "\"\\/\n\r\t\u{0}\u{1f}\u{7f}é😀\u{2028}")

    #expect(
      update.body.text == #"{"name":"\"\\/\n\r\t\u0000\u001f"# + "\u{7f}é😀\u{2028}" + #""}"#)
  }
}
