import Cells
import Testing
import ViewModel

@testable import Frontend

/// Whatever is pressed, something changes, or it is said why not.
@Suite(.timeLimit(.minutes(20)))
struct SilentKeyTests {
  /// What has no letter, and would be seen by nobody.
  private static let others: [Key] = [
    .character("x"), .character(" "), .character("L"), .character("7"), .character("ж"),
    .control("x"), .control("v"), .function(9), .paste("acme.com"),
  ]

  /// In a question the answers are in sight; in a line, a caret at its end goes no further.
  private static let panes = PaneName.standard.filter { !$0.isQuestion }

  @Test(arguments: panes)
  func `no key is without an effect or a word`(pane: PaneName) {
    var start = Driver.reaching(pane)
    let before = start.screen
    let bound = start.keyMap.bindings(in: pane).flatMap { binding in
      binding.keys.prefix(1).map { ($0, binding.action) }
    }
    .filter { [.review, .conflict].contains(pane) && $0.1.isMovement }
    let others = Self.others.filter {
      start.keyMap.action(for: $0, in: pane) == nil && !(pane.takesText && $0.isText)
    }
    .map { ($0, nil as Action?) }
    for (key, action) in bound + others where action != .repaint {
      var driver = start

      driver.press(key)

      let isSeen = driver.screen != before
      let isDone =
        driver.questions.count != start.questions.count
        || driver.commands.count != start.commands.count
        || driver.records.count != start.records.count
      #expect(
        isSeen || isDone,
        "\(KeyName.of(key)) (\(action?.rawValue ?? "unbound")) in \(pane): nothing")
    }
  }
}

extension Driver {
  fileprivate var keyMap: KeyMap { workspace.keyMap }
}
