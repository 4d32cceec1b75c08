import Cells
import ViewModel

/// What the form says where no other role can be picked for the first admin.
extension FormPane {
  func roleLines(below row: FormRow, of session: EditorSession, width: Int) -> [FormRow] {
    guard case .admin = row.content, row.holds(field), let words = words(about: session.roles)
    else { return [] }
    let role = ListWords.shortened(session.draft.firstAdmin.role, columns: 18)
    let line = TextLine(
      spans: [Span("! ", Palette.warningMark), Span("\(words) It stays “as \(role)”.")], indent: 2)
    return line.wrapped(to: width).map { FormRow(content: .words($0)) }
  }

  private func words(about roles: RoleChoice) -> String? {
    guard roles.roles.isEmpty else { return nil }
    if let failure = roles.failure {
      return "The roles could not be read: \(ErrorWords.sentence(failure)) Space tries again."
    }
    guard roles.isMissed else { return nil }
    return roles.pending == nil ? "The server names no role." : "The roles are being read."
  }
}
