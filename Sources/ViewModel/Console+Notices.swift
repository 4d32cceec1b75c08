import Foundation

/// What the status line says, and for how long.
extension Console {
  /// Shows news: the newest, but below a failure, which stays until a key drops it.
  ///
  /// A failure that another one follows before a key was pressed stays below that.
  mutating func tell(_ subject: Notice.Subject?, _ now: Date) {
    guard let subject else { return }
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

  /// Once a save is answered, drops that it is waited for, and what would hide why it failed.
  mutating func dropOvertakenNotice(since former: Editor) {
    if former.session?.screen != editor.session?.screen, let subject = notice?.subject {
      // What was said of one screen reads wrong below another.
      if case .fieldsNeedAttention = subject { notice = nil }
      if case .conflictsUndecided = subject { notice = nil }
      if !subject.isFailure { notice = nil }
    }
    guard former.session?.isUnderway == true, editor.session?.isUnderway != true,
      let subject = notice?.subject
    else { return }
    // What was left of a save is done once its form has closed by itself.
    if editor.session == nil, case .savedPartly = subject { notice = nil }
    // That a draft was not kept is said again when quitting; other failures are said only here.
    let isToldLater = if case .recordFailed = subject { true } else { !subject.isFailure }
    if subject == .busySaving || isToldLater && editor.session?.failure != nil { notice = nil }
  }
}
