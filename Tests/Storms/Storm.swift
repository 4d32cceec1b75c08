import Delivery
import Foundation
import ViewModel
import WorkOS

/// A person, a server, other people and a disk who all do as chance will have it, from a seed.
package struct Storm {
  /// One event, and what the console made of it.
  struct Step {
    var before: Console
    var event: Event
    var effects: [Effect]
    var after: Console
    var now: Date
  }

  private(set) var console: Console
  private(set) var now = Date(timeIntervalSince1970: 1_800_000_000)
  /// The questions to the server that were neither answered nor cancelled.
  private(set) var open: [Effect] = []
  /// Reads that were given up, whose answers may come all the same.
  private(set) var cancelled: [Effect] = []
  /// What was typed and is kept, also from one run of the program to the next.
  private(set) var disk: [Draft.ID: Draft] = [:]
  private(set) var requestCount = 0
  var server = FakeServer(40)
  var chance: SeededGenerator
  var nextNumber = 41
  private var rules: Rules
  private let workplace: Workplace
  private var runs: UInt8 = 0

  package init(seed: UInt64) {
    chance = SeededGenerator(seed: seed)
    workplace = Workplace(
      kind: seed.isMultiple(of: 7) ? .live : .test, host: "api.workos.com",
      isReadOnly: seed.isMultiple(of: 10), deleteGrace: 3, pageSize: 4, keepsRecords: true)
    console = Self.newConsole(workplace, run: 0)
    rules = Rules(grace: workplace.deleteGrace)
    _ = take(.started)
  }

  /// Does one thing; returns the rules that this has broken, and after what.
  package mutating func step() -> [String] {
    now += Double.random(in: 0...3, using: &chance)
    changeServer()
    if console.quitting == .done { startAgain() }
    let event = nextEvent()
    let step = take(event)
    let broken = rules.broken(by: step, in: self)
    return broken.isEmpty ? [] : broken + ["after \(event)"]
  }

  private mutating func nextEvent() -> Event {
    switch Int.random(in: 0..<12, using: &chance) {
    case 0..<4:
      guard let question = open.randomElement(using: &chance) else { break }
      if Int.random(in: 0..<8, using: &chance) == 0, let id = question.request, !question.isWrite {
        return .retryPlanned(
          RetryWait(request: id, tries: 1, until: now.addingTimeInterval(2), error: .timedOut))
      }
      open.removeAll { $0.request == question.request }
      return answer(to: question)
    case 4:
      guard let question = cancelled.popLast() else { break }
      return answer(to: question)
    default: break
    }
    return anythingAPersonDoes()
  }

  private mutating func take(_ event: Event) -> Step {
    let before = console
    let effects = console.update(event, at: now)
    for effect in effects { carryOut(effect) }
    return Step(before: before, event: event, effects: effects, after: console, now: now)
  }

  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .ask, .write:
      requestCount += 1
      open.append(effect)
    case .cancel(let id):
      // A write that is given up is still answered, by the transport if not by the server.
      cancelled += open.filter { $0.request == id && !$0.isWrite }
      open.removeAll { $0.request == id && !$0.isWrite }
    case .record(.keepDraft(let id, let draft)): disk[id] = draft
    case .record(.dropDraft(let id)): disk[id] = nil
    case .record, .lookUp: break
    }
  }

  /// The program has ended, and is started anew.
  private mutating func startAgain() {
    runs &+= 1
    (open, cancelled, requestCount) = ([], [], 0)
    rules = Rules(grace: workplace.deleteGrace)
    console = Self.newConsole(workplace, run: runs)
    _ = take(.started)
    _ = take(.draftsLoaded(disk.map { KeptDraft($1, id: $0, typedAt: now) }))
  }

  private static func newConsole(_ workplace: Workplace, run: UInt8) -> Console {
    let session = UUID(uuid: (run, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
    return Console(workplace: workplace, idempotencyKeys: IdempotencyKeys(session: session))
  }
}
