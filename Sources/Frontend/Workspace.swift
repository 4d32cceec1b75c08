import Cells
import Foundation
import ViewModel
import WorkOS

/// The panes, one above another, and the keyboard that the topmost open one has. Nothing here is worth
/// saving.
package struct Workspace: Sendable {
  /// As they are at first, from the bottom to the top.
  private static let everyPane: [any Pane] = [
    ListPane(), DetailPane(), TabPane(), EventsPane(), PersonPane(), SignInPane(), JSONPane(),
    CopyMenuPane(), JournalPane(),
    DraftsPane(), RequestsPane(), TabDetailsPane(), TabCopyPane(), TabReferencesPane(),
    EventChoicePane(),
    DraftFoundPane(), RestoringPane(), FormPane(), ReviewPane(), ConflictPane(),
    SaveQuestionPane(), ReactivationPane(), FindingPane(), DeletionPane(), DoctorPane(),
    TabFormPane(), TabReviewPane(),
    TabQuestionPane(), TabSecretPane(), SignInEmailPane(), HelpPane(), QuittingPane(),
  ]

  package let keyMap: KeyMap
  package let surroundings: Surroundings

  var panes: [any Pane]
  /// What each of them is open because of.
  private var causes: [PaneCauses]
  /// Which of them were open the last time, or could have been, or were put there since.
  private var areUsed: [Bool]
  var keyboard = Keyboard()
  /// The size at the last drawing, which a screenful is measured by.
  var layout = Layout(rows: 24, columns: 80)
  /// Whether the list has the columns of the detail too.
  package internal(set) var isWide = false
  /// The time of the last drawing, by which what is on screen was laid out.
  var drawnAt = Date.distantPast
  /// What was to be told below the panes at the last drawing.
  var news: News?
  /// What was told there when a key came last, and something was.
  var newsAtLastKey: [TextLine] = []

  package init(keyMap: KeyMap, surroundings: Surroundings) {
    self.init(keyMap: keyMap, surroundings: surroundings, adding: [])
  }

  /// - Parameter others: panes that are declared elsewhere, each above the pane of this place.
  init(keyMap: KeyMap, surroundings: Surroundings, adding others: [any Pane]) {
    self.keyMap = keyMap
    self.surroundings = surroundings
    panes = Self.everyPane
    for pane in others {
      let index =
        pane.place == .over ? panes.count - 2 : (panes.firstIndex { $0.place == .over } ?? 0)
      panes.insert(pane, at: index)
    }
    causes = panes.map(\.causes)
    areUsed = panes.map { _ in false }
  }

  /// The name of the pane that has the keyboard.
  package func pane(in console: Console) -> PaneName {
    panes.reversed().lazy.compactMap { $0.name(in: console) }.first ?? .list
  }

  /// The number that was typed before a movement.
  package var count: Int? { keyboard.count }

  /// What panes are drawn from and their keys act on, as things are.
  func scene(_ snapshot: Snapshot, top: PaneName) -> Scene {
    Scene(
      snapshot, keyMap: keyMap, surroundings: surroundings, layout: layout, now: drawnAt,
      top: top, asking: keyboard.asking)
  }

  /// Has each pane take in what has happened, and returns those that are open after it.
  mutating func follow(_ console: Console) -> OpenPanes {
    var open = OpenPanes(places: [], top: (0, .list))
    let causes = PaneCauses.of(console)
    for index in panes.indices {
      let isCaused = !causes.isDisjoint(with: self.causes[index])
      guard isCaused || areUsed[index] else {
        assert(panes[index].name(in: console) == nil, "open for a cause it does not name")
        continue
      }
      panes[index].follow(console)
      if let name = panes[index].name(in: console) {
        open.places.append(index)
        open.top = (index, name)
      } else if !panes[index].keepsWhileClosed {
        // What is opened the next time begins anew.
        panes[index] = type(of: panes[index]).init()
      }
      areUsed[index] = isCaused || open.top.index == index
    }
    return open
  }

  /// Puts a pane in place of the one of its type.
  mutating func put(_ pane: any Pane) {
    guard let index = panes.firstIndex(where: { type(of: $0) == type(of: pane) }) else { return }
    panes[index] = pane
    areUsed[index] = true
  }
}

// MARK: - Questions

/// Questions are deaf until they can have been read; all of them in the same way.
extension Workspace {
  /// Takes note that what `draw` returned last is now on the terminal.
  ///
  /// - Parameter now: the time on a clock that only goes forward.
  package mutating func frameWritten(at now: Duration) {
    keyboard.asking?.frameWritten(at: now)
  }

  /// Whether something is asked that no key since has been heard by.
  package var isDeaf: Bool { keyboard.asking?.isDeaf == true }

  /// Takes note that the screen was another program's: what is asked has to be read anew.
  package mutating func screenWasAway() {
    keyboard.asking = nil
  }

  /// Takes note of what is asked by now.
  ///
  /// - Parameter top: the place of the pane that has the keyboard.
  mutating func noteQuestion(of top: Int, in console: Console) {
    let question = layout.isTooSmall ? nil : panes[top].question(in: console)
    guard keyboard.asking?.question != question else { return }
    keyboard.asking = question.map { Asking($0, after: keyboard.lastKey) }
    if question != nil { panes[top].asksAnew() }
  }
}

/// What surrounds the program and shows on its screen; handed in, never looked up.
package struct Surroundings: Sendable {
  package var timeZone: TimeZone
  /// The address of the API, for the curl command that can be copied.
  package var baseURL: String

  package init(timeZone: TimeZone, baseURL: String) {
    self.timeZone = timeZone
    self.baseURL = baseURL
  }
}

/// The panes that are open in one state.
struct OpenPanes {
  /// Their places, from the bottom to the top.
  var places: [Int]
  /// The topmost one, which has the keyboard. The list always is open.
  var top: (index: Int, name: PaneName)
}
