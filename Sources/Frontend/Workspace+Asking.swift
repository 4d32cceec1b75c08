import Cells
import ViewModel

/// Questions are deaf until they can have been read; all of them in the same way.
extension Workspace {
  /// Takes note that what `draw` returned last is now on the terminal.
  ///
  /// - Parameter now: the time on a clock that only goes forward.
  package mutating func frameWritten(_ console: Console, at now: Duration) {
    noteQuestion(in: console)
    asking?.frameWritten(at: now)
  }

  /// Whether something is asked that no key since has been heard by.
  package var isDeaf: Bool { asking?.isDeaf == true }

  /// Takes note that the screen was another program's: what is asked has to be read anew.
  package mutating func screenWasAway() {
    asking = nil
  }

  /// Whether a key came too soon to be an answer to what is asked.
  mutating func ignores(
    _ key: Key, meaning action: Action?, _ console: Console, in pane: Pane, at now: Duration
  ) -> Bool {
    noteQuestion(in: console)
    let isPaste = if case .paste = key { true } else { false }
    if isPaste || action == nil && !pane.takesText { asking?.typedPast(at: now) }
    // A letter that means no may be the first of a word, and the rest of it would be commands.
    let isLetter = if case .character = key { true } else { false }
    if asking == nil || action?.isHarmlessToQuestions == true && !(isLetter && action == .back) {
      return false
    }
    let isText = if case .character = key { pane.takesText } else { false }
    return asking?.hears(key, at: now, isAnswer: action?.isAnswer == true || isText) == false
  }

  /// Whether a key came so close behind a paste that it is of it: what is pasted may hold the mark
  /// of a paste's end, and so go on as keys.
  mutating func isTailOfPaste(
    _ key: Key, meaning action: Action?, in pane: Pane, at now: Duration
  ) -> Bool {
    if case .paste = key {
      pastedAt = now
      return false
    }
    guard !pane.takesText || asking != nil, let last = pastedAt, now - last < Asking.deafness else {
      return false
    }
    pastedAt = now
    return action?.isHarmlessToQuestions != true
  }

  /// What is said in the frame of a question: that a key came too soon for it, or that there is more
  /// of it than has been on screen.
  func frameWords(columns: Int) -> String? {
    guard let asking else { return nil }
    if asking.hasIgnoredAnswer {
      let words = "That came too soon to count. Press it again."
      return DisplayWidth.of(words) <= columns ? words : "Too soon. Press again."
    }
    guard asking.firstUnseenLine != nil else { return nil }
    let key = asking.question.isAnsweredByText ? "Enter" : "y"
    let words =
      if case .send = asking.question { "The rest is sent too: Enter reads on." } else {
        "There is more to read: \(key) reads on."
      }
    if DisplayWidth.of(words) <= columns { return words }
    if case .send = asking.question { return "Enter reads on." }
    return "\(key) reads on."
  }

  /// Takes note of which lines of a question are on screen.
  mutating func showsQuestion(_ lines: Range<Int>, of count: Int) {
    asking?.shows(lines, of: count)
  }

  /// Scrolls to what has not been on screen of a question that is to be seen in whole; false: it has.
  mutating func readsOn() -> Bool {
    guard let line = asking?.firstUnseenLine else { return false }
    overlayScroll.go(to: line)
    if let key = lastKey { asking?.isReadOn(by: key) }
    return true
  }

  /// Takes note of what is asked by now.
  mutating func noteQuestion(in console: Console) {
    let question = layout.isTooSmall ? nil : question(in: console)
    guard asking?.question != question else { return }
    asking = question.map { Asking($0, after: lastKey) }
    if question != nil { overlayScroll = Scroll() }
    // What was typed for another question cannot be put in here.
    nameLine.forget()
  }

  /// What is asked by the pane that has the keyboard; nil: nothing.
  private func question(in console: Console) -> Question? {
    let session = console.editor.session
    switch pane(in: console) {
    case .deletion, .naming:
      return console.deletions.dialog.map {
        .delete($0.organization, hasChanged: $0.hasChanged, asksForText: $0.asksForName)
      }
    case .discarding:
      guard let discarding else { return nil }
      guard case .kept(let id) = discarding else { return .discard(discarding, session?.draft) }
      return .discard(discarding, console.editor.drafts[id])
    case .draftFound: return console.foundDraft.map { .goOn($0) }
    case .quitting where console.quitting == .finishing: return .quitUnfinished
    case .quitting:
      return .quit(
        unsent: console.deletions.revocable.map(\.organization.id),
        sent: console.deletions.irrevocable.map(\.organization.id),
        drafts: console.editor.unsavedCount, isSaving: session?.isWriting == true)
    case .restoring: return console.restoring.map { .restore($0) }
    case .review:
      return session.map {
        .send(
          $0.draft, isOutdated: $0.isReviewOutdated, namesakes: $0.namesakes?.count ?? 0)
      }
    case .rewriting, .losing:
      guard let session, case .asking(let question) = session.phase else { return nil }
      return .save(
        session.draft, rewritten: question.rewritten, losses: question.losses,
        asksForText: question.asksForText)
    case .finding:
      guard case .found(let finding) = session?.phase else { return nil }
      return .find(finding)
    case .conflict:
      guard let session, case .conflicted(let theirs, _) = session.phase else { return nil }
      return .resolve(session.draft, theirs: theirs)
    case .list, .detail, .filter, .form, .copying, .json, .journal, .drafts, .requests,
      .overlaySearch, .help:
      return nil
    }
  }
}

extension Action {
  /// Whether it answers a question, rather than moving about in it.
  var isAnswer: Bool {
    switch self {
    case .accept, .pressButton, .chooseMine, .chooseTheirs, .chooseOther, .save, .finishThenQuit,
      .abandonAndQuit,
      .acknowledge, .createAgain, .lookAgain, .goOnWithDraft, .beginAfresh:
      true
    default: false
    }
  }

  /// Whether it only leaves a question, or looks around in it.
  fileprivate var isHarmlessToQuestions: Bool {
    switch self {
    case .back, .quit, .suspend, .repaint, .help, .moveDown, .moveUp, .moveToFirst, .moveToLast,
      .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      true
    default: false
    }
  }
}
