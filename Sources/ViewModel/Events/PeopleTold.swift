import WorkOS

/// Whom the lines of events tell of: whose addresses they have, and of whom they have only an id.
struct PeopleTold: Equatable, Sendable {
  /// The newest line that tells a user's address, by the user.
  private var addresses: [User.ID: EventLine] = [:]
  /// The lines that tell of a user by the id alone, by the user.
  private var unnamed: [User.ID: [EventLine.ID: EventLine]] = [:]
  /// The lines that were added since people were named last.
  private var added: [EventLine] = []
  /// The members that were known then.
  private var members: KnownMembers?

  /// Forgets the lines in which somebody is to be named; whose addresses were told stays.
  mutating func beginAnew() { (unnamed, added) = ([:], []) }

  /// Takes in lines that were read.
  mutating func add(_ lines: [EventLine]) { added += lines }

  /// The address of a user, as far as events tell it.
  func address(of user: User.ID) -> String? { addresses[user]?.addressTold?.1 }

  /// The lines in which somebody may be named who was not, or by another address.
  mutating func linesToName(
    in events: [EventLine], among members: KnownMembers?
  ) -> [EventLine] {
    let new = added
    added = []
    var users: Set<User.ID> = []
    for line in new {
      guard let (user, _) = line.addressTold else { continue }
      users.insert(user)
      let isNewest = addresses[user].map { EventLine.isBefore(line, $0) } ?? true
      if isNewest { addresses[user] = line }
    }
    guard members == self.members else {
      self.members = members
      return events
    }
    return new + users.flatMap { unnamed[$0].map { Array($0.values) } ?? [] }
  }

  /// Takes note whether somebody is still to be named in a line.
  mutating func note(_ line: EventLine) {
    guard case .event(let event, _) = line.what, let user = event.userID else { return }
    if line.isNamedByID {
      unnamed[user, default: [:]][line.id] = line
    } else if unnamed[user]?.removeValue(forKey: line.id) != nil, unnamed[user]?.isEmpty == true {
      unnamed[user] = nil
    }
  }
}
