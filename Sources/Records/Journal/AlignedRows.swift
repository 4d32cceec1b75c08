/// Rows of text with their columns aligned, whatever is in them.
package struct AlignedRows {
  private let widest: [Int]
  private let width: (String) -> Int

  /// - Parameters:
  ///   - widest: the columns that each cell of a row may take.
  ///   - width: the columns a terminal takes for a text.
  package init(widest: [Int], width: @escaping (String) -> Int) {
    self.widest = widest
    self.width = width
  }

  package func lines(_ rows: [[String]]) -> [String] {
    let rows = rows.map { row in
      zip(row, widest).map { shortened(HarmlessText.of($0), to: $1) }
    }
    guard let first = rows.first else { return [] }
    let widths = first.indices.map { column in rows.map { width($0[column]) }.max() ?? 0 }
    return rows.map { row in
      let padded = zip(row, widths).map { cell, columns in
        cell + String(repeating: " ", count: max(0, columns - width(cell)))
      }
      return padded.joined(separator: "  ").trimmingSuffix(" ")
    }
  }

  private func shortened(_ text: String, to columns: Int) -> String {
    // Marks take no columns, and could go on for ever.
    let scalars = text.unicodeScalars.prefix(4 * columns)
    guard scalars.count < text.unicodeScalars.count || width(text) > columns else { return text }
    var (beginning, used) = ("", 0)
    for character in String(scalars) {
      used += width(String(character))
      // One column is for the sign that something is missing.
      guard used < columns else { break }
      beginning.append(character)
    }
    return beginning + "…"
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self[...]
    while text.last == character { text.removeLast() }
    return String(text)
  }
}
