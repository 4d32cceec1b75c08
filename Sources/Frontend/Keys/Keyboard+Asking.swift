import Cells
import ViewModel

/// Questions are deaf until they can have been read; all of them in the same way.
extension Keyboard {
  /// Whether a key came too soon to be an answer to what is asked.
  mutating func ignores(
    _ key: Key, meaning action: Action?, in pane: PaneName, at now: Duration
  ) -> Bool {
    if case .paste = key {
      asking?.pasted(at: now)
      return asking != nil
    }
    if action == nil && !pane.takesText { asking?.typedPast(at: now) }
    // A letter that means no may be the first of a word, and the rest of it would be commands.
    let isLetter = if case .character = key { true } else { false }
    // So may a letter that moves, where a name is typed on.
    if isLetter, action?.isMovement == true, asking?.question.isInPlaceOfText == true {
      asking?.typedPast(at: now)
    }
    if asking == nil || action?.isHarmlessToQuestions == true && !(isLetter && action == .back) {
      return false
    }
    let isText = if case .character = key { pane.takesText } else { false }
    return asking?.hears(key, at: now, isAnswer: action?.isAnswer == true || isText) == false
  }

  /// Whether a key came so close behind a paste that it is of it: what is pasted may hold the mark
  /// of a paste's end, and so go on as keys.
  mutating func isTailOfPaste(
    _ key: Key, meaning action: Action?, in pane: PaneName, at now: Duration
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

  /// Takes note that more of what is asked is brought on screen by the last key.
  mutating func readsOn() {
    if let lastKey { asking?.isReadOn(by: lastKey) }
  }
}

extension Scene {
  /// What is said in the frame of a question: that a key came too soon for it, or that there is more
  /// of it than has been on screen.
  func frameWords(columns: Int) -> String? {
    guard let asking else { return nil }
    if asking.hasIgnoredPaste {
      let words = "A paste does not count here."
      let more = asking.question.isAnsweredByText ? words + " Type it." : words
      return [more, words, "No paste counts."].fitting(columns)
    }
    if asking.hasIgnoredAnswer {
      let words = "That came too soon to count. Press it again."
      return DisplayWidth.of(words) <= columns ? words : "Too soon. Press again."
    }
    if let remark = asking.remark, DisplayWidth.of(remark) <= columns { return remark }
    guard asking.firstUnseenLine != nil else { return nil }
    let key = asking.question.isAnsweredByText ? "Enter" : asking.question.isToQuit ? "x" : "y"
    return
      (asking.question.isReview
      ? ["The rest is sent too: Enter reads on.", "Enter reads on."]
      : ["There is more to read: \(key) reads on.", "\(key) reads on."]).fitting(columns)
  }
}

extension Action {
  /// Whether it answers a question, rather than moving about in it.
  var isAnswer: Bool {
    switch self {
    case .accept, .pressButton, .chooseMine, .chooseTheirs, .chooseOther, .save, .finishThenQuit,
      .abandonAndQuit, .acknowledge, .createAgain, .lookAgain, .goOnWithDraft, .beginAfresh,
      .closeSecret:
      true
    default: false
    }
  }

  /// Whether it agrees to what is asked, which has to be read first.
  var isYes: Bool { [.accept, .finishThenQuit, .abandonAndQuit].contains(self) }

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
