import Cells
import ViewModel

/// The question before an organization that is gone is created again.
extension Workspace {
  mutating func drawRestoring(_ console: Console, on canvas: inout Canvas) {
    guard let restoring = console.restoring else { return }
    let width = min(64, layout.columns - 6)
    let lines =
      (news(of: restoring) + [.empty, destination(of: console)] + otherKey(restoring, console)
      + [.empty] + facts(restoring))
      .flatMap { $0.wrapped(to: width) }
    let box = DialogBox(rows: lines.count + 2, columns: width, in: layout)
    let shown = scrolled(lines, room: box.innerRows - 1)
    drawFrame(
      of: box, title: "Create it again?", style: Palette.warningMark,
      marks: shown.above + shown.below > 0 ? 18 : 0, on: &canvas)
    box.draw(shown.lines, on: &canvas)
    box.drawScroll(above: shown.above, below: shown.below, on: &canvas)
    drawButtons(
      cancel: "Cancel", accept: "Create again (y)", row: box.innerRow + box.innerRows - 1, in: box,
      on: &canvas)
  }

  private func news(of restoring: Restoring) -> [TextLine] {
    let name = TextLine(
      restoring.name.isBlank ? ListWords.noName : restoring.name, Palette.heading)
    switch restoring.source {
    case .journal: return [name]
    case .draft:
      return [
        name,
        TextLine("It no longer exists on the server. Your draft is kept.", Palette.danger),
      ]
    }
  }

  /// Two keys of one host and kind may open two environments; only the person can know.
  private func otherKey(_ restoring: Restoring, _ console: Console) -> [TextLine] {
    restoring.otherKeyEnding.map { other in
      [
        .empty,
        TextLine(
          "It was deleted with the key that ends in …\(other), and this console has the key that "
            + "ends in …\(console.workplace.keyEnding). If those are keys of two environments, it "
            + "would be created in the wrong one.", Palette.danger),
      ]
    } ?? []
  }

  private func facts(_ restoring: Restoring) -> [TextLine] {
    let held =
      switch restoring.source {
      case .journal: "What comes back: its name, domains, metadata, external id and Stripe id."
      case .draft:
        "What comes back: what it held when you opened its form, with what you typed."
      }
    return [
      TextLine(held), .empty,
      TextLine(
        "What does not: its id \(restoring.id), its connections, directories and "
          + "memberships, and the verification of its domains. Whatever uses the old id will not "
          + "find it.", Palette.warning),
      .empty,
      TextLine("You will see the request before it is sent.", Palette.quiet),
    ]
  }

  mutating func performInRestoring(_ action: Action, _ console: Console) -> [Command] {
    switch action {
    case .accept: return readsOn() ? [] : confirmRestoring(console)
    case .back: return [.send(.restoring(.cancelled))]
    case .switchButton: isAcceptMarked.toggle()
    case .pressButton:
      if isAcceptMarked, readsOn() { return [] }
      return isAcceptMarked ? confirmRestoring(console) : [.send(.restoring(.cancelled))]
    default: break
    }
    return []
  }

  private mutating func confirmRestoring(_ console: Console) -> [Command] {
    // The drafts are where the form comes back to; the journal has told what it had to tell.
    if console.restoring?.source == .journal { overlay = nil }
    resetForm()
    return [.send(.restoring(.confirmed))]
  }
}
