import WorkOS

/// Which organizations a list shows.
package enum ListSource: Equatable, Sendable {
  case everything
  /// The server's search over names.
  case name(String)
  case domains([String])
  case id(Organization.ID)
  case externalID(String)
}

/// What to read for one page of a list.
package struct PageQuestion: Equatable, Sendable {
  package var source: ListSource
  package var order: OrganizationQuery.Order
  package var cursor: PageCursor
  /// The number of organizations on a page, 1–100.
  package var limit: Int

  package init(
    source: ListSource, order: OrganizationQuery.Order, cursor: PageCursor, limit: Int
  ) {
    self.source = source
    self.order = order
    self.cursor = cursor
    self.limit = limit
  }
}

extension ListSource {
  /// Reads what a person typed: an id, `ext:` and an external id, a domain, an e-mail address, or a name.
  ///
  /// The server searches names only, so everything else has to go another way. A prefix
  /// (`id:`, `ext:`, `domain:`, `name:`) decides where the look of the text would decide wrongly.
  package init?(asking text: String) {
    let text = text.trimmed
    guard !text.isEmpty else { return nil }

    if let value = text.value(after: "ext:") {
      self = .externalID(value)
    } else if let value = text.value(after: "id:") {
      self = .id(Organization.ID(rawValue: value))
    } else if let value = text.value(after: "name:") {
      self = .name(value)
    } else if let value = text.value(after: "domain:") {
      let domains = value.split(separator: ",").map { HostName.normalized(String($0)) }
        .filter { !$0.isEmpty }
      if domains.isEmpty { return nil }
      self = .domains(domains)
    } else if text.hasPrefix("org_"), !text.contains(where: \.isWhitespace) {
      self = .id(Organization.ID(rawValue: text))
    } else if let domains = ListSource.domains(in: text) {
      self = .domains(domains)
    } else {
      self = .name(text)
    }
  }

  private static func domains(in text: String) -> [String]? {
    let domains = text.split(separator: ",").map { HostName.likely(in: String($0)) }
    guard !domains.isEmpty else { return nil }
    let hosts = domains.compactMap(\.self)
    return hosts.count == domains.count ? hosts : nil
  }
}

extension String {
  fileprivate func value(after prefix: String) -> String? {
    guard lowercased().hasPrefix(prefix) else { return nil }
    let value = String(dropFirst(prefix.count)).trimmed
    return value.isEmpty ? nil : value
  }
}
