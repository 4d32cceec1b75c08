import Cells
import Foundation
import ViewModel

extension PaneName {
  package static let draftFound = PaneName(
    "draft-found", "Go on with the draft?", [.asks, .coversStatus])
}

/// The question before a form opens for which something was typed before.
struct DraftFoundPane: Pane {
  let causes: PaneCauses = .records

  func name(in console: Console) -> PaneName? { console.drafts.found == nil ? nil : .draftFound }

  func question(in console: Console) -> Question? { console.foundDraft.map { .goOn($0) } }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    switch action {
    case .goOnWithDraft: [.send(.drafts(.foundAnswered(.goOn)))]
    case .beginAfresh: [.send(.drafts(.foundAnswered(.beginAfresh)))]
    case .back: [.send(.drafts(.foundAnswered(.openNothing)))]
    default: []
    }
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let console = scene.console
    guard let listed = console.foundDraft, let found = console.drafts.found else { return }
    let width = min(64, scene.layout.columns - 6)
    let times = scene.times
    let words = DraftWords(times: times, now: scene.now, columns: scene.layout.columns)
    // A name or a value takes the room that the other facts leave: each is known by its beginning.
    var facts = words.details(of: listed, opening: nil, nameColumns: width)
      .flatMap { $0.wrapped(to: width).ending(after: 2) }
    if found.others > 0 {
      let others =
        found.others == 1 ? "There is one older draft" : "There are \(found.others) older drafts"
      let key = scene.keyMap.name(of: .showDrafts, in: .list).map { "; \($0) shows all" } ?? ""
      facts.append(TextLine("\(others) of it\(key).", Palette.quiet))
    }
    let answers = answers(isNew: listed.draft.base == nil, scene.keyMap)
    let box = DialogBox(rows: facts.count + 1 + answers.count, columns: width, in: scene.layout)
    scene.drawFrame(
      of: box,
      title: (scene.layout.columns < 60 ? "Draft of " : "Go on with the draft of ")
        + "\(words.moment(listed.typedAt))?", style: Palette.warningMark,
      on: &canvas)
    // Where not all of it fits, the answers do.
    let room = box.innerRows - answers.count
    let shown = facts.cut(to: room > facts.count ? facts.count : room)
    let gap = room > facts.count ? [TextLine.empty] : []
    box.draw(shown + gap + answers, on: &canvas)
    canvas.focus = Position(
      row: box.innerRow + shown.count + gap.count, column: box.innerColumn)
  }

  private func answers(isNew: Bool, _ keyMap: KeyMap) -> [TextLine] {
    let words: [(action: Action, words: String)] = [
      (.goOnWithDraft, "continue with it"),
      (.beginAfresh, (isNew ? "start empty" : "start afresh") + "; it is kept"),
      (.back, "open nothing"),
    ]
    return words.map { action, words in
      let key = keyMap.name(of: action, in: .draftFound) ?? ""
      return TextLine(spans: [Span(key.padded(to: 5), Palette.key), Span(words)])
    }
  }
}
