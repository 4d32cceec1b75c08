import Cells
import Foundation
import Frontend
import JSON
import TestSupport
import Testing
import ViewModel
import WorkOS

/// What holds for every screen, whatever is on it.
@Suite(.timeLimit(.minutes(20)))
struct DrawingTests {
  @Test(arguments: PaneName.standard)
  func `every pane is drawn at any size`(pane: PaneName) {
    var driver = Driver.reaching(pane)

    for rows in [0, 1, 2, 7, 8, 9, 12, 24, 30] {
      for columns in [0, 1, 2, 39, 40, 41, 57, 80, 99, 100, 101, 130] {
        driver.rows = rows
        driver.columns = columns
        let screen = driver.screen
        #expect(screen.rows == rows && screen.columns == columns)
        if let cursor = screen.cursor {
          #expect((0..<rows).contains(cursor.row) && (0..<columns).contains(cursor.column))
        }
      }
    }
  }

  @Test(arguments: [80, 160])
  func `columns begin where their titles do, whatever the rows hold`(columns: Int) throws {
    var driver = Driver.listing(Sample.strange, columns: columns)
    driver.press(.character("w"))
    let titles = driver.screen.text(ofRow: 1)

    let domains = try #require(titles.firstRange(of: "Domains")).lowerBound
    let start = titles.distance(from: titles.startIndex, to: domains)

    for row in Sample.strange.indices {
      let domain = "d\(row).example"
      #expect(
        driver.screen.part(row: row + 2, column: start, rows: 1, columns: 11).text.hasPrefix(domain)
      )
      #expect(driver.screen[row + 2, start - 1].base == " ")
    }
  }

  @Test(arguments: 0..<8, [80, 120])
  func `list and detail are drawn as if for the first time, whatever came before`(
    seed: UInt64, columns: Int
  ) {
    var random = SplitMix(state: seed)
    var driver = Driver.listing(Sample.many(50), after: "more", rows: 12, columns: columns)
    var next = 51

    for _ in 0..<80 {
      driver.take(anyStep: &random, next: &next)
      var fresh = driver.withoutCache
      #expect(driver.screen == fresh.screen)
    }
  }

  @Test
  func `what was laid out before it was pressed for is what the server says now`() {
    var organizations = Sample.many(3)
    var driver = Driver.listing(organizations, columns: 120)
    _ = driver.screen
    organizations[1].name = "Renamed meanwhile"
    driver.press(.character("r"))
    driver.answerPage(organizations)

    driver.press(.down)

    let detail = driver.screen.part(row: 0, column: 72, rows: 24, columns: 48)
    #expect(detail.text.contains("Renamed meanwhile"))
  }

  @Test(arguments: [
    "short", "a name that is longer than the field it is typed in, by a good deal",
    "東都物流株式会社東都物流株式会社東都物流株式会社東都物流株式会社東都物流株式会社",
    "👩‍👩‍👧‍👦🇩🇪e\u{301}🌱 mixed 界 text that goes on and on until the field is full of it",
  ])
  func `the caret is in sight wherever it is`(name: String) {
    var driver = Driver.editing(Sample.organization(1, name), columns: 60)

    for _ in name {
      driver.press(.left)
      #expect(driver.caretCharacter == driver.characterAfterCaret)
    }
    #expect(driver.screen.cursor?.column == 23)
  }

  @Test func `the caret stands behind wide characters`() {
    var driver = Driver.editing(Sample.organization(1, "東都"))

    let end = driver.screen.cursor
    driver.press(.left)

    #expect(end == Position(row: 3, column: 27))
    #expect(driver.screen.cursor == Position(row: 3, column: 25))
  }

  @Test(arguments: PaneName.standard)
  func `no text of the server's reaches the screen as control characters`(pane: PaneName) {
    let evil = "\u{1b}]52;c;aGk=\u{7}\u{202e}\r\n\u{9b}31m"
    var driver = Driver.listing([
      Organization(
        id: .init(rawValue: "org_\(evil)"), name: evil,
        domains: [
          OrganizationDomain(
            domain: evil, state: .init(rawValue: evil), verificationStrategy: evil,
            verificationPrefix: evil, verificationToken: evil)
        ],
        metadata: [evil: evil], externalID: evil, stripeCustomerID: evil,
        json: RawJSON(#""\#(evil)""#))
    ])
    for key in pane.keys { driver.press(key) }
    driver.now += 1

    let scalars = driver.screen.text.unicodeScalars.filter { $0 != "\n" }

    #expect(scalars.allSatisfy { $0.properties.generalCategory != .control && $0 != "\u{202e}" })
  }
}

extension PaneName {
  /// The keys that lead there from the list.
  fileprivate var keys: [Key] {
    switch self {
    case .list: []
    case .detail: [.enter]
    case .filter: [.character("/")]
    case .form: [.character("e")]
    case .review: [.character("e"), .character("!"), .control("s")]
    case .conflict, .discarding, .losing, .rewriting, .finding:
      [.character("e"), .character("!"), .control("r")]
    case .deletion, .naming: [.character("d")]
    case .quitting: [.character("e"), .character("!"), .control("c")]
    case .copying: [.character("Y")]
    case .json: [.character("J")]
    case .overlaySearch: [.character("J"), .character("/"), .character("a")]
    case .journal: [.character("L")]
    case .restoring: [.character("L"), .character("R")]
    case .draftFound: [.character("a"), .character("!"), .escape, .character("a")]
    case .requests: [.character("!")]
    case .drafts: [.character("D")]
    default: [.character("?")]
    }
  }
}

extension Driver {
  /// The same console on a workspace that has drawn nothing yet but scrolled as far.
  fileprivate var withoutCache: Driver {
    var copy = self
    copy.forgetDrawn()
    return copy
  }

  /// Does one thing that a person, the server or the clock might do.
  fileprivate mutating func take(
    anyStep random: inout SplitMix, next: inout Int
  ) {
    switch Int.random(in: 0..<16, using: &random) {
    case 0...4:
      let keys: [Key] = [.down, .up, .pageDown, .pageUp, .character("G"), .character("g")]
      press(keys.randomElement(using: &random) ?? .down)
    case 5: press(.character("]"))
    case 6: press(.character("["))
    case 7: press(.character("r"))
    case 8: press(.character("w"))
    case 9:
      press(.character("/"))
      type(["a", "glo", "7", "zz"].randomElement(using: &random) ?? "")
      press(Bool.random(using: &random) ? .tab : .escape)
    case 10: delete()
    case 11: press(.character("z"))
    case 12: wait(TimeInterval.random(in: 0..<9, using: &random))
    case 13:
      answerPage(Sample.many(50, from: next), after: Bool.random(using: &random) ? "m\(next)" : nil)
      next += 25
    case 14: answerDelete(.success(.deleted))
    default:
      rows = Int.random(in: 8..<30, using: &random)
      columns = [60, 80, 110].randomElement(using: &random) ?? 80
    }
  }

  fileprivate var caretCharacter: String {
    mutating get {
      guard let cursor = screen.cursor else { return "" }
      return screen[cursor.row, cursor.column].text
    }
  }

  fileprivate var characterAfterCaret: String {
    let line = formLine
    var cell = Canvas(rows: 1, columns: 4)
    cell.write(String(line.characters[line.caret]), row: 0, column: 0)
    return cell[0, 0].text
  }
}
