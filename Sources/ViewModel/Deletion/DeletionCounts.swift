import Delivery
import WorkOS

/// What goes with an organization that is to be deleted, counted while its dialog is open.
package struct DeletionCounts: Equatable, Sendable {
  package enum Count: Equatable, Sendable {
    case counting(Pending)
    case known(Holding.Count)
    /// The server did not tell.
    case unknown

    package var pending: Pending? {
      if case .counting(let pending) = self { pending } else { nil }
    }
  }

  package let organization: Organization.ID
  package private(set) var counts: [Holding: Count] = [:]

  /// Asks for what is not known.
  init(of organization: Organization.ID, known: [Holding: Holding.Count], _ turn: inout Turn) {
    self.organization = organization
    for holding in Holding.allCases {
      counts[holding] =
        known[holding].map(Count.known)
        ?? .counting(
          turn.ask(holding.count(of: organization), for: .deletions) {
            .deletion(.counted($0, $1))
          })
    }
  }

  mutating func take(_ id: RequestID, _ result: Result<Holding.Count, WorkOSError>) {
    for (holding, count) in counts {
      guard case .counting(let pending) = count, pending.id == id else { continue }
      counts[holding] = (try? result.get()).map(Count.known) ?? .unknown
    }
  }

  /// Those that the server told.
  var known: [Holding: Holding.Count] {
    counts.compactMapValues { if case .known(let count) = $0 { count } else { nil } }
  }

  /// The questions that are not answered yet.
  var pending: [Pending] { counts.values.compactMap(\.pending) }

  func cancel(_ turn: inout Turn) {
    for pending in pending { turn.cancel(pending) }
  }
}

extension Holding.Count {
  /// Whether it is what was counted before, as far as one page tells: tabs may have loaded more.
  func isStill(_ former: Holding.Count) -> Bool {
    if isComplete { return former.isComplete && former.number == number }
    return !former.isComplete || former.number >= number
  }
}

extension Deletions {
  /// Counts for the dialog that is open, and for no other.
  mutating func count(
    knowing known: (Organization.ID) -> [Holding: Holding.Count], _ turn: inout Turn
  ) {
    let asked = dialog?.organization.id
    guard counts?.organization != asked else { return }
    counts?.cancel(&turn)
    counts = asked.map {
      DeletionCounts(of: $0, known: miscounted.contains($0) ? [:] : known($0), &turn)
    }
  }
}

extension OrganizationTabs {
  /// How many rows of a tab are loaded; nil: it was not looked at.
  package func count(in tab: String, of organization: Organization.ID) -> Holding.Count? {
    guard let state = states[Address(organization: organization, tab: tab)], state.isLoaded else {
      return nil
    }
    return Holding.Count(state.rows.count, isComplete: state.isComplete)
  }

  /// How many roles are the organization's own; nil: not all of its roles were read.
  package func ownRoleCount(of organization: Organization.ID) -> Holding.Count? {
    guard let state = states[Address(organization: organization, tab: RolesTab().id)],
      state.isComplete
    else { return nil }
    return Holding.Count(state.rows.count(where: \.isOwnRole))
  }

  /// What is known of an organization because its tabs were looked at.
  func counts(of organization: Organization.ID) -> [Holding: Holding.Count] {
    var counts: [Holding: Holding.Count] = [:]
    for holding in Holding.allCases {
      counts[holding] = count(in: holding.rawValue, of: organization)
    }
    return counts
  }
}

extension OrganizationTabs {
  private struct CountedDirectory: Decodable {
    struct Metadata: Decodable {
      var users: Users?
    }

    struct Users: Decodable {
      var active: Int?
      var inactive: Int?
    }

    var metadata: Metadata?
  }

  /// How many users the directories of a tab have, which carry their counts; nil: it holds none that do.
  package func directoryUsers(in tab: String, of organization: Organization.ID) -> Int? {
    guard tab == Holding.directories.rawValue,
      let state = states[Address(organization: organization, tab: tab)]
    else { return nil }
    // It is looked at in each frame; nobody has so many.
    let counts = state.rows.prefix(20).compactMap {
      $0.item(CountedDirectory.self)?.metadata?.users
    }
    return counts.isEmpty
      ? nil : counts.reduce(0) { $0 + ($1.active ?? 0) + ($1.inactive ?? 0) }
  }
}
