import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// Creating, and creating again when nobody knows whether the first time counted.
@Suite(.timeLimit(.minutes(20)))
struct CreationTests {
  @Test func `a create sends what was typed, without a reading before it`() {
    var scenario = Scenario()
    scenario.editor(.creationOpened)
    scenario.editor(.textChanged(.name, " New "))
    scenario.editor(.textChanged(.externalID, "crm-9"))

    scenario.submit()

    #expect(scenario.write?.creation == NewOrganization(name: "New", externalID: "crm-9"))
  }

  @Test func `a create whose answer was lost is looked for, and not sent again`() throws {
    var scenario = Scenario.creating("New", retryPolicy: RetryPolicy())

    scenario.failSave(.timedOut)
    scenario.wait(600)

    #expect(scenario.effects.filter(\.isWrite).count == 1)
    #expect(scenario.open.contains { $0.isFinding })
  }

  @Test(arguments: [408, 500, 502, 503, 504])
  func `a create that may have been carried out before the server failed is looked for`(
    status: Int
  ) {
    var scenario = Scenario.creating("New", retryPolicy: RetryPolicy())

    scenario.failSave(.status(status))
    scenario.wait(600)

    #expect(scenario.effects.filter(\.isWrite).count == 1)
    #expect(scenario.open.contains { $0.isFinding })
  }

  @Test(arguments: [WorkOSError.refused, .status(429)])
  func `a create that certainly was not carried out is sent again with its key`(
    error: WorkOSError
  ) throws {
    var scenario = Scenario.creating("New", retryPolicy: RetryPolicy())
    let first = try #require(scenario.write?.idempotencyKey)

    scenario.failSave(error)
    scenario.wait(10)

    #expect(scenario.effects.filter(\.isWrite).count == 2)
    #expect(scenario.write?.idempotencyKey == first)
  }

  @Test func `once an answer is lost a refusal of the next sending tells nothing`() {
    var scenario = Scenario.creating("New", retryPolicy: RetryPolicy())
    scenario.failSave(.status(429))
    scenario.wait(10)

    scenario.failSave(.timedOut)
    scenario.answerFinding(.success([]))

    guard case .found(let finding) = scenario.session?.phase else {
      Issue.record("nothing was found")
      return
    }
    #expect(finding.candidates == [])
  }

  @Test func `what was found is taken for what was created, and nothing is sent`() {
    var scenario = lost("New")
    let created = Organization.numbered(7, name: "New").with { $0.createdAt = scenario.now }
    scenario.answerFinding(.success([created]))
    scenario.advance(1)

    scenario.editor(.acknowledged(created.id))

    #expect(scenario.session == nil)
    #expect(scenario.notice == .created(name: "New"))
    #expect(scenario.effects.filter(\.isWrite).count == 1)
    #expect(!scenario.console.editor.hasUnsavedEdits)
  }

  @Test func `what was typed since is left to be saved on what was found`() {
    var scenario = lost("New")
    scenario.answerFinding(.success([]))
    scenario.editor(.reviewLeft)
    scenario.editor(.textChanged(.externalID, "crm-9"))
    scenario.editor(.reviewWanted)
    let created = Organization.numbered(7, name: "New").with { $0.createdAt = scenario.now }
    scenario.answerFinding(.success([created]))
    scenario.advance(1)

    scenario.editor(.acknowledged(created.id))

    #expect(scenario.session?.draft.base == created)
    #expect(scenario.session?.differences.map(\.field) == [.externalID])
  }

  @Test func `what was there before the request is not what it made`() {
    var scenario = lost("New")
    let older = Organization.numbered(7, name: "New").with { $0.createdAt = scenario.now - 60 }
    let other = Organization.numbered(8, name: "Newer").with { $0.createdAt = scenario.now }

    scenario.answerFinding(.success([other, older]))

    guard case .found(let finding) = scenario.session?.phase else {
      Issue.record("nothing was found")
      return
    }
    #expect(finding.candidates == [])
  }

  @Test func `an external id tells what was created, whatever it is called by now`() {
    let attempt = CreationAttempt(
      key: UUID(), write: UUID(),
      organization: NewOrganization(name: "New", externalID: "crm-9"), sentAt: Scenario.start,
      mayBeDone: true)
    let renamed = Organization.numbered(7, name: "Renamed").with {
      $0.externalID = "crm-9"
      $0.createdAt = Scenario.start
    }

    #expect(attempt.mayHaveMade(renamed))
    #expect(!attempt.mayHaveMade(renamed.with { $0.externalID = "crm-10" }))
  }

  @Test func `one of the same name may be it whatever a server made of what was sent`() {
    let attempt = CreationAttempt(
      key: UUID(), write: UUID(),
      organization: NewOrganization(
        name: "New", externalID: "crm-9",
        domains: [DomainData(domain: "New.com", state: .pending)]),
      sentAt: Scenario.start, mayBeDone: true)
    func namesake(
      _ domains: String..., externalID: String? = "crm-9", at seconds: TimeInterval = 0
    ) -> Organization {
      Organization.numbered(7, name: "New").with {
        $0.createdAt = Scenario.start + seconds
        $0.externalID = externalID
        $0.domains = domains.map { OrganizationDomain(domain: $0, state: .verified) }
      }
    }

    #expect(attempt.hasMade(namesake("NEW.com")), "only put in other words")
    #expect(attempt.mayHaveMade(namesake("other.com")) && !attempt.hasMade(namesake("other.com")))
    #expect(attempt.mayHaveMade(namesake()) && !attempt.hasMade(namesake()))
    #expect(attempt.mayHaveMade(namesake(externalID: nil)))
    #expect(
      attempt.mayHaveMade(namesake("new.com", externalID: "crm-10")),
      "somebody has changed it since")
    #expect(attempt.mayHaveMade(namesake(externalID: "crm-10")))
    #expect(!attempt.mayHaveMade(namesake(externalID: nil, at: -3)), "it was there before")
  }

  @Test func `what was made without a domain that was sent is offered with what differs`() {
    var scenario = Scenario()
    scenario.editor(.creationOpened)
    scenario.editor(.textChanged(.name, "New"))
    scenario.editor(.textChanged(.domains, "new.com"))
    scenario.submit()
    scenario.failSave(.timedOut)
    let created = Organization.numbered(7, name: "New").with { $0.createdAt = scenario.now }
    scenario.answerFinding(.success([created]))
    scenario.advance(1)

    scenario.editor(.acknowledged(created.id))

    #expect(scenario.notice == .takenForCreated(name: "New", [.domain("new.com")]))
    #expect(!scenario.outcomes.contains(.done))
  }

  @Test func `where the external id is another's none without it is offered`() {
    var scenario = Scenario.creating("New", externalID: "crm-9")
    scenario.failSave(.timedOut)
    let owner = Organization.numbered(6).with {
      $0.externalID = "crm-9"
      $0.createdAt = scenario.now - 600
    }
    let namesake = Organization.numbered(7, name: "New").with { $0.createdAt = scenario.now }

    scenario.answerFinding(.success([namesake, owner]))

    guard case .found(let finding) = scenario.session?.phase else {
      Issue.record("nothing was found")
      return
    }
    #expect(finding.candidates == [] && finding.inTheWay == owner)
  }

  @Test func `what was created is found behind a page of others that were made since`() throws {
    let sentAt = Scenario.start
    var search = CreationSearch(
      for: [
        CreationAttempt(
          key: UUID(), write: UUID(), organization: NewOrganization(name: "New"), sentAt: sentAt,
          mayBeDone: true)
      ])
    let others = (1...100).map { number in
      Organization.numbered(number).with { $0.createdAt = sentAt + 60 }
    }
    let created = Organization.numbered(101, name: "New").with { $0.createdAt = sentAt + 1 }
    let older = Organization.numbered(102, name: "New").with { $0.createdAt = sentAt - 60 }

    search.take(Page(items: others, after: "org_100"))
    let next = try #require(search.call)
    search.take(Page(items: [created, older], after: "org_102"))

    #expect(
      next.request.target.parameters.first { $0.name == "after" }?.values == ["org_100"])
    #expect(search.call == nil, "what is older was there before")
    #expect(search.finding(at: sentAt).candidates == [created])
  }

  @Test func `the server's clock counts, not this one`() throws {
    var scenario = Scenario()
    scenario.send(.answerCame(AnswerSide(date: scenario.now - 3600)))
    scenario.editor(.creationOpened)
    scenario.editor(.textChanged(.name, "New"))
    scenario.submit()
    scenario.failSave(.timedOut)
    let created = Organization.numbered(7, name: "New").with { $0.createdAt = scenario.now - 3600 }

    scenario.answerFinding(.success([created]))

    guard case .found(let finding) = scenario.session?.phase else {
      Issue.record("nothing was found")
      return
    }
    #expect(finding.candidates == [created])
  }

  @Test func `a second one is made only when the person says so`() throws {
    var scenario = lost("New")
    scenario.answerFinding(.success([]))
    let first = try #require(scenario.effects.first(where: \.isWrite)?.idempotencyKey)
    scenario.advance(1)

    scenario.editor(.creationRepeated)
    let phase = scenario.session?.phase
    let sent = scenario.effects.filter(\.isWrite).count
    scenario.editor(.submitted)

    #expect(phase == .reviewing && sent == 1)
    #expect(scenario.effects.filter(\.isWrite).count == 2)
    #expect(scenario.write?.idempotencyKey == first)
  }

  @Test func `a changed one that is made after a look has a new key`() throws {
    var scenario = lost("New")
    let first = try #require(scenario.effects.first(where: \.isWrite)?.idempotencyKey)
    scenario.answerFinding(.success([]))
    scenario.editor(.reviewLeft)
    scenario.editor(.textChanged(.name, "Newer"))
    scenario.editor(.reviewWanted)
    scenario.answerFinding(.success([]))
    scenario.advance(1)

    scenario.editor(.creationRepeated)
    scenario.editor(.submitted)

    #expect(scenario.write?.idempotencyKey != first)
    #expect(scenario.write?.creation?.name == "Newer")
  }

  @Test func `leaving it keeps the draft, and the next save looks again`() {
    var scenario = lost("New")
    scenario.answerFinding(.success([]))

    scenario.editor(.reviewLeft)
    let unknown = scenario.session?.isOutcomeUnknown
    scenario.editor(.reviewWanted)

    #expect(unknown == true)
    #expect(scenario.open.contains { $0.isFinding })
    #expect(scenario.effects.filter(\.isWrite).count == 1)
  }

  @Test func `a draft that was sent before the program ended is looked for when it is opened`() {
    let sent = lost("New").session?.draft
    var scenario = Scenario()
    scenario.send(.started)
    scenario.send(
      .draftsLoaded([sent].compactMap { $0.map { KeptDraft($0, typedAt: .distantPast) } }))

    scenario.editor(.creationOpened)
    scenario.send(.drafts(.foundAnswered(.goOn)))

    #expect(scenario.open.contains { $0.isFinding })
    #expect(scenario.session?.draft.name == "New")
  }

  @Test func `the draft is kept with its attempt before the create leaves`() throws {
    var scenario = Scenario()
    scenario.editor(.creationOpened)
    scenario.editor(.textChanged(.name, "New"))

    scenario.submit()

    guard case .record(.keepDraft(_, let draft)) = scenario.records.last else {
      Issue.record("no draft is kept")
      return
    }
    #expect(draft.attempts.map(\.mayBeDone) == [true])
    #expect(draft.attempts.map(\.key) == [scenario.write?.idempotencyKey])
  }

  @Test(arguments: [400, 403, 409, 422])
  func `a create that was refused has a new key the next time`(status: Int) throws {
    var scenario = Scenario.creating("New")
    let first = try #require(scenario.write?.idempotencyKey)
    scenario.failSave(.status(status))
    // What may be there already by the same request is looked for first.
    if status == 409 { scenario.answerFinding(.success([])) }

    scenario.submit()

    #expect(scenario.write?.idempotencyKey != nil)
    #expect(scenario.write?.idempotencyKey != first)
  }

  @Test func `another organization of the same name is another create`() throws {
    var scenario = Scenario.creating("New")
    let first = try #require(scenario.write?.idempotencyKey)
    scenario.answerSave(.numbered(1, name: "New"))

    scenario.editor(.creationOpened)
    scenario.editor(.textChanged(.name, "New"))
    scenario.submit()

    #expect(scenario.write?.idempotencyKey != first)
  }

  /// A create whose answer was lost, and which is being looked for.
  private func lost(_ name: String) -> Scenario {
    var scenario = Scenario.creating(name)
    scenario.failSave(.timedOut)
    return scenario
  }
}
