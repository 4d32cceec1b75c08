import Cells
import ViewModel
import WorkOS

/// News of tabs, in words.
enum TabNoticeWords {
  /// - Parameter isInForm: whether a key that is told would be typed into a form, which is left first.
  static func words(
    for notice: TabNotice, isInForm: Bool = false, _ times: TimeWords
  ) -> (String, Style) {
    let (sentence, style) = wordsAsSent(for: notice, isInForm: isInForm, times)
    return (AddressWords.readable(inSentence: sentence), style)
  }

  private static func wordsAsSent(
    for notice: TabNotice, isInForm: Bool, _ times: TimeWords
  ) -> (String, Style) {
    let look = isInForm ? "After Esc, r looks anew." : "r looks anew."
    return switch notice {
    case .done(let sentence): (sentence, Palette.good)
    case .doneUnseen(let sentence):
      (sentence + " No answer came, but it is done, as a look afterwards shows.", Palette.good)
    case .likelyDone(let sentence, let error):
      (
        (error.map { "The server answered with an error (\(ErrorWords.short($0))). " }
          ?? "No answer came. ") + sentence, Palette.warning
      )
    case .doneDespite(let sentence, let error):
      (
        sentence + " The server answered with an error (\(ErrorWords.short(error))), but it is "
          + "done, as a look afterwards shows.", Palette.warning
      )
    case .failed(let verb, let name, let error):
      (
        "Not \(done(verb)): \(quoted(name)). "
          + (verb.takesRowAway ? ErrorWords.sentenceOfDelete(error) : ErrorWords.sentence(error)),
        Palette.danger
      )
    case .tooSoon(let verb, let name, let again):
      (
        "\(quoted(name)) was \(done(verb)) a moment ago: it can be asked for again at "
          + "\(times.timeOfDay(notBefore: again)).", Palette.warning
      )
    case .notSeen(let verb, let name, let error, let tries):
      (notSeen(verb, name, error, tries) + " " + look, Palette.danger)
    case .otherSeen(let verb, let name):
      (
        "No answer came. There is \(quoted(name)), but not as it was sent: perhaps not what was "
          + "\(done(verb)) here. Nothing was sent again. \(look)", Palette.danger
      )
    case .mayBeDone: (mayBeDone, Palette.danger)
    case .changedSinceTyped(let changes, let isSent):
      (
        "Your unfinished draft is back; someone changed the same meanwhile ("
          + changes.map(change).joined(separator: ", ") + ")." + (isSent ? " " + mayBeDone : ""),
        isSent ? Palette.danger : Palette.warning
      )
    case .unconfirmed(let verb, let name, let advice):
      (
        "No answer came: nobody knows whether \(quoted(name)) was \(done(verb)). "
          + (advice ?? look), Palette.danger
      )
    case .outdated(let verb, let name, let changes):
      (
        "Not \(done(verb)): someone changed \(quoted(name)) meanwhile ("
          + changes.map(change).joined(separator: ", ") + ").", Palette.warning
      )
    case .changedSinceSent(let verb, let name, let changes):
      (
        "It was sent once, and nobody knows whether \(quoted(name)) was \(done(verb)); it is "
          + "another by now (" + changes.map(change).joined(separator: ", ")
          + "), so it is not sent again.", Palette.danger
      )
    case .gone(let name):
      ("\(quoted(name)) was removed by someone else meanwhile.", Palette.warning)
    case .goneUnanswered(let verb, let name):
      (
        "\(quoted(name)) is gone. It was there a moment ago, but the server answered that "
          + "there was none to be \(done(verb)).", Palette.warning
      )
    case .shownOtherwise(_, let name, let keepsDraft):
      (
        "The server said yes, but what it shows of \(quoted(name)) is not what was sent. "
          + (keepsDraft
            ? "What you typed is kept, and is there when the form is opened again. " : "")
          + "Look before you go on; r reads it again.", Palette.danger
      )
    case .refused(let sentence, let tries, let mayBeDone):
      (sentence + unsent(sentence, tries, mayBeDone), Palette.warning)
    case .undone(let verb, let name):
      ("Taken back: \(quoted(name)) is not \(done(verb)).", Palette.good)
    case .undoTooLate(let name, let stopsTries):
      (
        "Too late to take back: \(quoted(name)) was sent."
          + (stopsTries ? " It is not sent again; looking for what became of it." : ""),
        Palette.warning
      )
    case .watched(let sentence): (sentence, Palette.good)
    case .watchedUnseen(let title):
      (
        "\(title): no answer came, so whether it was begun is not known. Nothing was sent again; what "
          + "becomes of it is looked at.", Palette.warning
      )
    case .watchStopped(let titles):
      (titles.joined(separator: ", ") + ": no longer waited for. r looks.", .plain)
    case .watchGone(let title):
      ("\(title): it was removed meanwhile, so nothing is waited for. r looks.", Palette.warning)
    case .watchedAlready(let title): ("\(title) is waited for already.", .plain)
    case .watchFailed(let title, let error):
      (title + ": " + ErrorWords.sentence(error), Palette.danger)
    case .notPossible(let sentence): (sentence, .plain)
    case .noRow(let one): ("There is no \(one) to do that to.", .plain)
    case .rowsAwaited(let many):
      ("The \(many) are still being read; press it again once they are here.", .plain)
    case .rowsUnread(let many): ("No \(many) were read. r tries again.", .plain)
    case .rowsNotRefreshed(let many, let error):
      (
        "The \(many) are as they were read before: \(ErrorWords.sentenceOfReading(error))",
        Palette.danger
      )
    case .noMatch(let one): ("No \(one) matches the filter; / changes it.", .plain)
    case .underway(let name):
      ("\(quoted(name)) is on its way already; wait for what comes of it.", .plain)
    }
  }

  private static let mayBeDone =
    "What is typed here was sent, and no answer came: it may have been done. Look before you send it "
    + "again."

  /// That nothing was sent, or what came of it before, unless the sentence says so.
  private static func unsent(_ sentence: String, _ tries: Int, _ mayBeDone: Bool) -> String {
    let former =
      mayBeDone ? " It was sent before, and no answer came: that may have done it." : ""
    if tries > 0 {
      let times = tries == 1 ? "once" : "\(tries) times"
      return " It was sent \(times) and not carried out, and is not sent again." + former
    }
    let isSaid = sentence.hasPrefix("Nothing was sent")
    return (isSaid ? "" : mayBeDone ? " Nothing was sent now." : " Nothing was sent.") + former
  }

  private static func notSeen(
    _ verb: TabWrite.Verb, _ name: String, _ error: WorkOSError?, _ tries: Int
  ) -> String {
    let times = tries == 1 ? "one attempt" : "\(tries) attempts"
    let why = error.map { " " + ErrorWords.happened($0) } ?? ""
    return "\(quoted(name)) is not \(done(verb)) so far, after \(times).\(why)"
  }

  /// What is cut could not be read any more.
  private static func quoted(_ name: String) -> String {
    ListWords.quoted(AddressWords.readable(name))
  }

  /// “removing”
  static func doing(_ verb: TabWrite.Verb) -> String { verb.doing }

  /// “removed”
  static func done(_ verb: TabWrite.Verb) -> String { verb.done }

  private static func change(_ change: TabChange) -> String {
    "\(change.field): \(change.old ?? "nothing") → \(change.new ?? "nothing")"
  }
}
