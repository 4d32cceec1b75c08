import Cells
import Foundation
import ViewModel
import WorkOS

/// Everything about an organization, line by line.
struct DetailLines {
  private static let labelWidth = 13

  let times: TimeWords
  let now: Date
  /// The width of the pane, of which keys may take a third.
  let columns: Int
  /// What was looked for; it is marked where it stands.
  var needles: [FoldedText] = []

  func lines(for organization: Organization) -> [TextLine] {
    let name = organization.name.isBlank ? ListWords.noName : organization.name
    let lines =
      [TextLine(name, Palette.heading), .empty]
      + fields(organization) + domains(organization.domains) + metadata(organization.metadata)
    return needles.isEmpty ? lines : lines.map { $0.marking(needles) }
  }

  private func fields(_ organization: Organization) -> [TextLine] {
    var lines = [
      field("Id", organization.id.rawValue),
      field("External id", organization.externalID),
      field("Stripe id", organization.stripeCustomerID),
    ]
    lines += moment("Created", organization.createdAt)
    lines += moment("Updated", organization.updatedAt)
    if let allows = organization.allowsProfilesOutsideOrganization {
      lines.append(
        field(
          "Outsiders",
          (allows ? "allowed" : "not allowed") + " (people with other domains; deprecated)"))
    }
    return lines
  }

  private func field(_ label: String, _ value: String?) -> TextLine {
    TextLine(
      spans: [
        .label(label.padded(to: Self.labelWidth)),
        value.map { Span($0) } ?? Span("—", Palette.faint),
      ], indent: Self.labelWidth)
  }

  /// A time and how long ago that is, each whole in a line of its own where they do not fit in one.
  private func moment(_ label: String, _ date: Date?) -> [TextLine] {
    guard let date else { return [field(label, nil)] }
    let line = field(label, times.moment(date, at: now))
    if line.width <= columns { return [line] }
    return [field(label, times.minute(date)), field("", times.relative(date, to: now))]
  }

  private func domains(_ domains: [OrganizationDomain]) -> [TextLine] {
    let heading = [.empty, section("Domains", count: domains.count)]
    let width =
      domains.prefix(1_000).map { DisplayWidth.of(DomainWords.both($0.domain)) }.max() ?? 0
    return heading
      + TextLine.bounded(domains, what: "domains") { lines(for: $0, width: min(width, 30)) }
  }

  private func lines(for domain: OrganizationDomain, width: Int) -> [TextLine] {
    let name = DomainWords.both(domain.domain)
    var spans = [Span("  \(name.padded(to: width))  "), state(of: domain)]
    if let strategy = domain.verificationStrategy {
      spans.append(Span(" · \(strategy)", Palette.quiet))
    }
    return [TextLine(spans: spans, indent: 4)] + record(for: domain)
  }

  private func state(of domain: OrganizationDomain) -> Span {
    switch domain.state {
    case .verified, .legacyVerified:
      Span(domain.state == .verified ? "verified" : "verified (legacy)", Palette.good)
    case .pending: Span("pending", Palette.warning)
    case .failed: Span("failed", Palette.danger)
    case let other?: Span(other.rawValue)
    case nil: Span("no state sent", Palette.quiet)
    }
  }

  private func record(for domain: OrganizationDomain) -> [TextLine] {
    guard let record = VerificationRecord(for: domain) else { return [] }
    return [
      TextLine(spans: [.label("    To verify it, add this to its DNS:")], indent: 4)
    ] + part("TXT name", of: record.name) + part("TXT value", of: record.value)
  }

  /// A part of a record, below its label where it has no room beside it: it is copied whole.
  private func part(_ label: String, of value: String) -> [TextLine] {
    let line = TextLine(
      spans: [.label("    \(label.padded(to: 11))"), Span(value)], indent: 15)
    if line.width <= columns { return [line] }
    // On a narrow screen the first part of a name, which WorkOS makes 36 columns long, needs all.
    let indent = columns < 45 ? 1 : 6
    let blanks = String(repeating: " ", count: indent)
    return [
      TextLine(spans: [.label("    \(label)")]),
      TextLine(spans: [Span(blanks + value)], indent: indent),
    ]
  }

  private func metadata(_ metadata: [String: String]) -> [TextLine] {
    let heading = [.empty, section("Metadata", count: metadata.count)]
    let width = min(24, columns / 3, metadata.keys.map { DisplayWidth.of($0) }.max() ?? 0)
    return heading
      + TextLine.bounded(metadata.sorted { $0.key < $1.key }, what: "pairs") { key, value in
        [
          TextLine(
            spans: [.label("  \(key.padded(to: width))  "), Span(value)],
            indent: width + 4)
        ]
      }
  }

  private func section(_ title: String, count: Int) -> TextLine {
    TextLine(
      spans: [
        Span(title, Palette.heading), Span(count == 0 ? "  none" : "  \(count)", Palette.quiet),
      ])
  }
}

extension String {
  /// The text with spaces behind it, up to so many columns.
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - DisplayWidth.of(self)))
  }

  /// Exactly this many columns of it, with an ellipsis where it is longer.
  func fitted(to columns: Int) -> String {
    guard DisplayWidth.of(self) > columns else { return padded(to: columns) }
    return (DisplayWidth.prefix(of: self, fitting: columns - 1).text + "…").padded(to: columns)
  }
}
