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
      lines += ownerWords(session, scene.keyMap).map {
        TextLine(spans: [Span("  " + $0)], indent: 2)
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

  /// Who has what was refused, as far as the server told.
  private func ownerWords(_ session: EditorSession, _ keyMap: KeyMap) -> [String] {
    guard let look = session.neighbours.owner else { return [] }
    if look.pending != nil { return ["Asking the server who has it…"] }
    if let failure = look.failure {
      return ["Who has it could not be asked: \(ErrorWords.sentence(failure))"]
    }
    guard let owner = look.organizations.first else {
      return ["The server shows no other organization that has it."]
    }
    let others = look.organizations.count - 1
    let more = others == 0 ? "" : others == 1 ? ", and one more" : ", and \(others) more"
    let key = keyMap.name(of: .goToOwner, in: .form) ?? ""
    return [
      "\(ListWords.quoted(owner.name)) has it\(more). \(key) goes there; what you typed is kept."
    ]
  }
}
