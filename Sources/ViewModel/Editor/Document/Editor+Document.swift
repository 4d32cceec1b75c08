import WorkOS

extension Editor {
  /// Takes over what an editor has left; what cannot be read is kept for the next one.
  mutating func documentWritten(_ document: EditedDocument, _ turn: inout Turn) {
    guard var session, session.phase == .editing else { return }
    // A text that was not read before is not read now either, and that is said again.
    if document.isUnchanged, session.draft.unreadText == nil { return }
    let before = session.draft
    let (notice, conflicts) = session.draft.take(document)
    turn.notice = notice
    if notice == .documentTaken {
      session.isTouched = true
      session.forgiveRefusals(since: before)
    }
    self.session = session
    if notice == .documentTaken { settle(documentConflicts: conflicts, &turn) }
  }

  /// Has the person decide about fields that were changed here and in the editor. What the editor has
  /// there is a draft of its own until then, however the program ends.
  private mutating func settle(documentConflicts new: [FieldConflict], _ turn: inout Turn) {
    guard var session else { return }
    // The editor has gone on from what was not decided yet.
    let former = session.documentConflicts.filter { old in !new.contains { $0.field == old.field } }
    session.documentConflicts = new + former
    session.refreshDocumentConflicts()
    let id = session.editorsDraft ?? turn.newDraft()
    if session.documentConflicts.isEmpty {
      dropEditorsDraft()
      return
    }
    var editors = session.draft
    editors.take(session.documentConflicts)
    session.editorsDraft = id
    session.phase = .documentConflicted
    self.session = session
    keep(editors, as: id)
    turn.notice = nil
  }

  /// Lays the decisions over the draft and shows what will now be sent.
  mutating func settleDocument(_ turn: inout Turn) {
    guard var session, session.phase == .documentConflicted else { return }
    let undecided = session.documentConflicts.count { $0.choice == nil }
    guard undecided == 0 else {
      turn.notice = .conflictsUndecided(undecided)
      return
    }
    session.draft.take(session.documentConflicts.filter { $0.choice == .theirs })
    session.documentConflicts = []
    session.phase = .editing
    self.session = session
    dropEditorsDraft()
    review(&turn)
  }

  /// Drops what the editor has, once nothing of it is to be decided.
  mutating func dropEditorsDraft() {
    if let id = session?.editorsDraft { forget(id) }
    session?.editorsDraft = nil
  }
}

extension Draft {
  /// Takes over what an editor has left, and tells what came of it, and which fields are to be decided.
  mutating func take(
    _ document: EditedDocument
  ) -> (notice: Notice.Subject, conflicts: [FieldConflict]) {
    if document.text.isBlank {
      (unreadText, textBeforeUnread) = (nil, nil)
      return (.documentEmpty, [])
    }
    do throws(DocumentProblem) {
      guard document.isUTF8 else { throw DocumentProblem(kind: .json(.notUTF8)) }
      let conflicts = apply(document, as: try FormDocument(reading: document.text, for: self))
      return (.documentTaken, conflicts)
    } catch {
      if unreadText == nil { textBeforeUnread = document.opened }
      unreadText = document.text
      return (.documentUnread(error), [])
    }
  }
}

extension EditorSession {
  /// The fields that are to be decided, as the form holds them by now.
  mutating func refreshDocumentConflicts() {
    let now = FormDocument(draft)
    documentConflicts = documentConflicts.compactMap { conflict in
      var conflict = conflict
      conflict.mine = now[conflict.field]
      return conflict.mine == conflict.theirs ? nil : conflict
    }
  }
}

extension EditorSession {
  /// What the server refused is no longer there where a document has changed it.
  fileprivate mutating func forgiveRefusals(since before: Draft) {
    guard before.fields != draft.fields else { return }
    let (now, fields) = (draft, draft.formFields)
    faults.forgive { fault in
      [.domains, .metadata].contains(fault.field) || !fields.contains(fault.field)
        || before.text(of: fault.field) != now.text(of: fault.field)
    }
  }
}

extension EditorEvent {
  /// Whether it would change the form, or send it, while a text for it waits to be mended.
  var disregardsDocument: Bool {
    switch self {
    case .textChanged, .adminRoleWanted, .adminRoleAdded, .adminRoleDropped, .domainStateToggled,
      .domainAdded, .pairAdded, .rowRemovalToggled, .reviewWanted:
      true
    case .creationOpened, .opened, .ownerOpened, .documentWritten, .submitted, .questionTyped,
      .conflictDecided,
      .rolesRead, .adminFound, .membershipRead, .adminAnswered,
      .reviewLeft, .left, .discarded, .saved, .domainChanged, .found, .acknowledged,
      .creationRepeated, .findingRepeated, .puttingBackWanted:
      false
    }
  }
}

extension Console {
  /// Why the form cannot be opened in an editor now; nil when it can.
  package var obstacleToDocument: Notice.Subject? {
    // While the editor has the screen, nobody could see a delete being sent, nor take it back.
    if !deletions.underway.isEmpty { return .deletionBeforeDocument }
    guard let draft = editor.session?.draft, draft.unreadText == nil else { return nil }
    return draft.pairInTheWayOfDocument == nil ? nil : .keysRepeated
  }
}
