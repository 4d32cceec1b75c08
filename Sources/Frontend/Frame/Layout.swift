/// Where things stand on a screen of a given size.
///
/// Title, body, status, news and footer from top to bottom; the body is the list, or the list with the
/// detail beside it, or the detail alone.
package struct Layout: Equatable, Sendable {
  package var rows: Int
  package var columns: Int
  package var isWide: Bool
  /// Whether a tab other than the overview, or a person's card, is open, whose columns need room.
  var hasTabOpen: Bool
  /// The rows of news between the status line and the last line.
  var newsRows = 0

  /// From this many columns up the detail stands beside the list.
  static let columnsForDetailBeside = 100
  /// From this many columns up a tab leaves room for the names of the list.
  static let columnsForTabBeside = 140

  package init(rows: Int, columns: Int, isWide: Bool = false, hasTabOpen: Bool = false) {
    self.rows = rows
    self.columns = columns
    self.isWide = isWide
    self.hasTabOpen = hasTabOpen
  }

  /// Too small to show an organization; a line says so instead.
  package var isTooSmall: Bool { rows < 8 || columns < 40 }

  package var hasDetailBeside: Bool {
    columns >= (hasTabOpen ? Self.columnsForTabBeside : Self.columnsForDetailBeside) && !isWide
  }

  /// Whether the list has room for nothing but names.
  var listHasOnlyNames: Bool { hasTabOpen && hasDetailBeside && listColumns < 60 }

  var bodyTop: Int { 1 }
  var bodyRows: Int { max(0, rows - 3 - newsRows) }
  var statusRow: Int { rows - 2 - newsRows }
  var footerRow: Int { rows - 1 }

  /// The rows of organizations, below the column titles.
  package var listRows: Int { max(1, bodyRows - 1) }
  var listTop: Int { bodyTop + 1 }
  /// How far a screenful goes, whatever news takes up rows for a moment.
  var screenful: Int { max(1, rows - 4) }

  var listColumns: Int {
    guard hasDetailBeside else { return columns }
    // A tab takes the wider part, as far as it can use it.
    if hasTabOpen { return max(Self.leastListColumns, columns - Self.mostTabColumns) }
    // Three fifths for the list, as four columns need more room than labels and values; but an id
    // has to fit beside its label.
    return min(columns * 3 / 5, columns - Self.leastDetailColumns - 3)
  }

  /// A label, an id of 30 characters, and the space between.
  private static let leastDetailColumns = 43
  private static let leastListColumns = 36
  /// Room for the titles of all tabs.
  private static let mostTabColumns = 129

  var detailColumn: Int { hasDetailBeside ? listColumns + 2 : 1 }
  var detailColumns: Int { max(1, columns - detailColumn - 1) }
}
