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
    confirmation(in: console).map { $0.asksForText ? .losing : .rewriting }
  }

  func question(in console: Console) -> Question? {
    guard let session = console.editor.session, let asked = asked(in: console) else { return nil }
    return .save(
      session.draft, rewritten: asked.rewritten, losses: asked.losses,
      asksForText: asked.confirmation.asksForText)
  }

  private func asked(in console: Console) -> SaveQuestion? {
    guard case .asking(let question) = console.editor.session?.phase else { return nil }
    return question
  }

  // MARK: Answers

  var yes: Event { .editor(.submitted) }

  var no: Event { .editor(.reviewLeft) }

  func confirmation(in console: Console) -> Confirmation? { asked(in: console)?.confirmation }

  func typed(_ text: String) -> Event { .editor(.questionTyped(text)) }

  /// Enter stays in the footer.
  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? { nil }

  // MARK: Drawing

  func words(_ scene: Scene) -> DialogWords? {
    guard let asked = asked(in: scene.console) else { return nil }
    let width = DialogWords.columns(in: scene.layout)
    let lines = losses(asked) + rewritings(asked) + [scene.destination, .empty]
    let loses = !asked.losses.isEmpty
    return DialogWords(
      title: loses ? "Lose a verified domain?" : "Change other domains too?",
      style: loses ? Palette.dangerMark : Palette.warningMark,
      lines: lines.flatMap { $0.wrapped(to: width) },
      prompts: prompts(asked).map { $0.flatMap { $0.wrapped(to: width) } }, accept: "Save",
      enter: "Enter saves", leave: "Esc goes back",
      notTyped: ["It does not match yet · Esc goes back", "Does not match yet · Esc: back"])
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
  private func prompts(_ question: SaveQuestion) -> [[TextLine]] {
    guard let wanted = question.confirmation.wantedText else { return [] }
    let words = TextLine(
      question.losses.count == 1
        ? "Type the domain to save it:" : "Type the organization's name to save it:",
      Palette.quiet)
    let letters = TextLine(wanted, Palette.danger)
    return [[words, letters], [letters]]
  }
}
