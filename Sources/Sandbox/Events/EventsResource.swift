/// `/events`: what the seed made and what clients did, oldest first, in pages that only lead on.
///
/// Events are kept for 90 days. Those of the seed, which ends at a fixed day, stay as they were at
/// that day, however late the sandbox is started.
struct EventsResource: Resource {
  static let retention: Int64 = 90 * 86_400_000

  var endpoints: [Endpoint] { [.get("/events", list)] }

  func forget(organization: ULID, in store: inout Store) {
    store.forget(Event.self, of: organization)
  }

  private func list(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let kinds = Set(visit.queryList("events"))
    guard !kinds.isEmpty else {
      throw .badRequest(
        code: "invalid_events_request", "At least one event type must be given in `events`.")
    }
    let paging = try paging(visit)
    let start = try time("range_start", visit)
    let end = try time("range_end", visit)
    guard start == nil || paging.start == .edge else {
      throw Self.invalid("range_start and after must not be combined.")
    }
    if let start, let end, end < start {
      throw Self.invalid("range_end must not be before range_start.")
    }
    let oldest = min(visit.now, Seed.newest).advanced(by: -Self.retention)
    let from = max(start ?? oldest, oldest)
    let all = try events(visit, &store)
    let page = paging.page(of: all) { event in
      kinds.contains(event.kind) && event.createdAt >= from
        && (end.map { event.createdAt <= $0 } ?? true)
    }
    return Outcome(200) { writer in
      writer.object { writer in
        writer.member("object", "list")
        writer.key("data")
        writer.array { writer in
          for event in page.items { event.write(to: &writer) }
        }
        // There is no way back.
        writer.key("list_metadata")
        writer.object { $0.member("after", page.after?.text(prefix: Event.prefix)) }
      }
    }
  }

  private func paging(_ visit: Visit) throws(APIProblem) -> Paging {
    // `order` and `before` are no longer described; a walk is always from the oldest on.
    let items = visit.request.query.filter { $0.name == "limit" || $0.name == "after" }
    do throws(APIProblem) {
      return try Paging(items: items, of: "event", prefix: Event.prefix, order: .asc)
    } catch {
      throw error.inCodes
    }
  }

  /// A moment of the range; an offset is refused even where it is that of UTC.
  private func time(_ name: String, _ visit: Visit) throws(APIProblem) -> Timestamp? {
    guard let text = visit.query(name) else { return nil }
    guard text.hasSuffix("Z"), let time = Timestamp(text) else {
      throw Self.invalid("\(name) must be an ISO 8601 date string in UTC, ending in Z.")
    }
    return time
  }

  private func events(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> [Event] {
    let written = store[EventLog.self].events
    guard let text = visit.query("organization_id") else {
      return (store.items(Event.self) + written).sorted { $0.id < $1.id }
    }
    guard let id = ULID(text, prefix: Organization.prefix) else {
      throw Self.invalid("organization_id must be a valid organization id.")
    }
    // Of one that was deleted, only what clients did is left.
    let seeded = store.organizations.organization(id).map { store.items(Event.self, of: $0) } ?? []
    return (seeded + written.filter { $0.organization == id }).sorted { $0.id < $1.id }
  }

  private static func invalid(_ message: String) -> APIProblem {
    .badRequest(code: "invalid_request_parameters", message)
  }
}
