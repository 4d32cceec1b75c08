import Cells
import Foundation
import ViewModel
import WorkOS

/// The lines of the journal and of the requests that are shown, and what keys do with them.
extension Workspace {
  mutating func openRecords(_ overlay: Overlay) {
    closeOverlayForGood()
    (self.overlay, recordRow, recordTop) = (overlay, 0, 0)
    recordFilter = RecordFilter()
  }

  /// Draws what the line is typed for.
  mutating func drawSearchedOverlay(_ console: Console, now: Date, on canvas: inout Canvas) {
    switch overlay {
    case .json: drawJSON(on: &canvas)
    case .journal: drawJournal(console, on: &canvas)
    case .requests: drawRequests(console, now: now, on: &canvas)
    case .copying, .help, .drafts, nil: break
    }
  }

  /// What was written here with this key, then what else was, if that is wanted.
  mutating func journalEntries(_ console: Console) -> [JournalEntry] {
    let all = console.journal.entries
    let others = all.filter { !console.isOwn($0) }
    let shown =
      others.isEmpty ? all : all.filter(console.isOwn) + (recordFilter.showsOthers ? others : [])
    let words = recordWords
    return recordFilter.journal.matches(overlaySearch.needle, in: shown) { words.text(of: $0) }
  }

  mutating func loggedRequests(_ console: Console) -> [LoggedRequest] {
    let words = recordWords
    return recordFilter.requests.matches(overlaySearch.needle, in: console.requests) {
      words.text(of: $0)
    }
  }

  func journalTitle(_ console: Console) -> String {
    let title = layout.columns < 60 ? "Journal" : "Journal of writes, newest first"
    let others = console.journal.entries.count { !console.isOwn($0) }
    let key = keyMap.name(of: .showOthers, in: .journal) ?? ""
    let elsewhere =
      others == 0
      ? "" : recordFilter.showsOthers ? " · \(key): only here" : " · \(key): \(others) more"
    return title + filterTitle + elsewhere
  }

  func journalNone(_ console: Console) -> String {
    let journal = console.journal
    if !journal.isRead { return "Reading…" }
    if journal.entries.isEmpty { return "Nothing has been written from here yet." }
    let others = journal.entries.count { !console.isOwn($0) }
    guard others > 0, !recordFilter.showsOthers else { return noneMatches }
    let none =
      overlaySearch.needle.isEmpty ? "Nothing was written here with this key yet." : noneMatches
    let key = keyMap.name(of: .showOthers, in: .journal) ?? ""
    return none + " \(key) also shows what was written with other keys or to other environments."
  }

  var filterTitle: String {
    overlaySearch.needle.isEmpty ? "" : " · \(ListWords.quoted(overlaySearch.text, columns: 20))"
  }

  var noneMatches: String { "No line holds \(ListWords.quoted(overlaySearch.text))." }

  // MARK: Keys

  mutating func performInJournal(_ action: Action, _ console: Console) -> [Command] {
    let entries = journalEntries(console)
    let isEntry = entries.indices.contains(recordRow)
    if action == .showOthers {
      guard console.journal.entries.contains(where: { !console.isOwn($0) }) else {
        return [.send(.noticed(.nothingElsewhere))]
      }
      recordFilter.showsOthers.toggle()
      (recordRow, recordTop) = (0, 0)
      return []
    }
    if let commands = performInRecords(action, console, count: entries.count) { return commands }
    guard isEntry else { return [] }
    let entry = entries[recordRow]
    switch action {
    case .takeBack:
      isAcceptMarked = false
      resetForm()
      return [.send(.journal(.takingBackWanted(entry.id)))]
    case .copyID:
      return entry.organizationID.map {
        [.copy(CopiedText(line: $0.rawValue), what: "the id")]
      } ?? [.send(.noticed(.nothingToCopy(what: "id")))]
    case .open: return open(entry.organizationID)
    default: return []
    }
  }

  mutating func performInRequests(_ action: Action, _ console: Console) -> [Command] {
    let requests = loggedRequests(console)
    if let commands = performInRecords(action, console, count: requests.count) { return commands }
    guard requests.indices.contains(recordRow) else { return [] }
    switch action {
    case .copyCurl:
      let command = CurlCommand.repeating(requests[recordRow])
      return [.copy(CopiedText(line: command), what: "the command")]
    case .open: return open(requests[recordRow].organizationID)
    default: return []
    }
  }

  /// What is the same for both; nil when the action is another.
  private mutating func performInRecords(
    _ action: Action, _ console: Console, count records: Int
  ) -> [Command]? {
    if action == .close {
      closeOverlayForGood()
      return console.detail.sought == nil ? [] : [.send(.detail(.seekingLeft))]
    }
    // What is typed ahead was meant for the organization.
    if console.detail.sought != nil {
      return action == .back ? [.send(.detail(.seekingLeft))] : []
    }
    soughtOrganization = nil
    switch action {
    case .filter: openOverlayLine()
    case .back where !overlaySearch.text.isEmpty:
      (overlaySearch, recordRow, recordTop) = (OverlaySearch(), 0, 0)
    default: return moveRecord(action, count: records) ? [] : nil
    }
    return []
  }

  private mutating func open(_ id: Organization.ID?) -> [Command] {
    guard let id else { return [.send(.noticed(.nothingToOpen))] }
    soughtOrganization = id
    detailCursor = DetailCursor()
    return [.send(.detail(.sought(id)))]
  }

  /// Whether what was opened from a line is there, so that the lines have been left.
  func hasArrived(in console: Console) -> Bool {
    guard let soughtOrganization, overlay == .journal || overlay == .requests else { return false }
    return console.detail.sought == nil && console.detail.organization?.id == soughtOrganization
  }
}
