import Delivery
import ViewModel
import WorkOS

/// Values that are refused as another organization's, whoever has them, and the way there and back.
extension TabStorm {
  /// Where it was gone from to whoever has what was refused.
  struct WayBack {
    let organization: Organization.ID
    let tab: String
    let owner: Organization.ID
  }

  /// Why something is refused that is there already, in each of the server's dialects.
  mutating func anythingTaken() -> WorkOSError {
    let errors: [WorkOSError] = [
      .status(409, code: "domain_already_exists", message: "The domain exists already."),
      .status(409, message: "Another organization has it."),
      .status(409, code: "organization_role_slug_conflict", message: "The slug is taken."),
      .status(400, code: "external_id_already_used", message: "It is in use."),
      .status(400, code: "email_already_invited_to_organization", message: "They are invited."),
      .status(
        422, message: "Validation failed",
        .init(field: "domain", code: "domain_already_exists", message: "It is taken.")),
      .status(
        422, message: "Validation failed",
        .init(field: "email", code: "email_taken", message: "It is taken.")),
    ]
    return errors.randomElement(using: &chance) ?? .status(409)
  }

  /// Who has what was refused: nobody, the organization itself, another, or both; or no answer.
  mutating func ownersPage(_ id: RequestID) -> Event {
    if Int.random(in: 0..<6, using: &chance) == 0 {
      return .list(.pageArrived(id, .failure(.status(500))))
    }
    let answers: [[Int]] = [[], [1], [2], [2], [1, 2]]
    let owners = answers.randomElement(using: &chance) ?? []
    return .list(.pageArrived(id, .success(Page(items: owners.map { Self.row(.number($0)) }))))
  }

  /// What is done about a value that another organization has.
  func anythingDoneAboutOwner(in field: String) -> [TabEvent] {
    [
      .ownerOpened, .ownerOpened, .formLeft, .submitted,
      .textChanged("other.example", field: field),
    ]
  }

  /// Whoever goes to the owner loses nothing of what was typed, and comes back to it.
  mutating func checkOwner(_ event: Event, since before: Console) {
    switch event {
    case .tab(.ownerOpened):
      guard let form = before.tabs.form, form.isEditing, let owner = form.taken?.owner else {
        return
      }
      rule("the owner is opened", console.detail.organization?.id == owner.id)
      rule("the owner is not whose form it is", owner.id != form.key.organization)
      rule("it is opened at the tab of the form", console.tabs.current?.id == form.key.tab)
      rule("the form is left", console.tabs.form == nil)
      rule(
        "what was typed is kept for the way back",
        !form.hasUnsavedEdits || console.tabs.drafts[form.id]?.values == form.values)
      wayBack = WayBack(
        organization: form.key.organization, tab: form.key.tab, owner: owner.id)
    case .detail(.left):
      if let wayBack {
        rule(
          "from the owner it goes back to the tab of the form",
          console.detail.organization?.id == wayBack.organization
            && console.tabs.current?.id == wayBack.tab)
      }
      wayBack = nil
    case .detail: wayBack = nil
    case .tab(.foundAnswered(.goOn)):
      guard let draft = before.tabs.found?.draft, let form = console.tabs.form else { return }
      let typed = draft.values.values.filter { $1.text != draft.base[$0].text }
      rule(
        "what was typed is there again",
        form.id == draft.id && typed.allSatisfy { form.values[$0].text == $1.text })
    default: break
    }
    if console.detail.organization?.id != wayBack?.owner { wayBack = nil }
  }
}
