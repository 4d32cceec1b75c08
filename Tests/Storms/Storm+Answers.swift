import Delivery
import TestSupport
import ViewModel
import WorkOS

/// The server, and other people on it.
extension Storm {
  /// Other people create, rename and delete now and then.
  mutating func changeServer() {
    switch Int.random(in: 0..<90, using: &chance) {
    case 0: _ = create(named: "Customer \(nextNumber)")
    case 1: server.delete(Int.random(in: 1..<nextNumber, using: &chance))
    case 2:
      guard var other = server.organizations.randomElement(using: &chance) else { return }
      other.name = "Theirs \(Int.random(in: 0..<5, using: &chance))"
      server.replace(other)
    default: break
    }
  }

  private mutating func create(named name: String) -> Organization {
    let created = Organization.numbered(nextNumber, name: name)
    server.create(nextNumber)
    server.replace(created)
    nextNumber += 1
    return created
  }

  /// The answer to a question: the truth, a refusal, or nothing, after which it was done or not.
  mutating func answer(to question: Effect) -> Event {
    let error = anyError()
    let isDone = error == nil || (error?.mayHaveBeenDone == true && Bool.random(using: &chance))
    guard let id = question.request, let sent = question.sent,
      question.question?.asker != .answers
    else {
      // This server knows organizations alone; what else is asked of it fails.
      return question.question?.failed(error ?? .status(404)) ?? .timePassed
    }
    if let page = question.pageQuestion {
      return .list(.pageArrived(id, error.map { .failure($0) } ?? .success(server.page(page))))
    }
    if question.isFinding {
      let found = Page(items: Array(server.organizations.reversed()))
      return .editor(.found(id, error.map { .failure($0) } ?? .success(found)))
    }
    return answer(to: sent, id, isDone: isDone, error)
  }

  private mutating func answer(
    to sent: SentCall, _ id: RequestID, isDone: Bool, _ error: WorkOSError?
  ) -> Event {
    switch sent {
    case .list, .lookUp: return .timePassed
    case .read(let organization):
      guard error == nil, let found = server.organization(organization) else {
        return .organizationRead(id, .failure(error ?? .status(404)))
      }
      return .organizationRead(id, .success(found))
    case .create(let new, _):
      // The server knows nothing of keys: each create makes another one.
      let created = isDone ? create(named: new.name) : nil
      guard error == nil, let created else {
        return .editor(.saved(id, .failure(error ?? .timedOut)))
      }
      return .editor(.saved(id, .success(created)))
    case .update(let organization, let update):
      guard var changed = server.organization(organization) else {
        return .editor(.saved(id, .failure(error ?? .status(404))))
      }
      if isDone {
        changed.take(update)
        changed.updatedAt = now
        server.replace(changed)
      }
      return .editor(.saved(id, error.map { .failure($0) } ?? .success(changed)))
    case .delete(let organization):
      let isThere = server.organization(organization) != nil
      if isDone { server.delete(organization.number) }
      if let error { return .deletion(.answered(id, .failure(error))) }
      return .deletion(.answered(id, isThere ? .success(.deleted) : .failure(.status(404))))
    case .addDomain(let host, let organization):
      let domain = OrganizationDomain(id: "org_domain_\(host)", domain: host, state: .pending)
      return domainChanged(id, organization, isDone: isDone, error) { $0.domains.append(domain) }
        ?? .editor(.domainChanged(id, .success(domain)))
    case .removeDomain(let domain):
      let owner = server.organizations.first { $0.domains.contains { $0.id == domain } }
      guard let organization = owner?.id else {
        return .editor(.domainChanged(id, .failure(error ?? .status(404))))
      }
      return domainChanged(id, organization, isDone: isDone, error) {
        $0.domains.removeAll { $0.id == domain }
      } ?? .editor(.domainChanged(id, .success(nil)))
    }
  }

  /// Changes an organization's domains on the server; the answer where it is not a yes.
  private mutating func domainChanged(
    _ id: RequestID, _ organization: Organization.ID, isDone: Bool, _ error: WorkOSError?,
    _ change: (inout Organization) -> Void
  ) -> Event? {
    guard var changed = server.organization(organization) else {
      return .editor(.domainChanged(id, .failure(error ?? .status(404))))
    }
    if isDone {
      change(&changed)
      server.replace(changed)
    }
    return error.map { .editor(.domainChanged(id, .failure($0))) }
  }

  private mutating func anyError() -> WorkOSError? {
    let errors: [WorkOSError] = [
      .timedOut, .refused, .transport(.cancelled), .status(422), .status(429), .status(500),
      .status(404),
    ]
    switch Int.random(in: 0..<40, using: &chance) {
    case 0: return .status(401)
    case 1..<9: return errors.randomElement(using: &chance)
    default: return nil
    }
  }
}

extension WorkOSError {
  /// Whether nothing is known of what the server did.
  fileprivate var mayHaveBeenDone: Bool {
    switch self {
    case .transport(.timedOut), .transport(.cancelled): true
    case .rejected(let rejection): rejection.status == 500
    case .transport, .undecodable: false
    }
  }
}

extension Organization {
  /// Does what an update asks for, as WorkOS does it.
  fileprivate mutating func take(_ update: OrganizationUpdate) {
    name = update.name ?? name
    externalID = update.externalID.applied(to: externalID)
    stripeCustomerID = update.stripeCustomerID.applied(to: stripeCustomerID)
    for (key, value) in update.metadata { metadata[key] = value }
    guard let list = update.domains else { return }
    domains = list.map { data in
      OrganizationDomain(
        id: domains.first { $0.domain == data.domain }?.id ?? "org_domain_\(data.domain)",
        domain: data.domain, state: OrganizationDomain.State(rawValue: data.state.rawValue))
    }
  }
}

extension FieldChange<String> {
  fileprivate func applied(to value: String?) -> String? {
    switch self {
    case .kept: value
    case .cleared: nil
    case .set(let text): text
    }
  }
}
