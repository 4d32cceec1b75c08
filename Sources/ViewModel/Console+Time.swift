import Delivery
import Foundation
import WorkOS

extension Console {
  /// The next moment at which something happens, or looks different, by time alone.
  package func nextWake(after now: Date) -> Date? {
    let second = Date(timeIntervalSinceReferenceDate: now.timeIntervalSinceReferenceDate + 1)
    let counting =
      !deletions.underway.isEmpty || !tabs.underway.isEmpty || !tabs.watches.isEmpty
      || tabs.secret?.ends != nil || events.follow != nil
      || !retries.isEmpty || editor.session?.wait != nil
      || pendingReads.contains { $0.since <= now }
    let deadlines = [
      holdsWrites ? nil : deletions.nextDeadline, tabs.nextDeadline, tabs.nextDrop,
      events.nextDeadline,
      holdsWrites ? nil : editor.session?.wait?.until,
      editor.session?.namesDue,
      overview.due,
    ].compactMap(\.self)
    let deadline = quitting == .asking ? nil : deadlines.min()
    return [deadline, drafts.disk.nextTry, counting ? second : nil, nextAge(after: now)]
      .compactMap(\.self).min()
  }

  /// Requests whose waiting time is on screen.
  private var pendingReads: [Pending] {
    let loads = list.loads.filter { $0.purpose != .prefetch }.map(\.pending)
    return loads + tabs.pendingReads + answers.reads + [events.walk?.pending].compactMap(\.self)
      + [detail.read, detail.sought?.read, editor.session?.pending, drafts.opening?.read]
      .compactMap(\.self) + readsForForms
  }

  /// What is read beside what is typed or asked, where the answer will stand.
  private var readsForForms: [Pending] {
    let looks = [editor.session?.neighbours.owner, tabs.form?.taken?.look]
    return looks.compactMap { $0?.pending } + (deletions.counts?.pending ?? [])
      + [editor.session?.roles.pending].compactMap(\.self)
  }

  /// The ages, in seconds, at which what is on screen is said to be older.
  ///
  /// They are far apart, so that a console left alone has nothing to draw for minutes.
  package static let ages: [TimeInterval] = minutes.map { $0 * 60 } + hours.map { $0 * 3600 }

  private static let minutes: [TimeInterval] = [5, 10, 15, 30, 45]
  private static let hours = (1...24).map(TimeInterval.init)

  private func nextAge(after now: Date) -> Date? {
    let readings = [list.loadedAt, detail.readAt, tabs.state?.loadedAt].compactMap(\.self)
    return readings.compactMap { reading in
      Self.ages.lazy.map { reading.addingTimeInterval($0) }.first { $0 > now }
    }.min()
  }
}
