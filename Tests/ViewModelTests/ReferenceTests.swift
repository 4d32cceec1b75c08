import JSON
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// From a domain to the other organization that has it too, and back.
struct ReferenceTests {
  @Test func `the other organization opens at the same domain, and from there it goes back`() {
    var story = ReferenceStory()

    story.goElsewhere()
    #expect(story.open == 2)
    story.answerDomains(of: 2)
    #expect(story.place == "domains domain_2")
    #expect(story.scenario.console.list.selection == .number(2))

    story.scenario.detail(.left)
    #expect(story.open == 1)
    #expect(story.place == "domains domain_1")
    #expect(story.scenario.console.list.selection == .number(1))
    story.scenario.detail(.left)
    #expect(story.open == nil)
  }

  @Test func `of several one is chosen`() {
    var story = ReferenceStory(others: [2, 3])

    story.goElsewhere()
    #expect(story.open == 1)
    #expect(story.scenario.console.tabs.references.map(\.name) == ["Customer 3", "Customer 2"])
    #expect(story.scenario.console.tabs.references.map(\.note) == ["pending", "pending"])
    story.send(.referencesLeft)
    #expect(story.scenario.console.tabs.references.isEmpty)
    story.goElsewhere()
    story.send(.referenceChosen(1))

    #expect(story.open == 2)
  }

  @Test func `where nobody else has it, that is said`() {
    var story = ReferenceStory(others: [])

    story.goElsewhere()

    #expect(story.open == 1)
    #expect(
      story.scenario.notice
        == .tab(
          .notPossible(
            "No other organization that is loaded has acme.com. In the list, / domain:acme.com asks the "
              + "server.")))
  }

  @Test func `back and forth between two goes back through all of them`() {
    var story = ReferenceStory()
    story.goElsewhere()
    story.answerDomains(of: 2)
    story.goElsewhere()
    #expect(story.open == 1)

    story.scenario.detail(.left)
    #expect(story.open == 2)
    story.scenario.detail(.left)
    #expect(story.open == 1)
    story.scenario.detail(.left)
    #expect(story.open == nil)
  }

  @Test func `the key to the list leads to the list, and the next organization forgets the way`() {
    var story = ReferenceStory()
    story.goElsewhere()
    story.scenario.detail(.closed)
    #expect(story.open == nil)

    story = ReferenceStory(others: [2])
    story.goElsewhere()
    story.scenario.detail(.stepped(by: 1))
    #expect(story.open == 1)
    story.scenario.detail(.left)
    #expect(story.open == nil)
  }

  @Test func `from the card of a person it goes on, and back to the card in the end`() throws {
    var story = ReferenceStory(isOpen: false)
    story.scenario.send(.answers(.personWanted(.email("jane@acme.com"))))
    story.scenario.send(
      .answers(.placeWanted(AnswerPlace(.number(1), "domains", row: "domain_1"))))
    story.answerDomains(of: 1)

    story.goElsewhere()
    #expect(story.open == 2)
    story.scenario.detail(.left)
    #expect(story.open == 1)
    #expect(story.scenario.console.answers.cardInSight == nil)
    story.scenario.detail(.left)
    #expect(story.scenario.console.answers.cardInSight != nil)
  }
}

/// Customer 1, at its domains, one of which others have too.
private struct ReferenceStory {
  var scenario: Scenario

  init(others: [Int] = [2], isOpen: Bool = true) {
    var server = FakeServer(3)
    for number in [1] + others { server.replace(Self.holder(number)) }
    scenario = .showing(server)
    guard isOpen else { return }
    scenario.list(.selected(.number(1)))
    scenario.detail(.opened(.number(1)))
    let index = Tabs.all.firstIndex { $0.id == DomainsTab.name } ?? 0
    send(.shown(index + 1))
    answerDomains(of: 1)
  }

  /// The number of the open organization.
  var open: Int? { scenario.console.detail.organization?.id.number }

  /// The tab, and the row that is marked.
  var place: String {
    let tabs = scenario.console.tabs
    return "\(tabs.current?.id ?? "") \(tabs.state?.selected?.id ?? "")"
  }

  mutating func send(_ event: TabEvent) { scenario.send(.tab(event)) }

  mutating func goElsewhere() { send(.actionWanted("open-other-organization")) }

  /// Another domain comes first, and the shared one is marked where that was asked for.
  mutating func answerDomains(of number: Int) {
    guard let id = scenario.console.tabs.state?.load?.pending.id else { return }
    let rows = Self.holder(number).domains.map { domain in
      TabRow(id: domain.id ?? "", name: domain.domain, cells: [], json: RawJSON("{}"))
    }
    send(.answered(id, .success(.page(Page(items: rows)))))
    if place != "domains domain_\(number)" { send(.selectionMoved(by: 1)) }
  }

  private static func holder(_ number: Int) -> Organization {
    .numbered(number).with { organization in
      organization.domains = [
        OrganizationDomain(id: "first_\(number)", domain: "first-\(number).com", state: .verified),
        OrganizationDomain(id: "domain_\(number)", domain: "acme.com", state: .pending),
      ]
    }
  }
}
