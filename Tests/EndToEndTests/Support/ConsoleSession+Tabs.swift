extension ConsoleSession {
  /// Opens the organization of this name, of which the row is in sight, at the tab of this digit, and
  /// waits for something in it. What the overview shows as well counts only once the tab is there.
  func openTab(_ digit: String, of name: String, showing texts: String...) throws {
    try select(name)
    press(.enter)
    try wait(for: "[1 Overview]")
    try openTab(digit, showing: texts)
  }

  /// Goes to another tab of the organization that is open.
  func openTab(_ digit: String, showing texts: [String]) throws {
    type(digit)
    try wait(for: ["[\(digit) "] + texts)
  }
}
