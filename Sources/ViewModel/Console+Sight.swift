import Foundation

/// What counts down is sent only where the person could see it count.
extension Console {
  /// Whether nothing that waits is sent for now: the person is asked about it, or cannot see it. Who
  /// has said that it is to be finished has agreed to all of it.
  package var holdsWrites: Bool {
    quitting == .asking || isOutOfSight && quitting != .finishing
  }

  /// How many deletes of organizations wait to be sent, and how many changes in tabs.
  package var countingDown: (deletes: Int, changes: Int) {
    (deletions.countingDown, tabs.countingDown)
  }

  mutating func holdWrites() {
    deletions.isHeld = holdsWrites
    tabs.isHeld = holdsWrites
  }

  /// Takes in whether anything can be read on screen by now: what waited meanwhile begins to wait anew.
  mutating func sightChanged(_ isOutOfSight: Bool, _ turn: inout Turn) {
    let wasHeld = self.isOutOfSight && holdsWrites
    self.isOutOfSight = isOutOfSight
    holdWrites()
    if wasHeld, !isOutOfSight { beginGraceAnew(because: .screenTooSmall, &turn) }
  }

  /// Begins the grace time anew when the program stood still: whatever counts down is watched by the
  /// second, so after a longer gap (a stop, a sleep of the machine) nobody saw it count.
  mutating func noticeUnseenTime(_ turn: inout Turn) {
    guard let lastCounted, turn.now.timeIntervalSince(lastCounted) > Self.longestUnseenTime else {
      return
    }
    beginGraceAnew(because: .stopped, &turn)
  }

  /// The seconds between two events, while something is counted down, that are no gap.
  package static let longestUnseenTime: TimeInterval = 2

  private mutating func beginGraceAnew(because reason: Notice.Unseen, _ turn: inout Turn) {
    editor.waitAnew(for: workplace.deleteGrace, at: turn.now)
    let deletes = deletions.beginGraceAnew(workplace.deleteGrace, &turn)
    let changes = tabs.beginGraceAnew(workplace.deleteGrace, &turn)
    let queued: Notice.Queued
    switch (deletes.count, changes.count) {
    case (0, 0): return
    case (let count, 0): queued = .deletes(count)
    case (0, 1): queued = .change(changes[0].write.verb, name: changes[0].write.name)
    case (let count, let others): queued = .several(count + others)
    }
    turn.notice = .graceBegunAnew(
      queued, because: reason,
      canBeTakenBack: deletes.contains(where: \.canBeTakenBack)
        || changes.contains(where: \.canBeTakenBack))
  }
}
