import Cells
import Foundation
import ViewModel
import WorkOS

extension Workspace {
  mutating func performInList(_ action: Action, _ console: Console) -> [Command] {
    switch action {
    case .moveDown: return list(.selectionMoved(by: times))
    case .moveUp: return list(.selectionMoved(by: -times))
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      return scrollList(by: distance(of: action))
    case .moveToFirst, .moveToLast:
      if let count { return list(.rowWanted(max(0, count - 1))) }
      return list(action == .moveToFirst ? .firstRowWanted : .lastRowWanted)
    case .nextPage: return list(count.map { .pagesTurned(by: $0) } ?? .nextPageWanted)
    case .previousPage: return list(count.map { .pagesTurned(by: -$0) } ?? .previousPageWanted)
    case .nextMatch: return repeated(.list(.nextMatchWanted))
    case .previousMatch: return repeated(.list(.previousMatchWanted))
    case .flipOrder:
      swap(&listTop, &listTopOfOtherOrder)
      return list(.orderFlipped)
    case .refresh: return list(.refreshWanted)
    case .back: return list(.left)
    case .wideColumns:
      isWide.toggle()
      return []
    case .open, .nextPane:
      guard let id = console.list.selectedOrganization?.id else { return [] }
      detailCursor = DetailCursor()
      return [.send(.detail(.opened(id)))]
    default: return performOnSubject(action, console)
    }
  }

  /// What can be done to an organization from the list and from the detail alike.
  mutating func performOnSubject(_ action: Action, _ console: Console) -> [Command] {
    if action == .filter {
      filterLine = LineEditor(text: console.list.filter)
      return console.detail.isOpen ? [.send(.detail(.closed))] : []
    }
    if action == .showJournal {
      openRecords(.journal)
      return [.send(.journal(.wanted))]
    }
    if action == .showDrafts { return openDrafts() }
    if action == .showRequests {
      openRecords(.requests)
      return []
    }
    if action == .undo { return [.send(.deletion(.undone))] }
    if action == .putBack { return openForm(.puttingBackWanted) }
    if action == .add { return openForm(.creationOpened) }
    guard let subject = subject(in: console) else { return [] }
    switch action {
    case .edit: return openForm(.opened(subject.id))
    case .delete:
      isAcceptMarked = false
      return [.send(.deletion(.asked(subject.id)))]
    case .showJSON:
      (overlayScroll, overlaySearch) = (Scroll(), OverlaySearch())
      (overlay, overlaySubject) = (.json, subject)
    case .copyMenu: (overlay, overlaySubject) = (.copying, subject)
    case .copyID: return [.copy(CopiedText(line: subject.id.rawValue), what: "the id")]
    default: break
    }
    return []
  }

  mutating func openForm(_ event: EditorEvent, at field: EditableField? = nil) -> [Command] {
    resetForm(at: field)
    return [.send(.editor(event))]
  }

  mutating func performInFilter(_ action: Action, _ console: Console) -> [Command] {
    switch action {
    case .pageDown, .pageUp: return scrollList(by: distance(of: action))
    case .earlierText:
      return fill(filterHistory.earlier(than: filterLine?.text ?? ""))
    case .laterText:
      return fill(filterHistory.later())
    case .nextPane:
      filterHistory.remember(filterLine?.text ?? "")
      filterLine = nil
      return []
    case .back:
      filterHistory.rest()
      filterLine = nil
      return list(.filterChanged(""))
    case .searchServer:
      let text = filterLine?.text ?? ""
      filterHistory.remember(text)
      filterLine = nil
      return list(.searchSubmitted(text))
    default:
      return edit(console, in: .filter) { _ = $0.perform(action) }
    }
  }

  /// Puts a text of the history into the line.
  private mutating func fill(_ text: String?) -> [Command] {
    guard let text else { return [] }
    filterLine = LineEditor(text: text)
    return list(.filterChanged(text))
  }

  mutating func performInOverlay(_ action: Action, _ console: Console) -> [Command] {
    if overlayScroll.perform(action, screenful: layout.listRows, count: count) { return [] }
    switch action {
    case .back: closeOverlay()
    default:
      guard let subject = overlaySubject else { return [] }
      overlay = nil
      return copy(action, of: subject)
    }
    return []
  }

  /// Closes the overlay; below the help of another one, that one is still open.
  private mutating func closeOverlay() {
    guard case .help = overlay else {
      overlay = nil
      overlayScroll = Scroll()
      return
    }
    (overlay, overlayScroll) = overlayBelowHelp
    overlayBelowHelp = (nil, Scroll())
  }

  private func copy(_ action: Action, of organization: Organization) -> [Command] {
    switch action {
    case .copyID: [.copy(CopiedText(line: organization.id.rawValue), what: "the id")]
    case .copyName: [.copy(CopiedText(line: organization.name), what: "the name")]
    case .copyExternalID:
      organization.externalID.map { [.copy(CopiedText(line: $0), what: "the external id")] }
        ?? [.send(.noticed(.nothingToCopy(what: "external id")))]
    case .copyDomains:
      organization.domains.isEmpty
        ? [.send(.noticed(.nothingToCopy(what: "domain")))]
        : [
          .copy(CopiedText(lines: organization.domains.map(\.domain)), what: "the domains")
        ]
    case .copyRecords: copyRecords(of: organization)
    case .copyJSON: [.copy(CopiedText(json: organization.json), what: "the JSON")]
    case .copyCurl:
      [
        .copy(
          CopiedText(line: CurlCommand.reading(organization.id, at: surroundings.baseURL)),
          what: "the command")
      ]
    default: []
    }
  }

  private func copyRecords(of organization: Organization) -> [Command] {
    let records = organization.domains.compactMap(VerificationRecord.init)
    return records.isEmpty
      ? [.send(.noticed(.nothingToCopy(what: "DNS record of an unverified domain")))]
      : [.copy(CopiedText(lines: records.map(\.line)), what: "the DNS records")]
  }

  /// Moves the selection, and what is in sight with it, so that as much of it is new.
  private mutating func scrollList(by distance: Int) -> [Command] {
    listTop += distance
    return list(.selectionMoved(by: distance))
  }

  private func list(_ event: ListEvent) -> [Command] {
    [.send(.list(event))]
  }
}
