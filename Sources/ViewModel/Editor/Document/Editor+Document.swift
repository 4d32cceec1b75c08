import WorkOS

extension Editor {
  /// Takes over what an editor has left; what cannot be read is kept for the next one.
  mutating func documentWritten(_ document: EditedDocument, _ turn: inout Turn) {
    guard var session, session.phase == .editing else { return }
    // A text that was not read before is not read now either, and that is said again.
    if document.isUnchanged, session.draft.unreadText == nil { return }
    let before = session.draft
    let notice = session.draft.take(document)
    if notice == .documentTaken {
      session.isTouched = true
      session.forgiveRefusals(since: before)
    }
    turn.notice = notice
    self.session = session
  }
}

extension Draft {
  /// Takes over what an editor has left, and tells what came of it.
  mutating func take(_ document: EditedDocument) -> Notice.Subject {
    if document.text.isBlank {
      unreadText = nil
      return .documentEmpty
    }
    do throws(DocumentProblem) {
      guard document.isUTF8 else { throw DocumentProblem(kind: .json(.notUTF8)) }
      apply(document, as: try FormDocument(reading: document.text, for: self))
      return .documentTaken
    } catch {
      unreadText = document.text
      return .documentUnread(error)
    }
  }
}

extension EditorSession {
  /// What the server refused is no longer there where a document has changed it.
  fileprivate mutating func forgiveRefusals(since before: Draft) {
    guard before.fields != draft.fields else { return }
    let fields = draft.formFields
    refusals.removeAll { refusal in
      switch refusal.field {
      case .domains, .metadata: true
      case .name, .externalID, .stripeCustomerID, .adminEmail, .adminRole, .domain, .domainState,
        .metadataKey, .metadataValue:
        !fields.contains(refusal.field)
          || before.text(of: refusal.field) != draft.text(of: refusal.field)
      }
    }
    failure = nil
  }
}

extension EditorEvent {
  /// Whether it would change the form, or send it, while a text for it waits to be mended.
  var disregardsDocument: Bool {
    switch self {
    case .textChanged, .adminRoleWanted, .domainStateToggled, .domainAdded, .pairAdded,
      .rowRemovalToggled,
      .reviewWanted:
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
