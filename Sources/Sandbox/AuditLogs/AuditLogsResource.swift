/// How long the audit log of an organization is kept, and where it is streamed to.
struct AuditLogsResource: Resource {
  private struct Retentions: StoredState {
    /// In days.
    var days: [ULID: Int] = [:]
  }

  var endpoints: [Endpoint] {
    [
      .get("/organizations/{id}/audit_log_configuration", configuration),
      .get("/organizations/{id}/audit_logs_retention", retention),
      .put("/organizations/{id}/audit_logs_retention", setRetention),
    ]
  }

  func forget(organization: ULID, in store: inout Store) {
    store[Retentions.self].days[organization] = nil
  }

  private func configuration(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let organization = try store.organization(visit.parameter("id"))
    let days = days(of: organization, store)
    let position = organization.seedPosition ?? 0
    let lastSync = store.seeded(organization).updatedAt
    return Outcome(200) { writer in
      writer.object { writer in
        writer.member("organization_id", organization.idText)
        writer.member("retention_period_in_days", days ?? 30)
        writer.member("state", days == nil ? "inactive" : "active")
        guard days != nil, position % 4 == 1 else { return }
        writer.key("log_stream")
        writer.object { writer in
          let id = ULID(value: organization.id.value &+ 1)
          writer.member("id", id, prefix: "log_stream_")
          writer.member("type", position % 8 == 1 ? "Datadog" : "S3")
          writer.member("state", position % 8 == 1 ? "active" : "error")
          writer.member("last_synced_at", position % 8 == 1 ? lastSync : nil)
          writer.member("created_at", organization.createdAt)
        }
      }
    }
  }

  private func retention(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let organization = try store.organization(visit.parameter("id"))
    return Self.outcome(days(of: organization, store), organization)
  }

  /// Takes either the period by name, `1_MONTH` to `10_YEARS`, or the deprecated number of days.
  private func setRetention(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let organization = try store.organization(visit.parameter("id"))
    var body = try BodyReader(visit, .fields)
    let period = body.optionalText("retention_period").value
    let days = body.number("retention_period_in_days")
    let wanted = period.flatMap(Self.days) ?? days
    switch (period, days) {
    case (nil, nil), (_?, _?):
      body.refuse(
        "retention_period", "must be sent, or retention_period_in_days in its place",
        code: "one_required")
    case (_?, nil):
      if wanted == nil {
        body.refuse(
          "retention_period", "must be 1_MONTH to 11_MONTHS or 1_YEAR to 10_YEARS", code: "invalid")
      }
    case (nil, let days?):
      if !Self.isPeriod(days) {
        body.refuse(
          "retention_period_in_days", "must be a multiple of 30 up to 330 or of 365 up to 3650",
          code: "invalid")
      }
    }
    try body.finish()
    store[Retentions.self].days[organization.id] = wanted
    return Self.outcome(wanted, organization)
  }

  private func days(of organization: Organization, _ store: Store) -> Int? {
    if let days = store[Retentions.self].days[organization.id] { return days }
    guard let position = organization.seedPosition else { return nil }
    return [30, 365, nil, 90][position % 4]
  }

  private static func outcome(_ days: Int?, _ organization: Organization) -> Outcome {
    Outcome(200, organization: organization.id, subject: organization.idText) { writer in
      writer.object { writer in
        writer.key("retention_period_in_days")
        if let days { writer.value(.number(String(days))) } else { writer.null() }
      }
    }
  }

  private static func isPeriod(_ days: Int) -> Bool {
    days > 0 && (days % 30 == 0 && days <= 330 || days % 365 == 0 && days <= 3650)
  }

  private static func days(_ period: String) -> Int? {
    let parts = period.split(separator: "_")
    guard parts.count == 2, let number = Int(parts[0]), number > 0 else { return nil }
    switch (parts[1], number) {
    case ("MONTH", 1), ("MONTHS", 2...11): return number * 30
    case ("YEAR", 1), ("YEARS", 2...10): return number * 365
    default: return nil
    }
  }
}
