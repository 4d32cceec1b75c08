import Cells
import Foundation
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// However small the screen, nothing is agreed to that was not in sight.
@Suite(.timeLimit(.minutes(20)))
struct AskedInSmallRoomTests {
  @Test(
    arguments: [
      PaneName.deletion, .naming, .losing, .rewriting, .discarding, .quitting, .restoring,
    ], [8, 9, 10, 12])
  func `nothing is agreed to before each line of it was in sight`(pane: PaneName, rows: Int) {
    var driver = Driver.reaching(pane)
    (driver.rows, driver.columns) = (60, 40)
    // What is to be typed may be told in fewer words.
    let all = driver.asked.filter { !$0.hasPrefix("Type ") }
    driver.rows = rows
    var seen = driver.asked
    driver.type(driver.wantedText)

    for _ in 0..<60 where driver.pane == pane {
      seen.formUnion(driver.asked)
      driver.press(pane.yes)
    }

    #expect(driver.pane != pane)
    #expect(all.subtracting(seen) == [])
  }

  @Test(arguments: [8, 9, 10])
  func `the question of a tab is read to its end before it is agreed to`(rows: Int) {
    var driver = Driver.tab(.members, rows: 60, columns: 40, kind: .live)
    driver.answerRows(TabSample.members.rows)
    driver.press(.down, .character("d"))
    #expect(driver.pane == .tabNaming)
    let all = driver.asked.filter { !$0.hasPrefix("Type ") && !$0.hasPrefix("or the end") }
    driver.rows = rows
    var seen = driver.asked
    driver.type(driver.console.tabs.asking?.write.name ?? "")

    for _ in 0..<60 where driver.pane == .tabNaming {
      #expect(driver.console.tabs.underway.isEmpty)
      seen.formUnion(driver.asked)
      driver.press(.enter)
    }

    #expect(driver.pane != .tabNaming)
    #expect(all.filter { !$0.hasSuffix(":") }.subtracting(seen) == [])
  }

  @Test(arguments: [8, 9, 10, 11, 12])
  func `Enter is said to delete only where it does`(rows: Int) {
    var driver = Driver.listing([Sample.globex], rows: rows, columns: 40)
    driver.press(.character("d"))
    driver.type("Globex")

    while driver.screen.text.contains("Enter reads on ·") {
      #expect(!driver.screen.text.contains("Enter deletes"))
      driver.press(.enter)
      #expect(driver.console.deletions.underway.isEmpty)
    }
    #expect(driver.screen.text.contains("Enter deletes · Esc cancels"))
    driver.press(.enter)

    #expect(driver.console.deletions.underway.count == 1)
  }

  @Test func `what is to be typed is told on the smallest screen`() {
    var driver = Driver.listing([Sample.globex], rows: 8, columns: 40)

    driver.press(.character("d"))

    #expect(driver.screen.text.contains("Type its name to delete it:"))
  }

  @Test func `a candidate is in sight on the smallest screen before it is said to be it`() {
    var driver = Driver.reaching(.finding)

    (driver.rows, driver.columns) = (8, 40)

    #expect(driver.screen.text.contains("▸ Hooli"))
  }
}

extension PaneName {
  fileprivate var yes: Key {
    switch self {
    case .naming, .losing: .enter
    case .quitting: .character("x")
    default: .character("y")
    }
  }
}

extension Driver {
  /// What a question wants typed, if it does.
  fileprivate var wantedText: String {
    if case .asking(let question)? = console.editor.session?.phase {
      return question.confirmation.wantedText ?? ""
    }
    return console.deletions.dialog?.confirmation.wantedText ?? ""
  }

  /// The lines in the box of a question.
  fileprivate var asked: Set<String> {
    mutating get {
      let lines = screen.text.split(separator: "\n").filter { $0.contains("│") }
      return Set(
        lines.map { line in
          line.split(separator: "│").first { !$0.allSatisfy { $0 == " " } } ?? ""
        }
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty })
    }
  }
}
