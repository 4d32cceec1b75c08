import WorkOS

extension Editor {
  /// What the person did to the open form.
  mutating func update(_ event: EditorEvent, _ turn: inout Turn) {
    if event.disregardsDocument, let problem = session?.draft.documentProblem {
      turn.notice = .documentUnread(problem)
      return
    }
    switch event {
    case .textChanged(let field, let text) where field == .domains || field == .metadata:
      if let row = addRow(to: field, holding: text) { forgiveRefusal(at: row) }
    case .textChanged(let field, let text):
      edit { $0.setText(text, of: field) }
      forgiveRefusal(at: field)
      if field == .name { nameTyped(at: turn.now) }
      if field == .adminEmail, session?.draft.firstAdmin.isWanted == true { askForRoles(&turn) }
    case .domainStateToggled(let id):
      edit { $0.toggleState(ofDomain: id) }
      forgiveRefusal(at: .domains)
    case .domainAdded: addRow(to: .domains)
    case .pairAdded: addRow(to: .metadata)
    case .adminRoleWanted: nextAdminRole(beside: false, &turn)
    case .adminRoleAdded: nextAdminRole(beside: true, &turn)
    case .adminRoleDropped: dropAdminRole()
    case .rolesRead(let id, let result): rolesRead(id, result)
    case .adminFound(let id, let result): adminFound(id, result, &turn)
    case .rowRemovalToggled(let field):
      edit { $0.toggleRemoval(of: field) }
      forgiveRefusal(at: field)
    case .documentWritten(let document): documentWritten(document, &turn)
    case .reviewWanted:
      switch session?.phase {
      case .conflicted: settle(&turn)
      case .documentConflicted: settleDocument(&turn)
      default: review(&turn)
      }
    case .submitted: submit(&turn)
    case .questionTyped(let text):
      guard case .asking(var question) = session?.phase else { return }
      question.confirmation.typedText = text
      session?.phase = .asking(question)
    case .creationRepeated: createAgain()
    case .findingRepeated: lookAgain(&turn)
    case .puttingBackWanted: putBack(&turn)
    case .conflictDecided(let field, let side): decide(field, side, &turn)
    case .reviewLeft: leaveReview(&turn)
    case .left: leave(&turn)
    case .discarded: discard(&turn)
    case .membershipRead, .adminAnswered, .creationOpened, .opened, .saved, .domainChanged, .found,
      .acknowledged, .ownerOpened:
      break  // These need more than the form, and are dealt with where that is.
    }
  }

  /// Adds a row where rows like it are added, and says which it is.
  @discardableResult
  private mutating func addRow(to section: FormField, holding text: String = "") -> FormField? {
    var row: FormField?
    edit { draft in
      let added: FormField =
        section == .domains ? .domain(draft.addDomain()) : .metadataKey(draft.addPair())
      if !text.isEmpty { draft.setText(text, of: added) }
      row = added
    }
    guard let row else { return nil }
    let number = (session?.addedRow?.number ?? 0) + 1
    session?.addedRow = EditorSession.AddedRow(field: row, number: number)
    return row
  }

  /// What the server refused is no longer there once the field was changed.
  private mutating func forgiveRefusal(at field: FormField) {
    let changed = [field.leftOfRow, field.rightOfRow, field.whereAdded]
    session?.faults.forgive { changed.contains($0.field) }
  }

  private mutating func leaveReview(_ turn: inout Turn) {
    guard let session else { return }
    switch session.phase {
    case .reviewing, .conflicted, .documentConflicted: self.session?.phase = .editing
    case .asking: self.session?.phase = .reviewing
    case .found: leaveFinding()
    case .finding(let pending):
      turn.cancel(pending)
      leaveFinding()
    case .waiting(let wait):
      self.session?.act?.isStopped = true
      if let lostAnswer = session.act?.lostAnswer {
        lookInto(lostAnswer, &turn)
      } else {
        stop(with: wait.error, &turn)
      }
    case .checking(let pending):
      self.session?.act?.isStopped = true
      if let lostAnswer = session.act?.lostAnswer {
        // What is being read tells whether it was carried out; it is not sent once more.
        self.session?.faults.failure = lostAnswer
        self.session?.phase = .verifying(pending)
      } else {
        turn.cancel(pending)
        stop(&turn)
      }
    case .sending(let pending):
      // The request is given up, and read back, since it may have been carried out by now.
      self.session?.act?.isStopped = true
      turn.cancel(pending)
      turn.notice = .writeStopped
    case .verifying: self.session?.act?.isStopped = true
    case .admin(.lookingUp(let pending)):
      turn.cancel(pending)
      self.session?.phase = .editing
    case .admin(.checking(let pending)):
      turn.cancel(pending)
      self.session?.act?.isStopped = true
      stop(&turn)
    case .admin(.asking): stop(&turn)
    case .admin(.verifying): self.session?.act?.isStopped = true
    case .editing, .confirming: break
    }
  }
}
