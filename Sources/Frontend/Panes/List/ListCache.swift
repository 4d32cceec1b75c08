import Cells
import Delivery
import ViewModel
import WorkOS

/// The rows of the list as they were drawn last, and from what.
struct ListCache: Sendable {
  /// A row in sight, and its line on screen.
  struct VisibleRow: Equatable, Sendable {
    var line: Int
    var row: ListedOrganization
  }

  struct Source: Equatable, Sendable {
    var rows: [VisibleRow]
    var divider: ListDivider
    var top: Int
    var layout: Layout
    var created: Set<Organization.ID>
    var drafts: Set<Draft.Subject>
    var inquiry: Inquiry?

    /// Whether a row looks the same in both, wherever it stands.
    func drawsRows(like other: Source) -> Bool {
      layout == other.layout && created == other.created && drafts == other.drafts
        && inquiry == other.inquiry
    }

    /// The line of a row that is in sight.
    func line(of row: ListedOrganization) -> Int? {
      rows.first { $0.row.isIdentical(to: row) }?.line
    }
  }

  var source: Source
  /// Column titles and rows, with nothing selected and nothing leaving.
  var canvas: Canvas
}

/// Lines among the rows, which say where what follows comes from.
struct ListDivider: Equatable, Sendable {
  /// The number of rows above it.
  var position = 0
  var lines: [TextLine] = []

  static let none = ListDivider()

  /// The line of a row, counted from the first one of the list.
  func line(ofRow row: Int) -> Int { row < position ? row : row + lines.count }

  /// The line from which a row is in sight with what is said right above it.
  func start(ofRow row: Int) -> Int { row == position ? row : line(ofRow: row) }

  /// The line up to which a row is in sight with what is said right below it.
  ///
  /// - Parameter count: the number of rows; only below the last of them can no row be selected.
  func end(ofRow row: Int, of count: Int) -> Int {
    row == count - 1 && position == count ? row + lines.count : line(ofRow: row)
  }

  /// Whether what it says is beyond the lines that are on screen.
  func isOutOfSight(top: Int, room: Int) -> Bool {
    !lines.isEmpty && !(top...top + room - lines.count).contains(position)
  }
}
