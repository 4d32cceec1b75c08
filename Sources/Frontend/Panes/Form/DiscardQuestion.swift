import Cells
import ViewModel

extension PaneName {
  package static let discarding = PaneName(
    "discarding", "Discard the draft?", [.asks, .hasButtons])
}

/// The question before what was typed is thrown away, in the form and among the drafts.
struct DiscardQuestion: Sendable {
  var dialog = Dialog()

  /// Lays out what is lost.
  ///
  /// - Parameter draft: which is discarded; nil: the one of the form that is open.
  mutating func fit(of draft: Draft?, _ scene: Scene) {
    let mayExist = (draft ?? scene.console.editor.session?.draft)?.mayExist == true
    fitLoss(words(draft), mayExist: mayExist, in: scene.layout)
  }

  /// - Parameter draft: of a form in a tab.
  mutating func fit(of draft: TabDraft, _ scene: Scene) {
    let words =
      "What you typed into “\(draft.title)” for \(ListWords.quoted(draft.organizationName)) "
      + "will be gone."
    fitLoss(words, mayExist: false, in: scene.layout)
  }

  private mutating func fitLoss(_ words: String, mayExist: Bool, in layout: Layout) {
    let loss = TextLine(words)
    let width = min(max(46, loss.width), layout.columns - 6)
    let warning = TextLine(
      "It was sent without an answer, so that it may exist on the server. Without the draft nothing "
        + "looks for it any more.", Palette.danger)
    let lines =
      loss.wrapped(to: width) + (mayExist ? [.empty] + warning.wrapped(to: width) : [])
      + [.empty]
    dialog.fit(lines, columns: width, in: layout)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let box = dialog.box else { return }
    let shown = dialog.visible
    scene.drawFrame(
      of: box, title: "Discard the draft?", style: Palette.dangerMark,
      marks: shown.above + shown.below > 0 ? 18 : 0, on: &canvas)
    dialog.drawLines(on: &canvas)
    dialog.drawButtons(
      cancel: "Keep it", accept: "Discard (y)", row: box.innerRow + box.innerRows - 1, in: box,
      on: &canvas)
  }

  private func words(_ draft: Draft?) -> String {
    guard let draft else { return "What you typed into this form will be gone." }
    guard let base = draft.base else {
      return draft.name.isBlank
        ? "What you typed for a new organization will be gone."
        : "What you typed for the new organization \(ListWords.quoted(draft.name)) will be gone."
    }
    return "What you typed for \(ListWords.quoted(base.name)) will be gone."
  }
}

extension DiscardQuestion? {
  /// Takes in a key, by which it may be answered, and what a yes comes to.
  mutating func answer(
    _ action: Action, _ keyboard: inout Keyboard, yes: Event
  ) -> [Reaction] {
    guard let answer = self?.dialog.answer(action, &keyboard) else { return [] }
    self = nil
    return answer == .yes ? [.send(yes)] : []
  }
}
