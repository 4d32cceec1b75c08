import Storms
import Testing
import ViewModel
import WorkOS

/// The server's objections, on the fields they are about.
@Suite(.timeLimit(.minutes(20)))
struct RefusalTests {
  @Test(arguments: [
    ("name", FormField.name), ("external_id", .externalID),
    ("stripe_customer_id", .stripeCustomerID), ("metadata.unheard", .metadata),
    ("domain_data[7].domain", .domains), ("domains", .domains),
  ])
  func `an objection is shown on its field`(name: String, field: FormField) {
    let scenario = refused(
      .status(422, WorkOSError.FieldError(field: name, message: "No.")))

    #expect(scenario.session?.faults.ofFields.map(\.field) == [field])
    #expect(scenario.session?.faults.ofFields.map(\.kind) == [.refused("No.")])
    #expect(scenario.session?.draft.name == "Acme Inc")
  }

  @Test(arguments: [
    ("external_id_already_used", FormField.externalID),
    ("stripe_customer_id_already_used", .stripeCustomerID), ("invalid_metadata", .metadata),
    ("domain_already_exists", .domains),
  ])
  func `an objection that is only a code is shown on its field`(code: String, field: FormField) {
    let scenario = refused(.status(400, code: code))

    #expect(scenario.session?.faults.ofFields.map(\.field) == [field])
  }

  @Test func `an objection to one domain or pair is shown in its row`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.domainAdded)
    let domain = FormField.domain(scenario.session?.draft.domains.last?.id ?? 0)
    scenario.editor(.textChanged(domain, "aaa.example"))
    scenario.editor(.domainStateToggled(scenario.session?.draft.domains.last?.id ?? 0))
    scenario.editor(.pairAdded)
    let key = FormField.metadataKey(scenario.session?.draft.metadata.last?.id ?? 0)
    scenario.editor(.textChanged(key, "tier-1"))
    scenario.send(unchanged: acme)

    scenario.failSave(
      .status(
        422, WorkOSError.FieldError(field: "domain_data[0].domain", message: "No."),
        WorkOSError.FieldError(field: "metadata.tier-1", message: "No.")))

    #expect(scenario.refusedTexts == ["aaa.example", "tier-1"])
  }

  @Test(arguments: ["taken.example belongs to another organization.", "Conflict."])
  func `a conflict is shown at the domain that came in`(message: String) {
    var scenario = Scenario.editing(acme)
    scenario.editor(.domainAdded)
    let domain = FormField.domain(scenario.session?.draft.domains.last?.id ?? 0)
    scenario.editor(.textChanged(domain, "taken.example"))
    scenario.send(unchanged: acme)

    scenario.answerDomain(.failure(.status(409, message: message)))

    #expect(scenario.refusedTexts == ["taken.example"])
  }

  @Test func `a sentence in the place of a code is what a domain is refused for`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.domainAdded)
    let domain = FormField.domain(scenario.session?.draft.domains.last?.id ?? 0)
    scenario.editor(.textChanged(domain, "new.example"))
    scenario.send(unchanged: acme)

    scenario.answerDomain(
      .failure(
        .status(
          422, message: "Validation failed",
          WorkOSError.FieldError(field: "domain", code: "domain must be a host name"))))

    #expect(
      scenario.session?.faults.ofFields.map(\.kind) == [.refused("domain must be a host name")])
  }

  @Test func `all that the server says of one field is said there, each once`() {
    let scenario = refused(
      .status(
        422, message: "Validation failed",
        WorkOSError.FieldError(field: "name", code: "name is too long"),
        WorkOSError.FieldError(field: "name", code: "name holds a forbidden word"),
        WorkOSError.FieldError(field: "name", code: "name is too long")))

    #expect(
      scenario.session?.problem(at: .name)?.kind
        == .refused("name is too long. name holds a forbidden word"))
    #expect(scenario.session?.objectionsToNoField == [])
  }

  @Test(arguments: [
    (
      WorkOSError.FieldError(field: "allow_profiles", code: "allow_profiles is rejected"),
      "allow_profiles is rejected"
    ),
    (WorkOSError.FieldError(field: "allow_profiles", code: "bad"), "allow_profiles: bad"),
    (WorkOSError.FieldError(field: "allow_profiles", message: "No."), "allow_profiles: No."),
    (WorkOSError.FieldError(message: "Not on this plan."), "Not on this plan."),
  ])
  func `an objection that finds no field is told beside those that do`(
    error: WorkOSError.FieldError, words: String
  ) {
    let scenario = refused(
      .status(
        422, message: "Validation failed", WorkOSError.FieldError(field: "name", message: "No."),
        error))

    #expect(scenario.session?.faults.ofFields.map(\.field) == [.name])
    #expect(scenario.session?.objectionsToNoField == [words])
  }

  @Test func `what is said of a domain that was sent is all said in its row`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.domainAdded)
    let domain = FormField.domain(scenario.session?.draft.domains.last?.id ?? 0)
    scenario.editor(.textChanged(domain, "new.example"))
    scenario.send(unchanged: acme)

    scenario.answerDomain(
      .failure(
        .status(
          422, message: "Validation failed",
          WorkOSError.FieldError(field: "domain", message: "It is too new."),
          WorkOSError.FieldError(field: "domain", message: "It has no owner."))))

    // What was read right before it was sent has numbered the rows anew.
    let row = FormField.domain(scenario.session?.draft.domains.last?.id ?? 0)
    #expect(
      scenario.session?.problem(at: row)?.kind == .refused("It is too new. It has no owner."))
    #expect(scenario.session?.objectionsToNoField == [])
  }

  @Test func `what was refused can be sent again as it is`() {
    var scenario = refused(.status(400, code: "external_id_already_used"))

    scenario.send(unchanged: acme)

    #expect(scenario.write?.update?.name == "Acme Inc")
    #expect(scenario.session?.faults.ofFields == [])
  }

  @Test func `an objection to no field is the form's`() {
    let scenario = refused(.status(403))

    #expect(scenario.session?.faults.ofFields == [])
    #expect(scenario.session?.faults.failure == .status(403))
  }

  @Test func `an objection is forgiven once its field is changed`() {
    var scenario = refused(.status(400, code: "external_id_already_used"))

    scenario.editor(.textChanged(.externalID, "crm-2"))

    #expect(scenario.session?.faults.ofFields == [])
    #expect(scenario.session?.faults.failure == nil)
  }

  @Test func `an objection stays while another field is changed`() {
    var scenario = refused(.status(400, code: "external_id_already_used"))

    scenario.editor(.textChanged(.name, "Acme Ltd"))

    #expect(scenario.session?.faults.ofFields.count == 1)
  }

  @Test func `an objection to the domains is forgiven when one is taken out`() {
    var scenario = refused(.status(409, code: "domain_already_exists"))

    scenario.editor(.rowRemovalToggled(.domain(scenario.session?.draft.domains[0].id ?? 0)))

    #expect(scenario.session?.faults.ofFields == [])
  }

  private func refused(_ error: WorkOSError) -> Scenario {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)
    scenario.failSave(error)
    return scenario
  }
}

extension Scenario {
  /// What stands in the fields that the server refused.
  fileprivate var refusedTexts: [String] {
    session.map { session in session.faults.ofFields.map { session.draft.text(of: $0.field) } }
      ?? []
  }
}
