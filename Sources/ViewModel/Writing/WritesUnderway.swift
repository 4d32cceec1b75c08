import Delivery
import Foundation
import WorkOS

/// All writes of one kind on their way, in the order in which they were agreed to: the deletes of
/// organizations, or what is done in tabs.
protocol WritesUnderway {
  associatedtype Write: WriteUnderway

  var underway: [Write] { get set }
  /// Whether nothing is sent for now, as the person is asked about all of it or cannot see it.
  var isHeld: Bool { get }

  /// Reads what one is about before a sending, or after one that got no answer that tells.
  mutating func check(_ index: Int, _ turn: inout Turn)
  mutating func verify(_ index: Int, _ turn: inout Turn)
}

extension WritesUnderway {
  /// Whether there is one that waits to be sent.
  var isCountingDown: Bool { countingDown > 0 }
  /// How many wait to be sent.
  var countingDown: Int { underway.count(where: \.countsDown) }
  /// When the first of them goes on by itself.
  var nextWrite: Date? { underway.compactMap(\.deadline).min() }

  private func indicesDue(at now: Date) -> [Int] {
    underway.indices.filter { underway[$0].deadline.map { $0 <= now } ?? false }
  }

  /// Goes on with those whose time has come.
  mutating func sendWritesDue(_ turn: inout Turn) {
    guard !isHeld else { return }
    for index in indicesDue(at: turn.now) { check(index, &turn) }
  }

  mutating func sendAll(_ turn: inout Turn) {
    for index in underway.indices where underway[index].deadline != nil { check(index, &turn) }
  }

  /// Gives those whose time has come their grace time anew.
  mutating func postpone(by grace: TimeInterval, at now: Date) {
    for index in indicesDue(at: now) { underway[index].wait(until: now.addingTimeInterval(grace)) }
  }

  /// Begins the grace time of all that wait to be sent anew, as nobody could see them count; those that
  /// wait longer by that.
  mutating func beginGraceAnew(_ grace: TimeInterval, _ turn: inout Turn) -> [Write] {
    let end = turn.now.addingTimeInterval(grace)
    var prolonged: [Write] = []
    for index in underway.indices where underway[index].countsDown {
      if case .checking(let pending) = underway[index].phase {
        turn.cancel(pending)
        underway[index].phase = .queued(until: end)
      } else if let deadline = underway[index].deadline, deadline < end {
        underway[index].wait(until: end)
      } else {
        continue  // One that the server asked to wait for longer waits on.
      }
      prolonged.append(underway[index])
    }
    // Without a grace time they go on at once.
    return grace > 0 ? prolonged : []
  }

  /// Takes in that a sending failed; true when nothing has come of it, and it is not sent again.
  mutating func isEnded(_ index: Int, by error: WorkOSError, _ turn: inout Turn) -> Bool {
    guard let pending = underway[index].pending else { return false }
    if error.isNotFound, underway[index].takesSubjectAway {
      // The answer, too, to one that was carried out and whose answer was lost before; but its subject
      // was seen there a moment ago.
      underway[index].missing = error
      verify(index, &turn)
    } else if !underway[index].isSentAgain(after: error, of: pending.id, &turn) {
      guard underway[index].lostAnswer != nil else { return true }
      verify(index, &turn)
    }
    return false
  }

  /// Takes out all that can be taken back.
  mutating func takeBackAll(_ turn: inout Turn) -> [Write] {
    let writes = underway.filter(\.canBeTakenBack)
    for write in writes { write.recordTakingBack(&turn) }
    underway.removeAll(where: \.canBeTakenBack)
    return writes
  }

  /// Takes out the one of them that was agreed to last.
  mutating func takeBackLast(_ turn: inout Turn) -> Write? {
    guard let index = underway.lastIndex(where: \.canBeTakenBack) else { return nil }
    let write = underway.remove(at: index)
    write.recordTakingBack(&turn)
    return write
  }
}
