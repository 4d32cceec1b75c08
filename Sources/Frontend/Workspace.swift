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
  /// Which loaded organizations have each name, gathered once for a form.
  var idsByName: [FoldedText: Set<Organization.ID>]?
  var detailScroll = Scroll()
  var formTop = 0
  /// The server's objections that the caret was already brought to.
  var refusalsSeen: [DraftProblem] = []
  var overlayScroll = Scroll()
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
    case .json: return .json
    case .copying: return .copying
    case .journal: return .journal
    case .drafts: return discarding == nil ? .drafts : .discarding
    case .requests: return .requests
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
