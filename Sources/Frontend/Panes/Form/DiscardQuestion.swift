import Cells
import ViewModel

extension PaneName {
  package static let discarding = PaneName(
    "discarding", "Discard the draft?", [.asks, .hasButtons])
}

/// The question before what was typed is thrown away, in the form and among the drafts.
struct DiscardQuestion: Sendable {
  var dialog = Dialog()

  /// - Parameter draft: which is discarded; nil: the one of the form that is open.
  func draw(of draft: Draft?, _ scene: Scene, on canvas: inout Canvas) {
    let mayExist = (draft ?? scene.console.editor.session?.draft)?.mayExist == true
    drawLoss(words(draft), mayExist: mayExist, scene, on: &canvas)
  }

  /// - Parameter draft: of a form in a tab.
  func draw(of draft: TabDraft, _ scene: Scene, on canvas: inout Canvas) {
    let words =
      "What you typed into “\(draft.title)” for \(ListWords.quoted(draft.organizationName)) "
      + "will be gone."
    drawLoss(words, mayExist: false, scene, on: &canvas)
  }

  private func drawLoss(
    _ words: String, mayExist: Bool, _ scene: Scene, on canvas: inout Canvas
  ) {
    let loss = TextLine(words)
    let width = min(max(46, loss.width), scene.layout.columns - 6)
    let warning = TextLine(
      "It was sent without an answer, so that it may exist on the server. Without the draft nothing "
        + "looks for it any more.", Palette.danger)
    let lines =
      loss.wrapped(to: width) + (mayExist ? [.empty] + warning.wrapped(to: width) : [])
      + [.empty, .empty]
    let box = DialogBox(rows: lines.count, columns: width, in: scene.layout)
    scene.drawFrame(of: box, title: "Discard the draft?", style: Palette.dangerMark, on: &canvas)
    box.draw(lines, on: &canvas)
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
