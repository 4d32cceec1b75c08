import Foundation

/// How the audit log of an organization is kept, and where it is streamed to.
package struct AuditLogConfiguration: Equatable, Sendable {
  /// Where events are sent on to.
  package struct Stream: Equatable, Sendable {
    package var type: String?
    package var state: String?
    package var lastSyncedAt: Date?

    package init(type: String? = nil, state: String? = nil, lastSyncedAt: Date? = nil) {
      self.type = type
      self.state = state
      self.lastSyncedAt = lastSyncedAt
    }
  }

  package var retentionDays: Int?
  /// `active`, `inactive`, `disabled`, or whatever else the server sent.
  package var state: String?
  package var stream: Stream?

  package init(retentionDays: Int? = nil, state: String? = nil, stream: Stream? = nil) {
    self.retentionDays = retentionDays
    self.state = state
    self.stream = stream
  }
}

extension AuditLogConfiguration: Decodable {
  private enum CodingKeys: String, CodingKey {
    case retentionDays = "retention_period_in_days"
    case state
    case stream = "log_stream"
  }

  /// Everything may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      retentionDays: container.tolerated(Int.self, forKey: .retentionDays),
      state: container.tolerated(String.self, forKey: .state),
      stream: container.tolerated(Stream.self, forKey: .stream))
  }
}

extension AuditLogConfiguration.Stream: Decodable {
  private enum CodingKeys: String, CodingKey {
    case type
    case state
    case lastSyncedAt = "last_synced_at"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      type: container.tolerated(String.self, forKey: .type),
      state: container.tolerated(String.self, forKey: .state),
      lastSyncedAt: container.toleratedDate(forKey: .lastSyncedAt))
  }
}
