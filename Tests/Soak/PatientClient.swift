import Delivery
import Foundation
import Synchronization
import ViewModel
import WorkOS

/// Asks until there is an answer, with the console's own rules for what is worth another try.
final class PatientClient: Sendable {
  private let client: WorkOSClient
  private let policy: RetryPolicy
  private let repeated = Mutex(0)

  init(_ client: WorkOSClient) {
    self.client = client
    var policy = RetryPolicy()
    policy.mostTries = 20
    self.policy = policy
  }

  var repeats: Int { repeated.withLock { $0 } }

  func page(_ cursor: PageCursor) async throws(WorkOSError) -> Page<Organization> {
    try await patiently { () throws(WorkOSError) in
      try await client.send(Organizations.list(OrganizationQuery(cursor: cursor, limit: 50))).value
    }
  }

  func create(_ new: NewOrganization) async throws(WorkOSError) -> Organization {
    let key = UUID()
    return try await patiently { () throws(WorkOSError) in
      try await client.send(Organizations.create(new, idempotencyKey: key)).value
    }
  }

  func update(
    _ id: Organization.ID, _ update: OrganizationUpdate
  ) async throws(WorkOSError) -> Organization {
    try await patiently { () throws(WorkOSError) in
      try await client.send(Organizations.update(id, update)).value
    }
  }

  /// Not found is done: the answer to the try before was lost.
  func delete(_ id: Organization.ID) async throws(WorkOSError) {
    try await patiently { () throws(WorkOSError) in
      do throws(WorkOSError) {
        _ = try await client.send(Organizations.delete(id))
      } catch {
        guard case .rejected(let rejection) = error, rejection.status == 404 else { throw error }
      }
    }
  }

  private func patiently<Value>(
    _ ask: () async throws(WorkOSError) -> Value
  ) async throws(WorkOSError) -> Value {
    var tries = 0
    while true {
      tries += 1
      do throws(WorkOSError) {
        return try await ask()
      } catch {
        guard policy.delay(after: error, tries: tries, jitter: 0) != nil || error.isCutShort else {
          throw error
        }
        // No wait: the sandbox recovers at once.
        repeated.withLock { $0 += 1 }
      }
    }
  }
}

extension WorkOSError {
  /// Whether half a body arrived as if it were whole; a person asks again then.
  fileprivate var isCutShort: Bool {
    guard case .undecodable = self else { return false }
    return true
  }
}
