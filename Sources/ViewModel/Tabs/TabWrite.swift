import Foundation
import JSON
import WorkOS

/// A change to a row of a tab: what is asked before it, sent, looked at before and after, and said.
package struct TabWrite: Sendable {
  /// What is done, for the journal and for sentences: `add`, `remove`, `change`, …
  package var verb: Verb
  /// What it is done to, as the journal says it, such as `member`.
  package var kind: String
  /// The id of the row; nil where it is yet to be made.
  package var id: String?
  package var name: String
  /// What is sent; its answer is the row as it is then, where it tells.
  package var call: Call<TabRow?>
  /// Reads the row, or looks for the one that is to be made; nil: there is none.
  package var check: Call<TabRow?>
  /// What was agreed to; nil: that there is none.
  package var before: TabRow?
  /// What changes, for the review.
  package var changes: [TabChange]
  /// What is asked before it, one after another.
  package var questions: [TabQuestion]
  /// What is asked only if things turn out so right before it is sent: a reading that tells whether they do.
  package var lastQuestion: Call<TabQuestion?>?
  /// Whether it waits out the grace time, in which it can be taken back.
  package var waits: Bool
  /// Whether a reading shows that it was carried out.
  package var isDone: @Sendable (TabRow?) -> Bool
  /// Why one that is there already forbids making another; nil: it can be sent all the same, once that
  /// was said with `existing`.
  package var obstacle: @Sendable (TabRow) -> String?
  /// What is said of one that is there already.
  package var existing: @Sendable (TabRow) -> String
  /// What becomes of that one if it is sent all the same, in a sentence.
  package var besideExisting = ""
  /// What the person should know before they agree, in sentences: it stands in the review and in each
  /// question.
  package var warnings: [String]
  /// What is looked at afterwards, until it is over.
  package var watch: TabWatch?
  /// Said once it is done.
  package var done: String
  /// Said in its place where the answer was lost, and with it something that only it told: how certain it
  /// is that what is there is of this write, too.
  package var doneUnseen: String?
  /// Whether it makes a thing that was not there before: one that is older than its sending is another.
  package var makesAnew = false
  /// Whether a reading can show what has become of it; else nobody knows once the answer is lost.
  package var canBeSeen = true
  /// What can be done where no reading shows it and no answer came, in a sentence.
  package var adviceWhenLost = ""
  /// Whether the server does it only once in a while, and says when again.
  package var isOnceInAWhile = false

  package init(
    _ verb: Verb, _ kind: String, _ name: String, id: String? = nil, call: Call<TabRow?>,
    check: Call<TabRow?>, before: TabRow? = nil, changes: [TabChange] = [],
    questions: [TabQuestion] = [], lastQuestion: Call<TabQuestion?>? = nil, waits: Bool = false,
    isDone: @escaping @Sendable (TabRow?) -> Bool,
    obstacle: @escaping @Sendable (TabRow) -> String? = { _ in "It is there already." },
    existing: @escaping @Sendable (TabRow) -> String = { _ in "" },
    warnings: [String] = [], watch: TabWatch? = nil, done: String
  ) {
    self.verb = verb
    self.kind = kind
    self.id = id
    self.name = name
    self.call = call
    self.check = check
    self.before = before
    self.changes = changes
    self.questions = questions
    self.lastQuestion = lastQuestion
    self.waits = waits
    self.isDone = isDone
    self.obstacle = obstacle
    self.existing = existing
    self.warnings = warnings
    self.watch = watch
    self.done = done
  }
}

extension TabWrite {
  /// Whether it makes something of which the answer tells no row, and a reading does.
  var isSeenAfterwards: Bool { before == nil && canBeSeen && watch == nil && !makesAnew }

  /// Said before it is sent once more.
  static let mayBeDoneAlready =
    "This was sent before, and no answer came: it may have been done already. Look first."

  /// That nobody knows what became of it.
  var unconfirmed: TabNotice {
    .unconfirmed(verb, name: name, advice: canBeSeen ? nil : adviceWhenLost)
  }
}

extension TabWrite {
  /// The seconds after which it can be asked for again, where the server has done it so short a time
  /// ago that it is not to be waited for; not so long that a time of day would not tell.
  func pause(after error: WorkOSError) -> TimeInterval? {
    guard isOnceInAWhile, case .rejected(let rejection) = error, rejection.status == 429,
      let pause = rejection.retryAfter, pause > 60, pause < 43_200
    else { return nil }
    return pause
  }
}

extension TabWrite: Equatable {
  /// Two writes are the same when they send the same and ask the same about the same.
  package static func == (one: TabWrite, other: TabWrite) -> Bool {
    one.verb == other.verb && one.id == other.id && one.call == other.call
      && one.before == other.before && one.questions == other.questions
      && one.changes == other.changes && one.name == other.name
      && one.warnings == other.warnings
  }

  /// The same write where something is there already that does not forbid it: that is said, and asked
  /// about, first.
  func beside(_ row: TabRow) -> TabWrite {
    var write = self
    write.before = row
    // What is there already is not what will have been made.
    write.isDone = { [isDone] in $0 != row && isDone($0) }
    let changes = write.changes.compactMap { change in
      change.new.map { "\(change.field): \($0)" }
    }
    write.questions = [
      TabQuestion("It is there already", [warning(beside: row)] + changes, accept: "Go on")
    ]
    return write
  }

  /// What is said of one that is there already before it is sent all the same.
  func warning(beside row: TabRow) -> String {
    existing(row) + (besideExisting.isEmpty ? "" : " " + besideExisting)
  }
}

/// What is asked before a write.
package struct TabQuestion: Equatable, Sendable {
  package enum Answer: Equatable, Sendable {
    /// `y`.
    case yes
    /// The name has to be typed where other companies' customers are.
    case nameWhereLive
    /// The name has to be typed.
    case name
  }

  package var title: String
  package var text: [String]
  /// What the button says that does it.
  package var accept: String
  package var answer: Answer
  /// What it is about, where it may be asked twice.
  package var topic: String?

  package init(
    _ title: String, _ text: [String], accept: String, answer: Answer = .yes, topic: String? = nil
  ) {
    self.title = title
    self.text = text
    self.accept = accept
    self.answer = answer
    self.topic = topic
  }
}

/// What a write began on the server, and how to see that it has come to an end.
package struct TabWatch: Sendable {
  /// What is waited for, such as “Verifying acme.com”.
  package var title: String
  package var call: Call<TabRow?>
  /// What has become of it; nil: nothing yet.
  package var ending: @Sendable (TabRow) -> String?
  /// The seconds between two readings.
  package var interval: TimeInterval = 3
  /// The seconds after which nothing is waited for any longer.
  package var patience: TimeInterval = 300

  package init(
    title: String, call: Call<TabRow?>, ending: @escaping @Sendable (TabRow) -> String?
  ) {
    self.title = title
    self.call = call
    self.ending = ending
  }
}
