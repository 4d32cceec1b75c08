import Cells
import Testing

@testable import Frontend

/// Behind a dialog there are no half words, and what is there is faint.
struct BackdropTests {
  @Test(arguments: [PaneName.deletion, .copying, .review, .restoring, .discarding, .quitting])
  func `nothing stands beside a dialog, and what lies under it is faint`(pane: PaneName) {
    var driver = Driver.reaching(pane, rows: 40, columns: 120)
    let screen = driver.screen
    let top = (0..<screen.rows).last { screen.text(ofRow: $0).contains("┌─") } ?? 0
    let end = (0..<screen.rows).last { screen.text(ofRow: $0).contains("└─") } ?? 0
    let left = (0..<screen.columns).first { screen[top, $0].base == "┌" } ?? 0
    let right = (0..<screen.columns).last { screen[top, $0].base == "┐" } ?? 0

    #expect(top > 1 && end > top)
    for row in top...end {
      for column in Array(0..<left) + Array(right + 1..<screen.columns) {
        #expect([" ", "│"].contains(screen[row, column].base))
      }
    }
    for row in Array(1..<top) + Array(end + 1..<38) {
      for column in 0..<screen.columns where screen[row, column].base != " " {
        #expect(screen[row, column].style.attributes.contains(.dim))
        #expect(screen[row, column].style.color == .standard)
      }
    }
  }

  @Test func `where one works and how old the list is stays at full strength`() {
    var driver = Driver.reaching(.deletion)
    let screen = driver.screen

    for row in [0, 22, 23] {
      #expect(screen.row(row).allSatisfy { !$0.style.attributes.contains(.dim) })
    }
  }
}
