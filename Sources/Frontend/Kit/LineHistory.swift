/// What was done to a line, to be undone step by step.
struct LineHistory: Sendable {
  /// A change: in place of `removed` there is `inserted` now.
  struct Edit: Sendable {
    /// Where, in bytes of UTF-8.
    var start: Int
    var removed: String
    var inserted: String
    /// The bytes before the caret until then.
    var caret: Int
  }

  private var edits: [Edit] = []
  /// Whether what is typed next may belong to what was typed last.
  private var isRunOpen = false

  private static let most = 500

  /// - Parameter isTyped: what is typed without a pause is one step, up to the end of a word.
  mutating func add(_ edit: Edit, isTyped: Bool) {
    defer { isRunOpen = isTyped }
    if isTyped, isRunOpen, edit.removed.isEmpty, let last = edits.last,
      edit.start == last.start + last.inserted.utf8.count,
      last.inserted.last?.isWhitespace != true || edit.inserted.first?.isWhitespace == true
    {
      edits[edits.count - 1].inserted += edit.inserted
      return
    }
    edits.append(edit)
    if edits.count > Self.most { edits.removeFirst(edits.count - Self.most) }
  }

  /// Lets what is typed next be a step of its own.
  mutating func closeRun() { isRunOpen = false }

  mutating func removeLast() -> Edit? {
    isRunOpen = false
    return edits.popLast()
  }
}
