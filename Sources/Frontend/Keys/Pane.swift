/// What has the keyboard.
package enum Pane: String, CaseIterable, Sendable {
  case list
  case detail
  case filter
  case form
  case review
  case rewriting
  case losing
  case conflict
  case finding
  case deletion
  case naming
  case discarding
  case quitting
  case copying
  case json
  case journal
  case drafts
  case restoring
  case draftFound = "draft-found"
  case requests
  case overlaySearch = "overlay-search"
  case help

  package var title: String {
    switch self {
    case .list: "List"
    case .detail: "Detail"
    case .filter: "Filter and search"
    case .form: "Form (edit and create)"
    case .review: "Review before sending"
    case .rewriting: "Save? Other domains change too"
    case .losing: "Save? A verified domain is lost"
    case .conflict: "Conflict"
    case .finding: "Was it created?"
    case .deletion: "Delete?"
    case .naming: "Delete? Type the name"
    case .discarding: "Discard the draft?"
    case .quitting: "Quit?"
    case .copying: "Copy menu"
    case .json: "JSON"
    case .journal: "Journal of writes"
    case .drafts: "Drafts"
    case .restoring: "Create it again?"
    case .draftFound: "Go on with the draft?"
    case .requests: "Requests of this session"
    case .overlaySearch: "Search in JSON, journal and requests"
    case .help: "Help"
    }
  }

  /// Whether it asks before something is lost, so that its keys stay in sight.
  var isQuestion: Bool {
    switch self {
    case .deletion, .naming, .discarding, .quitting, .restoring, .rewriting, .losing, .finding,
      .draftFound:
      true
    case .list, .detail, .filter, .form, .review, .conflict, .copying, .json, .journal, .drafts,
      .requests, .overlaySearch, .help:
      false
    }
  }

  /// Whether what it shows may lie over the status line, or have it for itself.
  var coversStatus: Bool {
    switch self {
    case .filter, .json, .journal, .drafts, .draftFound, .restoring, .requests, .overlaySearch,
      .help, .copying:
      true
    case .list, .detail, .form, .review, .rewriting, .losing, .conflict, .finding, .deletion,
      .naming,
      .discarding, .quitting:
      false
    }
  }

  /// Whether a key without a binding is text that is being typed.
  package var takesText: Bool {
    switch self {
    case .filter, .form, .naming, .losing, .overlaySearch: true
    case .list, .detail, .review, .rewriting, .conflict, .finding, .deletion, .discarding,
      .quitting, .copying, .json, .journal, .drafts, .restoring, .draftFound, .requests, .help:
      false
    }
  }
}
