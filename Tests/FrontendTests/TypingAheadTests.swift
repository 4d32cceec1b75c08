import Cells
import Foundation
import Frontend
import TestSupport
import Testing
import ViewModel
import WorkOS

/// Keys that come faster than the screen is drawn, and keys of all kinds.
@Suite(.timeLimit(.minutes(20)))
struct TypingAheadTests {
  @Test(arguments: 0..<12)
  func `keys do the same whether or not the screen is drawn between them`(seed: UInt64) {
    var random = SplitMix(state: seed)
    var slow = Driver.listing([Sample.acme, Sample.full] + Sample.many(20), after: "more")
    var fast = slow
    fast.drawsAfterEachKey = false

    for _ in 0..<150 {
      let key = Key.any(using: &random)
      slow.now += 0.3
      fast.now += 0.3
      slow.press(key)
      fast.press(key)
      let isSame = slow.console == fast.console
      #expect(isSame, "after \(key)")
      #expect(slow.pane == fast.pane, "after \(key)")
      if slow.console.quitting == .done { break }
    }
    #expect(slow.commands == fast.commands)
  }

  @Test func `a row is added, typed into and saved in one go`() {
    var driver = Driver.editing(Sample.bare)
    driver.drawsAfterEachKey = false

    driver.press(.down, .down, .down, .enter)
    driver.type("new.example")
    driver.press(.down, .down, .enter)
    driver.type("plan")
    driver.press(.tab)
    driver.type("gold")
    driver.press(.control("s"))

    #expect(driver.pane == .review)
    #expect(
      driver.console.editor.session?.plan.steps == [
        .update(Sample.bare.id, OrganizationUpdate(metadata: ["plan": "gold"])),
        .addDomain("new.example", to: Sample.bare.id),
      ])
  }

  @Test func `scrolling past the end and back again is not lost`() {
    var slow = Driver.listing([Sample.full], rows: 12)
    slow.press(.character("J"))
    var fast = slow
    fast.drawsAfterEachKey = false

    slow.press(.character("G"), .up, .up)
    fast.press(.character("G"), .up, .up)

    #expect(slow.screen == fast.screen)
  }
}

extension Key {
  /// Any key, those that do something more often than others.
  fileprivate static func any(using random: inout SplitMix) -> Key {
    let named: [Key] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .enter, .tab, .tab,
      .backTab, .escape, .backspace, .delete, .control("s"), .control("x"), .control("t"),
      .control("w"), .control("u"), .control("k"), .control("r"), .function(1), .function(2),
      .paste("pasted\ntext"), .alt("x"), .insert, .control("l"),
    ]
    if Int.random(in: 0..<5, using: &random) < 3 {
      return named.randomElement(using: &random) ?? .down
    }
    return .character("jkgGlhJwne/?orayYdzm tx.é界".randomElement(using: &random) ?? "j")
  }
}
