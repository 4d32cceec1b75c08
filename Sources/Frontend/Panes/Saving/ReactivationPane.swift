import Cells
import ViewModel
import WorkOS

extension PaneName {
  package static let reactivating = PaneName(
    "reactivating", "Make an inactive member active?", [.asks, .hasButtons])
}

/// The question before the first admin is added who is an inactive member already.
struct ReactivationPane: DialogPane {
  var dialog = Dialog()

  let causes: PaneCauses = .form

  func name(in console: Console) -> PaneName? {
    membership(in: console).map { _ in .reactivating }
  }

  func question(in console: Console) -> Question? {
    guard let membership = membership(in: console), let session = console.editor.session else {
      return nil
    }
    return .reactivate(membership, session.draft.firstAdmin)
  }

  private func membership(in console: Console) -> Membership? {
    if case .admin(.asking(let membership))? = console.editor.session?.phase {
      membership
    } else {
      nil
    }
  }

  // MARK: Answers

  var yes: Event { .editor(.submitted) }

  var no: Event { .editor(.reviewLeft) }

  func typedText(in console: Console) -> String? { nil }

  func typed(_ text: String) -> Event { no }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    guard let membership = membership(in: scene.console),
      let session = scene.console.editor.session
    else { return }
    let width = min(64, scene.layout.columns - 6)
    let admin = session.draft.firstAdmin
    let former = membership.roles.joined(separator: ", ")
    let lines = [
      TextLine(EmailAddress.both(admin.address), Palette.heading),
      TextLine(
        "is an inactive member of \(ListWords.quoted(session.draft.base?.name ?? ""))"
          + (former.isEmpty ? "." : ", as \(former).")),
      .empty,
      TextLine("Adding them makes them active again, as \(admin.role): they can sign in then."),
      .empty, scene.destination, .empty,
    ].flatMap { $0.wrapped(to: width) }
    dialog.fit(lines, columns: width, in: scene.layout)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let box = dialog.box else { return }
    let shown = dialog.visible
    scene.drawFrame(
      of: box, title: "Make an inactive member active?", style: Palette.warningMark,
      marks: shown.above + shown.below > 0 ? 18 : 0, on: &canvas)
    dialog.drawLines(on: &canvas)
    dialog.drawButtons(
      cancel: "Cancel", accept: "Make active (y)", row: box.innerRow + box.innerRows - 1, in: box,
      on: &canvas)
  }
}
