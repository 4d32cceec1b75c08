import JSON

/// The endpoints of the API reference about how an audit log is kept.
package enum AuditLogs {
  /// `GET /organizations/{id}/audit_log_configuration`
  package static func configuration(
    of organization: Organization.ID
  ) -> Call<Received<AuditLogConfiguration>> {
    Call(
      APIRequest(.get, ["organizations", organization.rawValue, "audit_log_configuration"]),
      reading: Received.init(decoding:))
  }

  /// `PUT /organizations/{id}/audit_logs_retention`, which takes exactly one of `retention_period` and
  /// the deprecated number of days, and answers with the days alone.
  package static func setRetention(
    _ period: RetentionPeriod, of organization: Organization.ID
  ) -> Call<Received<AuditLogConfiguration>> {
    let body = JSONValue.object([.init(key: "retention_period", value: .string(period.name))])
    return Call(
      APIRequest(
        .put, ["organizations", organization.rawValue, "audit_logs_retention"], body: body.raw),
      reading: Received.init(decoding:))
  }
}
