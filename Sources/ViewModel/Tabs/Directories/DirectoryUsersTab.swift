import WorkOS

/// The users of one directory, shown in its place while it is open.
package struct DirectoryUsersTab: Tab {
  let directory: Directory.ID
  private let name: String

  package let id = "directory-users"
  package let title = "Users of a directory"
  package var words: TabWords {
    TabWords(
      one: "user of \(name)", many: "users of \(name)",
      empty: "No user was read from this directory.")
  }
  package let columns = [
    TabColumn("Name", .name), TabColumn("E-mail", .identifier), TabColumn("State", .state),
    TabColumn("Roles", .text), TabColumn("Changed", .moment),
  ]

  package init(of row: TabRow) {
    directory = row.id
    name = row.name
  }

  package let actions: [TabAction] = []

  package func page(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<TabRow>> {
    Directories.users(of: directory, page).map { $0.map(TabRow.init) }
  }

  /// By the address that the directory knows them by; without one there is nothing to find a user by.
  package func person(of row: TabRow) -> PersonName? {
    row.item(DirectoryUser.self)?.email.flatMap(PersonName.init(known:))
  }

  package func details(of row: TabRow) -> [TabFact] {
    guard let user = row.item(DirectoryUser.self) else { return [] }
    return [
      TabFact("Directory", name), TabFact("Id", user.id),
      TabFact("Id there", user.providerID),
    ]
  }
}

extension TabRow {
  init(_ received: Received<DirectoryUser>) {
    let user = received.item
    let state = user.state?.rawValue ?? "not said"
    self.init(
      id: user.id, name: user.email ?? (user.name.isBlank ? user.id : user.name),
      cells: [
        .text(user.name), .address(user.email ?? ""), .state(state, user.state?.tone ?? .quiet),
        .text(user.roles.joined(separator: ", ")), .moment(user.updatedAt),
      ],
      alsoKnownAs: [user.providerID], json: received.json)
  }
}

extension DirectoryUser.State {
  fileprivate var tone: TabCell.Tone {
    switch self {
    case .active: .good
    case .suspended: .waiting
    default: .quiet
    }
  }
}
