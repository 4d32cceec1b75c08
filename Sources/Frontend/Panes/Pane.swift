import Cells
import ViewModel

/// A part of the screen that can have the keyboard: it holds its scroll and its caret, says what keys do
/// in it, and draws itself.
///
/// `Workspace.everyPane` lists them, from the bottom to the top; the topmost one that is open has the
/// keyboard. What is typed into the console's state stays there; a pane keeps where its caret is.
protocol Pane: Sendable {
  /// As it is before it is opened.
  init()

  /// The name its keys are bound under as things are; nil while it is closed.
  func name(in console: Console) -> PaneName?

  /// What in the state it is open because of; it is not asked for its name without that.
  var causes: PaneCauses { get }

  /// Where it stands on screen.
  var place: PanePlace { get }

  // MARK: Events

  /// Takes in what has happened, before a key and before a frame.
  mutating func follow(_ console: Console)

  /// Whether it says in `follow` what it keeps while it is closed; any other begins anew when it opens.
  var keepsWhileClosed: Bool { get }

  /// What an action of the pane that has the keyboard leads to where it opens this one; nil: it does not.
  func opening(by action: Action, _ scene: Scene) -> [Reaction]?

  /// Carries out an action of the key map.
  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction]

  /// Changes the line that is being typed in.
  mutating func edit(
    _ scene: Scene, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> [Reaction]

  /// What of a text that is pasted goes into its line.
  func textPasted(_ text: String) -> String

  /// The person wants to quit: what only lies over other panes closes.
  mutating func quitWanted()

  // MARK: Questions

  /// What it asks, to the letter; nil: nothing.
  func question(in console: Console) -> Question?

  /// Takes in that what it asks is not what it asked before.
  mutating func asksAnew()

  /// The lines of what it asks that are on screen; nil: there are no more than those.
  var linesShown: LinesShown? { get }

  /// How far down it is, where keys move in the pane itself and its end is to be told; else nil.
  var scrolledTo: [Int]? { get }

  // MARK: Drawing

  /// Lays out what is to be drawn, and scrolls what has to be in sight into it.
  mutating func fit(_ scene: Scene)

  /// Lays out ahead what the next key may bring, once the frame of the last one is on screen.
  mutating func prepare(_ scene: Scene)

  /// Draws what was laid out.
  func draw(_ scene: Scene, on canvas: inout Canvas)

  /// Draws over it what it asks, while it has the keyboard.
  func drawOver(_ scene: Scene, on canvas: inout Canvas)

  /// Whether the pane right below it stays in sight where this one does not cover it.
  func showsPaneBelow(in console: Console) -> Bool

  /// Where in its rows this is, for the status line, in several wordings; nil: it has nothing to say.
  func whereabouts(_ scene: Scene) -> [Wording]?

  /// Whether the status line is about what is being typed, and how old the rows are has to wait.
  func ownsStatus(in console: Console) -> Bool

  /// Why an action is not possible right now; nil: it is.
  func hindrance(to action: Action, _ scene: Scene) -> Hindrance?

  /// What a key is called right now in the last line, where what it does changes; nil: as in the key map.
  func title(of action: Action, _ scene: Scene) -> String?

  /// Whether its key for back stops what is waited for, and leaves nothing yet.
  func stopsBeforeLeaving(_ scene: Scene) -> Bool

  /// Draws the last line in place of the keys; false: the keys stand there.
  func drawLastLine(_ scene: Scene, on canvas: inout Canvas) -> Bool

  /// The rows that a message leaves it, as what is chosen from stands there.
  func rowsToBeLeft(in layout: Layout, _ scene: Scene) -> Int

  /// Whether hardly a key does anything until an answer is there.
  func isWaiting(in console: Console) -> Bool

  /// What comes before all other news, and what is told where there is none.
  func pressingNews(_ scene: Scene) -> TextLine?
  func news(_ scene: Scene) -> TextLine?
}

/// Where a pane stands.
enum PanePlace: Sendable {
  /// Where the list is: the whole body, or its left part.
  case list
  /// Beside the list where there is room, else in its place.
  case besideList
  /// The whole body.
  case body
  /// Laid over whatever stands there.
  case over
}

/// Which lines of a text are on screen.
struct LinesShown: Equatable, Sendable {
  var lines: Range<Int>
  var count: Int
}

/// Why an action is not possible right now, so that its key need not stand in the footer.
enum Hindrance: Equatable, Sendable {
  /// There is nothing it could be done to.
  case nothingThere
  /// So far there is nothing: it is being read.
  case notThereYet
  /// A sentence, said to whoever presses the key.
  case because(String)
}

/// What a key leads to in a pane.
enum Reaction: Sendable {
  case command(Command)
  /// Puts a pane in place of the one of its type: open, or as it is before.
  case put(any Pane)
  /// The pane below is to carry it out.
  case handOn(Action)
  /// More columns in the list, or fewer.
  case toggleWidth

  static func send(_ event: Event) -> Reaction { .command(.send(event)) }

  static func copy(_ text: CopiedText, what: String) -> Reaction {
    .command(.copy(text, what: what))
  }
}

extension Pane {
  var causes: PaneCauses { .always }

  var place: PanePlace { .over }

  mutating func follow(_ console: Console) {}

  var keepsWhileClosed: Bool { false }

  func opening(by action: Action, _ scene: Scene) -> [Reaction]? { nil }

  mutating func edit(
    _ scene: Scene, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> [Reaction] { [] }

  func textPasted(_ text: String) -> String { text }

  mutating func quitWanted() {}

  func question(in console: Console) -> Question? { nil }

  mutating func asksAnew() {}

  var linesShown: LinesShown? { nil }

  var scrolledTo: [Int]? { nil }

  mutating func fit(_ scene: Scene) {}

  mutating func prepare(_ scene: Scene) {}

  func drawOver(_ scene: Scene, on canvas: inout Canvas) {}

  func showsPaneBelow(in console: Console) -> Bool { false }

  func whereabouts(_ scene: Scene) -> [Wording]? { nil }

  func ownsStatus(in console: Console) -> Bool { false }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? { nil }

  func title(of action: Action, _ scene: Scene) -> String? { nil }

  func stopsBeforeLeaving(_ scene: Scene) -> Bool { false }

  func drawLastLine(_ scene: Scene, on canvas: inout Canvas) -> Bool { false }

  func rowsToBeLeft(in layout: Layout, _ scene: Scene) -> Int { 0 }

  func isWaiting(in console: Console) -> Bool { false }

  func pressingNews(_ scene: Scene) -> TextLine? { nil }

  func news(_ scene: Scene) -> TextLine? { nil }
}
