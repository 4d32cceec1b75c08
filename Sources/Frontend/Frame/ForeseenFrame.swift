import Cells
import Foundation
import ViewModel

/// The frame that a key leads to, drawn before the key is pressed.
///
/// It is on the terminal at once then. The key is taken in after that as any other is, and what it
/// leads to is drawn: should that be another frame, it stands in place of this one a moment later.
package struct ForeseenFrame: Sendable {
  package let canvas: Canvas
  /// The keys that lead to it: those of one movement.
  fileprivate let keys: [Key]
  /// Which state it was drawn from.
  fileprivate let revision: Int

  /// Whether it is what a key leads to by now.
  package func isFor(_ key: Key, revision: Int) -> Bool {
    self.revision == revision && keys.contains(key)
  }
}

extension Workspace {
  /// Draws what is on screen once the last movement comes again, or one down where the last key was
  /// another; nil where nothing moves, so that nothing else is ever shown before it was taken in.
  ///
  /// - Parameters:
  ///   - revision: the number of the state that `snapshot` is of.
  ///   - clock: the time on a clock that only goes forward, the one of `handle`.
  ///   - now: the time that the screen is drawn by.
  package func foreseen(
    _ snapshot: Snapshot, revision: Int, at clock: Duration, now: Date
  ) -> ForeseenFrame? {
    let pane = pane(in: snapshot.console)
    guard keyboard.count == nil, keyboard.asking == nil, !keyboard.missesLine(in: pane),
      !layout.isTooSmall
    else { return nil }
    let last = keyboard.lastKey.flatMap { keyMap.action(for: $0, in: pane) }
    let action = last?.isMovement == true ? last : .moveDown
    let keys = keyMap.bindings(in: pane).filter { $0.action == action }.flatMap(\.keys)
    guard let key = keys.first else { return nil }
    var workspace = self
    var console = snapshot.console
    for command in workspace.handle(key, snapshot, at: clock) {
      guard case .send(let event) = command else { return nil }
      // What it asks for is asked for when it is pressed.
      _ = console.update(event, at: now)
    }
    let canvas = workspace.draw(
      Snapshot(console), rows: layout.rows, columns: layout.columns, now: now)
    return ForeseenFrame(canvas: canvas, keys: keys, revision: revision)
  }
}
