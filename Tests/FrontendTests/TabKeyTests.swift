import Cells
import Delivery
import Foundation
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// Keys in tabs: what they copy, open, and leave alone.
@Suite(.timeLimit(.minutes(20)))
struct TabKeyTests {
  // MARK: The line of tabs

  private static let titles = [
    "Overview", "Domains", "Members", "Invitations", "Roles", "Flags", "API keys", "Connections",
    "Directories", "Events", "Portal",
  ]

  @Test func `each of eleven tabs is in the line when it is on screen, with its neighbours`() {
    for width in [38, 60, 78] {
      for current in Self.titles.indices {
        let line = TabLine(Self.titles, current: current, width: width)
        let text = line.placed.map(\.text).joined()
        #expect(DisplayWidth.of(text) <= width)
        #expect(line.placed.filter(\.isCurrent).count == 1)
        #expect(text.contains("\(Self.titles[current])]"))
        #expect(text.hasPrefix("‹") == !text.contains("1 Overview"))
        #expect(text.hasSuffix("›") == !text.contains("Portal"))
      }
    }
    let all = TabLine(Self.titles, current: 2, width: 200).placed.map(\.text).joined()
    #expect(all.contains("[3 Members]") && all.contains("0 Events") && all.contains(" Portal "))
  }

  @Test func `0 opens the tenth tab, and arrows reach the eleventh`() {
    let tabs = Self.titles.dropFirst().map { NamedTab(title: $0) }
    var driver = Driver(tabs: tabs)
    driver.answerPage([Sample.acme])
    driver.press(.enter, .character("0"))

    #expect(driver.console.tabs.current?.title == "Events")
    driver.press(.right)
    #expect(driver.console.tabs.current?.title == "Portal")
    #expect(driver.screen.text.contains("[Portal]"))
  }

  @Test
  func `what was pasted into the filter says which address was looked for, and shows its row`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)
    driver.press(.character("/"))
    driver.press(.paste("\"Doe, Jane\" <Jane@acme.com>;"), .enter)
    #expect(driver.screen.text.contains("1 of 5 members match jane@acme.com"))
    driver.press(.escape, .character("/"), .paste("Zoe <zoe@müller.de>."), .enter)

    #expect(
      driver.screen.text.contains(
        "None of the 5 members holds “zoe@müller.de” (xn--mller-kva.de)."))
  }

  @Test func `a date that is looked for is said to be none of what is looked through`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)

    driver.press(.character("/"), .paste("2026-10-31"), .enter)

    let words = TabNoRowWords.lines(noneOf: "5 members", hold: FilterText("2026-10-31"))
    #expect(
      words.map { $0.spans.map(\.text).joined() } == [
        "None of the 5 members holds “2026-10-31”. Dates and times are not looked for here."
      ])
    #expect(driver.screen.text.contains("None of the 5 members holds “2026-10-31”."))
  }

  @Test func `a filter is begun while the rows are read; where there are none, none is`() {
    var driver = Driver.tab(.members)

    driver.press(.character("/"))
    #expect(driver.pane == .tabFilter)
    #expect(!driver.screen.text.contains("for / to do"))
    driver.press(.escape)
    driver.answerRows([])
    driver.press(.character("/"))

    #expect(driver.pane != .tabFilter)
    #expect(driver.screen.text.contains("There is nothing here for / to do."))
  }

  @Test func `a key for a row says why there is none: still read, not read, filtered out, or none`()
  {
    var loading = Driver.tab(.members)
    loading.press(.character("d"))
    #expect(loading.screen.text.contains("The members are still being read; press it again"))
    loading.press(.character("y"))
    #expect(
      loading.screen.text.contains("Nothing is here yet for y to do: it is still being read."))
    var failed = loading
    failed.failTab(.transport(.timedOut(seconds: 15)))
    failed.press(.character("d"))
    #expect(failed.screen.text.contains("No members were read. r tries again."))
    var empty = loading
    empty.answerRows([])
    empty.press(.character("d"))
    #expect(empty.screen.text.contains("There is no member to do that to."))
    empty.press(.character("y"))
    #expect(empty.screen.text.contains("There is no member to copy."))
    var filtered = loading
    filtered.answerRows(TabSample.members.rows)
    filtered.press(.character("/"))
    filtered.type("nobody")
    filtered.press(.enter, .character("d"))
    #expect(filtered.screen.text.contains("No member matches the filter; / changes it."))
  }

  @Test func `D lists what was typed from a tab as well, and Esc leads back to it`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)
    let tab = driver.pane

    driver.press(.character("D"))
    #expect(driver.pane == .drafts)
    driver.press(.escape)

    #expect(driver.pane == tab)
  }

  @Test func `n and N go to the rows that match while a filter is kept, and never to a customer`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)
    driver.press(.character("/"))
    driver.type("acme")
    driver.press(.enter)
    let matches = driver.console.tabs.state?.matches.map(\.id) ?? []
    #expect(matches.count > 1)

    driver.press(.character("n"))
    #expect(driver.console.tabs.state?.selected?.id == matches[1])
    driver.press(.character("N"), .character("N"))

    #expect(driver.console.tabs.state?.selected?.id == matches[0])
    #expect(driver.console.tabs.organization?.id == Sample.acme.id)
    #expect(driver.console.tabs.state?.filter == "acme")
    driver.press(.character("]"))
    #expect(driver.console.tabs.organization?.id == Sample.globex.id)
  }

  @Test func `without a filter n goes to the next organization, as in the overview`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)

    driver.press(.character("n"))

    #expect(driver.console.tabs.organization?.id == Sample.globex.id)
  }

  @Test func `what becomes of a row is seen in its details`() {
    var driver = Driver.tab(.domains)
    driver.answerRows(TabSample.domains.rows)
    driver.press(.down, .enter)
    #expect(driver.screen.text.contains("pending"))
    driver.send(.tab(.refreshWanted))

    driver.answerRows([TabSample.domain(2, "acme.dev", state: "failed")])

    #expect(driver.pane == .tabDetails)
    #expect(!driver.screen.text.contains("pending"))
    #expect(driver.screen.text.contains("State      failed"))
  }

  // MARK: Rows

  @Test func `an address is shown as it is read, and copied as the server has it`() {
    var driver = Driver.tab(.members, columns: 120)
    let address = "jan@xn--bcher-kva.example"
    driver.answerRows([TabSample.member(1, "Jan", address)])

    #expect(driver.screen.text.contains("jan@bücher.example  "))
    #expect(driver.console.tabs.state?.selected?["E-mail"] == address)
    driver.press(.character("Y"))
    #expect(driver.screen.text.contains("jan@bücher.example (xn--bcher-kva.example)"))
    driver.press(.enter)
    #expect(driver.copied == [address])
  }

  @Test func `letters that may fool the eye stay as the DNS has them`() {
    var driver = Driver.tab(.members, columns: 120)

    driver.answerRows([TabSample.member(1, "Jane", "jane@xn--pple-43d.com")])

    #expect(driver.screen.text.contains("jane@xn--pple-43d.com"))
    #expect(!driver.screen.text.contains("jane@аpple.com"))
  }

  @Test func `a domain that a filter looks for is shown as it is read`() {
    var driver = Driver.tab(.domains)
    driver.answerRows(TabSample.domains.rows)

    driver.press(.character("/"), .paste("jan@müller.de"), .enter)

    #expect(driver.screen.text.contains("1 of 3 domains match müller.de"))
  }

  @Test(arguments: [10, 24])
  func `news that comes while a filter is typed covers neither the filter nor its count`(
    rows: Int
  ) {
    var driver = Driver.tab(.members, rows: rows)
    driver.answerRows(TabSample.members.rows)
    driver.press(.character("/"))
    driver.type("jane")

    driver.send(.noticed(.copied(what: "the id")))

    #expect(driver.screen.text.contains("1 of 5 members match jane"))
    #expect(driver.screen.text.contains("\n /jane"))
  }

  @Test func `y copies what is mostly wanted, and Y lets choose`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)

    driver.press(.character("y"))
    driver.press(.character("Y"), .down, .enter)
    driver.press(.character("Y"), .character("G"), .enter)

    #expect(driver.copied == ["jane@acme.com", "om_01", "{"])
    driver = .tab(.domains)
    driver.answerRows(TabSample.domains.rows)
    driver.press(.character("y"), .down, .character("y"))
    #expect(driver.copied == ["acme.com", "neyi2q7cYk6WQ2"])
  }

  @Test func `Enter shows all of a row, J its JSON, and J closes that`() {
    var driver = Driver.tab(.domains)
    driver.answerRows(TabSample.domains.rows)

    driver.press(.down, .enter)
    #expect(driver.pane == .tabDetails)
    #expect(driver.screen.text.contains("neyi2q7cYk6WQ2"))
    driver.press(.escape, .character("J"))
    #expect(driver.screen.text.contains(#""domain": "acme.dev""#))
    driver.press(.character("J"))

    #expect(driver.pane == .tab(DomainsTab()))
  }

  @Test func `Enter on a member opens the card of the person`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)

    driver.press(.enter)
    #expect(driver.pane == .person)
    driver.press(.escape)

    #expect(driver.pane == .tab(MembersTab()))
  }

  @Test func `r reads again, and the marked row stays`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)
    driver.press(.down)

    driver.press(.character("r"))
    driver.answerRows(TabSample.members.rows.reversed())

    #expect(driver.console.tabs.state?.selected?.name == "bob@acme.com")
  }

  @Test func `columns stay where they are while a filter is typed`() {
    var driver = Driver.tab(.members, columns: 120)
    driver.answerRows(TabSample.members.rows)
    let titles = driver.line(with: "E-mail")

    driver.press(.character("/"))
    driver.type("dan")

    #expect(driver.line(with: "E-mail") == titles)
  }

  @Test func `what is loaded is told from what there is`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows, after: "om_05")

    #expect(driver.screen.text.contains("row 1 of 5 loaded, more below"))
    driver.press(.character("G"))
    #expect(driver.screen.text.contains("row 5 of 5 loaded, more below"))
  }

  @Test func `hostile text changes nothing but its own cells`() {
    let hostile = "\u{1b}[2J\u{202e}x\n\u{7}" + String(repeating: "W", count: 300)
    var driver = Driver.tab(.members)
    driver.answerRows([TabSample.member(1, hostile, hostile + "@acme.com", role: hostile)])

    for key in [Key.character("k"), .enter, .escape, .character("Y"), .escape, .character("d")] {
      driver.press(key)
      let text = driver.screen.text
      #expect(!text.contains("\u{1b}") && !text.contains("\u{202e}") && !text.contains("\u{7}"))
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 24)
    }
  }

  // MARK: Keys that come too late

  @Test
  func `a delete typed behind Esc asks about the organization, and no yes typed ahead counts`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)
    driver.press(.character("d"))

    driver.pressAtOnce(.escape, .escape, .character("d"), .character("y"))

    #expect(driver.pane == .deletion || driver.pane == .naming || driver.pane == .list)
    #expect(driver.console.deletions.underway.isEmpty)
    #expect(driver.console.tabs.underway.isEmpty)
  }

  @Test func `a change that waits is taken back by z, in front of its form`() {
    var driver = Driver(retryPolicy: RetryPolicy(), tabs: [DomainsTab(), MembersTab()])
    driver.answerPage([Sample.acme])
    driver.press(.enter, .character("2"))
    driver.answerRows([])
    driver.press(.character("a"))
    driver.type("acme.org")
    driver.press(.control("s"), .enter)
    driver.answerTab(.row(nil))
    driver.failTab(.rejected(.init(status: 429, retryAfter: 9)))
    #expect(driver.pane == .tabSending)
    #expect(driver.screen.text.contains("z takes it back"))

    driver.press(.character("z"))

    #expect(driver.console.tabs.underway.isEmpty)
    #expect(driver.pane == .tabForm)
  }

  @Test func `quitting names the form and the organization`() {
    var driver = Driver.tab(.domains)
    driver.answerRows([])
    driver.press(.character("a"))
    driver.type("acme.org")

    driver.press(.control("c"))

    #expect(driver.screen.text.contains("Add a domain in Acme Corporation"))
  }
}

extension Driver {
  /// The first line of each text that was copied.
  fileprivate var copied: [String] {
    commands.compactMap { command in
      guard case .copy(let text, _) = command else { return nil }
      return text.text.split(separator: "\n").first.map(String.init)
    }
  }

  /// The line of the screen in which a text stands.
  fileprivate func line(with text: String) -> String? {
    var driver = self
    return driver.screen.text.split(separator: "\n").first { $0.contains(text) }.map(String.init)
  }
}

/// A tab that has a title, and nothing else.
private struct NamedTab: Tab {
  let title: String
  var id: String { title.lowercased().replacing(" ", with: "-") }
  let words = TabWords(one: "thing", many: "things", empty: "There is nothing.")
  let columns = [TabColumn("Name", .name)]
  let actions: [TabAction] = []

  func page(of organization: Organization.ID, _ page: PageRequest) -> Call<Page<TabRow>> {
    APIRequest(.get, [id]).page(of: Membership.self).map { _ in Page(items: []) }
  }
}
