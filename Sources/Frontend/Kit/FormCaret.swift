/// Which field of a form has the caret, and where it was left in each of them. What the fields hold is
/// somebody else's.
struct FormCaret<Field: Hashable & Sendable>: Sendable {
  private(set) var field: Field
  /// Where the caret was left in each field, and what was done there.
  private var carets: [Field: LineCaret] = [:]

  init(at field: Field) { self.field = field }

  /// Goes to a field, at the end of what it holds.
  mutating func go(to field: Field) {
    self.field = field
    // What was done to it before can still be undone, if that is what it still holds.
    carets[field]?.rest()
  }

  /// Goes on in a field that has come of what was begun in this one.
  mutating func goOn(in field: Field) {
    let begun = carets.removeValue(forKey: self.field)
    go(to: field)
    carets[field] = begun
  }

  /// The field some places further on among these, or back; beyond an end comes the other one.
  func around(_ fields: [Field], by distance: Int) -> Field {
    let current = fields.firstIndex(of: field) ?? 0
    return fields[(current + distance + fields.count) % fields.count]
  }

  /// The same, but no further than to an end.
  func along(_ fields: [Field], by distance: Int) -> Field {
    let current = fields.firstIndex(of: field) ?? 0
    return fields[min(max(current + distance, 0), fields.count - 1)]
  }

  // MARK: Typing

  /// The line with the caret, of which somebody else holds the text.
  func line(_ text: String) -> LineEditor { (carets[field] ?? LineCaret()).line(text) }

  /// Changes that line.
  mutating func change(
    _ text: String, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> LineEditor {
    var line = line(text)
    keyboard.withKills(&line, change)
    carets[field] = LineCaret(line)
    return line
  }
}
