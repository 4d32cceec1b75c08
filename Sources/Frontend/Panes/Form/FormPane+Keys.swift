import Foundation
import ViewModel
import WorkOS

extension FormPane {
  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    if isDiscarding { return discarding.answer(action, &keyboard, yes: .editor(.discarded)) }
    guard let session = scene.console.editor.session else { return [] }
    if session.isUnderway {
      // While the form is being sent only giving up makes sense; what was typed cannot be lost.
      return action == .back ? [.send(.editor(.reviewLeft))] : [.send(.noticed(.busySaving))]
    }
    var draft = session.draft
    let taken = action.leavesField ? takeValue(&draft, &keyboard) : []
    return taken + perform(action, on: draft, of: session, scene, &keyboard)
  }

  /// Leaves of what holds more than a host name, or more than a customer's id, only that, which can be
  /// undone.
  private mutating func takeValue(_ draft: inout Draft, _ keyboard: inout Keyboard) -> [Reaction] {
    let text = draft.text(of: field)
    guard let value = valueTaken(from: draft) else { return [] }
    _ = caret.change(text, &keyboard) { $0.replaceAll(with: value) }
    draft.setText(value, of: field)
    return [
      .send(.editor(.textChanged(field, value))), .send(.noticed(.valueTaken(value, from: text))),
    ]
  }

  /// What leaving the field puts in place of its text; nil: the text stays.
  private func valueTaken(from draft: Draft) -> String? {
    let text = draft.text(of: field)
    return switch field {
    case .domain: draft.isRemoved(field) ? nil : HostName.taken(from: text)
    case .stripeCustomerID where text != draft.base?.stripeCustomerID:
      PastedIdentifier.stripeCustomer(takenFrom: text)
    default: nil
    }
  }

  /// The draft as it is once the field is left, as a save does.
  func draftOnceLeft(_ draft: Draft) -> Draft {
    var draft = draft
    if let value = valueTaken(from: draft) { draft.setText(value, of: field) }
    return draft
  }

  private mutating func perform(
    _ action: Action, on draft: Draft, of session: EditorSession, _ scene: Scene,
    _ keyboard: inout Keyboard
  ) -> [Reaction] {
    switch action {
    case .pageDown, .pageUp: move(byScreenfuls: action, keyboard, session, scene)
    case .nextSection: moveSection(by: 1, draft)
    case .previousSection: moveSection(by: -1, draft)
    case .nextField: caret.go(to: caret.around(draft.formFields, by: 1))
    case .previousField: caret.go(to: caret.around(draft.formFields, by: -1))
    case .nextRow: moveRow(by: 1, draft)
    case .previousRow: moveRow(by: -1, draft)
    case .activateField: return activate(draft)
    case .toggleDomainState where field == .adminRole: return addRole(session)
    case .toggleDomainState: return toggleState(draft)
    case .removeRow: return removeRow(draft)
    case .save:
      if let field = draft.problems.first(where: \.isError)?.field { caret.go(to: field) }
      return [.send(.editor(.reviewWanted))]
    case .discardDraft: discarding = DiscardQuestion()
    case .goToOwner:
      let owner = scene.console.editor.owner
      return [.send(owner == nil ? .noticed(.noOwner) : .editor(.ownerOpened(from: records)))]
    case .editAsJSON: return openDocument(of: draft, scene.console)
    case .back: return [.send(.editor(.left))]
    default: return edit(scene, &keyboard) { _ = $0.perform(action) }
    }
    return []
  }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    guard !isDiscarding, let session = scene.console.editor.session else { return nil }
    let isPossible =
      switch action {
      case .toggleDomainState: field.isOfDomain || field.isOfAdmin
      case .removeRow: field.isOfDomain || field.isOfPair
      case .discardDraft: session.isTouched
      case .goToOwner: scene.console.editor.owner != nil
      default: true
      }
    return isPossible ? nil : .nothingThere
  }

  private mutating func openDocument(of draft: Draft, _ console: Console) -> [Reaction] {
    guard let obstacle = console.obstacleToDocument else {
      return [.command(.edit(draft.documentText))]
    }
    if obstacle == .keysRepeated, let field = draft.pairInTheWayOfDocument { caret.go(to: field) }
    return [.send(.noticed(obstacle))]
  }

  mutating func edit(
    _ scene: Scene, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> [Reaction] {
    guard let session = scene.console.editor.session, !isDiscarding else { return [] }
    guard session.phase == .editing else { return [.send(.noticed(.busySaving))] }
    if session.draft.isRemoved(field) { return [refusal(of: .removeRow, scene)] }
    if field.isPicked {
      var probe = LineEditor(text: "")
      keyboard.withKills(&probe, change)
      if probe.text == " " { return toggleState(session.draft) }
      if field == .adminRole, probe.text.isEmpty { return [] }
      guard !probe.text.isEmpty, session.draft.isAddedDomain(field) else {
        return [refusal(of: .toggleDomainState, scene)]
      }
      // Whoever types one domain after another is at the next.
      caret.go(to: .domains)
    }
    // What is typed where rows are added begins one.
    let text = session.draft.text(of: field)
    let line = caret.change(text, &keyboard, change)
    return line.text == text ? [] : [.send(.editor(.textChanged(field, line.text)))]
  }

  /// Says why nothing can be typed here, and by which key something can be done.
  private func refusal(of action: Action, _ scene: Scene) -> Reaction {
    let key = scene.keyMap.name(of: action, in: .form)
    let orKey = key.map { " or \($0)" } ?? ""
    let words =
      if action == .removeRow {
        "Nothing can be typed into a row that is to be removed."
          + (key.map { " \($0) puts it back." } ?? "")
      } else if field == .adminRole {
        "A role is picked: Space takes the next one" + (key.map { ", \($0) one beside it." } ?? ".")
      } else {
        "A state takes no text. Space\(orKey) changes it."
      }
    return .send(.noticed(.notPossible(because: words)))
  }

  /// To the row below or above, and there to the same side of it.
  private mutating func moveRow(by distance: Int, _ draft: Draft) {
    let isOnRight = field.isOnRight
    let rows = draft.formFields.filter { !$0.isOnRight }
    caret.go(
      to: caret.along(isOnRight ? rows.map { $0.rightOfRow ?? $0 } : rows, by: distance))
  }

  private mutating func activate(_ draft: Draft) -> [Reaction] {
    switch field {
    case .domains: return [.send(.editor(.domainAdded))]
    case .metadata: return [.send(.editor(.pairAdded))]
    case .name, .externalID, .stripeCustomerID, .adminEmail, .adminRole, .domain, .domainState,
      .metadataKey, .metadataValue:
      // Not the other state: whoever types on with Enter would call a domain verified unawares.
      caret.go(to: caret.around(draft.formFields, by: 1))
      return []
    }
  }

  private func toggleState(_ draft: Draft) -> [Reaction] {
    switch field {
    case .domain(let row), .domainState(let row):
      draft.isRemoved(field) ? [] : [.send(.editor(.domainStateToggled(row)))]
    case .adminEmail, .adminRole: [.send(.editor(.adminRoleWanted))]
    case .name, .externalID, .stripeCustomerID, .metadataKey, .metadataValue, .domains, .metadata:
      [.send(.noticed(.noStateHere))]
    }
  }

  /// One more role beside those that are picked, as long as there is another.
  private func addRole(_ session: EditorSession) -> [Reaction] {
    let (roles, picked) = (session.roles.roles.map(\.slug), session.draft.firstAdmin.roles)
    guard roles.isEmpty || !roles.allSatisfy(picked.contains) else {
      return [.send(.noticed(.notPossible(because: "Every role there is is picked already.")))]
    }
    return [.send(.editor(.adminRoleAdded))]
  }

  private func removeRow(_ draft: Draft) -> [Reaction] {
    switch field {
    case .domain, .domainState, .metadataKey, .metadataValue:
      [.send(.editor(.rowRemovalToggled(field)))]
    case .adminRole where draft.firstAdmin.roles.count > 1: [.send(.editor(.adminRoleDropped))]
    case .adminEmail, .adminRole: [.send(.editor(.textChanged(.adminEmail, "")))]
    case .name, .externalID, .stripeCustomerID, .domains, .metadata:
      [.send(.noticed(.rowNotRemovable))]
    }
  }
}

extension Action {
  /// Whether the caret goes to another field, or what is typed is done.
  fileprivate var leavesField: Bool {
    switch self {
    case .pageDown, .pageUp, .nextSection, .previousSection, .nextField, .previousField, .nextRow,
      .previousRow, .activateField, .save:
      true
    default: false
    }
  }
}

extension Draft {
  /// Whether it is the state of a domain that was added in this form.
  fileprivate func isAddedDomain(_ field: FormField) -> Bool {
    domains.contains { field == .domainState($0.id) && $0.original == nil }
  }

  /// Whether the row of a field is on its way out, and so not to be edited.
  fileprivate func isRemoved(_ field: FormField) -> Bool {
    let row = field.leftOfRow
    return domains.contains { row == .domain($0.id) && $0.isRemoved }
      || metadata.contains { row == .metadataKey($0.id) && $0.isRemoved }
  }
}

extension FormField {
  fileprivate var isOfDomain: Bool { if case .domain = leftOfRow { true } else { false } }

  fileprivate var isOfPair: Bool { if case .metadataKey = leftOfRow { true } else { false } }

  fileprivate var isOfAdmin: Bool { leftOfRow == .adminEmail }

  /// Whether what it holds is picked, and never typed.
  fileprivate var isPicked: Bool { isOnRight && !isOfPair }
}
