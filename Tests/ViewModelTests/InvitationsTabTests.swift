import Testing
import WorkOS

@testable import ViewModel

/// Invitations: what sends an e-mail asks, and what they are accepted with is nowhere unasked.
struct InvitationsTabTests {
  private static let path = "/user_management/invitations"

  private func invitation(
    _ email: String = "zoe@acme.com", state: String = "pending", updated: String = "2026-03-01"
  ) throws -> TabRow {
    try .made(
      """
      {"id":"invitation_1","email":"\(email)","state":"\(state)","role_slug":"member",
      "updated_at":"\(updated)T00:00:00.000Z"}
      """
    ) { TabRow($0 as Received<Invitation>) }
  }

  private func inviting(_ email: String = "zoe@acme.com") -> TabVisit {
    var visit = TabVisit(InvitationsTab())
    visit.tab(.actionWanted("send-invitation"))
    visit.answer(
      .choices([TabChoice("", "The environment's default"), TabChoice("admin", "Admin")]))
    visit.tab(.textChanged(email, field: "email"))
    return visit
  }

  @Test func `sending asks, as an e-mail goes out, and looks first`() throws {
    var visit = inviting()
    visit.tab(.picked("admin", field: "role", beside: false), .submitted, .reviewAccepted)
    #expect(visit.tabs.asking?.question.title == "Send this invitation?")
    #expect(visit.sent == [])

    visit.tab(.confirmed)
    #expect(visit.asked?.target.parameters.contains(.init("email", ["zoe@acme.com"])) == true)
    visit.answer(.row(nil))

    let organization = Organization.ID.number(1).rawValue
    #expect(
      visit.sent == [
        "POST \(Self.path) "
          + #"{"email":"zoe@acme.com","organization_id":"\#(organization)","role_slug":"admin","#
          + #""expires_in_days":7}"#
      ])
    visit.answer(.row(try invitation()))
    #expect(visit.rows == ["zoe@acme.com"])
  }

  @Test func `that somebody else sent it again is no proof that this was done`() throws {
    var visit = TabVisit(InvitationsTab(), [try invitation()])
    visit.tab(.actionWanted("resend-invitation"), .confirmed)
    visit.answer(.row(try invitation(updated: "2026-03-02")))
    visit.fail(.timedOut)

    visit.answer(.row(try invitation(updated: "2026-03-02")))

    #expect(visit.notice == .notSeen(.resend, name: "zoe@acme.com", because: .timedOut, tries: 1))
  }

  @Test(arguments: ["expired", "revoked"])
  func `one that is over is sent anew by a form that begins with its address`(state: String) throws
  {
    var visit = TabVisit(InvitationsTab(), [try invitation(state: state)])

    visit.tab(.actionWanted("resend-invitation"))
    visit.answer(.choices([TabChoice("", "The default"), TabChoice("member", "Member")]))

    #expect(visit.tabs.form?.values.text("email") == "zoe@acme.com")
    #expect(visit.tabs.form?.values.picked("role") == ["member"])
  }

  @Test func `inviting begins with no address, whichever row is marked`() throws {
    var visit = TabVisit(InvitationsTab(), [try invitation(state: "expired")])

    visit.tab(.actionWanted("send-invitation"))

    #expect(visit.tabs.form?.values.text("email") == "")
  }

  @Test func `without a role picked none is sent`() {
    var visit = inviting()

    visit.tab(.submitted)

    #expect(visit.write?.call.request.body?.text.contains("role_slug") == false)
    #expect(visit.write?.changes.map(\.new).contains("The environment's default") == true)
  }

  @Test func `whoever is invited already is not sent a second e-mail`() throws {
    var visit = inviting()
    visit.tab(.submitted, .reviewAccepted, .confirmed)

    visit.answer(.row(try invitation()))

    #expect(visit.sent == [])
    #expect(
      visit.notice == .refused("zoe@acme.com is invited already, and has not accepted yet."))
  }

  @Test func `an invitation whose answer is lost is looked for, and never sent again by itself`()
    throws
  {
    var visit = inviting()
    visit.tab(.submitted, .reviewAccepted, .confirmed)
    visit.answer(.row(nil))
    visit.fail(.timedOut)
    visit.answer(.row(try invitation()))

    #expect(visit.sent.count == 1)
    #expect(visit.notice == .doneUnseen("Invited zoe@acme.com; the e-mail is on its way."))
  }

  @Test(arguments: [
    ("email_already_invited_to_organization", "email"), ("email_domain_not_deliverable", "email"),
    ("user_already_organization_member", "email"), ("expires_in_days_too_long", "days"),
    ("invalid_role", "role"),
  ])
  func `what the server objects to stands at its field`(code: String, field: String) {
    var visit = inviting()
    visit.tab(.submitted, .reviewAccepted, .confirmed)
    visit.answer(.row(nil))

    visit.refuse(400, code: code)
    // What is there already may be what was sent.
    if code.contains("already") { visit.answer(.row(nil)) }

    #expect(visit.tabs.form?.faults.ofFields == [TabFault(field: field, sentence: "No.")])
  }

  @Test(arguments: [
    ("zoe", "Type or paste an e-mail address."), ("zoe@", "Type or paste an e-mail address."),
    ("a@b@c", "Type or paste an e-mail address."), ("", "Type or paste an e-mail address."),
    (
      "zoe@acme.com bob@acme.com",
      "There are 2 addresses in it. Leave the one that is meant."
    ),
  ])
  func `only one address is taken`(text: String, problem: String) {
    var visit = inviting(text)

    visit.tab(.submitted)

    #expect(visit.tabs.form?.problem(in: "email") == problem)
  }

  @Test func `the e-mail goes out again only after a question`() throws {
    var visit = TabVisit(InvitationsTab(), [try invitation()])
    visit.tab(.actionWanted("resend-invitation"))
    #expect(visit.tabs.asking?.question.text.last?.contains("cannot be called back") == true)

    visit.tab(.confirmed)
    visit.answer(.row(try invitation()))
    #expect(visit.sent == ["POST \(Self.path)/invitation_1/resend {}"])
    visit.answer(.row(try invitation(updated: "2026-03-14")))

    #expect(visit.notice == .done("The e-mail to zoe@acme.com is on its way again."))
  }

  @Test(arguments: [
    ("resend-invitation", "accepted"), ("revoke-invitation", "expired"),
    ("show-invitation-link", "expired"),
  ])
  func `one that is over has nothing to send, revoke or show`(action: String, state: String) throws
  {
    var visit = TabVisit(InvitationsTab(), [try invitation(state: state)])

    visit.tab(.actionWanted(action))

    #expect(
      visit.notice == .notPossible("The invitation of zoe@acme.com is \(state), not pending."))
  }

  @Test func `revoking waits, and z takes it back`() throws {
    var visit = TabVisit(InvitationsTab(), [try invitation()])
    visit.tab(.actionWanted("revoke-invitation"), .confirmed, .undone)
    visit.scenario.wait(10)
    #expect(visit.sent == [])

    visit.tab(.actionWanted("revoke-invitation"), .confirmed)
    visit.scenario.wait(5)
    visit.answer(.row(try invitation()))
    visit.answer(.row(try invitation(state: "revoked")))

    #expect(visit.sent == ["POST \(Self.path)/invitation_1/revoke"])
    #expect(visit.tabs.state?.selected?["State"] == "revoked")
  }

  @Test func `one that was accepted meanwhile is not revoked`() throws {
    var visit = TabVisit(InvitationsTab(), [try invitation()])
    visit.tab(.actionWanted("revoke-invitation"), .confirmed)
    visit.scenario.wait(5)

    visit.answer(.row(try invitation(state: "accepted")))

    #expect(visit.sent == [])
    #expect(
      visit.notice
        == .outdated(
          .revoke, name: "zoe@acme.com", [TabChange("State", "pending", "accepted")]))
  }

  @Test(arguments: [
    ("jane\u{200D}@acme.com", AddressDoubt.unseenCharacters),
    ("j\u{430}ne@acme.com", .mistakableLetters), ("jane@\u{430}cme.com", .mistakableLetters),
    ("jane@xn--cme-7cd.com", .mistakableLetters),
  ])
  func `an address that may be another than it looks like is warned of`(
    email: String, doubt: AddressDoubt
  ) {
    #expect(AddressDoubt(email) == doubt)
  }

  @Test(arguments: [
    "jane@acme.com", "jane+x_y.z@acme.com", "jürgen@müller.example", "wei@例え.example",
    "jane@xn--mller-kva.de", "иван@почта.example",
  ])
  func `an address in the letters of one language is not warned of`(email: String) {
    #expect(AddressDoubt(email) == nil)
  }
}
