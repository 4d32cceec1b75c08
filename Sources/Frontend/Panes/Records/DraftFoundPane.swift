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

  func name(in console: Console) -> PaneName? {
    console.drafts.found == nil && console.tabs.found == nil ? nil : .draftFound
  }

  func question(in console: Console) -> Question? {
    console.tabs.found.map { .goOnInTab($0.draft) } ?? console.foundDraft.map { .goOn($0) }
  }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
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

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let console = scene.console
    let width = min(64, scene.layout.columns - 6)
    let words = DraftWords(times: scene.times, now: scene.now, columns: scene.layout.columns)
    if let found = console.tabs.found {
      let listed = console.listed(found.draft)
      let facts =
        words.details(of: listed).flatMap { $0.wrapped(to: width).ending(after: 2) }
        + older(found.others, scene.keyMap)
      let answers = answers("start afresh; it is kept", scene.keyMap)
      return draw(facts, answers, typedAt: listed.typedAt, words, scene, on: &canvas)
    }
    guard let listed = console.foundDraft, let found = console.drafts.found else { return }
    // A name or a value takes the room that the other facts leave: each is known by its beginning.
    let facts =
      words.details(of: listed, opening: nil, nameColumns: width)
      .flatMap { $0.wrapped(to: width).ending(after: 2) } + older(found.others, scene.keyMap)
    let afresh = listed.draft.base == nil ? "start empty" : "start afresh"
    let answers = answers(afresh + "; it is kept", scene.keyMap)
    draw(facts, answers, typedAt: listed.typedAt, words, scene, on: &canvas)
  }

  /// How many other drafts there are of the same, if any.
  private func older(_ count: Int, _ keyMap: KeyMap) -> [TextLine] {
    guard count > 0 else { return [] }
    let others = count == 1 ? "There is one older draft" : "There are \(count) older drafts"
    let key = keyMap.name(of: .showDrafts, in: .list).map { "; \($0) shows all" } ?? ""
    return [TextLine("\(others) of it\(key).", Palette.quiet)]
  }

  private func draw(
    _ facts: [TextLine], _ answers: [TextLine], typedAt: Date, _ words: DraftWords, _ scene: Scene,
    on canvas: inout Canvas
  ) {
    let width = min(64, scene.layout.columns - 6)
    let box = DialogBox(rows: facts.count + 1 + answers.count, columns: width, in: scene.layout)
    scene.drawFrame(
      of: box,
      title: (scene.layout.columns < 60 ? "Draft of " : "Go on with the draft of ")
        + "\(words.moment(typedAt))?", style: Palette.warningMark,
      on: &canvas)
    // Where not all of it fits, the answers do.
    let room = box.innerRows - answers.count
    let shown = facts.cut(to: room > facts.count ? facts.count : room)
    let gap = room > facts.count ? [TextLine.empty] : []
    box.draw(shown + gap + answers, on: &canvas)
    canvas.focus = Position(
      row: box.innerRow + shown.count + gap.count, column: box.innerColumn)
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
