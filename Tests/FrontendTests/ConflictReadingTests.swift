import Cells
import Foundation
import TestSupport
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// What someone else changed too can be read to its last line before a side is taken.
@Suite(.timeLimit(.minutes(20)))
struct ConflictReadingTests {
  @Test(arguments: [(24, 80), (8, 40)], [Key.down, .pageDown, .control("f")])
  func `all that the other person changed is read by keys`(size: (Int, Int), key: Key) {
    var driver = Driver.disagreeing(rows: size.0, columns: size.1, othersPairs: 30)

    var seen = driver.screen.text
    for _ in 0..<90 {
      driver.press(key)
      seen += driver.screen.text
    }

    for pair in 10..<40 { #expect(seen.contains("key\(pair)"), "key\(pair)") }
    #expect(seen.contains("theirs  Acme Incorporated"))
    #expect(seen.contains("before  Acme Corporation"))
  }

  @Test func `the heading is in sight at first, and g comes back to it`() {
    var driver = Driver.disagreeing(othersPairs: 30)
    #expect(driver.screen.text.contains("Someone else has changed this organization"))
    #expect(driver.screen.text.contains("▸ Name"))

    driver.press(.character("G"))
    let end = driver.screen.text
    driver.press(.character("g"))

    #expect(end.contains("key39"))
    #expect(!end.contains("Someone else has changed"))
    #expect(driver.screen.text.contains("Someone else has changed this organization"))
  }

  @Test func `on the smallest screen the field comes first, and the heading can be read`() {
    var driver = Driver.disagreeing(rows: 8, columns: 40)
    #expect(driver.screen.text.contains("▸ Name"))
    #expect(driver.screen.text.contains("theirs  Acme Incorporated"))

    driver.press(.character("g"))

    #expect(driver.screen.text.contains("Someone else has changed this"))
  }

  @Test(arguments: [Key.character("j"), .pageDown, .control("f"), .character("G")])
  func `the end is said to be there only where it is`(key: Key) {
    var driver = Driver.disagreeing(othersPairs: 30)

    for _ in 0..<60 where !driver.screen.text.contains("This is the end.") { driver.press(key) }

    #expect(driver.screen.text.contains("This is the end."))
    #expect(driver.screen.text.contains("key39"))
    #expect(!driver.screen.text.contains("↓"))
  }

  @Test(arguments: [(24, 80), (8, 40)])
  func `values longer than the screen are read to their ends, field after field`(
    rows: Int, columns: Int
  ) {
    var driver = Driver.disagreeing(rows: rows, columns: columns, longPairs: 2)

    var seen = driver.screen.text
    for _ in 0..<200 {
      driver.press(.character("j"))
      seen += driver.screen.text
    }
    var back = ""
    for _ in 0..<200 {
      driver.press(.character("k"))
      back += driver.screen.text
    }

    for text in [seen, back] {
      for pair in 0..<2 {
        for end in ["endmine\(pair)", "endtheirs\(pair)", "endbefore\(pair)"] {
          #expect(text.contains(end), "\(end)")
        }
      }
    }
  }

  @Test(arguments: [(24, 80), (8, 40)], [Key.character("m"), .character("t"), .character(" ")])
  func `the side that is chosen is in sight`(size: (Int, Int), key: Key) {
    var driver = Driver.disagreeing(rows: size.0, columns: size.1, longPairs: 2)

    driver.press(key)

    let side = key == .character("t") ? "● theirs" : "● mine"
    #expect(driver.screen.text.contains(side))
    #expect(driver.console.editor.session?.conflicts?.first?.choice != nil)
  }

  @Test func `no side is taken of a field that is out of sight`() {
    var driver = Driver.disagreeing(othersPairs: 30)
    driver.press(.character("G"))

    driver.press(.character("t"))
    let first = driver.console.editor.session?.conflicts?.first?.choice
    let back = driver.screen.text
    driver.press(.character("t"))

    #expect(first == nil)
    #expect(back.contains("▸ Name"))
    #expect(driver.console.editor.session?.conflicts?.first?.choice == .theirs)
  }

  @Test func `each choice goes on to the next field, as far as both have room`() {
    var driver = Driver.conflicting()

    driver.press(.character("m"), .character("t"))

    #expect(driver.console.editor.session?.conflicts?.map(\.choice) == [.mine, .theirs])
  }
}

extension Driver {
  /// A console in which somebody else has changed the name too, or some pairs of long values, and others.
  static func disagreeing(
    rows: Int = 24, columns: Int = 80, longPairs: Int = 0, othersPairs: Int = 0
  ) -> Driver {
    func value(_ who: String, _ pair: Int) -> String {
      String(repeating: "\(who) words ", count: 30) + "end\(who)\(pair)"
    }
    var mine = Sample.acme
    var theirs = mine
    mine.metadata = [:]
    for pair in 0..<longPairs {
      mine.metadata["key\(pair)"] = value("before", pair)
      theirs.metadata["key\(pair)"] = value("theirs", pair)
    }
    for pair in 10..<10 + othersPairs { theirs.metadata["key\(pair)"] = "value" }
    var driver = Driver.listing([mine], rows: rows, columns: columns)
    driver.press(.character("e"))
    if longPairs == 0 {
      theirs.name = "Acme Incorporated"
      driver.type("!")
    }
    // From pair to pair, of which each value is typed anew.
    for pair in 0..<longPairs {
      let field = driver.console.editor.session?.draft.metadata.first { $0.key == "key\(pair)" }
      guard let field else { continue }
      driver.send(.editor(.textChanged(.metadataValue(field.id), value("mine", pair))))
    }
    driver.press(.control("s"))
    driver.acceptReview()
    driver.answerRead(.success(theirs))
    return driver
  }
}
