import Cells
import ViewModel

/// What the form says below the first admin: why no other role can be picked, or how several are.
extension FormPane {
  func roleLines(
    below row: FormRow, of session: EditorSession, _ scene: Scene, width: Int
  ) -> [FormRow] {
    guard case .admin = row.content, row.holds(field) else { return [] }
    let line: TextLine
    if let words = words(about: session.roles, scene) {
      let role = ListWords.shortened(session.draft.firstAdmin.role, columns: 18)
      line = TextLine(
        spans: [Span("! ", Palette.warningMark), Span("\(words) It stays “as \(role)”.")], indent: 2
      )
    } else if field == .adminRole, session.roles.roles.count > 1 {
      line = TextLine(help(with: session.draft.firstAdmin, scene.keyMap), Palette.quiet)
    } else {
      return []
    }
    return line.wrapped(to: width).map { FormRow(content: .words($0)) }
  }

  /// No answer tells whether a member can have several roles here: the keys are told, and the server
  /// decides. Several are named in full, as their place beside the address may be too small.
  private func help(with admin: FirstAdmin, _ keyMap: KeyMap) -> String {
    let add = keyMap.name(of: .toggleDomainState, in: .form) ?? ""
    guard admin.roles.count > 1 else {
      return "Space takes the next one; \(add) adds one beside it, where members can have several."
    }
    let drop = keyMap.name(of: .removeRow, in: .form) ?? ""
    return "As \(admin.role.spellingUnseen). Space changes the last one, \(add) adds one, \(drop) "
      + "takes the last one away."
  }

  private func words(about roles: RoleChoice, _ scene: Scene) -> String? {
    guard roles.roles.isEmpty else { return nil }
    if let failure = roles.failure {
      return "The roles could not be read: \(ErrorWords.sentence(failure)) Space tries again."
    }
    // That they are being read is of no account until one is wanted; that it fails so far is.
    if let pending = roles.pending, roles.isMissed || scene.wait(of: pending) != nil {
      return scene.awaiting(pending, "The roles are being read") + "."
    }
    return roles.isMissed ? "The server names no role." : nil
  }
}
