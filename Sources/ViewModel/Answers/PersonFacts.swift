import Foundation
import WorkOS

/// What is known about one person, and where they are to sign in about one organization; what has to be
/// read for it, and what has been.
///
/// Whoever drives it puts the calls of `nextCalls` and hands in the answers until there are no more.
package struct PersonFacts: Equatable, Sendable {
  package let name: PersonName
  /// Where they are to sign in; nil: it is only asked who they are.
  package let organization: Organization.ID?
  /// When it was asked.
  package let asOf: Date

  /// Nil: there is none with this address.
  package private(set) var user = Fact<Received<User>?>.unasked
  /// In the organization, or else in all of them.
  package private(set) var memberships = Fact<FirstPage<Received<Membership>>>.unasked
  /// To the organization, or else to all of them, the newest first.
  package private(set) var invitations = Fact<FirstPage<Invitation>>.unasked
  /// The organizations that have the domain of the address.
  package private(set) var claimants = Fact<FirstPage<Organization>>.unasked
  /// The organization, with its domains.
  package private(set) var here = Fact<Organization>.unasked
  package private(set) var connections = Fact<FirstPage<Connection>>.unasked
  package private(set) var directories = Fact<FirstPage<Directory>>.unasked
  /// Whom each directory knows by the address; nil: nobody.
  package private(set) var directoryUsers: [Directory.ID: Fact<DirectoryUser?>] = [:]
  package private(set) var signIns = Fact<SignInHistory>.unasked
  private var walk: SignInWalk
  private var asked: Set<Step> = []
  private var awaited: Set<Step> = []

  package init(about name: PersonName, in organization: Organization.ID? = nil, asOf: Date) {
    self.name = name
    self.organization = organization
    self.asOf = asOf
    walk = SignInWalk(before: asOf, in: organization)
  }

  /// Something to read.
  package enum Step: Hashable, Sendable {
    case user
    case memberships
    case invitations
    case claimants
    case organization
    case connections
    case directories
    case directoryUser(Directory.ID)
    case signIns(SignInWalk.Place)
  }

  /// What was read.
  package enum Finding: Equatable, Sendable {
    case user(Received<User>?)
    case memberships(FirstPage<Received<Membership>>)
    case invitations(FirstPage<Invitation>)
    case claimants(FirstPage<Organization>)
    case organization(Organization)
    case connections(FirstPage<Connection>)
    case directories(FirstPage<Directory>)
    case directoryUser(DirectoryUser?)
    case signIns(Page<SignIn>)
  }

  /// The address, once it is known.
  package var email: String? {
    switch name {
    case .email(let text): text
    case .user: user.value??.item.email.nonEmpty
    }
  }

  /// The domain of the address.
  package var domain: String? {
    email.flatMap { email in
      email.lastIndex(of: "@").map { HostName.normalized(String(email[email.index(after: $0)...])) }
    }?.nonEmpty
  }

  /// The membership in the organization.
  package var membershipHere: Received<Membership>? {
    memberships.value?.items.first {
      $0.item.organizationID.isEmpty || $0.item.organizationID == organization?.rawValue
    }
  }

  /// The row of one of their memberships, with their name where that does not tell it.
  func row(of membership: Received<Membership>) -> TabRow {
    let row = TabRow(membership)
    guard membership.item.user == nil, let user = user.value??.item else { return row }
    return row.naming(user)
  }

  /// Whether all was read that can be.
  package var isComplete: Bool { awaited.isEmpty && due.allSatisfy(asked.contains) }

  /// Why it cannot be said how sign-in stands: the user or the membership could not be read, or any of
  /// the rest for another reason than that it is not there for this key.
  package var failures: [WorkOSError] {
    let rest =
      [
        invitations.failure, claimants.failure, connections.failure, directories.failure,
        signIns.failure,
      ] + directoryUsers.values.map(\.failure)
    return [user.failure, memberships.failure].compactMap(\.self)
      + rest.compactMap(\.self).filter { !$0.isNotAvailable }
  }

  // MARK: Asking

  /// The calls that can be put by now, each once.
  package mutating func nextCalls() -> [(step: Step, call: Call<Finding>)] {
    due.filter { !asked.contains($0) }.compactMap { step in
      asked.insert(step)
      guard let call = call(for: step) else { return nil }
      awaited.insert(step)
      note(.awaited, of: step)
      return (step, call)
    }
  }

  /// More directories than one is hardly ever seen; their people are asked for within each.
  private static let mostDirectories = 5

  /// All that can be asked for by what is known.
  private var due: [Step] {
    var steps = [Step.user]
    if user.value??.item != nil { steps.append(.memberships) }
    if email != nil { steps.append(.invitations) }
    if domain != nil { steps.append(.claimants) }
    guard organization != nil else { return steps }
    steps += [.organization, .connections, .directories]
    let directories = directories.value?.items ?? []
    if email != nil {
      steps += directories.prefix(Self.mostDirectories).map { .directoryUser($0.id) }
    }
    // Whose they are is known only by then.
    if email != nil, user.isAnswered, let place = walk.place { steps.append(.signIns(place)) }
    return steps
  }

  private func call(for step: Step) -> Call<Finding>? {
    switch step {
    case .user: userCall
    case .memberships:
      user.value??.item.id.nonEmpty.map { id in
        let call =
          organization.map { Members.list(of: $0, user: id, PageRequest(limit: 10)) }
          ?? Members.list(ofUser: id, FirstPage<Membership>.request)
        return call.map { .memberships(FirstPage($0)) }
      }
    case .invitations:
      email.map {
        Invitations.list(email: $0, organization: organization, FirstPage<Invitation>.request)
          .map { .invitations(FirstPage($0)) }
      }
    case .claimants:
      domain.map {
        Organizations.list(OrganizationQuery(filter: .domains([$0]), limit: 100))
          .map { .claimants(FirstPage($0)) }
      }
    case .organization: organization.map { Organizations.get($0).map(Finding.organization) }
    case .connections:
      organization.map {
        Connections.list(of: $0, FirstPage<Connection>.request)
          .map { .connections(FirstPage($0.map(\.item))) }
      }
    case .directories:
      organization.map {
        Directories.list(of: $0, FirstPage<Directory>.request)
          .map { .directories(FirstPage($0.map(\.item))) }
      }
    case .directoryUser(let directory):
      email.map { email in
        Directories.users(of: directory, email: email).map { page in
          .directoryUser(
            page.items.first { $0.item.email.map { EmailAddress.areSame($0, email) } == true }?.item
          )
        }
      }
    case .signIns(let place): walk.call(at: place).map(Finding.signIns)
    }
  }

  /// A server that pays no heed to the address answers with other people, who are not meant.
  private var userCall: Call<Finding> {
    switch name {
    case .email(let email):
      Users.list(email: email).map { page in
        .user(page.items.first { EmailAddress.areSame($0.item.email, email) })
      }
    case .user(let id): Users.get(id).map { Finding.user($0) }.ifNotFound(.user(nil))
    }
  }

  // MARK: Answers

  package mutating func take(_ result: Result<Finding, WorkOSError>, of step: Step) {
    guard awaited.remove(step) != nil else { return }
    switch result {
    case .success(let finding): note(finding, of: step)
    case .failure(let error): note(.failed(error), of: step)
    }
  }

  private mutating func note(_ finding: Finding, of step: Step) {
    switch finding {
    case .user(let found): user = .known(found)
    case .memberships(let found): memberships = .known(found)
    case .invitations(let found): invitations = .known(found)
    case .claimants(let found): claimants = .known(found)
    case .organization(let found): here = .known(found)
    case .connections(let found): connections = .known(found)
    case .directories(let found): directories = .known(found)
    case .directoryUser(let found):
      if case .directoryUser(let directory) = step { directoryUsers[directory] = .known(found) }
    case .signIns(let page):
      if let history = walk.take(page, about: self) { signIns = .known(history) }
    }
  }

  /// Why something is not known.
  private enum Gap {
    case awaited
    case failed(WorkOSError)

    func fact<Value>() -> Fact<Value> {
      switch self {
      case .awaited: .awaited
      case .failed(let error): .failed(error)
      }
    }
  }

  private mutating func note(_ gap: Gap, of step: Step) {
    switch step {
    case .user: user = gap.fact()
    case .memberships: memberships = gap.fact()
    case .invitations: invitations = gap.fact()
    case .claimants: claimants = gap.fact()
    case .organization: here = gap.fact()
    case .connections: connections = gap.fact()
    case .directories: directories = gap.fact()
    case .directoryUser(let directory): directoryUsers[directory] = gap.fact()
    case .signIns: signIns = gap.fact()
    }
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
