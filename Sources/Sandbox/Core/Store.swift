/// Everything the sandbox holds.
package struct Store: Sendable {
  var organizations: OrganizationStore
  /// What is so in the whole environment.
  var environment: Environment
  private var states: [ObjectIdentifier: any StoredState] = [:]
  private var lastID = ULID(value: 0)
  private var random = SplitMix(seed: 3)

  init(
    organizations: OrganizationStore = OrganizationStore(),
    environment: Environment = Environment()
  ) {
    self.organizations = organizations
    self.environment = environment
  }

  /// What a resource keeps; empty until it is changed.
  package subscript<State: StoredState>(_ type: State.Type) -> State {
    get { states[ObjectIdentifier(type)] as? State ?? State() }
    _modify {
      // Taken out meanwhile, so that a change in place copies nothing.
      var state = states.removeValue(forKey: ObjectIdentifier(type)) as? State ?? State()
      defer { states[ObjectIdentifier(type)] = state }
      yield &state
    }
  }

  /// A new id above every id given out before.
  package mutating func makeID(at now: Timestamp) -> ULID {
    let id = max(ULID(at: now, chance: random.wide()), lastID.successor)
    lastID = id
    return id
  }

  /// The organization with that id as text; unknown or malformed, it is not found.
  func organization(_ text: String) throws(APIProblem) -> Organization {
    guard let id = ULID(text, prefix: Organization.prefix),
      let organization = organizations.organization(id)
    else { throw .entityNotFound("Organization", text) }
    return organization
  }
}

/// What one resource keeps in the store.
package protocol StoredState: Sendable {
  init()
}

/// What is so for all organizations.
struct Environment: Sendable {
  /// Whether a member can have more than one role.
  var allowsSeveralRoles = false
  /// How long a domain is looked for in DNS until it is verified or has failed.
  var verificationTime = Duration.seconds(5)
}
