import Cells
import Delivery
import Foundation
import ViewModel
import WorkOS

/// What the person is asked, to the letter: one that asks something else is another question.
enum Question: Equatable, Sendable {
  case delete(Organization, hasChanged: Bool, asksForText: Bool)
  case discard(Draft.ID?, Draft?)
  case discardOfTab(TabValues)
  case discardInTab(TabDraft)
  case goOn(ListedDraft)
  case goOnInTab(TabDraft)
  case quit(
    unsent: [Organization.ID], sent: [Organization.ID], drafts: Int, tabs: [UUID] = [],
    isSaving: Bool)
  case quitUnfinished
  case restore(Restoring)
  case send(Draft, isOutdated: Bool, namesakes: Int)
  case save(Draft, rewritten: [DomainRewriting], losses: [String], asksForText: Bool)
  case find(CreationFinding)
  case reactivate(Membership, FirstAdmin)
  case resolve(Draft, theirs: Organization)
  /// What was changed in the form and in an editor.
  case resolveDocument(Draft, editors: Draft?)
  case sendOfTab(TabWrite)
  case askOfTab(TabWrite, number: Int, asksForText: Bool)
  /// A secret lies open, and is gone when it is closed; `isClosing`: whether that is meant.
  case closeSecret(TabSecret, isClosing: Bool)
}

extension Question {
  /// Whether a name or a domain has to be typed.
  var isAnsweredByText: Bool {
    switch self {
    case .delete(_, _, let asksForText), .save(_, _, _, let asksForText),
      .askOfTab(_, _, let asksForText):
      asksForText
    case .closeSecret, .reactivate, .sendOfTab, .discard, .discardOfTab, .discardInTab, .goOn,
      .goOnInTab, .quit, .quitUnfinished, .restore,
      .send, .find,
      .resolve, .resolveDocument:
      false
    }
  }
}

extension Question {
  /// Whether it shows what is sent, to the letter.
  var isReview: Bool {
    switch self {
    case .send, .sendOfTab: true
    default: false
    }
  }

  var isToQuit: Bool {
    switch self {
    case .quit, .quitUnfinished: true
    default: false
    }
  }

  /// Whether it comes up where a form was expected, and a name to be typed.
  var isInPlaceOfText: Bool {
    switch self {
    case .goOn, .goOnInTab: true
    default: false
    }
  }
}

/// A question, and since when an answer to it can be meant.
///
/// Whoever holds a key down, or types ahead, has not read what is asked. So it hears nothing until
/// its frame has been written to the terminal and some time has passed in which no key came.
struct Asking: Equatable, Sendable {
  static let deafness = Duration.milliseconds(250)
  /// Nobody answers so soon behind a letter: such keys were pasted, or come from a program.
  static let burst = Duration.milliseconds(40)
  /// For the key that brought it up: longer than keyboards wait before they repeat one that is held.
  static let repetition = Duration.milliseconds(750)

  let question: Question
  /// When its frame had been written, or a key was ignored after that; nil: not on screen yet.
  private(set) var quietSince: Duration?
  /// Whether an answer came too soon, which is said until one counts.
  private(set) var hasIgnoredAnswer = false
  /// Whether the last key was a paste, which answers nothing; said until one counts.
  private(set) var hasIgnoredPaste = false
  /// What there is to say of a key that did nothing here; nil once one did.
  var remark: String?
  /// Whether no key has been heard since it was asked.
  private(set) var isDeaf = true
  /// When a letter was typed into it last.
  private var typedAt: Duration?
  /// How many lines of it have been on screen, from the first on without a gap.
  private var linesSeen = 0
  private var lineCount = 0

  /// The key that brought it up, or more of it on screen; it may still be held down.
  private var key: Key?

  init(_ question: Question, after key: Key?) {
    self.question = question
    self.key = key
  }

  /// Whether it has been on screen long enough, without a key, for one to be meant for it.
  func isListening(at now: Duration) -> Bool {
    quietSince.map { now - $0 >= Asking.deafness } ?? false
  }

  mutating func frameWritten(at now: Duration) {
    quietSince = quietSince ?? now
  }

  /// Takes in a key that answers nothing: whoever types on, or pastes, has not read what is asked.
  mutating func typedPast(at now: Duration) {
    if quietSince != nil { quietSince = now }
  }

  /// Takes in a paste, which nobody has typed.
  mutating func pasted(at now: Duration) {
    typedPast(at: now)
    (hasIgnoredPaste, hasIgnoredAnswer) = (true, false)
  }

  /// Takes in which of its lines are on screen.
  mutating func shows(_ lines: Range<Int>, of count: Int) {
    if lines.lowerBound <= linesSeen { linesSeen = max(linesSeen, lines.upperBound) }
    lineCount = count
  }

  /// The first line that has not been on screen; nil: all of them have.
  var firstUnseenLine: Int? { linesSeen < lineCount ? linesSeen : nil }

  /// Takes in that more of it is shown now, which has to be read as well.
  mutating func isReadOn(by key: Key) {
    (quietSince, isDeaf, self.key) = (nil, true, key)
  }

  /// Takes in a key; false when it came too soon to be an answer.
  mutating func hears(_ key: Key, at now: Duration, isAnswer: Bool) -> Bool {
    // Whoever meant to type needs longer to see what came up instead.
    if question.isAnsweredByText {
      if case .character = key {
        typedAt = now
      } else if isAnswer, let typedAt, now - typedAt < Self.burst {
        (self.typedAt, hasIgnoredAnswer) = (now, true)
        return false
      }
    }
    let isLong = question.isInPlaceOfText || key == self.key
    let least = isLong && firstUnseenLine == nil ? Asking.repetition : Asking.deafness
    if let quietSince, now - quietSince >= least {
      self.key = nil
      (hasIgnoredAnswer, hasIgnoredPaste, isDeaf) = (false, false, false)
      return true
    }
    if quietSince != nil { quietSince = now }
    hasIgnoredAnswer = hasIgnoredAnswer || isAnswer
    return false
  }
}
