import Foundation
import JSON
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// Addresses whose domain has letters beyond ASCII, wherever somebody is looked for, invited or added.
struct ForeignAddressTests {
  private static let typed = "wei.wang@müller-söhne.example"
  private static let sent = "wei.wang@xn--mller-shne-kcb9d.example"

  @Test(arguments: [
    typed, "Wei.Wang@MÜLLER-Söhne.example", "\"Wang, Wei\" <\(typed)>;",
    "mailto:\(typed)?subject=Hi",
    "wei.wang@mu\u{308}ller-so\u{308}hne.example", "\(typed), \(sent)", sent,
  ])
  func `whoever is looked for is asked for as the DNS has the domain`(text: String) {
    #expect(PersonName(sought: text) == .email(Self.sent))
  }

  @Test func `both spellings are the same address, and another domain is not`() {
    #expect(EmailAddress.areSame(Self.typed, Self.sent.uppercased()))
    #expect(EmailAddress.areSame("JANE@acme.com", "jane@acme.com"))
    #expect(!EmailAddress.areSame(Self.typed, "wei.wang@mueller-soehne.example"))
  }

  @Test func `an address is shown as it is read, with the domain of the DNS beside it`() {
    #expect(
      EmailAddress.both(Self.sent) == "\(Self.typed) (xn--mller-shne-kcb9d.example)")
    #expect(EmailAddress.both("jane@acme.com") == "jane@acme.com")
    // A Cyrillic letter that looks like a Latin one is not shown as such.
    #expect(EmailAddress.both("jane@аpple.com") == "jane@xn--pple-43d.com")
  }

  @Test func `a search finds the user under either spelling`() {
    var story = AnswersStory()
    story.person.user = .success(
      .user(Received(User(id: "user_1", email: Self.sent), json: RawJSON("{}"))))

    story.search(Self.typed)
    story.answerPerson()

    #expect(story.answers.cardInSight?.facts.domain == "xn--mller-shne-kcb9d.example")
  }

  @Test func `a member is looked up by it, and the form shows what was typed`() throws {
    var visit = TabVisit(MembersTab())
    visit.tab(.actionWanted("add-member"))
    visit.answer(.choices([TabChoice("member", "Member")]))
    visit.tab(.picked("member", field: "role", beside: false))

    visit.tab(.textChanged("Wei <\(Self.typed)>", field: "email"), .submitted)

    #expect(visit.tabs.form?.values.text("email") == Self.typed)
    #expect(visit.asked?.target.parameters.contains(.init("email", [Self.sent])) == true)
  }

  @Test func `an invitation goes to it, and the review shows both spellings`() {
    var visit = TabVisit(InvitationsTab())
    visit.tab(.actionWanted("send-invitation"))
    visit.answer(.choices([TabChoice("", "The environment's default")]))

    visit.tab(.textChanged("petra@bücher.example", field: "email"), .submitted)
    #expect(visit.tabs.form?.values.text("email") == "petra@bücher.example")
    #expect(
      visit.write?.changes.first?.new == "petra@bücher.example (xn--bcher-kva.example)")
    visit.tab(.reviewAccepted, .confirmed)
    visit.answer(.row(nil))

    #expect(visit.sent.last?.contains(#""email":"petra@xn--bcher-kva.example""#) == true)
  }

  @Test func `an IT contact is added under it`() {
    var visit = TabVisit(PortalTab())
    visit.tab(.actionWanted("add-it-contact"))

    visit.tab(.textChanged("petra@bücher.example", field: "email"), .submitted, .reviewAccepted)
    visit.answer(.row(nil))

    #expect(visit.sent.last?.contains(#""email":"petra@xn--bcher-kva.example""#) == true)
  }

  @Test func `letters that may fool the eye are warned of before something is sent there`() {
    var visit = TabVisit(PortalTab())
    visit.tab(.actionWanted("add-it-contact"))

    visit.tab(.textChanged("jane@аpple.com", field: "email"), .submitted)

    #expect(visit.write?.warnings.count == 1)
    #expect(visit.write?.changes.first?.new == "jane@xn--pple-43d.com")
  }

  @Test func `the first admin is found under either spelling`() {
    let admin = FirstAdmin(email: Self.typed, roles: ["admin"])

    #expect(admin.address == Self.sent)
    #expect(admin.words == "\(Self.typed) (xn--mller-shne-kcb9d.example) as admin")
  }

  @Test func `whoever a row is about is asked for as the server has them`() throws {
    let row: TabRow = try .made(
      #"{"id":"invitation_1","email":"petra@bücher.example","state":"pending"}"#
    ) { TabRow($0 as Received<Invitation>) }

    #expect(InvitationsTab().person(of: row) == .email("petra@bücher.example"))
  }
}
