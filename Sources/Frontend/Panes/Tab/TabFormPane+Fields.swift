import Cells
import ViewModel

/// What is said below the fields of a form.
extension TabFormPane {
  /// What is wrong with a field.
  func problemLines(
    _ field: TabField, _ form: TabFormSession, _ width: Int
  ) -> [TextLine] {
    guard let problem = form.problem(in: field.id) else { return [] }
    return TextLine(spans: [Span("✗ ", Palette.dangerMark), Span(problem, Palette.danger)])
      .wrapped(to: width)
  }

  /// Who has what was refused in a field.
  func ownerLines(
    _ field: TabField, _ form: TabFormSession, _ scene: Scene, _ width: Int
  ) -> [TextLine] {
    guard let taken = form.taken, taken.fault.field == field.id else { return [] }
    let key = scene.keyMap.name(of: .goToOwner, in: .tabForm)
    return OwnerWords.line(for: taken.look, key, scene).wrapped(to: width)
  }

  /// Why there is nothing to pick from, or not all there is.
  func missing(
    _ field: TabField, _ form: TabFormSession, _ scene: Scene, width: Int
  ) -> [TextLine] {
    guard let choices = form.choices[field.id] else { return [] }
    if let load = choices.load, choices.all.isEmpty || scene.wait(of: load) != nil {
      let words = scene.awaiting(load, choices.all.isEmpty ? "Loading…" : "Loading more…")
      return TextLine(spans: [Span("  "), Span(words, Palette.quiet)], indent: 2).wrapped(to: width)
    }
    if let failure = choices.failure {
      let words = ErrorWords.sentence(failure) + " Space tries again."
      return TextLine(spans: [Span("  "), Span(words, Palette.danger)], indent: 2)
        .wrapped(to: width)
    }
    return choices.all.isEmpty ? [TextLine("  There is none to pick.", Palette.quiet)] : []
  }
}
