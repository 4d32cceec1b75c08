import Storms
import Testing
import ViewModel
import WorkOS

/// Which requests a save comes to, and what they do beside what was asked for.
struct SavePlanTests {
  private let mixed = Organization.numbered(1).with {
    $0.domains = [
      domain("a.example", .verified), domain("b.example", .legacyVerified),
      domain("c.example", .failed), domain("d.example", .unverified),
      domain("e.example", OrganizationDomain.State(rawValue: "on_hold")), domain("f.example", nil),
      domain("g.example", .pending),
    ]
  }

  @Test func `a domain that is added is a request of its own, and touches no other`() {
    let plan = plan { $0.setText("NEW.example ", of: .domain($0.addDomain())) }

    #expect(plan.steps == [.addDomain("new.example", to: .number(1))])
    #expect(!plan.asks)
  }

  @Test func `a domain that is removed is a request of its own, and touches no other`() {
    let plan = plan { $0.remove("c.example") }

    #expect(
      plan.steps
        == [.removeDomain("c.example", id: "org_domain_c.example", of: .number(1))])
    #expect(!plan.asks)
  }

  @Test func `other fields go first, what is removed last`() {
    let plan = plan {
      $0.name = "New name"
      $0.remove("c.example")
      $0.setText("new.example", of: .domain($0.addDomain()))
    }

    #expect(
      plan.steps == [
        .update(.number(1), OrganizationUpdate(name: "New name")),
        .addDomain("new.example", to: .number(1)),
        .removeDomain("c.example", id: "org_domain_c.example", of: .number(1)),
      ])
  }

  @Test func `removing a verified domain loses it, and asks`() {
    #expect(plan { $0.remove("a.example") }.losses == ["a.example"])
    #expect(plan { $0.remove("b.example") }.losses == ["b.example"])
    #expect(plan { $0.remove("d.example") }.losses == [])
  }

  @Test func `a state set by hand sends the list, and tells each state that changes by it`() {
    let plan = plan { $0.toggle("g.example") }

    guard case .update(_, let update) = plan.steps.first else {
      Issue.record("no update is sent")
      return
    }
    #expect(plan.steps.count == 1)
    #expect(
      update.domains == [
        DomainData(domain: "a.example", state: .verified),
        DomainData(domain: "b.example", state: .verified),
        DomainData(domain: "c.example", state: .pending),
        DomainData(domain: "d.example", state: .pending),
        DomainData(domain: "e.example", state: .pending),
        DomainData(domain: "f.example", state: .pending),
        DomainData(domain: "g.example", state: .verified),
      ])
    #expect(
      plan.rewritten == [
        DomainRewriting(domain: "b.example", old: "legacy_verified", new: "verified"),
        DomainRewriting(domain: "c.example", old: "failed", new: "pending"),
        DomainRewriting(domain: "d.example", old: "unverified", new: "pending"),
        DomainRewriting(domain: "e.example", old: "on_hold", new: "pending"),
        DomainRewriting(domain: "f.example", old: nil, new: "pending"),
      ])
    #expect(plan.asks)
  }

  @Test func `taking a domain's verification by hand loses it`() {
    let plan = plan { $0.toggle("a.example") }

    #expect(plan.losses == ["a.example"])
  }

  @Test func `a domain added as verified is in the list, and in no request of its own`() {
    var plain = Draft(base: .numbered(1).with { $0.domains = [domain("a.example", .verified)] })
    let row = plain.addDomain()
    plain.setText("new.example", of: .domain(row))
    plain.toggleState(ofDomain: row)

    let plan = plain.plan()

    let list = [
      DomainData(domain: "a.example", state: .verified),
      DomainData(domain: "new.example", state: .verified),
    ]
    #expect(plan.steps == [.update(.number(1), OrganizationUpdate(domains: list))])
    #expect(plan.asks == false)
  }

  @Test func `a domain without an id can only be removed by a list without it`() {
    var draft = Draft(
      base: .numbered(1).with {
        $0.domains = [OrganizationDomain(domain: "a.example", state: .pending)]
      })
    draft.remove("a.example")

    #expect(
      draft.plan().steps
        == [.update(.number(1), OrganizationUpdate(domains: []))])
  }

  private func plan(_ change: (inout Draft) -> Void) -> SavePlan {
    var draft = Draft(base: mixed)
    change(&draft)
    return draft.plan()
  }
}

extension Draft {
  fileprivate mutating func remove(_ host: String) {
    if let row = row(of: host) { toggleRemoval(of: .domain(row)) }
  }

  fileprivate mutating func toggle(_ host: String) {
    if let row = row(of: host) { toggleState(ofDomain: row) }
  }

  private func row(of host: String) -> Int? { domains.first { $0.domain == host }?.id }
}

private func domain(_ host: String, _ state: OrganizationDomain.State?) -> OrganizationDomain {
  OrganizationDomain(id: "org_domain_\(host)", domain: host, state: state)
}
