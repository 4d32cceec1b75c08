import Foundation
import ViewModel
import WorkOS

/// What panes are drawn from, and what their keys act on: the state, and the room there is for it.
///
/// A class, as each pane is handed it several times a frame.
final class Scene: Sendable {
  private let snapshot: Snapshot
  let keyMap: KeyMap
  let surroundings: Surroundings
  let layout: Layout
  /// The time of the last drawing, by which what is on screen was laid out.
  let now: Date
  /// The pane that has the keyboard.
  let top: PaneName
  /// What is asked, and how much of it has been on screen.
  let asking: Asking?

  init(
    _ snapshot: Snapshot, keyMap: KeyMap, surroundings: Surroundings, layout: Layout, now: Date,
    top: PaneName, asking: Asking?
  ) {
    self.snapshot = snapshot
    self.keyMap = keyMap
    self.surroundings = surroundings
    self.layout = layout
    self.now = now
    self.top = top
    self.asking = asking
  }

  var console: Console {
    // Lent: it is a large value to copy.
    _read { yield snapshot.console }
  }
  /// The organization the keys are about: the open one, or else the selected one.
  var subject: Organization? { snapshot.subject }
  var times: TimeWords { TimeWords(timeZone: surroundings.timeZone) }
}
