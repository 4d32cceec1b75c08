import Foundation
import Storms
import TestSupport
import Testing
import WorkOS

@testable import ViewModel

/// The card of a person and the check of their sign-in, from a search to where they lead and back.
struct AnswersTests {
  @Test func `a search for an address opens the card once there is a user, and keeps the list`() {
    var story = AnswersStory()

    story.search("Jane Doe <jane@acme.com>")
    #expect(story.answers.person == nil)
    story.answerPerson()

    #expect(story.answers.cardInSight?.person.rows.count == 2)
    #expect(story.console.list.search != nil)
    #expect(story.scenario.open.isEmpty)
    story.send(.left)
    #expect(story.answers.cardInSight == nil)
    #expect(story.console.list.search != nil)
  }

  @Test func `where there is nobody the list stays as it was, and that is said`() {
    var story = AnswersStory()
    story.person.user = .success(.user(nil))

    story.search("bob@gmail.com")
    story.answerPerson()

    #expect(story.answers.cardInSight == nil)
    #expect(story.scenario.notice == .nobodyHas(.email("bob@gmail.com")))
    #expect(story.answers.nobody == .email("bob@gmail.com"))
  }

  @Test func `another search takes away what was said of the one before`() {
    var story = AnswersStory()
    story.person.user = .success(.user(nil))
    story.search("bob@gmail.com")
    story.answerPerson()
    let before = story.scenario.notice

    story.search("acme.com")

    #expect(before == .nobodyHas(.email("bob@gmail.com")))
    #expect(story.scenario.notice == nil)
    #expect(story.answers.nobody == nil)
  }

  @Test
  func `what was said of a search goes when something is opened, and when the search is left`() {
    for event: Event in [
      .detail(.opened(.number(1))), .editor(.creationOpened), .deletion(.asked(.number(1))),
      .answers(.personWanted(.email("jane@acme.com"))), .list(.left),
    ] {
      var story = AnswersStory()
      story.person.user = .success(.user(nil))
      story.search("bob@gmail.com")
      story.answerPerson()

      story.scenario.send(event)

      #expect(story.scenario.notice != .nobodyHas(.email("bob@gmail.com")), "\(event)")
    }
  }

  @Test func `somebody who was only invited has a card too`() {
    var story = AnswersStory()
    story.person.user = .success(.user(nil))
    story.person.invitations = .success(
      .invitations(FirstPage([Invitation(id: "invitation_1", state: .expired)])))

    story.search("jane@acme.com")
    story.answerPerson()

    #expect(story.answers.cardInSight != nil)
    #expect(story.answers.isOnlyInvited)
  }

  @Test func `a card that comes late opens over nothing else`() {
    var story = AnswersStory()

    story.search("jane@acme.com")
    story.scenario.detail(.opened(.number(1)))
    story.answerPerson()

    #expect(story.answers.cardInSight == nil)
    #expect(story.console.detail.isOpen)
    #expect(story.scenario.notice == .personFound("jane@acme.com", isUser: true))
    #expect(story.answers.found == .email("jane@acme.com"))
  }

  @Test func `who was found stays known while the search is on screen, and no longer`() {
    var story = AnswersStory()
    story.search("jane@acme.com")
    story.answerPerson()

    story.send(.left)
    #expect(story.answers.found == .email("jane@acme.com"))
    story.scenario.list(.left)

    #expect(story.answers.found == nil)
  }

  @Test func `the id of a user is looked up, an id of something else is not`() {
    var story = AnswersStory()
    let id = "01K5ZXJD5QWM5YQAVG1RZKQX7H"

    story.search("conn_\(id)")
    #expect(story.peopleAsked == 0)
    story.search("user_\(id.lowercased())")
    story.answerPerson()

    #expect(story.answers.cardInSight?.facts.name == .user("user_\(id)"))
  }

  @Test func `a check that was asked for in the detail is gone back to, and then the detail`()
    throws
  {
    var story = AnswersStory()
    story.scenario.detail(.opened(.number(1)))
    story.scenario.send(.tab(.shown(3)))
    story.send(.signInWanted(.email("jane@acme.com"), .number(1)))
    story.answerPerson()

    story.send(.placeWanted(AnswerPlace(.number(1), "members")))
    #expect(story.answers.checkInSight == nil)
    #expect(story.console.tabs.current?.id == "members")
    story.scenario.detail(.closed)
    #expect(story.answers.checkInSight != nil)
    story.send(.left)

    #expect(story.console.detail.organization?.id == .number(1))
    #expect(story.console.tabs.index == 3)
    story.scenario.detail(.closed)
    #expect(!story.console.detail.isOpen)
    #expect(story.scenario.notice == nil)
  }

  @Test func `a check over what a card led to leads back to that, and that to the card`() throws {
    var story = AnswersStory()
    story.search("jane@acme.com")
    story.answerPerson()
    story.send(.placeWanted(AnswerPlace(.number(1), "members")))
    story.scenario.answerRead(.numbered(1))

    story.send(.signInWanted(.email("jane@acme.com"), .number(1)))
    #expect(story.answers.checkInSight != nil)
    story.send(.left)
    #expect(story.answers.cardInSight == nil)
    #expect(story.console.tabs.current?.id == "members")
    story.scenario.detail(.closed)

    #expect(story.answers.cardInSight != nil)
    story.send(.left)
    #expect(story.console.list.search != nil)
  }

  @Test func `a search for several addresses, or for none, is for organizations alone`() {
    var story = AnswersStory()

    story.search("jane@acme.com, bob@acme.com")
    #expect(story.scenario.notice == .severalAddresses(2))
    story.search("acme.com")

    #expect(story.peopleAsked == 0)
  }

  @Test
  func `a membership leads to the member in its organization, and back to the card read again`()
    throws
  {
    var story = AnswersStory()
    story.search("jane@acme.com")
    story.answerPerson()
    let card = try #require(story.answers.cardInSight?.person)
    let place = try #require(card.place(of: card.rows[0]))

    story.send(.placeWanted(place))
    story.scenario.answerRead(.numbered(1))
    story.answerTab(Page(items: [], after: nil))

    #expect(story.console.tabs.current?.id == "members")
    #expect(story.console.tabs.state?.selected?.id == "om_1")
    #expect(story.answers.cardInSight == nil)

    story.scenario.detail(.closed)
    #expect(story.answers.cardInSight?.isReadAgain == true)
    story.answerPerson()
    #expect(story.answers.cardInSight?.isReadAgain == false)
  }

  @Test(arguments: [("send-invitation", "invitations"), ("add-member", "members")])
  func `the form that a check points to begins with the address, and no other does`(
    action: String, tab: String
  ) {
    var story = AnswersStory()
    story.scenario.detail(.opened(.number(1)))
    story.scenario.answerRead(.numbered(1))
    story.send(.signInWanted(.email("otto@acme.com"), .number(1)))
    story.answerPerson()
    story.send(.placeWanted(AnswerPlace(.number(1), tab, remedies: [action])))
    story.answerTab(Page(items: []))

    story.scenario.send(.tab(.actionWanted(action)))

    #expect(story.console.tabs.form?.values.text("email") == "otto@acme.com")
    #expect(story.console.tabs.form?.hasUnsavedEdits == false)
    story.scenario.send(.tab(.formLeft))
    #expect(story.console.tabs.unsavedCount == 0)
    story.scenario.send(.tab(.shown(0)))
    story.send(.placeWanted(AnswerPlace(.number(1), tab)))
    story.scenario.send(.tab(.actionWanted(action)))
    #expect(story.console.tabs.form?.values.text("email") == "")
  }

  @Test func `an organization that cannot be opened leaves the card, and says why`() throws {
    var story = AnswersStory()
    story.person.memberships = .success(
      .memberships(FirstPage([.janeHere(organization: "org_unknown")])))
    story.search("jane@acme.com")
    story.answerPerson()
    let card = try #require(story.answers.cardInSight?.person)

    story.send(.placeWanted(try #require(card.place(of: card.rows[0]))))
    #expect(story.console.detail.sought != nil)
    story.scenario.failRead(.rejected(WorkOSError.Rejection(status: 404)))

    #expect(story.answers.cardInSight != nil)
    #expect(story.scenario.notice == .organizationGone(name: "org_unknown"))
  }

  @Test func `the check asks for each thing once, at once where nothing has to be known before`() {
    var story = AnswersStory()

    story.send(.signInWanted(.email("jane@acme.com"), .number(1)))

    #expect(story.scenario.open.count == 6)
    story.answerPerson()
    #expect(story.answers.checkInSight?.reads.isEmpty == true)
    #expect(story.answers.checkInSight?.check?.checks.count == 8)
  }

  @Test func `an address that is typed for the check is taken out of what surrounds it`() {
    var story = AnswersStory()

    story.send(.signInAsked(.number(1)))
    story.send(.emailTyped("nobody"))
    story.send(.emailSubmitted)
    #expect(story.answers.asking?.problem != nil)
    story.send(.emailTyped("mailto:Jane@acme.com"))
    story.send(.emailSubmitted)

    #expect(story.answers.asking == nil)
    #expect(story.answers.checkInSight?.facts.name == .email("jane@acme.com"))
  }

  @Test func `so is the id of a user`() {
    var story = AnswersStory()

    story.send(.signInAsked(.number(1)))
    story.send(.emailTyped("User ID: user_01M68A725YG37PMNBQYR0Z2XAN."))
    story.send(.emailSubmitted)

    #expect(story.answers.asking == nil)
    #expect(
      story.answers.checkInSight?.facts.name == .user("user_01M68A725YG37PMNBQYR0Z2XAN"))
  }

  @Test func `what was typed for the check and left is there the next time`() {
    var story = AnswersStory()

    story.send(.signInAsked(.number(1)))
    story.send(.emailTyped("jane@acm"))
    story.send(.left)
    story.send(.signInAsked(.number(1)))

    #expect(story.answers.asking?.text == "jane@acm")
  }

  @Test func `what is left gives up its reads`() {
    var story = AnswersStory()
    story.send(.signInWanted(.email("jane@acme.com"), .number(1)))

    story.send(.left)

    #expect(story.scenario.open.isEmpty)
    #expect(story.answers.checkInSight == nil)
  }
}

/// A console whose questions about a person are answered as a story of Jane tells.
struct AnswersStory {
  var scenario = Scenario.showing(FakeServer(1))
  var person = PersonStory()

  init() {
    let id = Organization.ID.number(1).rawValue
    person.memberships = .success(.memberships(FirstPage([.janeHere(organization: id)])))
    person.organization = .success(.organization(.numbered(1)))
    scenario.advance(100)
  }

  var console: Console { scenario.console }
  var answers: Answers { console.answers }

  /// How many users were asked for.
  var peopleAsked: Int {
    scenario.effects.count { $0.question?.request.path.contains("/users") == true }
  }

  mutating func send(_ event: AnswersEvent) { scenario.send(.answers(event)) }

  mutating func search(_ text: String) {
    scenario.list(.searchSubmitted(text))
    scenario.answerSearch(from: FakeServer(1))
  }

  /// Answers all that is asked about the person.
  mutating func answerPerson() {
    while let effect = scenario.open.first(where: { $0.question?.asker == .answers }),
      let id = effect.request, let step = answers.step(of: id)
    {
      scenario.close(effect)
      send(.answered(id, person.answer(to: step)))
    }
  }

  mutating func answerTab(_ page: Page<TabRow>) {
    guard let effect = scenario.open.last(where: { $0.question?.asker == .tabs }),
      let id = effect.request
    else {
      Issue.record("no tab is asked for")
      return
    }
    scenario.close(effect)
    scenario.send(.tab(.answered(id, .success(.page(page)))))
  }
}
