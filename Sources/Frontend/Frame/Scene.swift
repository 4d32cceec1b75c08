import Foundation
import ViewModel
import WorkOS

/// What panes are drawn from, and what their keys act on: the state, and the room there is for it.
struct Scene: Sendable {
  let console: Console
  let keyMap: KeyMap
  let surroundings: Surroundings
  let layout: Layout
  /// The time of the last drawing, by which what is on screen was laid out.
  let now: Date
  /// The pane that has the keyboard.
  let top: PaneName
  /// What is asked, and how much of it has been on screen.
  var asking: Asking?

  /// The organization the keys are about: the open one, or else the selected one.
  var subject: Organization? {
    console.detail.organization ?? console.list.selectedOrganization
  }

  var times: TimeWords { TimeWords(timeZone: surroundings.timeZone) }
}
