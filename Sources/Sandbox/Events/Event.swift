/// Something that happened, with what it happened to as it was then.
struct Event: Equatable, Belonging {
  static let prefix: StaticString = "event_"
  static let title = "Event"

  let id: ULID
  let organization: ULID
  let kind: String
  let data: JSONValue
  let createdAt: Timestamp

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("object", "event")
      writer.member("id", id, prefix: Self.prefix)
      writer.member("event", kind)
      writer.member("data", data)
      writer.key("context")
      writer.object { _ in }
      writer.member("created_at", createdAt)
    }
  }
}

/// The events of what clients did, oldest first.
struct EventLog: StoredState {
  static let capacity = 20_000

  private(set) var events: [Event] = []

  mutating func append(_ event: Event) {
    if events.count == Self.capacity { events.removeFirst(Self.capacity / 10) }
    events.append(event)
  }
}

extension Store {
  mutating func note(_ occurrence: Occurrence, at now: Timestamp) {
    self[EventLog.self].append(
      Event(
        id: makeID(at: now), organization: occurrence.organization ?? ULID(value: 0),
        kind: occurrence.kind, data: occurrence.data, createdAt: now))
  }
}
