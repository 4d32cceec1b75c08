/// The store as it was seeded, before any client came.
///
/// Most of the seed is made up when somebody first looks at it. It is made up from this store, so
/// that it is the same whatever clients have written by then.
struct SeededStore: StoredState {
  /// One, once it was seeded.
  var stores: [Store] = []
}

extension Store {
  /// All organizations of the seed as they were seeded, oldest first.
  var seededOrganizations: OrganizationStore {
    self[SeededStore.self].stores.first?.organizations ?? organizations
  }

  /// An organization as it was seeded; one that a client made, as it is.
  func seeded(_ organization: Organization) -> Organization {
    seededOrganizations.organization(organization.id) ?? organization
  }

  /// The newest organizations of the seed, but for those that are gone.
  func newestSeeded(_ count: Int) -> [Organization] {
    seededOrganizations.suffix(count).compactMap { organizations.organization($0.id) }
  }

  /// What is made from the store as it was seeded.
  mutating func fromSeed<Made>(_ make: (inout Store) -> Made) -> Made {
    // The seeded store itself has none.
    guard !self[SeededStore.self].stores.isEmpty else { return make(&self) }
    return make(&self[SeededStore.self].stores[0])
  }
}
