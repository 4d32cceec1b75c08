import Cells
import Foundation
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// The line behind a slash, which is the same wherever there is something to look for.
@Suite(.timeLimit(.minutes(20)))
struct SearchLineTests {
  @Test(arguments: SearchPlace.allCases)
  func `it begins empty, and the text that was kept comes back by a key`(place: SearchPlace) {
    var driver = Driver.keeping(place.text, in: place)

    driver.press(.character("/"))
    let atFirst = driver.textBehindSlash
    driver.press(.up)

    #expect(atFirst == "")
    #expect(driver.textBehindSlash == place.text)
  }

  @Test func `the key for it is offered where there was a text before`() {
    var driver = Driver.listing([Sample.acme])
    driver.openJournal(Sample.journal)
    driver.press(.character("/"))
    let footer = driver.screen.text(ofRow: 23)

    driver.type("initech")
    driver.press(.enter, .character("/"))

    #expect(!footer.contains("earlier text"))
    #expect(driver.screen.text(ofRow: 23).contains("↑ earlier text"))
  }

  @Test(arguments: SearchPlace.allCases)
  func `Esc brings back what was there before`(place: SearchPlace) {
    var driver = Driver.keeping(place.text, in: place)
    let before = driver.screen.text

    driver.press(.character("/"))
    driver.type("zz")
    #expect(driver.screen.text != before)
    driver.press(.escape)

    #expect(driver.screen.text == before)
  }

  @Test(arguments: [SearchPlace.list, .members, .journal, .requests])
  func `an empty line shows all, and keeps it so`(place: SearchPlace) {
    var driver = Driver.keeping(place.text, in: place)
    #expect(!driver.screen.text.contains(place.other))

    driver.press(.character("/"))
    let isShownAtOnce = driver.screen.text.contains(place.other)
    driver.press(.enter)

    #expect(isShownAtOnce)
    #expect(driver.screen.text.contains(place.other))
    #expect(driver.textBehindSlash == nil)
  }

  @Test func `an empty line looks for nothing in the JSON`() {
    var driver = Driver.keeping("domain", in: .json)

    driver.press(.character("/"), .enter)

    #expect(driver.pane == .json)
    #expect(driver.jsonSearch.isEmpty)
    driver.press(.escape)
    #expect(driver.pane == .list)
  }

  @Test func `each has texts of its own, which outlast its pane`() {
    var driver = Driver.keeping("initech", in: .journal)
    driver.press(.escape, .escape, .character("/"), .up)
    #expect(driver.pane == .filter)
    let inList = driver.textBehindSlash

    driver.press(.escape)
    driver.openJournal(Sample.journal)
    driver.press(.character("/"), .up)

    #expect(inList == "")
    #expect(driver.textBehindSlash == "initech")
  }

  @Test func `so has each tab, whichever was open in between`() {
    var driver = Driver.keeping("jane", in: .members)
    driver.press(.character("2"))
    driver.answerRows(TabSample.domains.rows)
    driver.press(.character("/"), .up)
    let inDomains = driver.textBehindSlash

    driver.press(.escape, .character("3"))
    driver.answerRows(TabSample.members.rows)
    driver.press(.character("/"), .up)

    #expect(inDomains == "")
    #expect(driver.textBehindSlash == "jane")
  }

  @Test func `the row that was marked before is marked again`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)
    driver.press(.down, .down, .down)
    let marked = driver.console.tabs.state?.selected?.name

    driver.press(.character("/"))
    driver.type("jane")
    driver.press(.escape)

    #expect(marked == "dan@acme.com")
    #expect(driver.console.tabs.state?.selected?.name == marked)
  }

  @Test func `where no loaded row matches, Enter asks the server only from the line`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("/"))
    driver.type("zzz")
    #expect(driver.screen.text.contains("Enter asks the server; Esc goes back."))

    driver.press(.tab)

    #expect(!driver.screen.text.contains("Enter asks the server"))
    #expect(driver.screen.text.contains("Esc clears the filter."))
  }
}

/// Where a slash opens a line, a text that some of the lines there hold, and one of the others.
enum SearchPlace: CaseIterable, Sendable {
  case list, members, json, journal, requests

  var text: String {
    switch self {
    case .list: "acme"
    case .members: "jane"
    case .json: "domain"
    case .journal: "initech"
    case .requests: "429"
    }
  }

  var other: String {
    switch self {
    case .list, .journal: "Globex"
    case .members: "bob@acme.com"
    case .json: "{"
    case .requests: "DELETE"
    }
  }
}

extension Driver {
  /// A console in which a text is looked for that was typed behind a slash.
  fileprivate static func keeping(_ text: String, in place: SearchPlace) -> Driver {
    var driver: Driver
    switch place {
    case .list: driver = .listing([Sample.acme, Sample.globex])
    case .members:
      driver = .tab(.members)
      driver.answerRows(TabSample.members.rows)
    case .json:
      driver = .listing([Sample.full])
      driver.press(.character("J"))
    case .journal:
      driver = .listing([Sample.acme])
      driver.openJournal(Sample.journal)
    case .requests: driver = .reaching(.requests)
    }
    driver.press(.character("/"))
    driver.type(text)
    driver.press(.tab)
    return driver
  }

  /// What stands in the line, as it is on screen; nil: it is not open.
  fileprivate var textBehindSlash: String? {
    mutating get {
      guard pane.takesText else { return nil }
      let room = 21
      return screen.text(ofRow: 23).dropFirst(2).prefix(room).trimmingCharacters(in: .whitespaces)
    }
  }
}
