import Storms
import Testing
import WorkOS

@testable import ViewModel

/// The rows of a tab beside a plain list of them, which is slow and plainly right.
struct TabRowsTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `whatever comes, changes and goes, rows are those of a plain list`(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    var state = TabState()
    var plain: [TabRow] = []
    func row(_ number: Int) -> TabRow {
      .member(
        "om_\(number)", "p\(number)@acme.com",
        role: ["admin", "member"].randomElement(using: &chance) ?? "admin")
    }

    for _ in 0..<200 {
      let number = Int.random(in: 0..<60, using: &chance)
      switch Int.random(in: 0..<5, using: &chance) {
      case 0:
        let page = (number..<number + 5).map(row)
        state.append(page)
        plain += page.filter { new in !plain.contains { $0.id == new.id } }
      case 1:
        let row = row(number)
        state.put(row)
        if let place = plain.firstIndex(where: { $0.id == row.id }) {
          plain[place] = row
        } else {
          plain.insert(row, at: 0)
        }
      case 2:
        state.remove("om_\(number)")
        plain.removeAll { $0.id == "om_\(number)" }
      case 3:
        let text = ["", "a", "ad", "adm", "p1", "p12", "zzz"].randomElement(using: &chance)
        state.look(for: FilterText(text ?? ""))
      default:
        state.selection = plain.randomElement(using: &chance)?.id
      }
      let needle = FoldedText(state.filter)
      let matching = plain.filter { row in
        needle.isEmpty
          || ([row.name, row.id] + row.cells.compactMap(\.searched)).contains {
            FoldedText($0).contains(needle)
          }
      }
      #expect(Array(state.rows) == plain)
      #expect(Array(state.matches) == matching)
      #expect(state.selected == matching.first { $0.id == state.selection })
      #expect(state.position == matching.firstIndex { $0.id == state.selection })
    }
  }
}
