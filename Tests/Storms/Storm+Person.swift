import ViewModel
import WorkOS

/// The person at the keys.
extension Storm {
  /// Mostly what is at hand: the form that is open, the dialog that asks, or the list.
  mutating func anythingAPersonDoes() -> Event {
    let events =
      switch Int.random(in: 0..<40, using: &chance) {
      case 0: quitting
      case 1..<24 where console.editor.session != nil: editing
      case 1..<24 where console.deletions.dialog != nil: deleting
      case 1..<12 where console.restoring != nil || console.drafts.found != nil: unfinished
      case 24..<27: unfinished
      case 1..<12: editing
      case 12..<20: deleting
      default: browsing
      }
    return events.randomElement(using: &chance) ?? .timePassed
  }

  private var browsing: [Event] {
    mutating get {
      let (id, shown, text) = (anyID, shownID, anyText)
      return [
        .timePassed, .timePassed, .keyPressed, .list(.selectionMoved(by: anyDistance)),
        .list(.selectionMoved(by: 1)), .list(.firstRowWanted), .list(.lastRowWanted),
        .list(.selected(id)), .list(.nextPageWanted), .list(.nextPageWanted),
        .list(.previousPageWanted), .list(.refreshWanted), .list(.orderFlipped),
        .list(.filterChanged(text)), .list(.filterChanged("")), .list(.searchSubmitted(text)),
        .list(.left), .list(.nextMatchWanted), .list(.previousMatchWanted), .detail(.opened(id)),
        .detail(.opened(shown)), .detail(.closed), .detail(.refreshWanted),
        .list(.pagesTurned(by: anyDistance)), .list(.rowWanted(abs(anyDistance))),
        .detail(.stepped(by: anyDistance)), .detail(.sought(id)), .detail(.seekingLeft),
        .detail(.left),
      ]
    }
  }

  /// What leads to a save, which takes several in a row, more often than the rest.
  private var editing: [Event] {
    mutating get {
      let typed: [FormField] = [.name, .name, .externalID, .domain(0), .metadataKey(0)]
      let field = typed.randomElement(using: &chance) ?? .name
      let events: [EditorEvent] = [
        .creationOpened, .opened(shownID), .opened(anyID), .textChanged(.name, anyText),
        .textChanged(field, "Typed \(anyDistance)"), .domainAdded, .pairAdded,
        .documentWritten(EditedDocument(opened: "", bytes: Array(#"{"name":"\#(anyText)"}"#.utf8))),
        .documentWritten(EditedDocument(opened: "", bytes: Array(anyText.utf8))),
        .rowRemovalToggled(field), .domainStateToggled(0), .reviewWanted, .submitted,
        .reviewWanted, .submitted, .conflictDecided(.name, .mine), .questionTyped(wantedText),
        .acknowledged(foundID), .creationRepeated, .findingRepeated, .puttingBackWanted,
        .conflictDecided(.name, .theirs), .reviewLeft, .left, .discarded,
      ]
      return events.map(Event.editor)
    }
  }

  private var wantedText: String {
    if case .asking(let question) = console.editor.session?.phase {
      question.confirmation.wantedText ?? ""
    } else {
      ""
    }
  }

  private var foundID: Organization.ID {
    mutating get {
      guard case .found(let finding) = console.editor.session?.phase else { return anyID }
      return finding.candidates.randomElement(using: &chance)?.id ?? anyID
    }
  }

  private var deleting: [Event] {
    mutating get {
      let name = console.deletions.dialog?.organization.name ?? ""
      let events: [DeletionEvent] = [
        .asked(shownID), .asked(anyID), .nameTyped(name), .nameTyped(anyText), .confirmed,
        .confirmed, .cancelled, .undone,
      ]
      return events.map(Event.deletion)
    }
  }

  /// The pane of what was typed and not saved.
  private var unfinished: [Event] {
    mutating get {
      let ids = console.listedDrafts.map(\.id)
      guard let id = ids.randomElement(using: &chance) else { return [.drafts(.wanted)] }
      return [
        .drafts(.opened(id)), .drafts(.opened(id)), .drafts(.openingLeft),
        .drafts(.discarded(id)), .drafts(.foundAnswered(.goOn)),
        .drafts(.foundAnswered(.beginAfresh)), .restoring(.confirmed), .restoring(.cancelled),
      ]
    }
  }

  private var quitting: [Event] {
    [.quitWanted, .quitAnswered(.stay), .quitAnswered(.finishFirst), .quitAnswered(.abandon)]
  }

  private var anyID: Organization.ID {
    mutating get { .number(Int.random(in: 0..<nextNumber, using: &chance)) }
  }

  /// The one the keys of the list are about.
  private var shownID: Organization.ID {
    mutating get { console.list.selection ?? anyID }
  }

  private var anyDistance: Int {
    mutating get { Int.random(in: -6...6, using: &chance) }
  }

  private var anyText: String {
    mutating get {
      ["", "1", "customer 2", "nobody", "org_7", "customer", "name:customer 1"].randomElement(
        using: &chance) ?? ""
    }
  }
}
