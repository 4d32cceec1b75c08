import JSON
import WorkOS

/// The single sign-on connections of an organization.
package struct ConnectionsTab: Tab {
  package let id = "connections"
  package let title = "Connections"
  package let words = TabWords(
    one: "connection", many: "connections",
    empty: "This organization has no connection: nobody signs in through its own identity provider."
  )
  package let columns = [
    TabColumn("Name", .name), TabColumn("Type", .word), TabColumn("State", .state),
    TabColumn("Domains", .text), TabColumn("Changed", .moment),
  ]
  package let isKnownByHost = true

  package init() {}

  package func page(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<TabRow>> {
    Connections.list(of: organization, page).map { $0.map(TabRow.init) }
  }

  package func details(of row: TabRow) -> [TabFact] {
    let isActive = row["State"] == Connection.State.active.rawValue
    let setup = TabFact(
      "Setup",
      "to be done by the customer's IT, by a link for single sign-on from the Portal tab")
    return [TabFact("Id", row.id)] + (isActive ? [] : [setup])
  }

  package func row(keptAs json: RawJSON) -> TabRow? {
    TabRow.kept(as: json) { TabRow($0 as Received<Connection>) }
  }

  package var actions: [TabAction] { [remove] }

  private var remove: TabAction {
    TabAction(
      "remove-connection", "d", "delete", "delete the connection, after asking",
      rowHindrance: Self.whileDeleting
    ) { row, subject in
      let question = TabQuestion(
        "Delete this connection?",
        [
          "from \(subject.organization.name): \(row["Type"] ?? ""), \(row["State"] ?? "")",
          Self.loss(row),
          "Once it is deleted it cannot be restored; a new one has to be set up with the customer.",
        ],
        accept: "Delete", answer: .nameWhereLive)
      return .write(
        TabWrite(
          .remove, "connection", row.name, id: row.id,
          call: Connections.delete(row.id).map { _ in nil }, check: Self.reading(row.id),
          before: row, questions: [question], waits: true, isDone: Self.isGone,
          done: "Deleted \(row.name)."))
    }
  }

  /// Who loses by its going.
  private static func loss(_ row: TabRow) -> String {
    let domains = row["Domains"] ?? ""
    let people = domains.isEmpty ? "people" : "people of \(domains)"
    return switch row["State"].map(Connection.State.init(rawValue:)) {
    case .active?: "It is in use: \(people) can no longer sign in through it, at once."
    case .inactive?: "It is inactive: nobody signs in through it as it is."
    case .draft?, .validating?, .requiresType?:
      "It is not set up to its end: nobody signs in through it so far."
    default: "\(people.capitalizedFirst) can no longer sign in through it."
    }
  }

  private static func whileDeleting(_ row: TabRow) -> String? {
    row["State"] == Connection.State.deleting.rawValue
      ? "\(row.name) is being deleted already." : nil
  }

  /// One that is being deleted is on its way, and nothing else can become of it.
  private static let isGone: @Sendable (TabRow?) -> Bool = { row in
    row == nil || row?["State"] == Connection.State.deleting.rawValue
  }

  private static func reading(_ id: String) -> Call<TabRow?> {
    Connections.get(id).map { TabRow($0) }.ifNotFound(nil)
  }
}

extension TabRow {
  init(_ received: Received<Connection>) {
    let connection = received.item
    let state = connection.state?.rawValue ?? "not said"
    let domains = connection.domains.map { InternationalName.readable($0) ?? $0 }
      .joined(separator: ", ")
    let name = connection.name.isBlank ? connection.id : connection.name
    self.init(
      id: connection.id, name: name,
      cells: [
        .text(name), .text(connection.type), .state(state, connection.state?.tone ?? .quiet),
        .text(domains), .moment(connection.updatedAt),
      ],
      agreed: [
        TabFact("Type", connection.type), TabFact("State", state), TabFact("Domains", domains),
      ],
      alsoKnownAs: connection.domains, json: received.json)
  }
}

extension Connection.State {
  fileprivate var tone: TabCell.Tone {
    switch self {
    case .active: .good
    case .validating, .draft, .requiresType: .waiting
    case .inactive, .deleting: .bad
    default: .quiet
    }
  }
}
