import Delivery
import Storms
import Testing
import ViewModel
import WorkOS

/// What someone else does to an organization while a save of it is under way.
struct OthersInSaveTests {
  @Test func `a typed name that someone replaced before the second request is asked about`() {
    var scenario = savingNameAndDomains()

    scenario.answerSave(.success(renamed)) { $0.name = "Theirs" }

    guard case .conflicted(_, let conflicts) = scenario.session?.phase else {
      Issue.record("nobody is asked")
      return
    }
    #expect(
      conflicts == [
        FieldConflict(field: .name, before: "Acme", mine: "Acme Inc", theirs: "Theirs")
      ])
    #expect(scenario.effects.compactMap(\.addedDomain) == [])
  }

  @Test func `it is asked about before the third request, too, and again after Esc`() {
    var scenario = savingNameAndDomains()
    scenario.answerSave(.success(renamed))
    scenario.answerDomain(.success(.pending("one.example"))) { $0.name = "Theirs" }

    scenario.editor(.reviewLeft)
    let typed = scenario.session?.draft.name
    scenario.submit()
    scenario.answerRead(
      renamed.with {
        $0.name = "Theirs"
        $0.domains.append(.pending("one.example"))
      })

    #expect(typed == "Acme Inc")
    guard case .conflicted(_, let conflicts) = scenario.session?.phase else {
      Issue.record("nobody is asked")
      return
    }
    #expect(conflicts.map(\.field) == [.name])
    #expect(scenario.effects.compactMap(\.addedDomain) == ["one.example"])
  }

  @Test func `a domain that was added and is gone before the next request is shown again`() {
    var scenario = savingNameAndDomains()
    scenario.answerSave(.success(renamed))

    scenario.answerDomain(.success(.pending("one.example"))) { $0.domains = [] }

    #expect(scenario.session?.phase == .reviewing)
    #expect(
      scenario.session?.differences.map(\.field)
        == [.domain("one.example"), .domain("two.example")])
    #expect(scenario.effects.compactMap(\.addedDomain) == ["one.example"])
  }

  @Test func `a domain that was verified by itself meanwhile is no change of anyone`() {
    var scenario = savingNameAndDomains()
    scenario.answerSave(.success(renamed))

    scenario.answerDomain(.success(.pending("one.example"))) { $0.domains[0].state = .verified }

    #expect(scenario.effects.compactMap(\.addedDomain) == ["one.example", "two.example"])
  }

  @Test func `what was not typed here and changes between requests is told at the end`() {
    var scenario = savingNameAndDomains()
    scenario.answerSave(.success(renamed)) { $0.externalID = "theirs" }
    scenario.answerDomain(.success(.pending("one.example")))
    scenario.answerDomain(.success(.pending("two.example")))

    scenario.answerRead(whole.with { $0.externalID = "theirs" })

    #expect(scenario.notice == .savedBesideChanges(name: "Acme Inc", [.externalID]))
  }

  @Test func `a typed name that is not there at the end is told, and can be put right`() {
    var scenario = savingNameAndDomains()
    scenario.answerSave(.success(renamed))
    scenario.answerDomain(.success(.pending("one.example")))
    scenario.answerDomain(.success(.pending("two.example")))

    scenario.answerRead(whole.with { $0.name = "Theirs" })

    #expect(scenario.notice == .savedOtherwise(name: "Acme Inc", [.name]))
    #expect(scenario.console.editor.puttingBack?.draft.name == "Acme Inc")
  }

  @Test func `after a lost answer someone else's change is told`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)
    scenario.failSave(.timedOut)

    scenario.answerRead(renamed.with { $0.externalID = "theirs" })

    #expect(scenario.notice == .savedBesideChanges(name: "Acme Inc", [.externalID]))
  }

  @Test func `what is seen before an update is sent again is told, too`() {
    var scenario = Scenario.editing(acme, retryPolicy: RetryPolicy())
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)
    scenario.failSave(.status(429))
    scenario.wait(10)
    scenario.answerRead(acme.with { $0.externalID = "theirs" })

    scenario.answerSave(renamed.with { $0.externalID = "theirs" })

    #expect(scenario.notice == .savedBesideChanges(name: "Acme Inc", [.externalID]))
  }

  private let acme = Organization.numbered(1, name: "Acme").with { $0.domains = [] }
  private var renamed: Organization { acme.with { $0.name = "Acme Inc" } }
  private var whole: Organization {
    renamed.with { $0.domains = [.pending("one.example"), .pending("two.example")] }
  }

  /// The name is sent, and two domains are to follow.
  private func savingNameAndDomains() -> Scenario {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.add("one.example")
    scenario.add("two.example")
    scenario.submit()
    scenario.answerRead(acme)
    return scenario
  }
}

extension OrganizationDomain {
  static func pending(_ host: String) -> OrganizationDomain {
    OrganizationDomain(id: "org_domain_\(host)", domain: host, state: .pending)
  }
}
