/// What was killed last, as in readline: kills that follow one another are one.
struct KillBuffer: Equatable, Sendable {
  private(set) var text = ""
  /// Whether the next kill belongs to the last one.
  var isOpen = false

  /// - Parameter isBefore: whether it stood before the caret, so that it goes before the rest.
  mutating func add(_ killed: Substring, isBefore: Bool) {
    guard !killed.isEmpty else { return }
    if !isOpen {
      text = String(killed)
    } else {
      text = isBefore ? killed + text : text + killed
    }
    isOpen = true
  }
}
