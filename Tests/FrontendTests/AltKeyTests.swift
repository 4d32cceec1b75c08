import Cells
import Frontend
import TestSupport
import Testing

/// ESC right before a key, and what a terminal sends of itself, in every pane.
struct AltKeyTests {
  private static let keys: [Key] =
    (0x20...0x7E).compactMap(Unicode.Scalar.init).map { .character(Character($0)) }
    + "abcdefghijklmnopqrstuvwxyz ".map { .control($0) } + (1...12).map { .function($0) }
    + [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .backspace,
      .enter, .tab, .backTab, .character("é"), .character("界"),
    ]

  @Test(arguments: PaneName.standard)
  func `a key held with Alt does nothing unless it is bound so`(pane: PaneName) {
    let before = Driver.reaching(pane)
    for key in Self.keys where KeyMap.standard.action(for: .alt(key), in: pane) == nil {
      var after = before

      after.press(.alt(key))

      expectUnchanged(before, after, "Alt and \(key)")
    }
  }

  @Test(arguments: PaneName.standard)
  func `no key that writes or leaves is held with Alt`(pane: PaneName) {
    let bound = KeyMap.standard.bindings(in: pane).filter { binding in
      binding.keys.contains {
        if case .held(let held, _) = $0 { held.contains(.alt) } else { false }
      }
    }

    #expect(bound.allSatisfy { !$0.writes && $0.action != .back && $0.action != .quit })
    #expect(bound.isEmpty || pane.takesText)
  }

  @Test(arguments: PaneName.standard)
  func `what a terminal sends of itself changes no pane`(pane: PaneName) {
    let before = Driver.reaching(pane)
    for report in TerminalReports.all {
      var after = before
      var decoder = KeyDecoder()

      for key in decoder.decode(Array(report.utf8), at: .zero) { after.press(key) }

      expectUnchanged(before, after, report.debugDescription)
    }
  }

  @Test func `with Alt a word is erased, and the form stays`() {
    var driver = Driver.reaching(.form)
    driver.type(" two words")

    driver.press(.alt(.backspace))

    #expect(driver.pane == .form)
    #expect(driver.console.editor.session?.draft.name == "Acme Corporation two ")
  }

  private func expectUnchanged(_ before: Driver, _ after: Driver, _ what: String) {
    var (before, after) = (before, after)
    // That a key does nothing is said.
    if let said = after.console.notice?.subject, case .keyUnbound = said {
      before.send(.keyPressed)
      before.send(.noticed(said))
    }
    let isSame = after.console == before.console && after.screen == before.screen
    #expect(isSame, "\(what)")
    #expect(after.pane == before.pane, "\(what)")
    #expect(after.commands == before.commands, "\(what)")
  }
}
