import Cells
import Delivery
import ViewModel
import WorkOS

extension PaneName {
  package static let review = PaneName("review", "Review before sending", .isRead)
}

/// What will be sent, to the letter, before it is.
struct ReviewPane: ReviewingPane {
  var text = ScrolledText()

  let causes: PaneCauses = .form

  func name(in console: Console) -> PaneName? {
    console.editor.session?.phase == .reviewing ? .review : nil
  }

  func question(in console: Console) -> Question? {
    console.editor.session.map {
      .send($0.draft, isOutdated: $0.isReviewOutdated, namesakes: $0.namesakes?.count ?? 0)
    }
  }

  var yes: Event { .editor(.submitted) }

  var no: Event { .editor(.reviewLeft) }

  mutating func fit(_ scene: Scene) {
    guard let session = scene.console.editor.session else { return }
    let review = ReviewLines(session: session)
    let question =
      session.draft.base.map {
        "Save \(ListWords.shortened($0.name, columns: min(40, scene.layout.columns - 16)))?"
      }
      ?? "Create this organization?"
    let news =
      session.isReviewOutdated
      ? [
        TextLine("Someone changed it in the meantime. This would be sent now:", Palette.warning),
        .empty,
      ] : []
    let others = session.namesakes ?? []
    let namesakes: [TextLine] =
      others.isEmpty
      ? []
      : [
        TextLine(
          others.count == 1
            ? "1 with this name exists already: \(others[0].id.rawValue)"
            : "\(others.count) with this name exist already.", Palette.warning), .empty,
      ]
    let before: [TextLine] =
      session.draft.saveUnderway.map {
        [TextLine(DraftWords.sentence($0) + " This would be sent now:", Palette.warning), .empty]
      } ?? []
    let lines =
      [scene.destination, .empty] + (news.isEmpty ? before : news)
      + sentAlready(session.draft, scene) + changedByOthers(session) + namesakes + review.changes
      + review.request
    text.fit(lines, title: question, in: scene.layout)
  }

  /// That creates were sent before, and may have been carried out.
  private func sentAlready(_ draft: Draft, _ scene: Scene) -> [TextLine] {
    guard draft.mayExist else { return [] }
    let attempts = draft.attempts.unsettled
    let moments = scene.times.sendings(attempts.map(\.sentAt), at: scene.now)
    let warning =
      attempts.count == 1
      ? "this makes a second one if that arrived."
      : "this makes another one if any of them arrived."
    return [TextLine("Sent \(moments) already; \(warning)", Palette.warning), .empty]
  }

  /// That what is put back was not lost, but may have been changed on purpose.
  private func changedByOthers(_ session: EditorSession) -> [TextLine] {
    let left = Set(session.differences.map(\.field))
    let fields = session.changedByOthers.filter(left.contains)
    guard !fields.isEmpty else { return [] }
    return [
      TextLine(
        "Someone else may have meant what this puts back: \(FieldWords.labels(of: fields)).",
        Palette.warning), .empty,
    ]
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    text.draw(scene, on: &canvas)
  }
}
