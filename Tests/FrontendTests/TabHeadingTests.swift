import Cells
import JSON
import Testing
import ViewModel

@testable import Frontend

/// The headings of the columns of tabs.
struct TabHeadingTests {
  private static let tabs: [any Tab] =
    Tabs.all + [
      DirectoryUsersTab(of: TabRow(id: "directory_1", name: "Acme", cells: [], json: RawJSON("{}")))
    ]

  @Test(arguments: 0..<tabs.count, [40, 80, 100, 120, 200])
  func `a heading is read whole, however long what stands below it is`(tab: Int, width: Int) {
    let columns = Self.tabs[tab].columns
    for longest in [1, 8, 16, 30, 80] {
      let widest = columns.map { max(longest, DisplayWidth.of($0.title)) }

      let placed = TabColumns(columns, widest, width: width - 2).placed

      for column in placed {
        #expect(
          column.width >= DisplayWidth.of(columns[column.index].title),
          "\(columns[column.index].title) at \(width), \(longest)")
      }
    }
  }
}
