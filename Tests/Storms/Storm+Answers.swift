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
    switch question {
    case .fetchPage(let id, let page):
      return .list(.pageArrived(id, error.map { .failure($0) } ?? .success(server.page(page))))
    case .fetchOrganization(let id, let organization):
      guard error == nil, let found = server.organization(organization) else {
        return .organizationRead(id, .failure(error ?? .status(404)))
      }
      return .organizationRead(id, .success(found))
    case .create(let id, let new, let key):
      if isDone, creations[key] == nil { creations[key] = create(named: new.name) }
      guard error == nil, let created = creations[key] else {
        return .editor(.saved(id, .failure(error ?? .timedOut)))
      }
      return .editor(.saved(id, .success(created)))
    case .update(let id, let organization, let update):
      guard var changed = server.organization(organization) else {
        return .editor(.saved(id, .failure(error ?? .status(404))))
      }
      if isDone {
        changed.name = update.name ?? changed.name
        changed.updatedAt = now
        server.replace(changed)
      }
      return .editor(.saved(id, error.map { .failure($0) } ?? .success(changed)))
    case .delete(let id, let organization):
      let isThere = server.organization(organization) != nil
      if isDone { server.delete(organization.number) }
      if let error { return .deletion(.answered(id, .failure(error))) }
      return .deletion(.answered(id, isThere ? .success(Deleted()) : .failure(.status(404))))
    case .cancel, .recordQueued, .recordUnsent, .recordFinding, .keepDraft, .dropDraft, .loadDrafts,
      .readJournal:
      return .timePassed
    }
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
