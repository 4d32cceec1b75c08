import JSON
import WorkOS

/// The directories that an organization's people are read from.
package struct DirectoriesTab: Tab {
  package let id = "directories"
  package let title = "Directories"
  package let words = TabWords(
    one: "directory", many: "directories",
    empty: "This organization has no directory: its people are not synchronized from elsewhere.")
  package let columns = [
    TabColumn("Name", .name), TabColumn("Type", .word), TabColumn("State", .state),
    TabColumn("Active", .word), TabColumn("Inactive", .word), TabColumn("Groups", .word),
    TabColumn("Changed", .moment),
  ]
  package let isKnownByHost = true

  package init() {}

  package func page(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<TabRow>> {
    Directories.list(of: organization, page).map { $0.map(TabRow.init) }
  }

  package func details(of row: TabRow) -> [TabFact] {
    guard let directory = row.item(Directory.self) else { return [] }
    return [
      directory.domain.map { TabFact("Domain", $0) },
      TabFact("Id", directory.id),
    ].compactMap(\.self)
  }

  package func inside(_ row: TabRow) -> (any Tab)? { DirectoryUsersTab(of: row) }

  package func opened(_ row: TabRow) -> TabOpening? { .event(.tab(.insideWanted)) }

  package func row(keptAs json: RawJSON) -> TabRow? {
    TabRow.kept(as: json) { TabRow($0 as Received<Directory>) }
  }

  package var actions: [TabAction] { [synchronize, remove] }

  // MARK: Reading it anew

  private var synchronize: TabAction {
    TabAction(
      "sync-directory", "s", "sync",
      "have WorkOS read the directory anew; only Google's can be, every five minutes",
      rowHindrance: Self.withoutSync
    ) { row, _ in
      var write =
        TabWrite(
          .synchronize, "directory", row.name, id: row.id,
          call: Directories.synchronize(row.id).map { _ in row },
          check: Self.reading(row.id), before: row,
          // Nothing of the directory says that it was asked for.
          isDone: { _ in false },
          done: "WorkOS reads \(row.name) anew; r shows what has come of it.")
      write.canBeSeen = false
      write.isOnceInAWhile = true
      write.adviceWhenLost =
        "Nothing here shows that it was asked for; asked again, it does no harm."
      return .write(write)
    }
  }

  private static func withoutSync(_ row: TabRow) -> String? {
    guard let directory = row.item(Directory.self) else { return nil }
    if directory.state == .invalidCredentials {
      return "The credentials of \(row.name) are refused, so nothing is read. The customer has to "
        + "renew them: by a link from the Portal tab, for Directory sync."
    }
    if !directory.canBeSynchronized {
      return "Only Google's directories are read on demand; \(row.name) sends what changes by "
        + "itself."
    }
    return directory.state == .linked
      ? nil : "\(row.name) is not linked: its state is \(directory.state?.words ?? "not said")."
  }

  // MARK: Deleting

  private var remove: TabAction {
    TabAction(
      "remove-directory", "d", "delete", "delete the directory, after asking",
      rowHindrance: Self.whileDeleting
    ) { row, subject in
      let counts = row.item(Directory.self)?.counts
      let users = counts.map { $0.activeUsers + $0.inactiveUsers }
      let loss =
        counts.map {
          "Its \(users == 1 ? "1 user" : "\(users ?? 0) users") and "
            + "\($0.groups == 1 ? "1 group" : "\($0.groups) groups") go with it."
        } ?? "Its users and groups go with it; how many there are was not said."
      let question = TabQuestion(
        "Delete this directory?",
        [
          "from \(subject.organization.name): \(row["Type"] ?? ""), "
            + (row.item(Directory.self)?.state?.words ?? "state not said"), loss,
          Self.consequence(row)
            + "Once it is deleted it cannot be restored; a new one has to be set up with the customer.",
        ],
        accept: "Delete", answer: .nameWhereLive)
      return .write(
        TabWrite(
          .remove, "directory", row.name, id: row.id,
          call: Directories.delete(row.id).map { _ in nil }, check: Self.reading(row.id),
          before: row, questions: [question], waits: true, isDone: Self.isGone,
          done: "WorkOS deletes \(row.name); that may take a while."))
    }
  }

  private static func consequence(_ row: TabRow) -> String {
    switch row.item(Directory.self)?.state {
    case .unlinked?, .invalidCredentials?:
      "As it is, nobody is added or removed by it who joins or leaves the customer. "
    default:
      "People who join or leave the customer are no longer added or removed by themselves. "
    }
  }

  private static func whileDeleting(_ row: TabRow) -> String? {
    row["State"] == Directory.State.deleting.rawValue
      ? "\(row.name) is being deleted already." : nil
  }

  /// One that is being deleted is on its way, and nothing else can become of it.
  private static let isGone: @Sendable (TabRow?) -> Bool = { row in
    row == nil || row?["State"] == Directory.State.deleting.rawValue
  }

  private static func reading(_ id: String) -> Call<TabRow?> {
    Directories.get(id).map { TabRow($0) }.ifNotFound(nil)
  }
}

extension TabRow {
  init(_ received: Received<Directory>) {
    let directory = received.item
    let state = directory.state?.rawValue ?? "not said"
    let name = directory.name.isBlank ? directory.id : directory.name
    self.init(
      id: directory.id, name: name,
      cells: [
        .text(name), .text(directory.type),
        .state(directory.state?.words ?? state, directory.state?.tone ?? .quiet),
        .text(directory.counts.map { "\($0.activeUsers)" } ?? ""),
        .text(directory.counts.map { "\($0.inactiveUsers)" } ?? ""),
        .text(directory.counts.map { "\($0.groups)" } ?? ""), .moment(directory.updatedAt),
      ],
      agreed: [TabFact("Type", directory.type), TabFact("State", state)],
      alsoKnownAs: [directory.domain].compactMap(\.self), json: received.json)
  }
}

extension Directory.State {
  /// As it is said; a state that is not known here as it came.
  var words: String { self == .invalidCredentials ? "credentials refused" : rawValue }

  fileprivate var tone: TabCell.Tone {
    switch self {
    case .linked: .good
    case .validating: .waiting
    case .invalidCredentials, .unlinked, .deleting: .bad
    default: .quiet
    }
  }
}
