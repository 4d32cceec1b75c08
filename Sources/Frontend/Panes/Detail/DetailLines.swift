import Cells
import Foundation
import ViewModel
import WorkOS

/// Everything about an organization, line by line.
struct DetailLines {
  private static let labelWidth = 13
  /// How many domains, or pairs, are shown.
  private static let limit = 1_000

  let times: TimeWords
  let now: Date
  /// The width of the pane, of which keys may take a third.
  let columns: Int
  /// What was looked for; it is marked where it stands.
  var needles: [FoldedText] = []

  func lines(for organization: Organization) -> [DetailLine] {
    let name = organization.name.isBlank ? ListWords.noName : organization.name
    let lines =
      [DetailLine(TextLine(name, Palette.heading), .name), DetailLine(.empty)]
      + fields(organization) + domains(organization.domains) + metadata(organization.metadata)
    return needles.isEmpty ? lines : lines.map { DetailLine($0.line.marking(needles), $0.value) }
  }

  private func fields(_ organization: Organization) -> [DetailLine] {
    var lines = [
      field("Id", organization.id.rawValue, .id),
      field("External id", organization.externalID, .externalID),
      field("Stripe id", organization.stripeCustomerID, .stripeCustomerID),
    ]
    lines += moment("Created", organization.createdAt, .created)
    lines += moment("Updated", organization.updatedAt, .updated)
    if let allows = organization.allowsProfilesOutsideOrganization {
      lines.append(
        field(
          "Outsiders",
          (allows ? "may sign in" : "may not sign in")
            + " (other e-mail domains; perhaps not applied)",
          .outsiders))
    }
    return lines
  }

  private func field(_ label: String, _ text: String?, _ value: DetailValue) -> DetailLine {
    DetailLine(
      TextLine(
        spans: [
          .label(label.padded(to: Self.labelWidth)),
          text.map { Span($0) } ?? Span("—", Palette.faint),
        ], indent: Self.labelWidth), value)
  }

  /// A time and how long ago that is, each whole in a line of its own where they do not fit in one.
  private func moment(_ label: String, _ date: Date?, _ value: DetailValue) -> [DetailLine] {
    guard let date else { return [field(label, nil, value)] }
    let line = field(label, times.moment(date, at: now), value)
    if line.line.fits(columns) { return [line] }
    return [
      field(label, times.minute(date), value), field("", times.relative(date, to: now), value),
    ]
  }

  private func domains(_ domains: [OrganizationDomain]) -> [DetailLine] {
    let heading = [DetailLine(.empty), section("Domains", count: domains.count)]
    let named = domains.prefix(Self.limit).map { ($0, name: DomainWords.both($0.domain)) }
    let width = min(30, named.map { DisplayWidth.of($0.name) }.max() ?? 0)
    return heading + named.flatMap { lines(for: $0, named: $1, width: width) }
      + beyond(domains, what: "domains")
  }

  private func lines(
    for domain: OrganizationDomain, named name: String, width: Int
  ) -> [DetailLine] {
    var spans = [Span("  \(name.padded(to: width))  "), state(of: domain)]
    if let strategy = domain.verificationStrategy {
      let words = ["dns": "by DNS", "manual": "by hand"][strategy] ?? strategy
      spans.append(Span(" · \(words)", Palette.quiet))
    }
    return [DetailLine(TextLine(spans: spans, indent: 4), .domain(domain.domain))]
      + record(for: domain)
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

  private func record(for domain: OrganizationDomain) -> [DetailLine] {
    guard let record = VerificationRecord(for: domain) else { return [] }
    return [
      DetailLine(
        TextLine(spans: [.label("    To verify it, add this to its DNS:")], indent: 4))
    ] + part("TXT name", of: record.name, .recordName(domain.domain))
      + part("TXT value", of: record.value, .recordValue(domain.domain))
  }

  /// A part of a record, below its label where it has no room beside it: it is copied whole.
  private func part(_ label: String, of text: String, _ value: DetailValue) -> [DetailLine] {
    let line = TextLine(
      spans: [.label("    \(label.padded(to: 11))"), Span(text)], indent: 15)
    if line.fits(columns) { return [DetailLine(line, value)] }
    // On a narrow screen the first part of a name, which WorkOS makes 36 columns long, needs all.
    let indent = columns < 45 ? 1 : 6
    let blanks = String(repeating: " ", count: indent)
    return [
      DetailLine(TextLine(spans: [.label("    \(label)")]), value),
      DetailLine(TextLine(spans: [Span(blanks + text)], indent: indent), value),
    ]
  }

  private func metadata(_ metadata: [String: String]) -> [DetailLine] {
    let heading = [DetailLine(.empty), section("Metadata", count: metadata.count)]
    let width = min(24, columns / 3, metadata.keys.map { DisplayWidth.of($0) }.max() ?? 0)
    return heading
      + metadata.sorted { $0.key < $1.key }.prefix(Self.limit).map { key, value in
        DetailLine(
          TextLine(
            spans: [.label("  \(key.padded(to: width))  "), Span(value)],
            indent: width + 4), .metadata(key))
      } + beyond(metadata, what: "pairs")
  }

  private func section(_ title: String, count: Int) -> DetailLine {
    DetailLine(
      TextLine(
        spans: [
          Span(title, Palette.heading), Span(count == 0 ? "  none" : "  \(count)", Palette.quiet),
        ]))
  }

  /// What is beyond the limit is counted, not shown.
  private func beyond(_ items: some Collection, what: String) -> [DetailLine] {
    TextLine.bounded(items, to: Self.limit, what: what) { _ in [] }.map { DetailLine($0) }
  }
}

extension DetailLines {
  init(_ scene: Scene) {
    self.init(
      times: scene.times, now: scene.now, columns: scene.layout.detailColumns,
      needles: scene.console.list.inquiry?.needles ?? [])
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
