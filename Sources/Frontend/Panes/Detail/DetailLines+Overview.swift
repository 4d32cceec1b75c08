import ViewModel
import WorkOS

/// The end of the overview: what the tabs hold, and how the audit log is kept. It comes in later than the
/// rest, and so stands below it, where it moves nothing.
extension DetailLines {
  /// - Parameter holdings: what is known of the tabs, each with its title.
  func lines(
    for overview: Overview, holdings: [(title: String, count: String)]
  ) -> [DetailLine] {
    held(holdings) + [DetailLine(.empty)] + audit(overview)
  }

  private func held(_ holdings: [(title: String, count: String)]) -> [DetailLine] {
    guard !holdings.isEmpty else { return [] }
    let heading = DetailLine(TextLine("As its tabs were read", Palette.heading))
    return [DetailLine(.empty), heading]
      + holdings.map { fact($0.title, $0.count) }
  }

  private func audit(_ overview: Overview) -> [DetailLine] {
    guard let audit = overview.audit else {
      let words = overview.failure.map(Self.words) ?? (overview.pending == nil ? "" : "loading…")
      return [
        DetailLine(
          TextLine(
            spans: [Span("Audit log", Palette.heading), Span("  " + words, Palette.quiet)],
            indent: 2))
      ]
    }
    let state = audit.state.map { "  \($0)" } ?? ""
    let lines = [
      DetailLine(
        TextLine(Span("Audit log", Palette.heading), Span(state, Palette.quiet)),
        audit.state == nil ? nil : .auditLog),
      fact("Retention", audit.retentionDays.map(RetentionPeriod.words) ?? "not said", .retention),
      fact("Log stream", stream(audit.stream), .logStream),
    ]
    guard let failure = overview.failure else { return lines }
    return lines + [DetailLine(TextLine("  Not refreshed: " + Self.words(failure), Palette.danger))]
  }

  fileprivate func stream(_ stream: AuditLogConfiguration.Stream?) -> String {
    guard let stream else { return "none" }
    let synced = stream.lastSyncedAt.map { "last synced \(times.relative($0, to: now))" }
    return [stream.type ?? "type not said", stream.state, synced ?? "never synced"]
      .compactMap(\.self).joined(separator: ", ")
  }

  private func fact(_ label: String, _ text: String, _ value: DetailValue? = nil) -> DetailLine {
    DetailLine(
      TextLine(spans: [.label("  " + label.padded(to: 13)), Span(text)], indent: 15), value)
  }

  private static func words(_ error: WorkOSError) -> String {
    if case .rejected(let rejection) = error, [403, 404].contains(rejection.status) {
      return "not available in this environment (\(rejection.status))"
    }
    return ErrorWords.sentence(error)
  }
}

extension Scene {
  /// What is copied of a line about the audit log; nil: it is none, or there is nothing.
  func auditWords(of value: DetailValue) -> String? {
    guard let audit = console.overview.audit else { return nil }
    switch value {
    case .auditLog: return audit.state
    case .retention: return audit.retentionDays.map(RetentionPeriod.words)
    case .logStream: return DetailLines(self).stream(audit.stream)
    default: return nil
    }
  }

  /// What is known of the tabs of the organization whose overview is open.
  var holdings: [(title: String, count: String)] {
    guard let organization = console.detail.organization?.id else { return [] }
    return console.tabs.catalog.tabs.compactMap { tab in
      guard tab.holdsItsRows, let count = console.tabs.count(in: tab.id, of: organization)
      else { return nil }
      let users = console.tabs.directoryUsers(in: tab.id, of: organization)
      return (
        tab.title, HoldingWords.number(count) + (users.map { ", with \($0) users" } ?? "")
      )
    }
  }
}
