import Storms
import Testing
import ViewModel
import WorkOS

/// What of a form is sent: what was changed, and nothing else.
@Suite(.timeLimit(.minutes(20)))
struct DraftUpdateTests {
  @Test func `an untouched form changes nothing`() {
    #expect(Draft(base: acme).isEmpty)
    #expect(update { _ in }.isEmpty)
  }

  @Test func `a new name is sent alone`() {
    #expect(update { $0.name = "Acme Inc" } == OrganizationUpdate(name: "Acme Inc"))
  }

  @Test func `the space around typed text is not sent`() {
    #expect(update { $0.name = "  Acme Inc " } == OrganizationUpdate(name: "Acme Inc"))
  }

  @Test func `an untouched value stays to the letter, space and all`() {
    let spaced = Organization.numbered(1, name: " Acme ").with { $0.externalID = " 7 " }
    var draft = Draft(base: spaced)

    draft.stripeCustomerID = "cus_2"

    let update = OrganizationUpdate(from: draft.before, to: draft.fields)
    #expect(update == OrganizationUpdate(stripeCustomerID: .set("cus_2")))
  }

  @Test func `an emptied external id is cleared, not sent as nothing`() {
    #expect(update { $0.externalID = "" } == OrganizationUpdate(externalID: .cleared))
    #expect(update { $0.externalID = "  " } == OrganizationUpdate(externalID: .cleared))
  }

  @Test func `an emptied Stripe customer is cleared`() {
    #expect(update { $0.stripeCustomerID = "" } == OrganizationUpdate(stripeCustomerID: .cleared))
  }

  @Test func `a changed value of a pair is sent without the other pairs`() {
    let update = update { $0.setText("scale", of: .metadataValue($0.row("plan"))) }

    #expect(update == OrganizationUpdate(metadata: ["plan": "scale"]))
  }

  @Test func `a removed pair is sent as null`() {
    let update = update { $0.toggleRemoval(of: .metadataKey($0.row("plan"))) }

    #expect(update == OrganizationUpdate(metadata: ["plan": nil]))
  }

  @Test func `a renamed pair removes the old key and sets the new one`() {
    let update = update { $0.setText("tier", of: .metadataKey($0.row("plan"))) }

    #expect(update == OrganizationUpdate(metadata: ["plan": nil, "tier": "pro"]))
  }

  @Test func `a pair that was removed and put back is no change`() {
    let update = update {
      $0.toggleRemoval(of: .metadataKey($0.row("plan")))
      $0.toggleRemoval(of: .metadataKey($0.row("plan")))
    }

    #expect(update.isEmpty)
  }

  @Test func `removing one pair and adding another of its key is a changed value`() {
    let update = update {
      $0.toggleRemoval(of: .metadataKey($0.row("plan")))
      let row = $0.addPair()
      $0.setText("plan", of: .metadataKey(row))
      $0.setText("scale", of: .metadataValue(row))
    }

    #expect(update == OrganizationUpdate(metadata: ["plan": "scale"]))
  }

  @Test func `removing every pair names every pair`() {
    let update = update {
      $0.toggleRemoval(of: .metadataKey($0.row("plan")))
      $0.toggleRemoval(of: .metadataKey($0.row("region")))
    }

    #expect(update == OrganizationUpdate(metadata: ["plan": nil, "region": nil]))
  }

  @Test func `a pair that was added and left empty is not sent`() {
    #expect(update { _ = $0.addPair() }.isEmpty)
  }

  @Test(arguments: [
    (OrganizationDomain.State.pending, [OrganizationDomain.State.verified, .pending]),
    (.verified, [.pending, .verified]),
    (.legacyVerified, [.pending, .legacyVerified]),
    (.failed, [.verified, .pending, .failed]),
  ])
  func `toggling the state of a domain comes back to where it began`(
    state: OrganizationDomain.State, states: [OrganizationDomain.State]
  ) {
    var draft = Draft(base: acme.with { $0.domains[1].state = state })

    let toggled = states.map { _ in
      draft.toggleState(ofDomain: draft.domains[1].id)
      return draft.domains[1].state
    }

    #expect(toggled == states)
    #expect(draft.isEmpty)
  }

  @Test func `domains that the server spells in capitals are no change`() {
    let shouting = acme.with { $0.domains[0].domain = "ACME.com" }

    #expect(Draft(base: shouting).isEmpty)
  }

  @Test func `a row that was added here simply goes when it is removed`() {
    var draft = Draft()

    let row = draft.addDomain()
    draft.toggleRemoval(of: .domain(row))

    #expect(draft.domains == [])
  }

  @Test func `a value without a key is something typed`() {
    var draft = Draft(base: acme)

    draft.setText("typed", of: .metadataValue(draft.addPair()))

    #expect(!draft.isEmpty)
  }

  private func update(_ change: (inout Draft) -> Void) -> OrganizationUpdate {
    var draft = Draft(base: acme)
    change(&draft)
    return OrganizationUpdate(from: draft.before, to: draft.fields)
  }
}

/// An organization with something in every field.
let acme = Organization(
  id: .number(1),
  name: "Acme",
  domains: [
    OrganizationDomain(domain: "acme.com", state: .verified),
    OrganizationDomain(domain: "acme.org", state: .pending),
  ],
  metadata: ["plan": "pro", "region": "eu"],
  externalID: "crm-1",
  stripeCustomerID: "cus_1")

extension Draft {
  /// The row of a metadata pair, by its key.
  func row(_ key: String) -> Int { metadata.first { $0.key == key }?.id ?? -1 }
}
