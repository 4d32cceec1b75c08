import Cells
import Foundation
import Testing
import ViewModel

@testable import Frontend

/// What is drawn before a key comes is what the key leads to, or is not drawn at all.
@Suite(.timeLimit(.minutes(20)))
struct ForeseenFrameTests {
  private static let movements: [Key] = [
    .down, .up, .character("j"), .character("k"), .character("G"), .character("g"), .pageDown,
    .pageUp, .control("d"), .control("u"),
  ]

  @Test(
    arguments: PaneName.standard.filter { !$0.isQuestion && !$0.takesText }, [(24, 80), (40, 120)])
  func `in every pane it is the screen after the key, to the last cell`(
    pane: PaneName, size: (rows: Int, columns: Int)
  ) {
    var foreseen = 0
    for key in Self.movements {
      var driver = Driver.reaching(pane, rows: size.rows, columns: size.columns)
      for _ in 0..<6 {
        driver.press(key)
        guard let frame = driver.foreseen else { continue }
        foreseen += 1
        #expect(frame.isFor(key, revision: 1))
        #expect(!frame.isFor(key, revision: 2) && !frame.isFor(.character("e"), revision: 1))
        let before = driver

        driver.press(key)

        #expect(driver.screen == frame.canvas, "\(KeyName.of(key)) in \(pane)")
        driver = before
        driver.press(key)
      }
    }
    // Of what is asked, no line is shown before the key for it was taken in.
    let isAsked = [.review, .conflict].contains(pane)
    let hasMovement = Self.movements.contains { Driver.reaching(pane).moves(by: $0) }
    if isAsked { #expect(foreseen == 0) } else { #expect(foreseen > 0 || !hasMovement) }
  }

  @Test func `only a movement is drawn ahead: nothing that asks, opens, sends or types`() {
    var driver = Driver.listing(Sample.many(20))
    let others: [Key] = [
      .enter, .character("d"), .character("e"), .character("/"), .character("3"),
    ]
    for key in others {
      #expect(driver.foreseen?.isFor(key, revision: 1) == false, "\(KeyName.of(key))")
      var pressed = driver
      pressed.press(key)
      let isOpen = ![.list, .detail].contains(pressed.pane)
      #expect((pressed.foreseen == nil) == (isOpen || key == .character("3")), "\(KeyName.of(key))")
    }
    driver.press(.character("5"))
    #expect(driver.foreseen == nil)
  }

  @Test func `after another key it is the movement down, by whichever of its keys`() {
    for key in [Key.down, .character("j")] {
      var driver = Driver.listing(Sample.many(20))
      driver.press(.character("y"))
      let frame = driver.foreseen
      #expect(frame?.isFor(key, revision: 1) == true)

      driver.press(key)

      #expect(driver.screen == frame?.canvas)
    }
  }

  @Test func `what a movement asks for is asked for when it is pressed, and once`() {
    var driver = Driver.listing(Sample.many(50), after: "more")
    for _ in 0..<60 {
      driver.press(.down)
      let (questions, console) = (driver.questions.count, driver.console)
      _ = driver.foreseen
      #expect(driver.questions.count == questions && driver.console == console)
    }
  }
}

extension Driver {
  /// What is drawn ahead of the key that was pressed last.
  fileprivate var foreseen: ForeseenFrame? {
    workspace.foreseen(Snapshot(console), revision: 1, at: clock + pause, now: now)
  }

  fileprivate func moves(by key: Key) -> Bool {
    workspace.keyMap.action(for: key, in: pane)?.isMovement == true
  }
}
