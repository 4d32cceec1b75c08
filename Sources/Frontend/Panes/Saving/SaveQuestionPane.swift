import Cells
import ViewModel
import WorkOS

extension PaneName {
  package static let rewriting = PaneName(
    "rewriting", "Save? Other domains change too", [.asks, .hasButtons])
  package static let losing = PaneName(
    "losing", "Save? A verified domain is lost", [.asks, .takesText])
}

/// The question after a review, where a save does more than it was asked for, or what cannot be had
/// back.
struct SaveQuestionPane: DialogPane {
  var dialog = Dialog()

  let causes: PaneCauses = .form

  func name(in console: Console) -> PaneName? {
    asked(in: console).map { $0.asksForText ? .losing : .rewriting }
  }

  func question(in console: Console) -> Question? {
    guard let session = console.editor.session, let asked = asked(in: console) else { return nil }
    return .save(
      session.draft, rewritten: asked.rewritten, losses: asked.losses,
      asksForText: asked.asksForText)
  }

  private func asked(in console: Console) -> SaveQuestion? {
    guard case .asking(let question) = console.editor.session?.phase else { return nil }
    return question
  }

  // MARK: Answers

  var yes: Event { .editor(.submitted) }

  var no: Event { .editor(.reviewLeft) }

  func typedText(in console: Console) -> String? { asked(in: console)?.typedText }

  func typed(_ text: String) -> Event { .editor(.questionTyped(text)) }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    guard let asked = asked(in: scene.console) else { return }
    let width = min(64, scene.layout.columns - 6)
    let lines = (losses(asked) + rewritings(asked) + [scene.destination, .empty])
      .flatMap { $0.wrapped(to: width) }
    dialog.fit(
      lines, prompts: asked.asksForText ? prompts(asked, width: width) : [], columns: width,
      in: scene.layout)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let asked = asked(in: scene.console), let box = dialog.box else { return }
    let shown = dialog.visible
    scene.drawFrame(
      of: box,
      title: asked.losses.isEmpty ? "Change other domains too?" : "Lose a verified domain?",
      style: asked.losses.isEmpty ? Palette.warningMark : Palette.dangerMark,
      marks: shown.above + shown.below > 0 ? 18 : 0, on: &canvas)
    dialog.drawLines(on: &canvas)
    let last = box.innerRow + box.innerRows - 1
    if asked.asksForText {
      dialog.drawInput(
        asked.typedText, enter: asked.isTextRight ? "Enter saves" : nil, leave: "Esc goes back",
        notYet: ["It does not match yet · Esc goes back", "Does not match yet · Esc: back"],
        scene, on: &canvas)
    } else {
      dialog.drawButtons(cancel: "Cancel", accept: "Save (y)", row: last, in: box, on: &canvas)
    }
  }

  private func losses(_ question: SaveQuestion) -> [TextLine] {
    guard !question.losses.isEmpty else { return [] }
    let count = question.losses.count
    return [
      TextLine(
        count == 1
          ? "This domain is verified, and will no longer be:"
          : "These \(count) domains are verified, and will no longer be:")
    ] + question.losses.prefix(6).map { TextLine("  \($0)", Palette.heading) }
      + (count > 6 ? [TextLine("  and \(count - 6) more", Palette.quiet)] : [])
      + [
        TextLine(
          "People may no longer be able to sign in with it. To get it back, it has to be verified "
            + "again."),
        .empty,
      ]
  }

  private func rewritings(_ question: SaveQuestion) -> [TextLine] {
    guard !question.rewritten.isEmpty else { return [] }
    return [
      TextLine(
        "To set a state by hand, all domains are sent again, and the API cannot keep these states. "
          + "They change too:")
    ] + question.rewritten.map(ReviewLines.line) + [.empty]
  }

  /// What has to be typed, in words and to the letter; the latter alone where there is little room.
  private func prompts(_ question: SaveQuestion, width: Int) -> [[TextLine]] {
    let words = TextLine(
      question.losses.count == 1
        ? "Type the domain to save it:" : "Type the organization's name to save it:",
      Palette.quiet)
    let wanted = TextLine(question.wantedText, Palette.danger)
    return [[words, wanted], [wanted]].map { $0.flatMap { $0.wrapped(to: width) } }
  }
}
