import ViewModel

extension LineEditor {
  /// What was pasted, with a mark between its lines, and between the cells of a table; blank ones are
  /// passed over.
  static func markingLines(of text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).flatMap { Inquiry.cells(of: String($0)) }
    let filled = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    return filled.count > 1 ? filled.joined(separator: " \(Inquiry.lineMark) ") : text
  }
}
