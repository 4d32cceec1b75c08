import ViewModel
import WorkOS

/// Which keys would do something as things are: the others need not stand in the footer.
extension Workspace {
  func isUseful(_ action: Action, _ console: Console, in pane: Pane) -> Bool {
    switch pane {
    case .list, .detail: isUsefulWhileBrowsing(action, console)
    case .form: isUsefulInForm(action, console)
    case .copying: overlaySubject.map { isThere(action, in: $0) } ?? true
    case .journal: isUsefulInJournal(action, console)
    case .drafts: console.listedDrafts.isEmpty ? !Self.needsRecord.contains(action) : true
    case .requests: console.requests.isEmpty ? !Self.needsRecord.contains(action) : true
    case .finding: action != .acknowledge || hasCandidates(console)
    case .quitting: isUsefulBeforeQuitting(action, console)
    case .filter, .overlaySearch, .review, .rewriting, .losing, .conflict, .deletion, .naming,
      .discarding, .json,
      .restoring, .draftFound, .help:
      true
    }
  }

  private func isUsefulWhileBrowsing(_ action: Action, _ console: Console) -> Bool {
    switch action {
    case .undo: !console.deletions.revocable.isEmpty
    case .nextPage: console.list.hasPageAfter
    case .previousPage: console.list.hasPageBefore
    case .open, .edit, .delete, .copyID, .copyMenu, .showJSON: subject(in: console) != nil
    case .flipOrder, .wideColumns: !console.list.rows.isEmpty
    default: true
    }
  }

  private func isUsefulInForm(_ action: Action, _ console: Console) -> Bool {
    guard let session = console.editor.session else { return true }
    return switch action {
    case .toggleDomainState: formField.isOfDomain
    case .removeRow: formField.isOfDomain || formField.isOfPair
    case .discardDraft: session.isTouched
    case .goToOwner: console.editor.owner != nil
    default: true
    }
  }

  private func isThere(_ action: Action, in organization: Organization) -> Bool {
    switch action {
    case .copyName: !organization.name.isBlank
    case .copyExternalID: organization.externalID != nil
    case .copyDomains: !organization.domains.isEmpty
    case .copyRecords: organization.domains.contains { VerificationRecord(for: $0) != nil }
    default: true
    }
  }

  /// What is done to a record needs one.
  private static let needsRecord: Set<Action> = [
    .filter, .takeBack, .copyID, .edit, .open, .discardDraft, .copyJSON, .copyCurl,
  ]

  private func isUsefulInJournal(_ action: Action, _ console: Console) -> Bool {
    if action == .showOthers { return console.journal.entries.contains { !console.isOwn($0) } }
    if action == .filter { return !console.journal.entries.isEmpty }
    var lookingOn = self
    let entries = lookingOn.journalEntries(console)
    guard Self.needsRecord.contains(action) else { return true }
    guard entries.indices.contains(recordRow) else { return false }
    return action != .takeBack || entries[recordRow].canBeTakenBack
  }

  private func hasCandidates(_ console: Console) -> Bool {
    guard case .found(let finding) = console.editor.session?.phase else { return false }
    return !finding.candidates.isEmpty
  }

  private func isUsefulBeforeQuitting(_ action: Action, _ console: Console) -> Bool {
    action != .finishThenQuit || (console.quitting == .asking && console.hasWritesUnderway)
  }
}

extension OrganizationList {
  /// Whether there is a page for `]`; none of the two keys does anything in a filter.
  fileprivate var hasPageAfter: Bool {
    !isFiltered && (search?.hasNextPage ?? browsing.hasNextPage)
  }

  fileprivate var hasPageBefore: Bool {
    !isFiltered && (search.map { $0.pageNumber > 1 } ?? (browsing.index > 0))
  }
}

extension JournalEntry {
  /// Whether it says enough to be taken back.
  fileprivate var canBeTakenBack: Bool {
    switch intent.action {
    case .create: false
    case .update: fieldsBefore != nil && fieldsAfter != nil
    case .delete: outcome?.result == .done && fieldsBefore != nil
    }
  }
}

extension FormField {
  fileprivate var isOfDomain: Bool {
    switch self {
    case .domain, .domainState: true
    case .name, .externalID, .stripeCustomerID, .metadataKey, .metadataValue, .domains, .metadata:
      false
    }
  }

  fileprivate var isOfPair: Bool {
    switch self {
    case .metadataKey, .metadataValue: true
    case .name, .externalID, .stripeCustomerID, .domain, .domainState, .domains, .metadata: false
    }
  }
}
