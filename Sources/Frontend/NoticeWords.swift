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
    case .keyUnbound(let key, let help):
      ("\(key) does nothing here" + (help.map { "; \($0) shows the keys." } ?? "."), .plain)
    case .lineNotEditable(let what): ("There is no editing \(what).", .plain)
    case .noMatch: ("No loaded row matches. / starts a filter.", Palette.quiet)
    case .loadStopped: ("Stopped loading. r tries again.", .plain)
    case .listMoved(let movement, let since): (moved(movement, since: since), Palette.warning)
    case .cursorRepeated:
      ("The server's pages run in a circle; the list ends here.", Palette.warning)
    case .organizationGone(let name):
      ("\(ListWords.quoted(name)) no longer exists on the server.", Palette.warning)
    case .created(let name): ("Created \(ListWords.quoted(name)).", Palette.good)
    case .updated(let name): ("Saved \(ListWords.quoted(name)).", Palette.good)
    case .savedOtherwise(let name, let fields):
      (
        "Saved \(ListWords.quoted(name)), but the server shows other values than were sent: "
          + fields.map(FieldWords.name).joined(separator: ", ") + ". P puts it back.",
        Palette.warning
      )
    case .nothingToSave: ("Nothing differs from what the server has.", Palette.quiet)
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
    case .documentTaken: ("Taken over from the editor; ^S shows what will change.", Palette.good)
    case .documentUnread(let problem):
      (
        "What the editor left is not taken over yet: \(DocumentWords.sentence(problem)) "
          + "^O opens it again.", Palette.danger
      )
    case .documentEmpty: ("The file was empty; the form stays as it is.", .plain)
    case .keysRepeated:
      ("A key is there twice, which JSON cannot hold; mend that first.", Palette.warning)
    case .deletionBeforeDocument:
      (
        "The editor has to wait until the delete is done; z in the list may take it back.",
        Palette.warning
      )
    case .editorFailed(let failure): (DocumentWords.sentence(failure), Palette.danger)
    case .editorReturnedAtOnce(let command, let flag):
      (DocumentWords.returnedAtOnce(command, flag), Palette.warning)
    case .editorFileLeft(let path):
      (
        "What was saved in the editor came after the form was closed; it is still in \(path).",
        Palette.danger
      )
    case .draftKept:
      ("The draft is kept; opening the form again, or D, brings it back.", .plain)
    case .draftRestored:
      ("Your unfinished draft is back. ^R discards it.", Palette.warning)
    case .draftDiscarded: ("The draft is discarded.", .plain)
    case .writeStopped: ("Stopped waiting; reading back what became of it.", Palette.warning)
    case .deletionUndone(let name): ("\(ListWords.quoted(name)) will not be deleted.", Palette.good)
    case .nothingToUndo: ("Nothing is queued, so there is nothing to undo.", Palette.quiet)
    case .undoTooLate(let name):
      ("Too late: the delete of \(ListWords.quoted(name)) has been sent.", Palette.warning)
    case .deleted(let name, let already):
      already
        ? ("\(ListWords.quoted(name)) was already gone from the server.", Palette.warning)
        : ("Deleted \(ListWords.quoted(name)).", Palette.good)
    case .deletionFailed(let name, let error):
      ("\(ListWords.quoted(name)) was not deleted. \(ErrorWords.sentence(error))", Palette.danger)
    case .deletionUnconfirmed(let name):
      (
        "It is not known whether \(ListWords.quoted(name)) was deleted. r reads again.",
        Palette.danger
      )
    case .deletionNotSeen(let name, let error, let tries):
      (notSeen(name, error, tries: tries), Palette.danger)
    case .graceBegunAnew(let count):
      (
        count == 1
          ? "The program stood still, so the delete begins its wait anew; z takes it back."
          : "The program stood still, so \(count) deletes begin their wait anew; z takes one back.",
        Palette.warning
      )
    case .savedPartly(let done, let total):
      (
        "Only \(done) of \(total) requests were carried out. The form shows what is left to save.",
        Palette.danger
      )
    case .reviewOutdated:
      ("What will be sent has changed; this is what it is now.", Palette.warning)
    case .nothingToPutBack:
      ("The last save holds nothing that would have to be put back.", Palette.quiet)
    case .deletionOutdated(let name):
      (
        "\(ListWords.quoted(name)) was changed meanwhile, so it was not deleted. d asks again.",
        Palette.danger
      )
    case .readFailed(let error): (ErrorWords.sentence(error), Palette.danger)
    case .busySaving:
      ("Still saving; what is typed now is not taken. Esc stops waiting.", Palette.warning)
    case .keyRefused:
      (
        "The server refuses the API key, so nothing can be written. r tries again; drafts stay.",
        Palette.danger
      )
    case .organizationGoneAlready(let name):
      ("\(ListWords.quoted(name)) no longer exists; there is nothing to change.", Palette.warning)
    case .organizationLeaving(let name):
      ("\(ListWords.quoted(name)) is to be deleted; z takes it back until then.", Palette.warning)
    case .copied(let what, dropped: 0):
      ("Handed \(what) to the terminal's clipboard.", Palette.good)
    case .copied(let what, let dropped):
      (
        "Handed \(what) to the terminal's clipboard, without "
          + (dropped == 1 ? "a control character" : "\(dropped) control characters")
          + " that something might obey.", Palette.warning
      )
    case .nothingToCopy(let what): ("There is no \(what) to copy.", Palette.quiet)
    case .nothingToOpen: ("This line names no organization to go to.", Palette.quiet)
    case .nothingElsewhere:
      ("Nothing was written with other keys or to other environments.", Palette.quiet)
    case .nothingLookedFor: ("Nothing is looked for yet; / begins.", Palette.quiet)
    case .rowNotRemovable: ("Only the row of a domain or of a pair can be removed.", .plain)
    case .noStateHere: ("Only a domain has a state.", .plain)
    case .copyTooLong: ("Too long for the terminal's clipboard.", Palette.danger)
    case .recordFailed(let error):
      (
        "What you type may not outlive this program: \(error.path): \(error.reason).",
        Palette.danger
      )
    case .draftsBroughtBack(let count):
      (
        count == 1
          ? "One draft is kept from before; D shows it."
          : "\(count) drafts are kept from before; D shows them.", Palette.warning
      )
    case .otherEnvironment:
      ("That was written to another environment; open the console there.", Palette.warning)
    case .nothingToRevert: ("This entry holds nothing that could be taken back.", Palette.quiet)
    case .alreadyAsItWas: ("The organization is already as it was before.", Palette.quiet)
    case .readOnly: ("This console only reads (--read-only).", Palette.warning)
    }
  }

  private func notSeen(_ name: String, _ error: WorkOSError?, tries: Int) -> String {
    let times = tries == 1 ? "one delete" : "\(tries) deletes"
    let why = error.map { " \(ErrorWords.sentence($0))" } ?? ""
    return "\(ListWords.quoted(name)) is still there after \(times).\(why) r looks again."
  }

  private func moved(_ movement: PageMovement, since: Date) -> String {
    var parts: [String] = []
    if movement.added > 0 { parts.append("\(movement.added) new") }
    if movement.gone > 0 { parts.append("\(movement.gone) gone") }
    let time = TimeWords(timeZone: timeZone).time(since)
    return "The list moved since \(time): \(parts.joined(separator: ", "))."
  }
}
