import Foundation
import WorkOS

/// What about the organization a sign-in hangs on: its domains, its connections, its directories.
extension SignInCheck {
  // MARK: Domains

  /// The domain of the address among those of the organization.
  private var domainHere: OrganizationDomain? {
    guard let domain = facts.domain else { return nil }
    return facts.here.value?.domains.first { HostName.normalized($0.domain) == domain }
  }

  /// The same as people read it.
  private var shownDomain: String {
    facts.domain.map { InternationalName.readable($0) ?? $0 } ?? ""
  }

  /// That the organization says to take in nobody with another domain, where it does. WorkOS calls the
  /// setting deprecated.
  private var closedToOthers: String {
    facts.here.value?.allowsProfilesOutsideOrganization == false
      ? "; by an old setting, which may not be applied, people with other domains may not sign in here"
      : ""
  }

  var domain: Check {
    guard let domain = facts.domain else {
      return Check(.domain, facts.user.isAnswered ? .unknown : .awaited, ["the address has none"])
    }
    let domains = facts.here.value?.domains ?? []
    guard let known = domainHere else {
      if ConsumerDomains.contains(domain) {
        return Check(
          .domain, .none,
          [
            "\(shownDomain) is a mail provider's domain, which no organization can have\(closedToOthers)"
          ],
          at: place("domains"))
      }
      guard !domains.isEmpty else {
        return Check(
          .domain, .none, ["this organization has no domain\(closedToOthers)"],
          at: place("domains", remedies: "add-domain"))
      }
      let others = domains.prefix(3)
        .map { InternationalName.readable($0.domain) ?? $0.domain }
        .joined(separator: ", ")
      let more = domains.count > 3 ? " and \(domains.count - 3) more" : ""
      return Check(
        .domain, .no,
        [
          "\(shownDomain) is not a domain of this organization, which has \(others)\(more)\(closedToOthers)"
        ],
        at: place("domains", remedies: unlessVerifiedElsewhere("add-domain")))
    }
    let row = known.id ?? known.domain
    switch known.state {
    case let state? where state.isVerified:
      return Check(
        .domain, .yes, ["\(shownDomain) is \(state.word) here"], at: place("domains", row: row))
    case .pending?, .failed?, .unverified?:
      return Check(
        .domain, .no, ["\(shownDomain) is on this organization, and \(known.state?.word ?? "")"],
        at: place("domains", row: row, remedies: unlessVerifiedElsewhere("verify-domain")))
    case let state:
      let words = state.map { "its state is “\($0.rawValue)”, which is not known here" }
      return Check(
        .domain, .unknown,
        ["\(shownDomain) is on this organization; \(words ?? "its state is not said")"],
        at: place("domains", row: row))
    }
  }

  /// What another company has proved to be its own is not to be claimed here, nor is it while that is not
  /// known yet.
  private func unlessVerifiedElsewhere(_ remedy: String) -> [String] {
    guard facts.claimants.isAnswered else { return [] }
    let others = facts.claimants.value?.items.filter { $0.id != organization } ?? []
    return others.contains(where: hasVerified) ? [] : [remedy]
  }

  private func hasVerified(_ organization: Organization) -> Bool {
    organization.domains.contains {
      HostName.normalized($0.domain) == facts.domain && $0.state?.isVerified == true
    }
  }

  /// Which of several organizations decides over a domain that they share, the API does not tell
  /// (dust-tt/dust issue 13785).
  func others(_ page: FirstPage<Organization>) -> Check {
    let domain = facts.domain ?? ""
    let others = page.items.filter { $0.id != organization }
    guard let first = others.first else {
      if ConsumerDomains.contains(domain) {
        return Check(.others, .none, ["\(shownDomain) is a mail provider's domain"])
      }
      return page.hasMore
        ? Check(.others, .unknown, ["more organizations have \(shownDomain) than were looked at"])
        : Check(.others, .yes, ["no other organization has \(shownDomain)"])
    }
    let rival = others.first(where: hasVerified)
    let named = rival ?? first
    let name = named.name.isBlank ? named.id.rawValue : named.name
    let count = others.count - 1
    let more = page.hasMore ? " and more" : count > 0 ? " and \(count) more" : ""
    let have = more.isEmpty ? "has" : "have"
    let leads = AnswerPlace(named.id, "domains")
    guard rival != nil else {
      if page.hasMore {
        return Check(
          .others, .unknown,
          ["\(name) has \(shownDomain) too, not verified; more have it than were looked at"],
          at: leads)
      }
      return Check(
        .others, .yes, ["\(name)\(more) \(have) \(shownDomain) too, not verified"], at: leads)
    }
    if domainHere?.state?.isVerified == true {
      return Check(
        .others, .unknown,
        [
          "\(name)\(more) \(have) \(shownDomain) too, verified; which of them decides over it is not told"
        ],
        at: leads)
    }
    return Check(
      .others, .no, ["\(name)\(more) \(have) \(shownDomain), verified there"], at: leads)
  }

  // MARK: Connections

  func connection(_ page: FirstPage<Connection>) -> Check {
    guard !page.items.isEmpty else {
      return Check(.connection, .none, ["no single sign-on here"], at: place("connections"))
    }
    let domain = facts.domain ?? ""
    let covering = page.items.filter { connection in
      connection.domains.contains { HostName.normalized($0) == domain }
    }
    if let active = covering.first(where: { $0.state == .active }) {
      return Check(
        .connection, .yes, ["\(active.called) covers \(shownDomain), and is active"],
        at: place("connections", row: active.id))
    }
    let more = page.hasMore ? "; there are more" : ""
    if let first = covering.first {
      let isKnown = first.state.map { Connection.State.known.contains($0) } == true
      return Check(
        .connection, isKnown && !page.hasMore ? .no : .unknown,
        ["\(first.called) covers \(shownDomain), and \(first.state.words)\(more)"],
        at: place("connections", row: first.id))
    }
    // Answers may leave a connection's domains out; those of its organization are not taken for them.
    if let silent = page.items.first(where: { $0.domains.isEmpty }) {
      return Check(
        .connection, .unknown,
        ["\(silent.called) does not say which domains it covers, and \(silent.state.words)"],
        at: place("connections", row: silent.id))
    }
    let count = page.items.count
    // What no organization can have no connection can cover.
    let verdict: Check.Verdict = ConsumerDomains.contains(domain) ? .none : .no
    return Check(
      .connection, page.hasMore ? .unknown : verdict,
      [
        count == 1
          ? "\(page.items[0].called) does not cover \(shownDomain)\(more)"
          : "none of \(count) connections covers \(shownDomain)\(more)"
      ], at: place("connections", row: page.items.first?.id))
  }

  // MARK: Directories

  func directory(_ page: FirstPage<Directory>) -> Check {
    guard let first = page.items.first else {
      return Check(.directory, .none, ["no directory here"], at: place("directories"))
    }
    let known = page.items.compactMap { directory in
      facts.directoryUsers[directory.id].map { (directory, $0) }
    }
    // The one that knows them is the one that decides.
    let knowing = known.compactMap { directory, user in (user.value ?? nil).map { (directory, $0) }
    }
    if let (directory, user) = knowing.first { return check(directory, knowing: user) }
    if known.contains(where: { $0.1 == .awaited }) { return Check(.directory, .awaited, []) }
    if let (directory, failed) = known.first(where: { $0.1.failure != nil }),
      let error = failed.failure
    {
      return Check(
        .directory, directory.state.isAmiss ? .no : .unknown,
        [
          "\(directory.called) \(directory.state.words); whether they are in it could not be read: ",
          .failure(error),
        ], at: place("directories", row: directory.id))
    }
    guard known.count == page.items.count, !page.hasMore else {
      return Check(
        .directory, facts.user.isAnswered ? .unknown : .awaited,
        ["not looked for in all of the directories here"], at: place("directories"))
    }
    return unknownTo(first, of: page.items.count)
  }

  private func check(_ directory: Directory, knowing user: DirectoryUser) -> Check {
    let leads = place("directories", row: directory.id)
    let person =
      user.state.map { "they are \($0.rawValue) in it" } ?? "their state in it is not said"
    let finding: [Check.Part] = ["\(directory.called) \(directory.state.words); \(person)"]
    let isOut = user.state == .inactive || user.state == .suspended
    if isOut || directory.state.isAmiss { return Check(.directory, .no, finding, at: leads) }
    let isFine = user.state == .active && directory.state == .linked
    return Check(.directory, isFine ? .yes : .unknown, finding, at: leads)
  }

  /// Not to be in a directory keeps out only whom it manages, or would let in.
  private func unknownTo(_ directory: Directory, of count: Int) -> Check {
    let membership = facts.membershipHere?.item
    let isIndependent = membership?.status == .active && membership?.isDirectoryManaged == false
    let which =
      count == 1
      ? "\(directory.called) \(directory.state.words), and does not have them"
      : "none of \(count) directories has them"
    let leads = place("directories", row: directory.id)
    if isIndependent {
      return Check(
        .directory, .none, ["\(which); their membership is not managed by it"], at: leads)
    }
    return Check(.directory, .no, [.text(which)], at: leads)
  }
}

extension OrganizationDomain.State {
  fileprivate var word: String {
    switch self {
    case .legacyVerified: "verified (legacy)"
    case .pending: "not verified yet"
    case .failed: "its verification has failed"
    case .unverified: "not verified"
    default: rawValue
    }
  }
}

extension Connection {
  fileprivate var called: String { "“\(name.isBlank ? id : name)”" }
}

extension Connection.State {
  fileprivate static let known: Set = [
    requiresType, draft, active, validating, inactive, deleting,
  ]
}

extension Connection.State? {
  fileprivate var words: String {
    switch self {
    case nil: "its state is not said"
    case .requiresType?: "is not set up: its type is not chosen"
    case .draft?: "is a draft"
    case .deleting?: "is being deleted"
    case let state?: "is \(state.rawValue)"
    }
  }
}

extension Directory {
  fileprivate var called: String { "“\(name.isBlank ? id : name)”" }
}

extension Directory.State? {
  fileprivate var isAmiss: Bool {
    self == .invalidCredentials || self == .unlinked || self == .deleting
  }

  fileprivate var words: String {
    switch self {
    case nil: "does not say its state"
    case .invalidCredentials?: "fails: its credentials are invalid"
    case .deleting?: "is being deleted"
    case let state?: "is \(state.rawValue)"
    }
  }
}
