import Cells
import Foundation
import ViewModel
import WorkOS

/// What the form says of other organizations: who is called the same, and who has what was refused.
extension FormPane {
  func neighbours(
    below row: FormRow, of session: EditorSession, _ scene: Scene, width: Int
  ) -> [FormRow] {
    var lines: [TextLine] = []
    if row.holds(.name), let words = namesakes(of: session, scene.console.list) {
      lines.append(TextLine(spans: [Span("! ", Palette.warningMark), Span(words)], indent: 2))
    }
    if case .problem(let problem) = row.content, problem.field == session.neighbours.takenField {
      let key = scene.keyMap.name(of: .goToOwner, in: .form)
      if let look = session.neighbours.owner {
        lines.append(OwnerWords.line(for: look, key, scene))
      }
    }
    return lines.flatMap { $0.wrapped(to: width) }.map { FormRow(content: .words($0)) }
  }

  /// That there is an organization of the name already, which may be one too many.
  private func namesakes(of session: EditorSession, _ list: OrganizationList) -> String? {
    let draft = session.draft
    guard !draft.name.isBlank, draft.name != draft.base?.name else { return nil }
    var ids = list.ids(named: FoldedText(draft.name.trimmed))
    if let base = draft.base { ids.remove(base.id) }
    let isTold = session.namesakes != nil
    ids.formUnion(session.namesakes?.map(\.id) ?? [])
    guard !ids.isEmpty else { return nil }
    let whole = session.neighbours.namesakes.map { $0.organizations.count >= 10 } == true
    let count = whole ? "\(ids.count) or more" : "\(ids.count)"
    return (ids.count == 1 ? "1 with this name exists" : "\(count) with this name exist")
      + (isTold ? "." : " among the loaded rows.")
  }
}
