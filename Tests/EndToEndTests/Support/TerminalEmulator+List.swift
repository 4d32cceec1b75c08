import TestSupport

extension TerminalEmulator {
  var lines: [String] {
    screenText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The row of the list that is marked, which starts in reverse.
  var selectedLine: String? {
    lines.indices.first { $0 > 1 && $0 < rows - 2 && attributes(row: $0, column: 2).isReversed }
      .map { lines[$0] }
  }

  /// The line that contains a text.
  func line(with text: String) -> String? {
    lines.first { $0.contains(text) }
  }

  /// The characters of a column from top to bottom.
  func column(_ column: Int, rows: Range<Int>) -> [String] {
    rows.map { text(row: $0, column: column) }
  }

  /// Whether every cell has the terminal's own colours.
  var isColorless: Bool {
    (0..<rows).allSatisfy { row in
      (0..<columns).allSatisfy { column in
        let attributes = attributes(row: row, column: column)
        return attributes.foreground == nil && attributes.background == nil
      }
    }
  }
}
