/// What the tests look for on the screen: fragments that stay when the wording changes a little.
enum Words {
  // The list
  static let title = "workos-console"
  static let loading = "Loading"
  static let moreRows = "more ]"
  static let lastRows = "end"
  static let firstPage = "first page"
  static let lastPage = "last page"
  static let oldestFirst = "oldest first"
  static let tooSmall = "too small"
  static let createdColumn = "Created"
  static let wideColumn = "Stripe id"
  static let readOnlyBadge = "READ-ONLY"

  static func page(_ number: Int) -> String { "page \(number) · row" }

  static func rows(_ rows: ClosedRange<Int>) -> String {
    rows.count == 1 ? "row \(rows.lowerBound)" : "rows \(rows.lowerBound)–\(rows.upperBound)"
  }

  // Overlays
  static let help = "Keys ·"
  static let json = "JSON as the server sent it"
  static let copied = "clipboard"

  // Records
  static let journal = "Journal of writes"
  static let requests = "Requests of this session"
  static let drafts = "Drafts: typed and not saved"
  static let oneDraftFromBefore = "One draft is kept from before"
  static let draftOffered = "one draft is kept; it will be offered again"
  static let noDrafts = "Nothing is unfinished"
  static let gone = "no longer exists on the server"
  static let createAgain = "Create it again?"
  static let neverSent = "never sent"
  static let notSent = "not sent"
  static let heldBack = "Nothing was sent: the journal"

  // Finding
  static func matches(_ count: Int, of loaded: Int) -> String { "\(count) of \(loaded) loaded" }
  static let askingServer = "server:"
  static func loaded(_ count: Int) -> String { "\(count) loaded" }
  static let noMore = "no more on the server"
  static func found(_ count: Int, by kind: String) -> String { "from the server, by \(kind)" }
  static let goesOn = "] goes on"
  static let notKnown = "has no organization"

  // The form
  static let newForm = "New organization"
  static func editForm(_ name: String) -> String { "Edit \(name)" }
  static let addDomain = "+ add a domain"
  static let addPair = "+ add a pair"
  static let newReview = "Create this organization?"
  static func editReview(_ name: String) -> String { "Save \(name)?" }
  static let sent = "What is sent"
  static let created = "Created “"
  static let wasItCreated = "Was it created?"
  static let saved = "Saved “"
  static let nothingToSave = "Nothing to save"
  static let refused = "Server:"
  static let nameMissing = "A name is needed"
  static let domainInvalid = "Only the host name"
  static let notOfHost = "cannot be in a host name"
  static let domainRepeated = "here twice"
  static let needsAttention = "need"
  static let undecided = "Choose mine or theirs"
  static let removedRow = "removed"
  static let draftMayBeLost = "may be lost when you quit"
  static let notTaken = "typing does nothing yet"
  static let draftKept = "draft is kept"
  static let draftFound = "Go on with the draft of"
  static let draftRestored = "draft is back"
  static let takenOver = "The form has what you saved"
  static let notTakenOver = "does not have your text"
  static let editorHasToWait = "The editor has to wait"
  static let discardDialog = "Discard the draft?"
  static let draftDiscarded = "draft is discarded"
  static let conflict = "Conflict"
  static let verifying = "no answer; checking"

  // Deleting
  static let deletion = "Delete this organization?"
  static let cancelKey = "Esc cancel"
  static let cancelButton = "[ Cancel ]"
  static let deleteButton = "[ Delete"
  static let typeItsName = "Type its name"
  static let nameIsWrong = "does not match"
  static let nameIsRight = "Enter deletes"
  static let tabNameIsRight = "Enter does it"
  static let countdown = "deleting in"
  static func countdown(_ seconds: Int) -> String { "\(countdown) \(seconds)" }
  static let stillExists = "is still there"
  static let deleted = "Deleted “"
  static let alreadyGone = "already gone"
  static let undone = "will not be deleted"
  static let notDeleted = "was not deleted"
  static let changedMeanwhile = "so it was not deleted"

  // Quitting
  static let quitDialog = "Quit?"
  static let queuedDelete = "delete queued"
  static let unsavedDraft = "one unsaved draft"

  /// By what a question is known that hears no answer at first.
  static let questions = [
    deletion, newReview, sent, discardDialog, conflict, quitDialog, "Finishing before", createAgain,
    wasItCreated, draftFound, "Lose a verified domain?", "Change other domains too?",
  ]
  static let tooSoon = "oo soon"

  // Errors; a bare number may also be part of a port
  static func rejected(_ status: Int) -> String { "(\(status))" }
  static func rejectedShort(_ status: Int) -> String { "error \(status)" }

  static let retrying = "retrying in"
  static let notUnderstood = "answer not understood"

  // Access
  static let keyRefused = "refuses this API key"
  static let keyRefusedShort = "key refused"
}
