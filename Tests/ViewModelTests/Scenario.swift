import Delivery
import Foundation
import Storms
import TestSupport
import Testing
import ViewModel
import WorkOS

/// A console, a clock that stands still until it is set, and the questions nobody has answered yet.
struct Scenario {
  private(set) var console: Console
  private(set) var now = Scenario.start
  /// Everything the console wanted of the server, in order.
  private(set) var effects: [Effect] = []
  /// Everything it wanted of the disk, in order.
  private(set) var records: [Effect] = []
  /// The questions to the server that were neither answered nor cancelled.
  private(set) var open: [Effect] = []

  static let start = Date(timeIntervalSince1970: 1_800_000_000)

  init(
    kind: Workplace.Kind = .test,
    isReadOnly: Bool = false,
    deleteGrace: TimeInterval = 5,
    pageSize: Int = 3,
    keepsRecords: Bool = false,
    retryPolicy: RetryPolicy = .once
  ) {
    console = Console(
      workplace: Workplace(
        kind: kind, host: "api.workos.com", isReadOnly: isReadOnly, deleteGrace: deleteGrace,
        pageSize: pageSize, keepsRecords: keepsRecords, keyEnding: "cret", retryPolicy: retryPolicy),
      idempotencyKeys: IdempotencyKeys(session: UUID(uuid: Self.session)))
  }

  private static let session: uuid_t = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)

  /// A console whose first page has arrived.
  static func showing(
    _ server: FakeServer,
    kind: Workplace.Kind = .test,
    isReadOnly: Bool = false,
    deleteGrace: TimeInterval = 5,
    pageSize: Int = 3,
    keepsRecords: Bool = false,
    retryPolicy: RetryPolicy = .once
  ) -> Scenario {
    var scenario = Scenario(
      kind: kind, isReadOnly: isReadOnly, deleteGrace: deleteGrace, pageSize: pageSize,
      keepsRecords: keepsRecords, retryPolicy: retryPolicy)
    scenario.send(.started)
    scenario.answerPage(from: server)
    return scenario
  }

  /// Sends an event and returns what the console then wants of the server.
  @discardableResult
  mutating func send(_ event: Event) -> [Effect] {
    let all = console.update(event, at: now)
    let new = all.filter { $0.requestID != nil }
    effects += new
    records += all.filter { $0.requestID == nil }
    for effect in new {
      if case .cancel(let id) = effect {
        // A write that is given up is still answered, by the transport if not by the server.
        open.removeAll { $0.requestID == id && !$0.isWrite }
      } else {
        open.append(effect)
      }
    }
    return new
  }

  @discardableResult
  mutating func list(_ event: ListEvent) -> [Effect] { send(.list(event)) }

  @discardableResult
  mutating func detail(_ event: DetailEvent) -> [Effect] { send(.detail(event)) }

  @discardableResult
  mutating func editor(_ event: EditorEvent) -> [Effect] { send(.editor(event)) }

  @discardableResult
  mutating func deletion(_ event: DeletionEvent) -> [Effect] { send(.deletion(event)) }

  /// Lets time pass without the console hearing of it.
  mutating func advance(_ seconds: TimeInterval) { now += seconds }

  /// Lets time pass, and wakes the console as often as it wants to be.
  @discardableResult
  mutating func wait(_ seconds: TimeInterval) -> [Effect] {
    let end = now + seconds
    var effects: [Effect] = []
    var stall = Stall()
    while let wake = console.nextWake(after: now), wake < end, stall.passes(wake) {
      now = wake
      effects += send(.timePassed)
    }
    now = end
    return effects + send(.timePassed)
  }

  mutating func close(_ effect: Effect) { open.removeAll { $0 == effect } }
}

extension Effect {
  /// The request it is about; nil where it is about the disk.
  var requestID: RequestID? { request }

  var isPage: Bool { pageQuestion != nil }
  var isRead: Bool { readID != nil }
  var isDelete: Bool { deleted != nil }

  var cursor: PageCursor? { pageQuestion?.cursor }

  var update: OrganizationUpdate? {
    if case .update(_, let update) = sent { update } else { nil }
  }

  var creation: NewOrganization? {
    if case .create(let new, _) = sent { new } else { nil }
  }

  var idempotencyKey: UUID? { question?.request.idempotencyKey }

  var deleted: Organization.ID? {
    if case .delete(let id) = sent { id } else { nil }
  }

  var addedDomain: String? {
    if case .addDomain(let domain, _) = sent { domain } else { nil }
  }

  var removedDomain: String? {
    if case .removeDomain(let id) = sent { id } else { nil }
  }

  /// Whether it writes down that a write was queued and never sent.
  var isRecordOfUnsent: Bool {
    if case .record(.outcome(_, let outcome)) = self { outcome.result == .neverSent } else { false }
  }
}
