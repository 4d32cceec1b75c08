import Foundation
import ViewModel

extension Workspace {
  mutating func performInForm(_ action: Action, _ console: Console) -> [Command] {
    guard let session = console.editor.session else { return [] }
    if session.isUnderway {
      // While the form is being sent only giving up makes sense; what was typed cannot be lost.
      return action == .back ? [.send(.editor(.reviewLeft))] : [.send(.noticed(.busySaving))]
    }
    let draft = session.draft
    goToWantedField(in: draft)
    syncFormLine(with: draft)
    switch action {
    case .pageDown, .pageUp:
      scrollForm(by: distance(of: action, screenful: formScreenful), session, console)
    case .nextSection: moveSection(by: 1, draft)
    case .previousSection: moveSection(by: -1, draft)
    case .nextField: moveField(by: 1, draft)
    case .previousField: moveField(by: -1, draft)
    case .nextRow: moveRow(by: 1, draft)
    case .previousRow: moveRow(by: -1, draft)
    case .activateField: return activate(draft)
    case .toggleDomainState: return toggleState(draft)
    case .removeRow: return removeRow(draft)
    case .save:
      overlayScroll = Scroll()
      if let field = session.draft.problems.first(where: \.isError)?.field { focus(field, draft) }
      return [.send(.editor(.reviewWanted))]
    case .discardDraft:
      isAcceptMarked = false
      discarding = .form(draft.subject)
    case .goToOwner:
      return [.send(console.editor.owner == nil ? .noticed(.noOwner) : .editor(.ownerOpened))]
    case .editAsJSON: return openDocument(of: draft, console)
    case .back: return [.send(.editor(.left))]
    default: return editFormField(console) { _ = $0.perform(action) }
    }
    return []
  }

  private mutating func openDocument(of draft: Draft, _ console: Console) -> [Command] {
    guard let obstacle = console.obstacleToDocument else { return [.edit(draft.documentText)] }
    if obstacle == .keysRepeated, let field = draft.pairInTheWayOfDocument { focus(field, draft) }
    return [.send(.noticed(obstacle))]
  }

  /// Has the form that is about to open begin at this field, or else at its first one.
  mutating func resetForm(at field: EditableField? = nil) {
    (formField, formTop, discarding) = (.name, 0, nil)
    (wantedField, leftLines) = (field, [:])
    formLine = LineEditor(text: "")
  }

  mutating func editFormField(
    _ console: Console, _ change: (inout LineEditor) -> Void
  ) -> [Command] {
    guard let session = console.editor.session else { return [] }
    guard session.phase == .editing else { return [.send(.noticed(.busySaving))] }
    goToWantedField(in: session.draft)
    syncFormLine(with: session.draft)
    if session.draft.isRemoved(formField) { return [] }
    switch formField {
    case .domains, .metadata: return startRow(session.draft, change)
    case .domainState(let row):
      var probe = LineEditor(text: "")
      withKills(&probe, change)
      return probe.text == " " ? [.send(.editor(.domainStateToggled(row)))] : []
    case .name, .externalID, .stripeCustomerID, .domain, .metadataKey, .metadataValue: break
    }
    let before = formLine.text
    var line = formLine
    withKills(&line, change)
    formLine = line
    guard formLine.text != before else { return [] }
    return [.send(.editor(.textChanged(formField, formLine.text)))]
  }

  /// Begins a new row with what is typed on the line that adds one.
  private mutating func startRow(
    _ draft: Draft, _ change: (inout LineEditor) -> Void
  ) -> [Command] {
    var line = LineEditor(text: "")
    withKills(&line, change)
    guard !line.text.isEmpty else { return [] }
    let commands = activate(draft)
    formLine = line
    return commands + [.send(.editor(.textChanged(formField, line.text)))]
  }

  /// Brings the caret's line up to date when the draft or the field is not the one it was made for.
  mutating func syncFormLine(with draft: Draft) {
    if !draft.formFields.contains(formField) { formField = nearestField(in: draft) }
    let text = draft.text(of: formField)
    if formLine.text != text { formLine = LineEditor(text: text) }
  }

  /// Puts the caret where the server found fault, once for each answer.
  mutating func goToRefusal(in session: EditorSession) {
    let new = session.refusals.filter { !refusalsSeen.contains($0) }
    refusalsSeen = session.refusals
    if let field = new.first?.field { focus(field, session.draft) }
  }

  mutating func focus(_ field: FormField, _ draft: Draft) {
    guard field != formField || formLine.text != draft.text(of: field) else {
      return formLine.rest()
    }
    leftLines[formField] = formLine
    formField = field
    let text = draft.text(of: field)
    // What was done to it before can still be undone, if that is what it still holds.
    if var line = leftLines[field], line.text == text {
      line.rest()
      formLine = line
    } else {
      formLine = LineEditor(text: text)
    }
  }

  private mutating func moveField(by distance: Int, _ draft: Draft) {
    let fields = draft.formFields
    let current = fields.firstIndex(of: formField) ?? 0
    focus(fields[(current + distance + fields.count) % fields.count], draft)
  }

  /// To the row below or above, and there to the same side of it.
  private mutating func moveRow(by distance: Int, _ draft: Draft) {
    let isOnRight = formField.isOnRight
    let rows = draft.formFields.filter { !$0.isOnRight }
    let left = formField.leftOfRow
    let current = rows.firstIndex(of: left) ?? 0
    let target = rows[min(max(current + distance, 0), rows.count - 1)]
    focus(isOnRight ? target.rightOfRow ?? target : target, draft)
  }

  /// Where the focus goes when its row went away: to where rows are added.
  private func nearestField(in draft: Draft) -> FormField {
    switch formField {
    case .domain, .domainState, .domains: .domains
    case .metadataKey, .metadataValue, .metadata: .metadata
    case .name, .externalID, .stripeCustomerID: .name
    }
  }

  private mutating func activate(_ draft: Draft) -> [Command] {
    switch formField {
    case .domains:
      // The new row stands right above; the draft numbers it next.
      formField = .domain(draft.nextRow)
      formLine = LineEditor(text: "")
      return [.send(.editor(.domainAdded))]
    case .metadata:
      formField = .metadataKey(draft.nextRow)
      formLine = LineEditor(text: "")
      return [.send(.editor(.pairAdded))]
    case .name, .externalID, .stripeCustomerID, .domain, .domainState, .metadataKey,
      .metadataValue:
      // Not the other state: whoever types on with Enter would call a domain verified unawares.
      moveField(by: 1, draft)
      return []
    }
  }

  private func toggleState(_ draft: Draft) -> [Command] {
    switch formField {
    case .domain(let row), .domainState(let row):
      draft.isRemoved(formField) ? [] : [.send(.editor(.domainStateToggled(row)))]
    case .name, .externalID, .stripeCustomerID, .metadataKey, .metadataValue, .domains, .metadata:
      [.send(.noticed(.noStateHere))]
    }
  }

  private func removeRow(_ draft: Draft) -> [Command] {
    switch formField {
    case .domain, .domainState, .metadataKey, .metadataValue:
      [.send(.editor(.rowRemovalToggled(formField)))]
    case .name, .externalID, .stripeCustomerID, .domains, .metadata:
      [.send(.noticed(.rowNotRemovable))]
    }
  }
}

extension Draft {
  /// Whether the row of a field is on its way out, and so not to be edited.
  fileprivate func isRemoved(_ field: FormField) -> Bool {
    switch field {
    case .domain(let id), .domainState(let id):
      domains.contains { $0.id == id && $0.isRemoved }
    case .metadataKey(let id), .metadataValue(let id):
      metadata.contains { $0.id == id && $0.isRemoved }
    case .name, .externalID, .stripeCustomerID, .domains, .metadata: false
    }
  }
}
