import Cells
import Foundation
import ViewModel
import WorkOS

/// What the person has in hand: focus, overlays, scrolling and carets. Nothing here is worth saving.
package struct Workspace: Sendable {
  /// Something laid over the panes until it is closed.
  package enum Overlay: Equatable, Sendable {
    case json
    case copying
    case help(Pane)
    case journal
    case drafts
    case requests
  }

  /// What is about to be discarded.
  package enum Discarding: Equatable, Sendable {
    /// What is typed in the open form.
    case form(Draft.Subject)
    case kept(Draft.ID)
  }

  package let keyMap: KeyMap
  package let surroundings: Surroundings

  package internal(set) var overlay: Overlay?
  /// The organization that JSON and the copy menu were opened for.
  var overlaySubject: Organization?
  /// The filter line, while it is being typed in.
  package internal(set) var filterLine: LineEditor?
  package internal(set) var isWide = false
  /// The place in the form that has the caret.
  package internal(set) var formField = FormField.name
  package internal(set) var formLine = LineEditor(text: "")
  /// The name of an organization, while it is typed to delete it.
  package internal(set) var nameLine = LineEditor(text: "")
  /// The draft that is about to be discarded, while the person is asked.
  package internal(set) var discarding: Discarding?
  /// Whether a dialog's second button is marked, the one that does it.
  package internal(set) var isAcceptMarked = false
  package internal(set) var conflictRow = 0
  /// The marked row of the journal, of the drafts or of the requests.
  package internal(set) var recordRow = 0
  var recordTop = 0
  /// What is looked for in what is laid over the panes.
  package internal(set) var overlaySearch = OverlaySearch()
  var recordFilter = RecordFilter()
  /// What was opened from a line of the journal or of the requests.
  var soughtOrganization: Organization.ID?
  /// The marked draft, which stays marked wherever its row goes.
  var markedDraft: Draft.ID?

  /// What is asked, and whether it hears an answer yet.
  var asking: Asking?
  /// The key that was pressed last, which may still be held down.
  var lastKey: Key?
  /// When something was last pasted, or came right behind a paste.
  var pastedAt: Duration?

  /// The first line of the list that is on screen.
  var listTop = 0
  /// Where the list was scrolled to below a search and a filter, to go back there.
  var listTops: [Int: Int] = [:]
  /// Whether there is a search (1), a filter (2) or both above the whole list.
  var listDepth = 0
  var filterHistory = FilterHistory()
  /// Where the list was scrolled to in the other order.
  var listTopOfOtherOrder = 0
  package internal(set) var detailCursor = DetailCursor()
  /// The time of the last drawing, by which what is on screen was laid out.
  var drawnAt = Date.distantPast
  var formTop = 0
  /// The fields that the caret has left, with what was done to them.
  var leftLines: [FormField: LineEditor] = [:]
  /// What the form that is about to open is to begin with.
  var wantedField: EditableField?
  /// What was last killed in any line but a question's.
  var kills = KillBuffer()
  /// The server's objections that the caret was already brought to.
  var refusalsSeen: [DraftProblem] = []
  var overlayScroll = Scroll()
  /// What lies below the help, and how far down it was.
  var overlayBelowHelp: (overlay: Overlay?, scroll: Scroll) = (nil, Scroll())
  /// The number that was typed before a movement.
  package internal(set) var count: Int?
  /// The key that did nothing, once that was said.
  var unboundKey: Key?
  /// The size at the last drawing, which a screenful is measured by.
  var layout = Layout(rows: 24, columns: 80)
  /// The organization the detail was scrolled for.
  var detailSubject: Organization.ID?
  /// The list's rows as they were last drawn, so that a moved selection draws two rows and not all.
  var listCache: ListCache?

  package init(keyMap: KeyMap, surroundings: Surroundings) {
    self.keyMap = keyMap
    self.surroundings = surroundings
  }

  /// The pane that has the keyboard.
  package func pane(in console: Console) -> Pane {
    let overlay = hasArrived(in: console) ? nil : self.overlay
    if console.quitting == .asking || console.quitting == .finishing { return .quitting }
    if case .help = overlay { return .help }
    if let dialog = console.deletions.dialog { return dialog.asksForName ? .naming : .deletion }
    if let session = console.editor.session {
      if discarding == .form(session.draft.subject) { return .discarding }
      switch session.phase {
      case .reviewing: return .review
      case .conflicted: return .conflict
      case .asking(let question): return question.asksForText ? .losing : .rewriting
      case .found: return .finding
      case .editing, .checking, .sending, .waiting, .verifying, .confirming, .finding: return .form
      }
    }
    if console.restoring != nil { return .restoring }
    if console.drafts.found != nil { return .draftFound }
    switch overlay {
    case .json: return overlaySearch.line == nil ? .json : .overlaySearch
    case .copying: return .copying
    case .journal: return overlaySearch.line == nil ? .journal : .overlaySearch
    case .drafts: return discarding == nil ? .drafts : .discarding
    case .requests: return overlaySearch.line == nil ? .requests : .overlaySearch
    case .help, nil: break
    }
    if filterLine != nil { return .filter }
    return console.detail.isOpen ? .detail : .list
  }

  /// The organization the keys are about: the open one, or else the selected one.
  package func subject(in console: Console) -> Organization? {
    console.detail.organization ?? console.list.selectedOrganization
  }
}

/// What surrounds the program and shows on its screen; handed in, never looked up.
package struct Surroundings: Sendable {
  package var timeZone: TimeZone
  /// The address of the API, for the curl command that can be copied.
  package var baseURL: String

  package init(timeZone: TimeZone, baseURL: String) {
    self.timeZone = timeZone
    self.baseURL = baseURL
  }
}
