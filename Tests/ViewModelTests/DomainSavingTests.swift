import Delivery
import Storms
import Testing
import ViewModel
import WorkOS

/// Domains that are added and removed: one request each, one act, and an honest end.
struct DomainSavingTests {
  @Test
  func `each domain is a request, one after another, and the organization is read at the end`() {
    var scenario = Scenario.editing(acme)
    scenario.add("one.example")
    scenario.add("two.example")
    scenario.submit()
    scenario.answerRead(acme)

    scenario.answerDomain(.success(domain("one.example")))
    scenario.answerDomain(.success(domain("two.example")))
    scenario.answerRead(
      acme.with { $0.domains += [domain("one.example"), domain("two.example")] })

    #expect(scenario.effects.compactMap(\.addedDomain) == ["one.example", "two.example"])
    #expect(scenario.session == nil)
    #expect(scenario.notice == .updated(name: "Acme"))
    #expect(scenario.console.list.rows[0].organization.domains.count == 3)
  }

  @Test func `the requests of one save are one write in the journal`() {
    var scenario = Scenario.editing(acme)
    scenario.add("one.example")
    scenario.add("two.example")
    scenario.submit()
    scenario.answerRead(acme)
    scenario.answerDomain(.success(domain("one.example")))

    let sendings = scenario.effects.compactMap(\.sending)
    #expect(Set(sendings.map(\.account.write)).count == 1)
    #expect(sendings.map(\.step) == [1, 2])
    #expect(sendings.allSatisfy { $0.steps == 2 })
  }

  @Test func `another domain in the row of a verified one is not verified`() {
    let verified = acme.with {
      $0.domains = [OrganizationDomain(id: "d1", domain: "acme.com", state: .verified)]
    }
    var scenario = Scenario.editing(verified)
    let row = scenario.session?.draft.domains.first?.id ?? 0

    scenario.editor(.textChanged(.domain(row), "xacme.com"))
    #expect(scenario.session?.draft.domains.first?.state == .pending)
    #expect(
      scenario.session?.plan.steps == [
        .addDomain("xacme.com", to: acme.id), .removeDomain("acme.com", id: "d1", of: acme.id),
      ])

    scenario.editor(.textChanged(.domain(row), "acme.com"))
    #expect(scenario.session?.draft.domains.first?.state == .verified)
    #expect(scenario.session?.draft.isEmpty == true)
  }

  @Test func `what someone verifies between two requests is not removed without a word`() {
    var scenario = removingTwo()

    scenario.answerDomain(.success(nil)) { $0.domains[0].state = .verified }

    guard case .conflicted = scenario.session?.phase else {
      Issue.record("it is not asked about")
      return
    }
    #expect(!scenario.open.contains { $0.isWrite })
    #expect(scenario.session?.partlySaved == EditorSession.Progress(done: 1, total: 2))
  }

  @Test func `what someone has done of the rest is not sent, and all is saved`() {
    var scenario = removingTwo()

    scenario.answerDomain(.success(nil)) { $0.domains = [] }

    #expect(scenario.session == nil)
    #expect(scenario.notice == .updated(name: "Acme"))
    #expect(scenario.effects.compactMap(\.sending).count == 1)
    #expect(scenario.lastOutcome?.result == .done)
  }

  @Test func `what someone changes between two requests is theirs, and is told`() {
    var scenario = removingTwo()

    scenario.answerDomain(.success(nil)) { $0.externalID = "theirs" }
    scenario.answerDomain(.success(nil))
    scenario.answerRead(
      acme.with {
        $0.externalID = "theirs"
        $0.domains = []
      })

    #expect(scenario.notice == .savedBesideChanges(name: "Acme", [.externalID]))
    #expect(scenario.console.editor.puttingBack?.others == [.externalID])
    #expect(scenario.lastOutcome?.after != nil, "so that it can be taken back")
  }

  private func removingTwo() -> Scenario {
    let both = acme.with {
      $0.domains = ["one.example", "two.example"].map {
        OrganizationDomain(id: "org_domain_\($0)", domain: $0, state: .pending)
      }
    }
    var scenario = Scenario.editing(both)
    for row in scenario.session?.draft.domains ?? [] {
      scenario.editor(.rowRemovalToggled(.domain(row.id)))
    }
    scenario.submit()
    scenario.answerRead(both)
    return scenario
  }

  @Test func `where the second is refused, the form says what is done and holds the rest`() {
    var scenario = Scenario.editing(acme)
    scenario.add("one.example")
    scenario.add("two.example")
    scenario.add("zwei.example")
    scenario.submit()
    scenario.answerRead(acme)
    scenario.answerDomain(.success(domain("one.example")))

    scenario.answerDomain(.failure(.status(409, message: "two.example is taken.")))

    #expect(
      scenario.notice
        == .savedPartly(
          done: 1, of: 3, failed: .addDomain("two.example", to: acme.id),
          .status(409, message: "two.example is taken."), isUnknown: false))
    #expect(scenario.session?.partlySaved == EditorSession.Progress(done: 1, total: 3))
    #expect(
      scenario.session?.differences.map(\.field)
        == [.domain("two.example"), .domain("zwei.example")])
    #expect(scenario.session?.faults.failure == .status(409, message: "two.example is taken."))
  }

  @Test func `an addition whose answer was lost is read back, and not sent again`() {
    var scenario = Scenario.editing(acme, retryPolicy: RetryPolicy())
    scenario.add("one.example")
    scenario.submit()
    scenario.answerRead(acme)
    scenario.answerDomain(.failure(.timedOut))
    scenario.wait(600)
    let sent = scenario.effects.compactMap(\.addedDomain)

    scenario.answerRead(acme.with { $0.domains.append(domain("one.example")) })
    scenario.answerRead(acme.with { $0.domains.append(domain("one.example")) })

    #expect(sent == ["one.example"])
    #expect(scenario.session == nil)
    #expect(scenario.notice == .updated(name: "Acme"))
  }

  @Test func `an addition that is not there is left to be saved again`() {
    var scenario = Scenario.editing(acme, retryPolicy: RetryPolicy())
    scenario.add("one.example")
    scenario.submit()
    scenario.answerRead(acme)
    scenario.answerDomain(.failure(.timedOut))

    scenario.answerRead(acme)

    #expect(scenario.session?.phase == .editing)
    #expect(scenario.session?.faults.failure == .timedOut)
    #expect(scenario.session?.differences.map(\.field) == [.domain("one.example")])
  }

  @Test func `a domain that is gone already is removed`() {
    var scenario = Scenario.editing(acme)
    let row = scenario.session?.draft.domains.first?.id ?? 0
    scenario.editor(.rowRemovalToggled(.domain(row)))
    scenario.submit()
    scenario.answerRead(acme)

    scenario.answerDomain(.failure(.status(404)))
    scenario.answerRead(acme.with { $0.domains = [] })

    #expect(scenario.notice == .updated(name: "Acme"))
  }

  @Test func `removing a verified domain asks for it to be typed`() {
    let verified = acme.with { $0.domains[0].state = .verified }
    var scenario = Scenario.editing(verified)
    let row = scenario.session?.draft.domains.first?.id ?? 0
    scenario.editor(.rowRemovalToggled(.domain(row)))
    scenario.submit()
    scenario.editor(.submitted)
    let early = scenario.effects.filter { $0.isRead || $0.isWrite }

    scenario.editor(.questionTyped("acme.example"))
    let effects = scenario.editor(.submitted)

    #expect(early == [])
    #expect(effects.map(\.isRead) == [true])
  }

  @Test func `a state set by hand asks before it changes those of others`() {
    let mixed = acme.with { $0.domains.append(domain("bad.example", .failed)) }
    var scenario = Scenario.editing(mixed)
    let row = scenario.session?.draft.domains.first { $0.domain == "acme.example" }?.id ?? 0
    scenario.editor(.domainStateToggled(row))
    scenario.submit()

    guard case .asking(let question) = scenario.session?.phase else {
      Issue.record("nobody is asked")
      return
    }
    #expect(
      question.rewritten
        == [DomainRewriting(domain: "bad.example", old: "failed", new: "pending")])
    #expect(!question.confirmation.asksForText)
    #expect(scenario.effects.filter(\.isWrite) == [])
  }

  private let acme = Organization.numbered(1, name: "Acme").with {
    $0.domains = [domain("acme.example")]
  }
}

private func domain(
  _ host: String, _ state: OrganizationDomain.State = .pending
) -> OrganizationDomain {
  OrganizationDomain(id: "org_domain_\(host)", domain: host, state: state)
}

extension Scenario {
  /// What was found out last about a write, beside its answers.
  fileprivate var lastOutcome: JournalOutcome? {
    records.compactMap { if case .record(.outcome(_, let outcome)) = $0 { outcome } else { nil } }
      .last
  }

  mutating func add(_ host: String) {
    editor(.domainAdded)
    editor(.textChanged(.domain(session?.draft.domains.last?.id ?? 0), host))
  }
}
