import JSON
import WorkOS

/// The domains of an organization.
package struct DomainsTab: Tab {
  package static let name = "domains"

  package let id = DomainsTab.name
  package let title = "Domains"
  package let words = TabWords(
    one: "domain", many: "domains", empty: "This organization has no domain.")
  package let columns = [
    TabColumn("Domain", .name), TabColumn("State", .state), TabColumn("Strategy", .word),
    TabColumn("Updated", .moment), TabColumn("Added", .moment),
  ]
  package let isPartOfOrganization = true
  package let isKnownByHost = true

  package init() {}

  package func page(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<TabRow>> {
    OrganizationDomains.list(of: organization).map { $0.map { TabRow($0.item, json: $0.json) } }
  }

  package func details(of row: TabRow) -> [TabFact] {
    guard let domain = row.item(OrganizationDomain.self) else { return [] }
    let record = VerificationRecord(for: domain)
    return [
      domain.id.map { TabFact("Id", $0) },
      record.map { TabFact("TXT name", $0.name) },
      record.map { TabFact("TXT value", $0.value) },
    ].compactMap(\.self)
  }

  /// What the customer has to publish, as long as that is to be done.
  package func copied(from row: TabRow) -> TabFact {
    row.item(OrganizationDomain.self).flatMap(VerificationRecord.init)
      .map { TabFact("TXT value", $0.value) } ?? TabFact("Domain", row.name)
  }

  package var actions: [TabAction] { [add, remove, verify, doctor, other] }

  private var add: TabAction {
    TabAction("add-domain", "a", "add", "add a domain, which is then to be verified") { subject in
      let organization = subject.organization.id
      let known = Set(subject.rows.map { HostName.normalized($0.name) })
      let field = TabField(
        "domain", "Domain", .text { Self.problem(with: Self.host(in: $0), known) },
        meant: { Self.host(in: $0) },
        owner: { .domains([HostName.normalized(Self.host(in: $0))]) })
      return .form(
        TabForm(title: "Add a domain", fields: [field]) { values in
          Self.adding(HostName.normalized(Self.host(in: values.text("domain"))), to: organization)
        })
    }
  }

  private static func problem(with host: String, _ known: Set<String>) -> String? {
    if let problem = HostName.problem(in: host) { return sentence(problem) }
    let name = HostName.normalized(host)
    if known.contains(name) { return "This organization has \(name) already." }
    return ConsumerDomains.contains(name)
      ? "A mail provider's domain; WorkOS refuses those." : nil
  }

  /// The host out of a URL or an address, where there is one beyond doubt; the field and the review show it.
  private static func host(in text: String) -> String { HostName.taken(from: text) ?? text }

  static func adding(_ domain: String, to organization: Organization.ID) -> TabWrite {
    let readable = InternationalName.readable(domain)
    return TabWrite(
      .add, "domain", domain,
      call: OrganizationDomains.add(domain, to: organization).map {
        TabRow($0.item, json: $0.json)
      },
      check: OrganizationDomains.list(of: organization).map { page in
        page.items.first { HostName.normalized($0.item.domain) == domain }
          .map { TabRow($0.item, json: $0.json) }
      },
      changes: [TabChange("Domain", "", readable.map { "\($0) (\(domain))" } ?? domain)],
      isDone: { $0.map { HostName.normalized($0.name) } == domain },
      obstacle: { _ in "This organization has \(domain) already." },
      warnings: InternationalName.warnings(about: domain) + HostName.warnings(about: domain),
      done: "Added \(domain).")
  }

  private static func sentence(_ problem: HostName.Problem) -> String {
    switch problem {
    case .notOnlyAHost(let suggestion?): "Type only the host name, such as \(suggestion)."
    case .tooLong: "It is longer than host names are."
    case .invalidCharacter(let character) where character.isWhitespace:
      "Type one host name, without blanks."
    case .invalidCharacter(let character): "\(character.named) cannot be in a host name."
    case .empty, .notOnlyAHost(nil), .noDot, .invalidLabel, .notConvertible:
      "Type a host name such as acme.com."
    }
  }

  private var remove: TabAction {
    TabAction(
      "remove-domain", "d", "remove", "remove the domain, after asking",
      rowHindrance: Self.withoutID
    ) { row, subject in
      guard let domain = row.item(OrganizationDomain.self), let id = domain.id else { return nil }
      let isVerified = domain.state?.isVerified == true
      let loss =
        isVerified
        ? "It is verified. People whose sign-in depends on that may be locked out, and it has to be "
          + "verified anew when it is added again."
        : "Its verification record is lost; when it is added again there is a new one."
      let question = TabQuestion(
        "Remove this domain?", ["from \(subject.organization.name)", loss], accept: "Remove",
        answer: isVerified ? .name : .nameWhereLive)
      return .write(
        TabWrite(
          .remove, "domain", row.name, id: id,
          call: OrganizationDomains.remove(id).map { _ in nil },
          check: Self.reading(id), before: row, questions: [question], waits: true,
          isDone: { $0 == nil }, done: "Removed \(row.name)."))
    }
  }

  private var verify: TabAction {
    TabAction(
      "verify-domain", "v", "verify", "have WorkOS look for the TXT record, and wait for it",
      rowHindrance: Self.withoutNeed
    ) { row, _ in
      guard let id = row.item(OrganizationDomain.self)?.id else { return nil }
      return .write(
        TabWrite(
          .verify, "domain", row.name, id: id,
          call: OrganizationDomains.verify(id).map { TabRow($0.item, json: $0.json) },
          check: Self.reading(id),
          before: row,
          isDone: { $0?["State"] == OrganizationDomain.State.verified.rawValue },
          watch: TabWatch(title: "Verifying \(row.name)", call: Self.reading(id)) { row in
            switch row["State"] {
            case OrganizationDomain.State.pending.rawValue: nil
            case OrganizationDomain.State.verified.rawValue: "\(row.name) is verified."
            case let state: "\(row.name) was not verified: its state is \(state ?? "unknown")."
            }
          },
          done: "WorkOS looks for the TXT record of \(row.name)."))
    }
  }

  private var doctor: TabAction {
    TabAction(
      "examine-domain", "t", "doctor", "look the TXT record up in DNS, beside what is expected",
      writes: false, rowHindrance: Self.withoutRecord
    ) { row, _ in
      row.item(OrganizationDomain.self).map(TabLead.doctor)
    }
  }

  private var other: TabAction {
    TabAction(
      "open-other-organization", "o", "other organization",
      "open the other organization that has this domain, of those loaded; of several, one is chosen",
      writes: false, isAboutRow: true,
      hindrance: { subject in
        guard let row = subject.row, subject.others.isEmpty else { return nil }
        return "No other organization that is loaded has \(row.name). In the list, "
          + "/ domain:\(row.name) asks the server."
      },
      lead: { subject in
        .elsewhere(
          subject.others.map {
            TabReference($0.name, note: $0.state?.rawValue ?? "state not said", at: $0.place)
          })
      })
  }

  private static func withoutRecord(_ row: TabRow) -> String? {
    guard let domain = row.item(OrganizationDomain.self) else { return nil }
    if domain.state?.isVerified == true { return "\(row.name) is verified already." }
    return RecordPlace.all(for: domain).isEmpty
      ? "The server told no TXT record for \(row.name), so that there is none to look for." : nil
  }

  private static func withoutNeed(_ row: TabRow) -> String? {
    if let hindrance = withoutID(row) { return hindrance }
    let isVerified = row.item(OrganizationDomain.self)?.state?.isVerified == true
    return isVerified ? "\(row.name) is verified already." : nil
  }

  static func reading(_ id: String) -> Call<TabRow?> {
    OrganizationDomains.get(id).map { TabRow($0.item, json: $0.json) }.ifNotFound(nil)
  }

  private static func withoutID(_ row: TabRow) -> String? {
    row.item(OrganizationDomain.self)?.id == nil
      ? "The server gave no id for \(row.name), so that nothing can be done to it." : nil
  }
}

extension TabRow {
  package init(_ domain: OrganizationDomain, json: RawJSON) {
    let state = domain.state
    self.init(
      id: domain.id ?? domain.domain, name: domain.domain,
      cells: [
        .address(domain.domain),
        .state(state?.rawValue ?? "not said", state?.tone ?? .quiet),
        .text(domain.verificationStrategy ?? ""), .moment(domain.updatedAt),
        .moment(domain.createdAt),
      ],
      agreed: [TabFact("Domain", domain.domain), TabFact("State", state?.rawValue ?? "")],
      alsoKnownAs: domain.names,
      json: json)
  }
}

extension OrganizationDomain.State {
  fileprivate var tone: TabCell.Tone {
    switch self {
    case .verified, .legacyVerified: .good
    case .pending: .waiting
    case .failed: .bad
    default: .quiet
    }
  }
}
