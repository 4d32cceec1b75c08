import Delivery
import Foundation
import JSON
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// What happened in an organization: walked forward by the server, newest first on screen.
struct EventsTests {
  @Test func `small windows of the last days come first, and each is walked to its end`() throws {
    var visit = EventsVisit()
    #expect(visit.query("range_start") == ["2027-01-14T08:00:00.000Z"])
    #expect(visit.query("range_end") == nil)
    #expect(visit.query("events")?.contains("organization_membership.created") == true)

    try visit.answer([("event_1", -3000)], after: "event_1")
    #expect(visit.titles.isEmpty, "its newest come last")
    #expect(visit.query("after") == ["event_1"])
    #expect(visit.query("range_start") == nil)
    try visit.answer([("event_2", -2000)])

    #expect(visit.ids == ["event_2", "event_1"])
    #expect(visit.query("range_start") == ["2027-01-12T08:00:00.000Z"])
    #expect(visit.query("range_end") == ["2027-01-14T08:00:00.000Z"])
    try visit.answer([("event_0", -100_000)])
    try visit.answer([])

    #expect(visit.ids == ["event_2", "event_1", "event_0"])
    #expect(visit.events.isComplete)
    #expect(visit.scenario.open.isEmpty)
  }

  @Test func `an answer leads to its sign-in among the rest, and narrows nothing that comes later`()
    throws
  {
    var visit = EventsVisit()
    try visit.answerAll([("event_1", -100)])
    visit.scenario.send(.tab(.shown(0)))
    let place = AnswerPlace(
      .number(1), EventsTab.name, row: "event_3", moment: Scenario.start - 300)

    visit.scenario.send(.answers(.placeWanted(place)))
    #expect(visit.events.kinds.id == "sign-ins" && visit.events.period == .day)
    while !visit.scenario.open.isEmpty {
      try visit.answer([("event_4", -200), ("event_3", -300), ("event_2", -400)])
    }

    #expect(visit.events.selected?.id == "event_3")
    visit.scenario.send(.tab(.shown(0)))
    visit.scenario.send(.tab(.shown((Tabs.all.firstIndex { $0.id == EventsTab.name } ?? -1) + 1)))
    #expect(visit.events.kinds.id == EventKinds.all.id && visit.events.period == .week)
  }

  @Test func `writes from here stand among the events, those of other organizations do not`() throws
  {
    var visit = EventsVisit()
    try visit.answer([("event_1", -3000), ("event_2", -1000)])
    try visit.answer([])
    try visit.answer([])

    visit.scenario.send(
      .journal(.read(.success([.write(of: .number(1), -2000), .write(of: .number(2), -1500)]))))

    #expect(visit.events.lines.map(\.isOwn) == [false, true, false])
    #expect(visit.titles[1] == "update organization")
  }

  @Test func `writes to a sandbox that has ended, on another port, are not among the events`()
    throws
  {
    var visit = EventsVisit()
    try visit.answer([("event_1", -3000)])
    try visit.answer([])
    var entry = JournalEntry.write(of: .number(1), -2000)
    entry.intent.author.host = "127.0.0.1:40001"

    visit.scenario.send(.journal(.read(.success([entry]))))

    #expect(visit.events.lines.allSatisfy { !$0.isOwn })
  }

  @Test func `what is followed comes in by cursor, and who looks at the newest goes on doing so`()
    throws
  {
    var visit = EventsVisit()
    try visit.answerAll([("event_1", -3000)])

    visit.send(.followToggled)
    #expect(visit.query("after") == ["event_1"])
    try visit.answer([("event_2", -1)])
    #expect(visit.events.selected?.id == "event_2")
    #expect(visit.events.follow?.count == 1)
    visit.scenario.wait(5)
    #expect(visit.query("after") == ["event_2"])
    visit.send(.stopped)
    visit.scenario.wait(60)

    #expect(visit.events.follow == nil)
    #expect(visit.scenario.open.isEmpty)
  }

  @Test func `who looks at an earlier event goes on looking at it while new ones come in`() throws {
    var visit = EventsVisit()
    try visit.answerAll([("event_1", -3000), ("event_2", -2000)])
    visit.send(.followToggled)
    visit.send(.selectionMoved(by: 1))

    try visit.answer([("event_3", -1)])

    #expect(visit.events.selected?.id == "event_1")
    #expect(visit.ids.first == "event_3")
  }

  @Test func `what is followed is followed on in another period and with other kinds`() throws {
    var visit = EventsVisit()
    try visit.answerAll([("event_1", -3000)])
    visit.send(.followToggled)
    try visit.answer([])

    visit.send(.periodChosen(.day))
    try visit.answerAll([("event_1", -3000)])
    visit.send(.kindsChosen("domains"))
    try visit.answerAll([("event_1", -3000)])

    #expect(visit.events.follow?.count == 0, "what is read anew is not new")
    visit.scenario.wait(5)
    #expect(visit.query("after") == ["event_1"])
    try visit.answer([("event_2", -1)])
    #expect(visit.events.follow?.count == 1)
  }

  @Test func `a network that is away for a while ends no following, a refusal does`() throws {
    var visit = EventsVisit()
    try visit.answerAll([("event_1", -3000)])
    visit.send(.followToggled)

    visit.fail(.timedOut)
    #expect(visit.events.follow != nil && visit.events.failure != nil)
    visit.scenario.wait(5)
    #expect(visit.scenario.notice == nil)
    let refusal = WorkOSError.rejected(.init(status: 403, message: "No."))
    visit.fail(refusal)

    #expect(visit.events.follow == nil)
    #expect(visit.scenario.notice == .followingEnded(refusal))
    #expect(visit.ids == ["event_1"])
    visit.send(.followToggled)
    #expect(visit.scenario.notice == nil)
  }

  @Test func `other kinds and another period are read anew`() throws {
    var visit = EventsVisit()
    try visit.answerAll([("event_1", -3000)])

    visit.send(.kindsChosen("domains"))
    #expect(visit.query("events")?.allSatisfy { $0.hasPrefix("organization_domain.") } == true)
    visit.send(.periodChosen(.day))
    try visit.answer([])

    #expect(visit.events.isComplete && visit.events.lines.isEmpty)
  }

  @Test func `a walk that is stopped goes on where it was`() throws {
    var visit = EventsVisit()
    try visit.answer([("event_1", -3000)], after: "event_1")

    visit.send(.stopped)
    #expect(visit.scenario.open.isEmpty && visit.events.lines.isEmpty)
    visit.send(.refreshWanted)

    #expect(visit.query("after") == ["event_1"])
  }

  @Test func `events of other organizations are left out, whoever sends them`() throws {
    var visit = EventsVisit()
    let json = RawJSON(
      #"{"id":"event_1","event":"api_key.created","data":{"organization_id":"org_other"}}"#)
    let event = try JSONDecoder().decode(OrganizationEvent.self, from: json.bytes)

    visit.answer(Page(items: [Received(event, json: json)]))

    #expect(visit.events.lines.isEmpty)
  }

  @Test func `what was read is forgotten once the organization is left`() throws {
    var visit = EventsVisit()
    try visit.answerAll([("event_1", -3000)])

    visit.scenario.detail(.closed)

    #expect(visit.events.lines.isEmpty)
  }

  @Test func `an event that tells only the id of a person leads to them all the same`() {
    let event = { OrganizationEvent(id: "event_1", kind: $0, subject: $1) }
    let user = "user_01HZX5B7Q4P6QWEF0SHE100123"
    func person(_ kind: String, _ subject: String) -> PersonName? {
      EventLine(Received(event(kind, subject), json: RawJSON("{}"))).person
    }

    #expect(person("organization_membership.created", user) == .user(user))
    #expect(person("organization_membership.created", "Jane@Acme.com") == .email("jane@acme.com"))
    #expect(person("organization.updated", user) == nil)
    #expect(person("api_key.created", "Deploy") == nil)
  }

  @Test func `a member whom an event tells by id alone is named where they are loaded`() throws {
    let user = "user_01HZX5B7Q4P6QWEF0SHE100123"
    let json = RawJSON(
      #"{"id":"event_1","event":"organization_membership.updated","data":{"id":"om_1","#
        + #""user_id":"\#(user)","status":"inactive"}}"#)
    let event = try JSONDecoder().decode(OrganizationEvent.self, from: json.bytes)
    let member: TabRow = try .made(
      #"{"id":"om_1","user_id":"\#(user)","status":"inactive","user":"#
        + #"{"id":"\#(user)","email":"Jane@acme.com"}}"#
    ) { TabRow($0 as Received<Membership>) }
    var (visit, unknown) = (EventsVisit(afterMembers: [member]), EventsVisit())

    visit.answer(Page(items: [Received(event, json: json)]))
    unknown.answer(Page(items: [Received(event, json: json)]))

    #expect(visit.events.lines.map(\.subject) == ["Jane@acme.com"])
    #expect(visit.events.lines.first?.userID == user)
    #expect(visit.events.lines.first?.person == .email("jane@acme.com"))
    visit.send(.filterChanged("jane@acme.com"))
    #expect(visit.events.matches == [0])
    visit.send(.filterChanged("e@acme.com"))
    #expect(visit.events.matches == [])
    visit.send(.filterChanged(user))
    #expect(visit.events.matches == [0])
    #expect(unknown.events.lines.map(\.subject) == [user])
  }

  @Test(arguments: [
    #""event":"authentication.password_failed","data":{"user_id":"USER","email":"jane@acme.com"}"#,
    #""event":"invitation.accepted","data":{"accepted_user_id":"USER","email":"jane@acme.com"}"#,
    #""event":"user.created","data":{"object":"user","id":"USER","email":"jane@acme.com"}"#,
  ])
  func `whom one event tells by id alone is named by another that tells the address`(
    other: String
  ) throws {
    var visit = EventsVisit()
    let user = "user_01HZX5B7Q4P6QWEF0SHE100123"
    let asked = visit.scenario.effects.count

    try visit.answer(telling: [
      #""event":"organization_membership.updated","data":{"id":"om_1","user_id":"\#(user)"}"#,
      other.replacing("USER", with: user),
      #""event":"organization_membership.updated","data":{"id":"om_2","user_id":"user_2"}"#,
    ])

    visit.send(.filterChanged("jane@acme.com"))
    #expect(visit.events.matches.count == 2)
    #expect(visit.events.lines.compactMap(\.userID) == [user])
    #expect(visit.events.namedByIDCount == 1)
    #expect(visit.scenario.effects[asked...].allSatisfy { $0.question?.asker == .events })
  }

  @Test(arguments: ["membership", "user_1 user_2", "jane@acme.com", "a@acme.com, b@acme.com"])
  func `a filter that is typed letter by letter finds what it finds at once`(text: String) throws {
    var visit = EventsVisit()
    try visit.answer(
      telling: ["user_1", "user_2", "user_12"].map {
        #""event":"organization_membership.updated","data":{"id":"om_\#($0)","user_id":"\#($0)"}"#
      }
        + ["jane@acme.com", "a@acme.com"].map {
          #""event":"invitation.created","data":{"email":"\#($0)"}"#
        })
    var anew = visit

    let typed = (1...text.count).map { String(text.prefix($0)) }
    for text in typed + typed.reversed() {
      visit.send(.filterChanged(text))
      anew.send(.filterChanged(""))
      anew.send(.filterChanged(text))

      #expect(visit.events.matches == anew.events.matches, "\(text)")
    }
  }

  @Test func `an address that a member has now comes before one that an event tells`() throws {
    let user = "user_01HZX5B7Q4P6QWEF0SHE100123"
    let member: TabRow = try .made(
      #"{"id":"om_1","user_id":"\#(user)","status":"active","user":"#
        + #"{"id":"\#(user)","email":"jane.new@acme.com"}}"#
    ) { TabRow($0 as Received<Membership>) }
    var visit = EventsVisit(afterMembers: [member])

    try visit.answer(telling: [
      #""event":"organization_membership.updated","data":{"id":"om_1","user_id":"\#(user)"}"#,
      #""event":"authentication.sso_succeeded","data":{"user_id":"\#(user)","email":"j@acme.com"}"#,
    ])

    #expect(Set(visit.events.lines.map(\.subject)) == ["jane.new@acme.com", "j@acme.com"])
  }

  @Test func `whom lines tell by id alone is looked for in a new page, and in all among others`() {
    var lines = EventLines()
    lines.begin(with: .all, of: nil)
    lines.beginning = .distantPast
    lines.add((0..<50).map(Self.membership), isFollowing: false)
    var looks = 0
    func name(among count: Int, _ address: String? = nil) {
      lines.namePeople(among: KnownMembers(loadedAt: Scenario.start, count: count)) { _ in
        looks += 1
        return address
      }
    }
    name(among: 1)
    #expect(looks == 50)

    lines.add([Self.membership(50)], isFollowing: false)
    name(among: 1)
    #expect(looks == 51)
    lines.filter(by: "jane@acme.com")
    name(among: 2, "jane@acme.com")

    #expect(looks == 102)
    #expect(lines.matches.count == 51)
  }

  @Test func `an address that a later page tells names those who were read before`() throws {
    var visit = EventsVisit()
    try visit.answer(telling: [
      #""event":"organization_membership.updated","data":{"id":"om_1","user_id":"user_1"}"#
    ])
    while !visit.scenario.open.isEmpty { try visit.answer([]) }
    visit.send(.followToggled)
    let told = RawJSON(
      #"{"id":"event_9","event":"authentication.sso_succeeded","data":{"user_id":"user_1","#
        + #""email":"jane@acme.com"}}"#)
    let event = try JSONDecoder().decode(OrganizationEvent.self, from: told.bytes)

    visit.answer(Page(items: [Received(event, json: told)]))

    #expect(visit.events.lines.map(\.subject) == ["jane@acme.com", "jane@acme.com"])
    #expect(visit.events.namedByIDCount == 0)
  }

  /// An event of a member, each of another.
  private static func membership(_ number: Int) -> EventLine {
    EventLine(
      Received(
        OrganizationEvent(
          id: "event_\(number)", kind: "organization_membership.updated",
          createdAt: Scenario.start - Double(number), subject: "user_\(number)",
          membershipID: "om_\(number)", userID: "user_\(number)"),
        json: RawJSON("{}")))
  }

  @Test func `an invitation's token is in no line`() throws {
    let json = RawJSON(#"{"id":"event_1","event":"invitation.created","data":{"token":"s3cret"}}"#)
    let event = try JSONDecoder().decode(OrganizationEvent.self, from: json.bytes)

    #expect(!(EventLine(Received(event, json: json)).json?.text.contains("s3cret") ?? true))
  }

  @Test(arguments: [
    ("organization_membership.created", "member created"),
    ("authentication.sso_failed", "SSO sign-in failed"),
    ("authentication.sso_timed_out", "SSO sign-in timed out"),
    ("dsync.user.updated", "directory user updated"), ("api_key.revoked", "API key revoked"),
    ("something_new.happened", "something new happened"),
  ])
  func `kinds are told in words`(kind: String, words: String) {
    #expect(OrganizationEvent(id: "event_1", kind: kind).words == words)
  }
}

extension JournalEntry {
  /// A write that was made with this console's key, so many seconds from now.
  fileprivate static func write(
    of organization: Organization.ID, _ seconds: TimeInterval
  ) -> JournalEntry {
    JournalEntry(
      id: UUID(), time: Scenario.start + seconds,
      intent: JournalIntent(
        action: .update,
        author: JournalAuthor(
          user: "sam", host: "api.workos.com", environment: "test", keyEnding: "cret"),
        organizationID: organization.rawValue, name: "Acme", before: nil, change: nil),
      outcome: JournalOutcome(result: .done, status: 200))
  }
}
