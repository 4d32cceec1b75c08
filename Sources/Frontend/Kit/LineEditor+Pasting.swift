import ViewModel

extension LineEditor {
  /// What was pasted, with a mark between its lines; blank ones are passed over.
  static func markingLines(of text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    let filled = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    return filled.count > 1 ? filled.joined(separator: " \(Inquiry.lineMark) ") : text
  }
}
