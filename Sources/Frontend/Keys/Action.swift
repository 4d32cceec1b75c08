/// Something that a key can do, by the stable name under which it is documented.
///
/// What a pane of its own can do besides, such as the actions of a tab, are values like these.
package struct Action: Hashable, Sendable {
  package let rawValue: String

  package init(_ rawValue: String) {
    self.rawValue = rawValue
  }
}

/// What the console's own panes can do.
extension Action {
  // Moving
  package static let moveDown = Action("move-down")
  package static let moveUp = Action("move-up")
  package static let moveToFirst = Action("move-to-first")
  package static let moveToLast = Action("move-to-last")
  package static let pageDown = Action("screen-down")
  package static let pageUp = Action("screen-up")
  package static let halfPageDown = Action("half-screen-down")
  package static let halfPageUp = Action("half-screen-up")
  package static let nextPage = Action("next-page")
  package static let previousPage = Action("previous-page")
  package static let nextOrganization = Action("next-organization")
  package static let previousOrganization = Action("previous-organization")
  // Panes
  package static let open = Action("open")
  package static let back = Action("back")
  package static let close = Action("close")
  package static let nextTab = Action("next-tab")
  package static let previousTab = Action("previous-tab")
  package static let pick = Action("pick")
  package static let pickBeside = Action("pick-beside")
  package static let nextPane = Action("next-pane")
  package static let help = Action("help")
  package static let showJSON = Action("show-json")
  package static let showJournal = Action("show-journal")
  package static let showDrafts = Action("show-drafts")
  package static let showRequests = Action("show-requests")
  package static let checkSignIn = Action("why-no-sign-in")
  package static let showPerson = Action("show-person")
  package static let showOthers = Action("show-others")
  package static let wideColumns = Action("wide-columns")
  // Finding
  package static let filter = Action("filter")
  package static let searchServer = Action("search-server")
  package static let earlierText = Action("earlier-text")
  package static let laterText = Action("later-text")
  package static let nextMatch = Action("next-match")
  package static let previousMatch = Action("previous-match")
  package static let keepText = Action("keep-text")
  package static let flipOrder = Action("flip-order")
  package static let refresh = Action("refresh")
  // Copying
  package static let copyID = Action("copy-id")
  package static let copyLine = Action("copy-line")
  package static let copyMenu = Action("copy-menu")
  package static let copyName = Action("copy-name")
  package static let copyExternalID = Action("copy-external-id")
  package static let copyDomains = Action("copy-domains")
  package static let copyRecords = Action("copy-records")
  package static let copySummary = Action("copy-summary")
  package static let copyJSON = Action("copy-json")
  package static let copyCurl = Action("copy-curl")
  // Writing
  package static let add = Action("add")
  package static let edit = Action("edit")
  package static let delete = Action("delete")
  package static let undo = Action("undo")
  package static let takeBack = Action("take-back")
  package static let putBack = Action("put-back")
  // The form
  package static let nextField = Action("next-field")
  package static let previousField = Action("previous-field")
  package static let nextRow = Action("next-row")
  package static let previousRow = Action("previous-row")
  package static let nextSection = Action("next-section")
  package static let previousSection = Action("previous-section")
  package static let activateField = Action("activate-field")
  package static let toggleDomainState = Action("toggle-domain-state")
  package static let removeRow = Action("remove-row")
  package static let save = Action("save")
  package static let discardDraft = Action("discard-draft")
  package static let goToOwner = Action("go-to-owner")
  package static let editAsJSON = Action("edit-as-json")
  // A line of text
  package static let caretLeft = Action("caret-left")
  package static let caretRight = Action("caret-right")
  package static let caretWordLeft = Action("caret-word-left")
  package static let caretWordRight = Action("caret-word-right")
  package static let caretToStart = Action("caret-to-start")
  package static let caretToEnd = Action("caret-to-end")
  package static let deleteBackward = Action("delete-backward")
  package static let deleteForward = Action("delete-forward")
  package static let deleteWord = Action("delete-word")
  package static let deleteWordBackward = Action("delete-word-backward")
  package static let deleteWordForward = Action("delete-word-forward")
  package static let deleteToStart = Action("delete-to-start")
  package static let deleteToEnd = Action("delete-to-end")
  package static let yank = Action("yank")
  package static let undoTyping = Action("undo-typing")
  // Questions
  package static let accept = Action("accept")
  package static let switchButton = Action("switch-button")
  package static let pressButton = Action("press-button")
  package static let goOnWithDraft = Action("go-on-with-draft")
  package static let beginAfresh = Action("begin-afresh")
  package static let chooseMine = Action("choose-mine")
  package static let chooseTheirs = Action("choose-theirs")
  package static let chooseOther = Action("choose-other")
  package static let acknowledge = Action("acknowledge")
  package static let createAgain = Action("create-again")
  package static let lookAgain = Action("look-again")
  package static let finishThenQuit = Action("finish-then-quit")
  package static let abandonAndQuit = Action("abandon-and-quit")
  // A secret
  package static let copySecret = Action("copy-secret")
  package static let showSecret = Action("show-secret")
  package static let closeSecret = Action("close-secret")
  // The program
  package static let quit = Action("quit")
  package static let suspend = Action("suspend")
  package static let repaint = Action("repaint")
}

extension Action {
  /// Whether it moves over the lines or rows of a pane.
  var isMovement: Bool {
    isUpward || [.moveDown, .moveToLast, .pageDown, .halfPageDown].contains(self)
  }

  var isUpward: Bool { [.moveUp, .moveToFirst, .pageUp, .halfPageUp].contains(self) }
}
