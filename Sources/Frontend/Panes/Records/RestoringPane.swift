import Cells
import ViewModel

extension PaneName {
  package static let restoring = PaneName(
    "restoring", "Create it again?", [.asks, .coversStatus, .hasButtons])
}

/// The question before an organization that is gone is created again.
struct RestoringPane: DialogPane {
  var dialog = Dialog()

  let causes: PaneCauses = .records

  func name(in console: Console) -> PaneName? { console.restoring == nil ? nil : .restoring }

  func question(in console: Console) -> Question? { console.restoring.map { .restore($0) } }

  var yes: Event { .restoring(.confirmed) }

  var no: Event { .restoring(.cancelled) }

  func agreed(_ scene: Scene) -> [Reaction] {
    // The drafts are where the form comes back to; the journal has told what it had to tell.
    scene.console.restoring?.source == .journal
      ? [.put(JournalPane()), .put(FormPane()), .send(yes)]
      : [.put(FormPane(over: .drafts)), .send(yes)]
  }

  func words(_ scene: Scene) -> DialogWords? {
    guard let restoring = scene.console.restoring else { return nil }
    let lines =
      news(of: restoring) + [.empty, scene.destination] + otherKey(restoring, scene.console)
      + [.empty] + facts(restoring)
    return DialogWords(
      title: "Create it again?",
      lines: lines.flatMap { $0.wrapped(to: DialogWords.columns(in: scene.layout)) }, gap: 1,
      accept: "Create again")
  }

  /// The drafts stay in sight where it is about one of them.
  func showsPaneBelow(in console: Console) -> Bool {
    if case .draft = console.restoring?.source { true } else { false }
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
          + "memberships, its invitations, API keys, own roles, flags, IT contacts and audit log "
          + "retention, and the verification of its domains. Whatever uses the old id will not "
          + "find it.", Palette.warning),
      .empty,
      TextLine("You will see the request before it is sent.", Palette.quiet),
    ]
  }
}
