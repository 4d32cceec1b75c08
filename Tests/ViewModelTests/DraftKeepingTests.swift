import Testing
import ViewModel
import WorkOS

/// What was typed and not saved.
struct DraftKeepingTests {
  @Test func `leaving a form keeps what was typed and says so`() {
    var scenario = typed()

    scenario.editor(.left)

    #expect(scenario.session == nil)
    #expect(scenario.notice == .draftKept)
    #expect(scenario.console.editor.unsavedCount == 1)
  }

  @Test func `opening the form again brings it back`() {
    var scenario = typed()
    scenario.editor(.left)

    scenario.editor(.opened(acme.id))

    #expect(scenario.session?.draft.name == "Acme Inc")
    #expect(scenario.notice == .draftRestored)
  }

  @Test func `leaving an untouched form keeps nothing and says nothing`() {
    var scenario = Scenario.editing(acme)

    scenario.editor(.left)

    #expect(scenario.notice == nil)
    #expect(!scenario.console.editor.hasUnsavedEdits)
  }

  @Test func `discarding throws away what was typed and says so`() {
    var scenario = typed()

    scenario.editor(.discarded)
    scenario.editor(.opened(acme.id))

    #expect(scenario.notice == .draftDiscarded)
    #expect(scenario.session?.draft.name == "Acme")
  }

  @Test func `a draft that was taken back by hand is no draft any more`() {
    var scenario = typed()
    scenario.editor(.left)
    scenario.editor(.opened(acme.id))

    scenario.editor(.textChanged(.name, "Acme"))

    #expect(!scenario.console.editor.hasUnsavedEdits)
    #expect(scenario.console.editor.unsavedCount == 0)
  }

  @Test func `leaving when no form is open says nothing`() {
    var scenario = Scenario()

    scenario.editor(.left)

    #expect(scenario.notice == nil)
  }

  @Test func `leaving while the organization is read again gives the save up`() {
    var scenario = typed()
    scenario.submit()

    scenario.editor(.left)

    #expect(scenario.open == [])
    #expect(scenario.notice == .draftKept)
  }

  @Test func `the draft of an organization that went can still be opened from its detail`() {
    var scenario = typed()
    scenario.editor(.left)
    scenario.detail(.opened(acme.id))
    scenario.failRead(.status(404))

    scenario.editor(.opened(acme.id))

    #expect(scenario.session?.draft.name == "Acme Inc")
  }

  private func typed() -> Scenario {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    return scenario
  }
}

/// The server's objections, on the fields they are about.
struct RefusalTests {
  @Test(arguments: [
    ("name", FormField.name), ("external_id", .externalID),
    ("stripe_customer_id", .stripeCustomerID), ("metadata.plan", .metadata),
    ("domain_data[0].domain", .domains), ("domains", .domains),
  ])
  func `an objection is shown on its field`(name: String, field: FormField) {
    let scenario = refused(
      .status(422, WorkOSError.FieldError(field: name, message: "No.")))

    #expect(scenario.session?.refusals.map(\.field) == [field])
    #expect(scenario.session?.refusals.map(\.kind) == [.refused("No.")])
    #expect(scenario.session?.draft.name == "Acme Inc")
  }

  @Test(arguments: [
    ("external_id_already_used", FormField.externalID),
    ("stripe_customer_id_already_used", .stripeCustomerID), ("invalid_metadata", .metadata),
    ("domain_already_exists", .domains),
  ])
  func `an objection that is only a code is shown on its field`(code: String, field: FormField) {
    let scenario = refused(.status(400, code: code))

    #expect(scenario.session?.refusals.map(\.field) == [field])
  }

  @Test func `an objection to no field is the form's`() {
    let scenario = refused(.status(403))

    #expect(scenario.session?.refusals == [])
    #expect(scenario.session?.failure == .status(403))
  }

  @Test func `an objection is forgiven once its field is changed`() {
    var scenario = refused(.status(400, code: "external_id_already_used"))

    scenario.editor(.textChanged(.externalID, "crm-2"))

    #expect(scenario.session?.refusals == [])
    #expect(scenario.session?.failure == nil)
  }

  @Test func `an objection stays while another field is changed`() {
    var scenario = refused(.status(400, code: "external_id_already_used"))

    scenario.editor(.textChanged(.name, "Acme Ltd"))

    #expect(scenario.session?.refusals.count == 1)
  }

  @Test func `an objection to the domains is forgiven when one is taken out`() {
    var scenario = refused(.status(409, code: "domain_already_exists"))

    scenario.editor(.rowRemovalToggled(.domain(scenario.session?.draft.domains[0].id ?? 0)))

    #expect(scenario.session?.refusals == [])
  }

  private func refused(_ error: WorkOSError) -> Scenario {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)
    scenario.failSave(error)
    return scenario
  }
}
