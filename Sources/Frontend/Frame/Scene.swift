import Foundation
import ViewModel
import WorkOS

/// What panes are drawn from, and what their keys act on: the state, and the room there is for it.
///
/// A class, as each pane is handed it several times a frame: the state is a large value to copy.
final class Scene: Sendable {
  let console: Console
  let keyMap: KeyMap
  let surroundings: Surroundings
  let layout: Layout
  /// The time of the last drawing, by which what is on screen was laid out.
  let now: Date
  /// The pane that has the keyboard.
  let top: PaneName
  /// What is asked, and how much of it has been on screen.
  let asking: Asking?
  /// The organization the keys are about: the open one, or else the selected one.
  let subject: Organization?

  init(
    console: Console, keyMap: KeyMap, surroundings: Surroundings, layout: Layout, now: Date,
    top: PaneName, asking: Asking?
  ) {
    self.console = console
    self.keyMap = keyMap
    self.surroundings = surroundings
    self.layout = layout
    self.now = now
    self.top = top
    self.asking = asking
    subject = console.detail.organization ?? console.list.selectedOrganization
  }

  var times: TimeWords { TimeWords(timeZone: surroundings.timeZone) }
}
