import Cells
import Foundation
import ViewModel
import WorkOS

/// News for the last line, in words.
struct NoticeWords {
  var timeZone: TimeZone

  func line(for subject: Notice.Subject) -> TextLine {
    let (text, style) = words(for: subject)
    return TextLine(text, style)
  }

  private func words(for subject: Notice.Subject) -> (String, Style) {
    switch subject {
    case .firstPage: ("This is the first page.", Palette.quiet)
    case .lastPage: ("This is the last page.", Palette.quiet)
    case .firstOrganization: ("This is the first organization.", Palette.quiet)
    case .lastOrganization: ("This is the last organization.", Palette.quiet)
    case .atEnd(let end): (Self.words(for: end), Palette.quiet)
    case .stoppedShort(let rows, let wanted, let end):
      ("Went \(rows) of \(wanted) rows. " + Self.words(for: end), Palette.quiet)
    case .nothingToLeave: ("Nothing to leave here; q quits.", Palette.quiet)
    case .keyBehindPaste:
      ("A key this close behind a paste counts as a part of it. Press it again.", .plain)
    case .notPossible(let words): (words, .plain)
    case .personFound(let name, let isUser):
      (
        AddressWords.shortened(name)
          + (isUser
            ? " is a person here; p in the list shows who they are."
            : " was invited here; p in the list shows their invitations."),
        Palette.good
      )
    case .nobodyHas(.user(let id)):
      ("No user of this environment has the id \(ListWords.shortened(id)).", .plain)
    case .nobodyHas(.email(let email)):
      (
        "No user has \(AddressWords.quoted(email)), and no invitation was sent to it.",
        .plain
      )
    case .severalAddresses(let count):
      ("There are \(count) addresses in it. Search for one to see whose it is.", .plain)
    case .personUnread(let error):
      (
        "Whether a user has this address is not known: \(ErrorWords.sentenceOfReading(error))",
        Palette.danger
      )
    case .tab(let notice): TabNoticeWords.words(for: notice, TimeWords(timeZone: timeZone))
    case .keyUnbound(let key, let help):
      ("\(key) does nothing here" + (help.map { "; \($0) shows the keys." } ?? "."), .plain)
    case .lineNotEditable(let what):
      ("\(what.prefix(1).uppercased() + what.dropFirst()) cannot be changed here.", .plain)
    case .onlyMatch: ("It is the only match.", Palette.quiet)
    case .noMatch: ("No loaded row matches. / starts a filter.", Palette.quiet)
    case .loadStopped: ("Stopped loading. r tries again.", .plain)
    case .listMoved(let movement, let since): (moved(movement, since: since), Palette.warning)
    case .cursorRepeated:
      ("The server sent a page that was here before, so the list ends here.", Palette.warning)
    case .organizationGone(let name):
      ("\(ListWords.quoted(name)) no longer exists on the server.", Palette.warning)
    case .created(let name): ("Created \(ListWords.quoted(name)).", Palette.good)
    case .takenForCreated(let name, let fields):
      (
        "\(ListWords.quoted(name)) is taken for the one created"
          + (fields.isEmpty
            ? "." : "; it differs from what was sent in: \(FieldWords.labels(of: fields))."),
        Palette.warning
      )
    case .adminAdded(let organization, let isNew, let admin, let role):
      (
        (isNew ? "Created \(ListWords.quoted(organization)). " : "")
          + "\(AddressWords.shortened(admin)) is a member of "
          + (isNew ? "it" : ListWords.quoted(organization))
          + ", as \(ListWords.shortened(role)).", Palette.good
      )
    case .adminInOtherRole(
      let organization, let isNew, let admin, let role, let wanted, let wasThere):
      (
        inOtherRole(organization, isNew, admin, role, wanted: wanted, wasThere: wasThere),
        Palette.warning
      )
    case .updated(let name): ("Saved \(ListWords.quoted(name)).", Palette.good)
    case .savedOtherwise(let name, let fields, let beside, let unverified):
      (
        "Saved \(ListWords.quoted(name)), but the server now shows something else than was sent: "
          + FieldWords.list(fields) + ". P puts it right."
          + changed(beside, offer: "; P shows that, too.") + lost(unverified), Palette.warning
      )
    case .nothingToSave: ("Nothing to save: the server has the same.", Palette.quiet)
    case .fieldsNeedAttention(let count):
      (
        count == 1 ? "One field needs attention." : "\(count) fields need attention.",
        Palette.danger
      )
    case .conflictsUndecided(let count):
      (
        count == 1
          ? "Choose mine or theirs for the field that is left."
          : "Choose mine or theirs for each of the \(count) fields that are left.", Palette.danger
      )
    case .documentTaken:
      ("The form has what you saved in the editor. ^S shows what will change.", Palette.good)
    case .documentUnread(let problem):
      (
        "The form does not have your text from the editor yet: \(DocumentWords.sentence(problem)) "
          + "^O opens it again.", Palette.danger
      )
    case .documentEmpty: ("The file was empty, so the form stays as it is.", .plain)
    case .documentBroughtBack(let name, true):
      (
        "What you saved in the editor for \(ListWords.quoted(name)) is a draft of its own, as the first "
          + "was changed in the same place. D shows both.", Palette.warning
      )
    case .documentBroughtBack(let name, false):
      (
        "What you saved in the editor for \(ListWords.quoted(name)), before the console was killed, "
          + "is in a draft now. D shows it.", Palette.warning
      )
    case .keysRepeated:
      (
        "A key is there twice, which JSON cannot have. Change one of the two first.",
        Palette.warning
      )
    case .deletionBeforeDocument:
      (
        "The editor has to wait until the delete is done. z in the list may still undo it.",
        Palette.warning
      )
    case .editorFailed(let failure): (DocumentWords.sentence(failure), Palette.danger)
    case .editorReturnedAtOnce(let command, let flag):
      (DocumentWords.returnedAtOnce(command, flag), Palette.warning)
    case .editorFileLeft(let path):
      (
        "You saved in the editor after the form was closed. Your text is still in \(path).",
        Palette.danger
      )
    case .draftKept:
      ("Your draft is kept. Open the form again, or press D, to go on with it.", .plain)
    case .draftRestored:
      ("Your unfinished draft is back. ^R discards it.", Palette.warning)
    case .draftPartlySaved(let save):
      ("\(DraftWords.sentence(save)) The form has what is left; ^S shows it.", Palette.warning)
    case .draftCarriedOut(let name):
      (
        "All that was typed for \(ListWords.quoted(name)) is on the server already, so the draft is gone.",
        Palette.good
      )
    case .draftDiscarded: ("The draft is discarded.", .plain)
    case .writeStopped:
      ("Stopped waiting. Asking the server whether it was saved.", Palette.warning)
    case .deletionUndone(let name): ("\(ListWords.quoted(name)) will not be deleted.", Palette.good)
    case .nothingToUndo: ("There is nothing to take back.", Palette.quiet)
    case .undoTooLate(let name, let stopsTries):
      (
        "Too late: the delete of \(ListWords.quoted(name)) has been sent."
          + (stopsTries ? " It is not sent again; asking the server whether it is gone." : ""),
        Palette.warning
      )
    case .deleted(let name, let already):
      already
        ? ("\(ListWords.quoted(name)) was already gone from the server.", Palette.warning)
        : ("Deleted \(ListWords.quoted(name)).", Palette.good)
    case .deletionFailed(let name, let error):
      (
        "\(ListWords.quoted(name)) was not deleted. \(ErrorWords.sentenceOfDelete(error))",
        Palette.danger
      )
    case .deletionUnconfirmed(let name):
      (
        "It is not known yet whether \(ListWords.quoted(name)) was deleted. r checks again.",
        Palette.danger
      )
    case .deletionNotSeen(let name, let error, let tries):
      (notSeen(name, error, tries: tries), Palette.danger)
    case .graceBegunAnew(let queued, let reason, let canBeTakenBack):
      (begunAnew(queued, reason, canBeTakenBack: canBeTakenBack), Palette.warning)
    case .savedPartly(let done, let total, let failed, let error, let isUnknown):
      (savedPartly(done, of: total, failed, error, isUnknown: isUnknown), Palette.danger)
    case .savedBesideChanges(let name, let fields, let unverified):
      (
        "Saved \(ListWords.quoted(name))."
          + changed(fields, offer: ". P shows from what, and puts it back.") + lost(unverified),
        Palette.warning
      )
    case .saveStopped(let done, let total):
      (
        "Stopped: \(done) of \(total) requests were carried out, and no more was sent. ^S shows what "
          + "is left to save.", Palette.warning
      )
    case .draftKeptHereOnly:
      (
        "What you typed is kept as long as this program runs; it cannot be written to disk.",
        Palette.danger
      )
    case .reviewOutdated:
      ("What will be sent has changed. Please read it again.", Palette.warning)
    case .nothingToPutBack:
      ("There is nothing to put right after the last save.", Palette.quiet)
    case .verificationsLost(let domains): (verificationsLost(domains), Palette.warning)
    case .deletionOutdated(let name):
      (
        "Someone changed \(ListWords.quoted(name)), so it was not deleted. d asks again.",
        Palette.danger
      )
    case .deletionMiscounted(let name, let holding, let former, let count):
      (HoldingWords.miscounted(name, holding, was: former, is: count), Palette.danger)
    case .deletionUncounted(let name, let holding, let error):
      (HoldingWords.uncounted(name, holding, error), Palette.danger)
    case .deletionNotRepeated(let name):
      (
        "Nobody knows whether \(ListWords.quoted(name)) is being deleted: no answer told, and it is "
          + "another by now, so the delete is not sent again. r checks it.", Palette.danger
      )
    case .deletionFoundDone(let name):
      (
        "\(ListWords.quoted(name)) is gone. It was there a moment ago, but the server answered that "
          + "there was none to delete.", Palette.warning
      )
    case .readFailed(let error): (ErrorWords.sentence(error), Palette.danger)
    case .followingEnded(let error):
      ("Events are no longer followed. " + ErrorWords.sentence(error), Palette.danger)
    case .orderNotRead(let error):
      (
        "The other end of the list could not be read, so this end stays. "
          + ErrorWords.sentenceOfReading(error), Palette.danger
      )
    case .busySaving:
      ("Still saving, so typing does nothing yet. Esc stops waiting.", Palette.warning)
    case .keyRefused:
      (
        "The server refuses the API key, so nothing can be saved. r tries again. Drafts are kept.",
        Palette.danger
      )
    case .organizationGoneAlready(let name):
      (
        "\(ListWords.quoted(name)) no longer exists, so there is nothing to change.",
        Palette.warning
      )
    case .organizationLeaving(let name):
      ("\(ListWords.quoted(name)) is being deleted. z may still undo that.", Palette.warning)
    case .copied(let what, let summary, let way, let dropped):
      CopyWords.sentence(what, summary, by: way, dropped: dropped)
    case .notCopied(let what, let summary, let programs):
      (CopyWords.notCopied(what, summary, programs: programs), Palette.danger)
    case .nothingToCopy(let what): ("There is no \(what) to copy.", Palette.quiet)
    case .nothingToOpen: ("This line names no organization to go to.", Palette.quiet)
    case .noOwner:
      ("Nothing here is known to belong to another organization.", Palette.quiet)
    case .nothingElsewhere:
      ("Nothing was written with other keys or to other environments.", Palette.quiet)
    case .nothingLookedFor: ("Nothing is looked for yet; / begins.", Palette.quiet)
    case .rowNotRemovable: ("Only the row of a domain or of a pair can be removed.", .plain)
    case .valueTaken(let host, let text):
      ("Took \(host) out of \(ListWords.quoted(text)).", Palette.quiet)
    case .pastedAsOneLine(let count):
      (
        "What was pasted had "
          + (count == 1
            ? "a line break or tab; a blank stands" : "\(count) line breaks or tabs; blanks stand")
          + " for \(count == 1 ? "it" : "them").", .plain
      )
    case .noStateHere: ("Only a domain has a state.", .plain)
    case .copyTooLong: ("Too long for the terminal's clipboard.", Palette.danger)
    case .recordFailed(let error):
      (
        "What you type may be lost when you quit: \(error.path) cannot be written: "
          + "\(error.reason).",
        Palette.danger
      )
    case .draftsBroughtBack(1, let mayExist):
      (
        "One draft is kept from before"
          + (mayExist > 0 ? "; it was sent, so it may exist already." : ".")
          + " D shows it.", Palette.warning
      )
    case .draftsBroughtBack(let count, let mayExist):
      (
        "\(count) drafts are kept from before"
          + (mayExist > 0
            ? ", of which \(mayExist) \(mayExist == 1 ? "was" : "were") sent and may exist already."
            : ".")
          + " D shows them.", Palette.warning
      )
    case .otherEnvironment:
      (
        "That was done in another environment. Open the console with a key for it.",
        Palette.warning
      )
    case .notTakenBack(let kind):
      (
        "What was done to the \(kind) is not taken back from the journal. Open the organization, and "
          + "change it there.", .plain
      )
    case .tabFormKept:
      ("What you typed is kept, and is there when the form is opened again.", .plain)
    case .stillThere(let name):
      (
        "\(ListWords.quoted(name)) is there, so there is nothing to create again.", Palette.quiet
      )
    case .nothingToRevert:
      ("It was not done, so there is nothing to take back.", Palette.quiet)
    case .createNotReverted:
      (
        "What was created may be in use by now, so it is not deleted from the journal. Open the "
          + "organization, and delete it there.", .plain
      )
    case .revertUnknown:
      (
        "The journal does not hold what it was before and what it became, so it cannot be taken back. "
          + "Open the organization, and change it there.", .plain
      )
    case .alreadyAsItWas: ("The organization is already as it was before.", Palette.quiet)
    case .readOnly: ("This console only reads (--read-only).", Palette.warning)
    }
  }

  private func inOtherRole(
    _ organization: String, _ isNew: Bool, _ admin: String, _ role: String, wanted: String,
    wasThere: Bool
  ) -> String {
    let created = isNew ? "Created \(ListWords.quoted(organization)). " : ""
    let place = isNew ? "it" : ListWords.quoted(organization)
    let already = wasThere ? "already a member" : "a member"
    let unchanged = wasThere ? "; that was not changed" : ""
    let roles = "as \(ListWords.shortened(role)) and not as \(ListWords.shortened(wanted))"
    return "\(created)\(AddressWords.shortened(admin)) is \(already) of \(place), \(roles)"
      + "\(unchanged): e in the tab Members (3) changes it."
  }

  private func notSeen(_ name: String, _ error: WorkOSError?, tries: Int) -> String {
    let times = tries == 1 ? "one attempt" : "\(tries) attempts"
    let why = error.map { " \(ErrorWords.happened($0))" } ?? ""
    return
      "\(ListWords.quoted(name)) is still there after \(times) to delete it.\(why) r checks again."
  }

  private func moved(_ movement: PageMovement, since: Date) -> String {
    var parts: [String] = []
    if movement.added > 0 { parts.append("\(movement.added) new") }
    if movement.gone > 0 { parts.append("\(movement.gone) gone") }
    let time = TimeWords(timeZone: timeZone).time(since)
    return "The list has changed since \(time): \(parts.joined(separator: ", "))."
  }
}

extension NoticeWords {
  /// That nothing more is there.
  static func words(for end: Notice.End) -> String {
    switch end {
    case .firstRow: "This is the first row."
    case .lastRow: "This is the last row."
    case .firstRowOfPage: "This is the first row of this page."
    case .lastRowOfPage: "This is the last row of this page."
    case .thisRow: "This is that row."
    case .noRow: "There is no row to go to."
    case .lastTab: "This is the last tab."
    case .beginningOfText: "This is the beginning."
    case .endOfText: "This is the end."
    }
  }
}
