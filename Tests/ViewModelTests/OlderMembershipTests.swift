import JSON
import Testing
import WorkOS

@testable import ViewModel

/// Memberships as older answers have them: without the user, of whom they tell the id alone.
struct OlderMembershipTests {
  @Test func `they are named by one question about the organization, and found by the name`() {
    var visit = TabVisit(MembersTab(), [.older(1), .older(2)])

    #expect(visit.rows == ["user_1", "user_2"])
    #expect(visit.asked?.path == "/user_management/users")
    #expect(
      visit.asked?.target.parameters.first { $0.name == "organization_id" }?.values.count == 1)
    visit.answer(.users(Page(items: [.number(2), .number(1)])))

    #expect(visit.rows == ["p1@acme.com", "p2@acme.com"])
    #expect(visit.scenario.open.compactMap(\.question).isEmpty)
    visit.tab(.filterChanged("person 2"))
    #expect(visit.tabs.state?.matches.map(\.name) == ["p2@acme.com"])
  }

  @Test func `whoever the organization does not tell, being inactive, keeps the id`() {
    var visit = TabVisit(MembersTab(), [.older(1), .older(2)])

    visit.answer(.users(Page(items: [.number(2)])))

    #expect(visit.rows == ["user_1", "p2@acme.com"])
    #expect(visit.scenario.open.compactMap(\.question).isEmpty)
  }

  @Test func `where users cannot be read, ids are what there is, until it is read again`() {
    var visit = TabVisit(MembersTab(), [.older(1)])

    visit.fail(.status(403))
    #expect(visit.rows == ["user_1"])
    #expect(visit.tabs.state?.failure == nil)
    visit.tab(.refreshWanted)
    visit.answer(.page(Page(items: [.older(1)])))
    visit.answer(.users(Page(items: [.number(1)])))

    #expect(visit.rows == ["p1@acme.com"])
  }

  @Test func `who is named stays so when the rows are read again, and nobody is asked for`() {
    var visit = TabVisit(MembersTab(), [.older(1)])
    visit.answer(.users(Page(items: [.number(1)])))

    visit.tab(.refreshWanted)
    visit.answer(.page(Page(items: [.older(1)])))

    #expect(visit.rows == ["p1@acme.com"])
    #expect(visit.scenario.open.compactMap(\.question).isEmpty)
  }

  @Test func `users are read no further than members`() {
    var visit = TabVisit(MembersTab())
    visit.tab(.refreshWanted)
    visit.answer(.page(Page(items: (1...100).map { .older($0) }, after: "om_100")))
    let further = visit.scenario.open.compactMap(\.question).filter {
      $0.request.path.contains("users")
    }
    #expect(further.count == 1)

    // These are others: the next members may be they.
    visit.answer(.users(Page(items: (201...300).map { .number($0) }, after: "user_300")))

    #expect(
      !visit.scenario.open.compactMap(\.question).contains {
        $0.request.path.contains("after=user_300")
      })
  }

  @Test
  func `who leaves the organization reads no more users, and goes on where it is shown again`() {
    var visit = TabVisit(MembersTab(), [.older(1)])
    let first = visit.asked?.path

    visit.scenario.detail(.closed)
    #expect(visit.scenario.open.isEmpty)
    visit.scenario.detail(.opened(.number(1)))
    visit.tab(.shown(2))

    #expect(
      first != nil
        && visit.scenario.open.compactMap(\.question?.request.path).contains { $0 == first })
  }

  @Test func `what a card knows of a member stays when something is done to them`() {
    var visit = TabVisit(MembersTab(), [.older(1)])
    visit.answer(.users(Page(items: [.number(1)])))
    let known = TabRow.older(9).naming(.number(9))
    visit.scenario.send(.answers(.placeWanted(AnswerPlace(.number(1), "members", known: known))))
    #expect(visit.tabs.state?.selected?.name == "p9@acme.com")

    visit.tab(.actionWanted("deactivate-member"), .confirmed)
    visit.answer(.row(.older(9)))
    visit.answer(.row(.older(9, status: "inactive")))

    #expect(visit.rows.first == "p9@acme.com")
    #expect(visit.notice == .done("p9@acme.com is inactive now."))
  }

  @Test(arguments: [true, false])
  func `that one answer tells the user and another does not is no change`(isToldLater: Bool) {
    let (older, newer) = (TabRow.older(1), TabRow.member("om_1", "p1@acme.com"))
    var visit = TabVisit(MembersTab(), [isToldLater ? older : newer])
    if isToldLater { visit.answer(.users(Page(items: [.number(1)]))) }
    visit.tab(.rowWanted(0), .actionWanted("deactivate-member"), .confirmed)

    visit.answer(.row(isToldLater ? newer : older))

    #expect(visit.sent == ["PUT /user_management/organization_memberships/om_1/deactivate"])
  }

  @Test func `the journal takes back by the name it was written with`() throws {
    let written = TabRow.older(1)

    let named = MembersTab().row(written, knownAs: "p1@acme.com")

    #expect(named.name == "p1@acme.com" && named.agreed == written.agreed)
    #expect(MembersTab().row(written, knownAs: "user_1").name == "user_1")
  }

  @Test func `a list of users that leads round and round is read no further`() {
    var visit = TabVisit(MembersTab(), [.older(1), .older(2)])
    visit.answer(.users(Page(items: [.number(2)], after: "user_a")))
    visit.answer(.users(Page(items: [.number(3)], after: "user_b")))

    visit.answer(.users(Page(items: [.number(2)], after: "user_a")))

    #expect(visit.scenario.open.compactMap(\.question).isEmpty)
  }

  @Test func `a row is marked again wherever it stands by now`() {
    var visit = TabVisit(MembersTab(), [.older(1), .older(2)])

    visit.tab(.rowMarkedAgain("om_2"))
    #expect(visit.tabs.state?.selection == "om_2")
    visit.tab(.rowMarkedAgain("om_3"))

    #expect(visit.tabs.state?.selection == "om_2")
  }

  @Test func `a write compares the membership with itself, not with the name`() throws {
    var visit = TabVisit(MembersTab(), [.older(1)])
    visit.answer(.users(Page(items: [.number(1)])))
    visit.tab(.rowWanted(0), .actionWanted("deactivate-member"), .confirmed)

    visit.answer(.row(.older(1)))
    #expect(visit.sent == ["PUT /user_management/organization_memberships/om_1/deactivate"])
    visit.answer(.row(.older(1, status: "inactive")))

    #expect(visit.rows == ["p1@acme.com"])
    #expect(visit.tabs.state?.rows.first?["Status"] == "inactive")
  }
}

extension TabRow {
  fileprivate static func older(_ number: Int, status: String = "active") -> TabRow {
    let json = """
      {"id":"om_\(number)","user_id":"user_\(number)","organization_id":"org_1",\
      "status":"\(status)","role":{"slug":"member"}}
      """
    return (try? .made(json) { (read: Received<Membership>) in TabRow(read) })
      ?? TabRow(id: "unreadable", name: "", cells: [], json: RawJSON("{}"))
  }
}

extension User {
  fileprivate static func number(_ number: Int) -> User {
    User(
      id: "user_\(number)", email: "p\(number)@acme.com", firstName: "Person",
      lastName: "\(number)")
  }
}
