import Foundation
import WorkOS

/// What the status line says, and for how long.
extension Console {
  /// Shows news: the newest, but below a failure, which stays until a key drops it.
  ///
  /// A failure that another one follows before a key was pressed stays below that.
  mutating func tell(_ subject: Notice.Subject?, _ now: Date) {
    guard let subject else { return }
    if subject.givesWay, let notice, !notice.subject.isAnswerToKey { return }
    let new = Notice(subject: subject, since: now)
    otherNotices.removeAll { !$0.subject.isFailure || $0.subject == subject }
    guard let notice, notice.subject.isFailure, notice.subject != subject else {
      self.notice = new
      return
    }
    if !subject.isFailure {
      otherNotices.append(new)
    } else {
      otherNotices.insert(notice, at: 0)
      self.notice = new
    }
    otherNotices = Array(otherNotices.prefix(Self.mostOtherNotices))
  }

  private static let mostOtherNotices = 3

  /// Drops news that has been there long enough, and at once what only answered the key before.
  mutating func keyPressed(_ now: Date) {
    let kept = ([notice].compactMap(\.self) + otherNotices)
      .filter { !$0.isOld(at: now) && !$0.subject.isAnswerToKey }
    notice = kept.first
    otherNotices = Array(kept.dropFirst())
  }

  /// Drops what was said of a key that the server refused, as it takes the key again.
  mutating func keyTakenAgain() {
    dropNotices { subject in
      switch subject {
      case .keyRefused: true
      case .readFailed(let error), .orderNotRead(let error), .followingEnded(let error):
        error.isUnauthorized
      default: false
      }
    }
    if editor.session?.faults.failure?.isUnauthorized == true {
      editor.session?.faults.failure = nil
    }
  }

  /// Drops what was said of files that could not be written, as far as they can be again.
  mutating func recordsKeptAgain() {
    let disk = drafts.disk
    dropNotices { subject in
      if case .recordFailed(let error) = subject { return !disk.has(error) }
      return subject == .draftKeptHereOnly && disk.isComplete
    }
  }

  /// Drops that events are no longer followed, as they are again.
  mutating func followedAgain() {
    dropNotices { if case .followingEnded = $0 { true } else { false } }
  }

  /// Drops how many fields of a conflict were left, as there are fewer now.
  mutating func conflictDecided() {
    dropNotices { if case .conflictsUndecided = $0 { true } else { false } }
  }

  /// Drops that a delete was taken back, as another is to be sent.
  mutating func deletionQueued() {
    dropNotices { if case .deletionUndone = $0 { true } else { false } }
  }

  /// Drops what is of no use any more once the person has gone on to something else: what became of a
  /// paste, and what came of a search, unless that is still to be looked at.
  mutating func dropNoticesLeftBehind() {
    dropNotices { subject in
      if case .personFound = subject { return false }
      return subject.isAboutTyping || subject.isAboutSearch
    }
  }

  /// Drops what came of the search before, as there is another.
  mutating func searchBegunAnew() { dropNotices(where: \.isAboutSearch) }

  /// What is open beside the list, whatever it was that opened it.
  var opened: Opened {
    Opened(
      organization: detail.organization?.id, answers: answers.layers.count,
      hasForm: editor.session != nil, asksToDelete: deletions.dialog != nil,
      isSearching: list.search != nil)
  }

  struct Opened: Equatable {
    var organization: Organization.ID?
    var answers: Int
    var hasForm: Bool
    var asksToDelete: Bool
    var isSearching: Bool
  }

  private mutating func dropNotices(where isUntrue: (Notice.Subject) -> Bool) {
    let kept = ([notice].compactMap(\.self) + otherNotices).filter { !isUntrue($0.subject) }
    notice = kept.first
    otherNotices = Array(kept.dropFirst())
  }

  /// What was said of the fields of a form of a tab is about nothing once that is closed or sent.
  ///
  /// - Parameter told: what was said of its last try, which goes as soon as the form says it no longer.
  mutating func dropNoticeOfTabForm(since former: TabFormSession.Key?, _ told: TabNotice?) {
    guard former != nil else { return }
    let isOpen = tabs.form.map { $0.key == former && $0.isEditing } ?? false
    if !isOpen { dropNotices { $0.isAboutForm } }
    if let told, tabs.form?.told != told { dropNotices { $0 == .tab(told) } }
  }

  /// Drops how many fields need attention, as soon as that is another number: what is left is said below
  /// each of them.
  mutating func dropOutdatedFaultCount() {
    guard ([notice].compactMap(\.self) + otherNotices).contains(where: \.isFaultCount) else {
      return
    }
    let count =
      tabs.form?.faults.ofFields.count
      ?? editor.session?.draft.problems.count(where: \.isError) ?? 0
    dropNotices { if case .fieldsNeedAttention(let told) = $0 { told != count } else { false } }
  }

  /// Once a save is answered, drops that it is waited for, and what would hide why it failed.
  mutating func dropOvertakenNotice(since former: Editor) {
    if former.session?.screen != editor.session?.screen {
      let isAsked = editor.session.map { $0.screen != .form } ?? false
      // What was said of one screen reads wrong below another; of what is asked now, only that counts.
      dropNotices { !$0.isFailure || $0.isAboutForm || isAsked && $0.isAboutFormerSave }
    }
    // What was left of a save is done, given up or a draft once its form has closed or holds none of it.
    if former.session != nil, editor.session?.draft.isEmpty ?? true {
      dropNotices { if case .savedPartly = $0 { true } else { false } }
    }
    guard former.session?.isUnderway == true, editor.session?.isUnderway != true,
      let subject = notice?.subject
    else { return }
    // That a draft was not kept is said again when quitting; other failures are said only here.
    let isToldLater = if case .recordFailed = subject { true } else { !subject.isFailure }
    if subject == .busySaving || isToldLater && editor.session?.faults.failure != nil {
      notice = nil
    }
  }
}

extension Notice {
  fileprivate var isFaultCount: Bool {
    if case .fieldsNeedAttention = subject { true } else { false }
  }
}
