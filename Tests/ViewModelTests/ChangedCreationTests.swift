import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// What a lost create has made, and somebody has changed before it is looked for.
@Suite(.timeLimit(.minutes(20)))
struct ChangedCreationTests {
  @Test func `one that was given another external id since is found by its name or its domains`() {
    let attempt = attempt(externalID: "crm-9", "new.com")
    let made = made("New", externalID: "theirs-1", "new.com")

    #expect(finding([made], of: attempt) == [made])
    #expect(finding([made.with { $0.name = "Renamed" }], of: attempt).count == 1)
    #expect(finding([made.with { $0.domains = [] }], of: attempt).count == 1)
    #expect(!attempt.hasMade(made))
  }

  @Test func `one that was renamed since is found by its domain`() {
    let attempt = attempt(externalID: nil, "New.com")
    let renamed = made("Renamed", externalID: nil, "new.com")

    #expect(finding([renamed], of: attempt) == [renamed])
  }

  @Test func `one that has but some of the domains, and nothing else, is another`() {
    let attempt = attempt(externalID: "crm-9", "new.com", "new.de")

    #expect(finding([made("Renamed", externalID: nil, "new.com")], of: attempt) == [])
    #expect(
      finding([made("Renamed", externalID: nil, "new.de", "new.com", "more.com")], of: attempt)
        .count == 1)
  }

  @Test func `what was there before is another, whatever it has of it`() {
    let attempt = attempt(externalID: "crm-9", "new.com")
    let older = made("New", externalID: "crm-8", "new.com").with {
      $0.createdAt = Scenario.start - 6
    }

    #expect(finding([older], of: attempt) == [])
  }

  @Test func `the external id tells more than the domains, and these more than the name`() {
    let attempt = attempt(externalID: "crm-9", "new.com")
    let all = [
      made("New", externalID: "theirs-1", "other.com"),
      made("Other", externalID: "theirs-2", "new.com"),
      made("New", externalID: "theirs-3", "new.com"),
      made("Other", externalID: "crm-9"),
      made("New", externalID: "crm-9", "new.com"),
    ].enumerated().map { number, one in one.with { $0.id = .number(number + 1) } }

    let numbers = finding(all, of: attempt).map(\.id.number)

    #expect(numbers == [5, 4, 3, 2, 1])
  }

  @Test func `the dialog offers one of another external id, and the journal goes on not knowing`() {
    var scenario = Scenario.creating("New", externalID: "crm-9")
    scenario.failSave(.timedOut)
    let changed = Organization.numbered(7, name: "New").with {
      $0.createdAt = scenario.now
      $0.externalID = "theirs-1"
    }
    scenario.answerFinding(.success([changed]))
    scenario.advance(1)

    scenario.editor(.acknowledged(changed.id))

    #expect(scenario.notice == .takenForCreated(name: "New", [.externalID]))
    #expect(!scenario.outcomes.contains(.done))
  }

  @Test func `behind more than can be looked through it is asked for by domains and by name`()
    throws
  {
    var search = CreationSearch(for: [
      attempt(externalID: nil, "new.com"), attempt(externalID: nil, "new.com", "New.de"),
    ])
    for page in 1...5 {
      let others = (1...100).map { number in
        Organization.numbered(page * 100 + number).with { $0.createdAt = Scenario.start + 60 }
      }
      search.take(Page(items: others, after: "org_\(page)"))
    }
    var asked: [[String]] = []
    let renamed = made("Renamed", externalID: nil, "new.com")

    while let call = search.call {
      asked.append(
        call.request.target.parameters.filter { $0.name != "limit" && $0.name != "order" }
          .flatMap(\.values))
      search.take(Page(items: asked.count == 1 ? [renamed] : []))
    }

    #expect(asked == [["new.com"], ["New"], ["new.com", "new.de"]])
    #expect(search.finding(at: Scenario.start).candidates == [renamed])
  }

  private func finding(
    _ organizations: [Organization], of attempt: CreationAttempt
  ) -> [Organization] {
    var search = CreationSearch(for: [attempt])
    if let externalID = attempt.organization.externalID {
      search.take(Page(items: organizations.filter { $0.externalID == externalID }))
    }
    search.take(Page(items: organizations))
    return search.finding(at: Scenario.start).candidates
  }

  private func attempt(externalID: String?, _ domains: String...) -> CreationAttempt {
    CreationAttempt(
      key: UUID(), write: UUID(),
      organization: NewOrganization(
        name: "New", externalID: externalID,
        domains: domains.map { DomainData(domain: $0, state: .pending) }),
      sentAt: Scenario.start, mayBeDone: true)
  }

  private func made(_ name: String, externalID: String?, _ domains: String...) -> Organization {
    Organization.numbered(7, name: name).with {
      $0.createdAt = Scenario.start + 1
      $0.externalID = externalID
      $0.domains = domains.map { OrganizationDomain(domain: $0, state: .pending) }
    }
  }
}
