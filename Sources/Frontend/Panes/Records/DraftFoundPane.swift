import Cells
import Foundation
import ViewModel

extension PaneName {
  package static let draftFound = PaneName(
    "draft-found", "Go on with the draft?", [.asks, .coversStatus])
}

/// The question before a form opens for which something was typed before.
struct DraftFoundPane: Pane {
  /// What is in it, which can be read on in, above the answers.
  private var dialog = Dialog()
  private var title = ""

  init() {}

  let causes: PaneCauses = .records

  func name(in console: Console) -> PaneName? {
    console.drafts.found == nil && console.tabs.found == nil ? nil : .draftFound
  }

  func question(in console: Console) -> Question? {
    console.tabs.found.map { .goOnInTab($0.draft) } ?? console.foundDraft.map { .goOn($0) }
  }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    if dialog.scroll.perform(action, screenful: max(1, dialog.shown?.lines.count ?? 1)) {
      return []
    }
    let isInTab = scene.console.tabs.found != nil
    func answer(_ answer: FoundDraftAnswer) -> [Reaction] {
      [.send(isInTab ? .tab(.foundAnswered(answer)) : .drafts(.foundAnswered(answer)))]
    }
    return switch action {
    case .goOnWithDraft: answer(.goOn)
    case .beginAfresh: answer(.beginAfresh)
    case .back: answer(.openNothing)
    default: []
    }
  }

  mutating func asksAnew() { dialog.asksAnew() }

  var scrolledTo: [Int]? { [dialog.scroll.top] }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    let console = scene.console
    let words = DraftWords(times: scene.times, now: scene.now, columns: scene.layout.columns)
    if let found = console.tabs.found {
      let listed = console.listed(found.draft)
      fit(
        words.details(of: listed), others: found.others, afresh: "start afresh",
        typedAt: words.moment(listed.typedAt), scene)
    } else if let listed = console.foundDraft, let found = console.drafts.found {
      // A name or a value takes the room that the other facts leave: each is known by its beginning.
      let width = columns(in: scene.layout)
      fit(
        words.details(of: listed, opening: nil, nameColumns: width), others: found.others,
        afresh: listed.draft.base == nil ? "start empty" : "start afresh",
        typedAt: words.moment(listed.typedAt), scene)
    }
  }

  private mutating func fit(
    _ facts: [TextLine], others: Int, afresh: String, typedAt moment: String, _ scene: Scene
  ) {
    let layout = scene.layout
    let width = columns(in: layout)
    title = (layout.columns < 60 ? "Draft of " : "Go on with the draft of ") + "\(moment)?"
    let lines =
      facts.flatMap { $0.wrapped(to: width).ending(after: 2) }
      + older(others, scene.keyMap).flatMap { $0.wrapped(to: width) }
    let answers = answers(afresh + "; it is kept", scene.keyMap)
    let spaced = lines + [.empty]
    let box = DialogBox(rows: spaced.count + answers.count, columns: width, in: layout)
    let hasRoom = box.innerRows >= spaced.count + answers.count
    dialog.fit(hasRoom ? spaced : lines, answers: answers, columns: width, in: layout)
  }

  private func columns(in layout: Layout) -> Int { min(64, layout.columns - 6) }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let box = dialog.box else { return }
    let shown = dialog.visible
    let marks = shown.above + shown.below > 0 ? 18 : 0
    scene.drawFrame(
      of: box, title: title, style: Palette.warningMark, marks: marks, on: &canvas)
    dialog.drawLines(on: &canvas)
    drawKeyToReadOn(shown.below, in: box, marks: marks, scene, on: &canvas)
    canvas.focus = Position(row: box.innerRow + shown.lines.count, column: box.innerColumn)
  }

  /// Says which key reads on, where that is not known from what is said of the last key.
  private func drawKeyToReadOn(
    _ below: Int, in box: DialogBox, marks: Int, _ scene: Scene, on canvas: inout Canvas
  ) {
    guard below > 0, scene.frameWords(columns: box.columns - 4 - marks) == nil,
      let key = scene.keyMap.name(of: .moveDown, in: .draftFound)
    else { return }
    canvas.write(
      " \(key) reads on. ", row: box.row + box.rows - 1, column: box.column + 1,
      width: box.columns - 2, style: Palette.warning)
  }

  /// How many other drafts there are of the same, if any.
  private func older(_ count: Int, _ keyMap: KeyMap) -> [TextLine] {
    guard count > 0 else { return [] }
    let others = count == 1 ? "There is one older draft" : "There are \(count) older drafts"
    let key = keyMap.name(of: .showDrafts, in: .list).map { "; \($0) shows all" } ?? ""
    return [TextLine("\(others) of it\(key).", Palette.quiet)]
  }

  private func answers(_ afresh: String, _ keyMap: KeyMap) -> [TextLine] {
    let words: [(action: Action, words: String)] = [
      (.goOnWithDraft, "continue with it"),
      (.beginAfresh, afresh),
      (.back, "open nothing"),
    ]
    return words.map { action, words in
      let key = keyMap.name(of: action, in: .draftFound) ?? ""
      return TextLine(spans: [Span(key.padded(to: 5), Palette.key), Span(words)])
    }
  }
}
