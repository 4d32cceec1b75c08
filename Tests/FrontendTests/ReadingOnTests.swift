import Cells
import Foundation
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// All that the journal, the requests and the drafts say of a line can be read.
@Suite(.timeLimit(.minutes(20)))
struct ReadingOnTests {
  @Test(arguments: [PaneName.journal, .requests, .drafts], [(24, 80), (12, 40), (8, 40)])
  func `Tab goes on to the last line, also where at first only the rows have room`(
    pane: PaneName, size: (rows: Int, columns: Int)
  ) {
    var driver = Driver.reaching(pane, rows: 200, columns: size.columns)
    let all = driver.facts
    driver.rows = size.rows

    var seen = driver.facts
    for _ in 0..<90 {
      driver.press(.tab)
      seen.formUnion(driver.facts)
    }

    #expect(all.subtracting(seen) == [])
    #expect(!all.isEmpty)
  }

  @Test func `behind the last lines Tab shows the first again`() {
    var driver = Driver.listing([Sample.acme])
    driver.openJournal(Sample.journal + Sample.journal)
    let first = driver.facts

    var seen = [first]
    for _ in 0..<60 where seen.count == 1 || seen.last != first {
      driver.press(.tab)
      seen.append(driver.facts)
    }

    #expect(seen.count > 2)
    #expect(seen.last == first)
  }

  @Test func `the line says which key shows how many more lines`() {
    var driver = Driver.listing([Sample.acme])
    driver.openJournal(Sample.journal + Sample.journal)
    #expect(driver.screen.text.contains(#/… \d+ more lines; Tab shows them/#))
    #expect(driver.footer.contains("Tab read on"))

    for _ in 0..<60 where !driver.screen.text.contains("The end;") { driver.press(.tab) }

    #expect(driver.screen.text.contains("The end; Tab shows the first again"))
  }

  @Test func `another line begins at its first`() {
    var driver = Driver.listing([Sample.acme], rows: 12)
    driver.openJournal([Sample.journal[0], Sample.journal[0]])
    let first = driver.facts
    driver.press(.tab)
    #expect(driver.facts != first)

    driver.press(.character("j"))

    #expect(driver.facts == first)
  }

  @Test func `where all is in sight Tab says that there is nothing for it to do`() {
    var driver = Driver.listing([Sample.acme], rows: 150)
    driver.openJournal([Sample.journal[0]])

    driver.press(.tab)

    #expect(driver.screen.text.contains("There is nothing here for Tab to do."))
  }

  @Test(arguments: [8, 10, 12], [Key.character("j"), .pageDown])
  func `all of a draft that is asked about can be read, with the answers below`(
    rows: Int, key: Key
  ) {
    var driver = Driver.reaching(.draftFound, rows: 60, columns: 40)
    let all = driver.linesInBox
    driver.rows = rows
    var seen = driver.linesInBox

    for _ in 0..<20 {
      driver.press(key)
      seen.formUnion(driver.linesInBox)
      #expect(driver.linesInBox.isSuperset(of: ["c    continue with it", "Esc  open nothing"]))
    }

    #expect(all.subtracting(seen) == [])
    #expect(driver.pane == .draftFound)
  }

  @Test
  func `the smallest screen begins with the name that was typed, and with the key that reads on`() {
    var driver = Driver.reaching(.draftFound, rows: 8, columns: 40)

    #expect(driver.screen.text(ofRow: 2).contains("~ Name  Acme Corporation → Acme"))
    #expect(driver.screen.text.contains(" j reads on. "))
    driver.press(.character("j"), .character("k"))

    #expect(driver.screen.text(ofRow: 2).contains("~ Name  Acme Corporation → Acme"))
  }

  @Test func `how many older drafts there are is said whole where there are rows for it`() {
    var driver = Driver.listing([Sample.acme], rows: 12, columns: 40)
    driver.send(.draftsLoaded(Array(Sample.creations.prefix(2))))

    driver.press(.character("a"))

    #expect(driver.linesInBox.isSuperset(of: ["There is one older draft of it; D", "shows all."]))
  }
}

extension Driver {
  /// The lines inside the frame of a question.
  fileprivate var linesInBox: Set<String> {
    mutating get {
      Set(
        screenLines.filter { $0.contains("│") }
          .map { $0.filter { $0 != "│" }.trimmingCharacters(in: .whitespaces) }
          .filter { !$0.isEmpty })
    }
  }

  /// What is said of the marked line, below the rule, and not how much more there is.
  fileprivate var facts: Set<String> {
    mutating get {
      let lines = screenLines
      let rule = lines.firstIndex { $0.contains("├─") } ?? lines.count
      let facts = lines[min(rule + 1, lines.count)...].prefix { !$0.contains("└─") }
      return Set(
        facts.map { $0.filter { $0 != "│" }.trimmingCharacters(in: .whitespaces) }
          .filter { !$0.isEmpty && !$0.contains("more line") && !$0.hasPrefix("The end;") })
    }
  }
}
