import Delivery
import JSON
import WorkOS

/// How long the audit log is kept, as a form and a write.
enum RetentionForm {
  private static let label = "Retention"
  /// What the journal calls it.
  private static let kind = "audit_log_retention"

  static func form(for organization: Organization, _ audit: AuditLogConfiguration) -> TabForm {
    let choices = RetentionPeriod.all.map { TabChoice($0.name, $0.words) }
    let picked = RetentionPeriod.all.first { $0.days == audit.retentionDays }
    let field = TabField(
      "retention_period", "Keep events for",
      .choice(
        AuditLogs.configuration(of: organization.id).map { _ in choices },
        picked: picked.map { [$0.name] } ?? []),
      names: ["retention_period", "retention_period_in_days"])
    var form = TabForm(title: "Audit log retention", fields: [field]) { values in
      let name = values.picked("retention_period").first
      return RetentionPeriod.all.first { $0.name == name }
        .map { write($0, from: audit.retentionDays, of: organization) }
    }
    form.renewed = { row in
      guard row.id == organization.id.rawValue else { return nil }
      return row.item(AuditLogConfiguration.self).map { Self.form(for: organization, $0) }
    }
    return form
  }

  private static func write(
    _ period: RetentionPeriod, from days: Int?, of organization: Organization
  ) -> TabWrite {
    let old = days.map(RetentionPeriod.words) ?? ""
    let changes =
      days == period.days
      ? []
      : [TabChange(label, old, period.words), TabChange("That means", "", effect(period, days))]
    let loses = days.map { period.days < $0 } ?? true
    let question = TabQuestion(
      "Keep less of the audit log?",
      [
        days == nil
          ? "How long events are kept now is not known." : "Events are kept for \(old) now.",
        "\(effect(period, days)). What is deleted cannot be had back.",
      ], accept: "Change")
    return TabWrite(
      .change, kind, organization.name, id: organization.id.rawValue,
      call: AuditLogs.setRetention(period, of: organization.id).map { row($0, organization) },
      check: AuditLogs.configuration(of: organization.id).map { row($0, organization) },
      before: row(
        Received(
          AuditLogConfiguration(retentionDays: days),
          json: RawJSON(days.map { #"{"retention_period_in_days":\#($0)}"# } ?? "{}")), organization
      ),
      changes: changes, questions: loses ? [question] : [],
      isDone: { $0?[label] == period.words },
      done: "The audit log of \(organization.name) is kept for \(period.words) now.")
  }

  /// How long it was kept before and after a write of the journal, as far as that tells; nil: the write
  /// is about something else.
  static func rows(of entry: JournalEntry) -> (before: TabRow?, after: TabRow?)? {
    let subject = entry.intent.subject
    guard subject.kind.rawValue == kind else { return nil }
    let organization = Organization(
      id: Organization.ID(rawValue: subject.id ?? ""), name: subject.name)
    func known(_ json: RawJSON?) -> TabRow? {
      let kept = json.flatMap { TabRow.kept(as: $0) { Self.row($0, organization) } }
      return kept?[label]?.isEmpty == false ? kept : nil
    }
    return (known(entry.intent.before), known(entry.outcome?.after))
  }

  private static func effect(_ period: RetentionPeriod, _ days: Int?) -> String {
    guard let days, period.days >= days else {
      return "Events older than \(period.words) are no longer kept"
    }
    return "Events from now on stay for \(period.words); what is gone already does not come back"
  }

  private static func row(
    _ received: Received<AuditLogConfiguration>, _ organization: Organization
  ) -> TabRow {
    let words = received.item.retentionDays.map(RetentionPeriod.words) ?? ""
    return TabRow(
      id: organization.id.rawValue, name: organization.name, cells: [],
      agreed: [TabFact(label, words)], json: received.json)
  }
}
