import Foundation
import WorkOS

/// The members of an organization, in every status.
package struct MembersTab: Tab {
  package let id = "members"
  package let title = "Members"
  package let words = TabWords(
    one: "member", many: "members", empty: "This organization has no member.")
  package let columns = [
    TabColumn("Name", .name), TabColumn("E-mail", .identifier, isKept: true),
    TabColumn("Role", .word, isKept: true),
    TabColumn("Status", .state), TabColumn("Changed", .moment),
  ]

  package init() {}

  package func page(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<TabRow>> {
    Members.list(of: organization, page).map { $0.map(TabRow.init) }
  }

  package func details(of row: TabRow) -> [TabFact] {
    guard let membership = row.item(Membership.self) else { return [] }
    return [
      TabFact("Membership", membership.id), TabFact("User", membership.userID),
      TabFact("Managed by", membership.isDirectoryManaged ? "a directory" : "WorkOS"),
    ]
  }

  package var actions: [TabAction] { [add, change, remove, deactivate, reactivate] }

  /// Who a row is about; older answers know only the user's id.
  package func person(of row: TabRow) -> PersonName? {
    guard let membership = row.item(Membership.self) else { return nil }
    if let email = membership.user?.email, !email.isEmpty { return .email(email.lowercased()) }
    return membership.userID.isEmpty ? nil : .user(membership.userID)
  }

  /// The card of the person.
  package func opened(_ row: TabRow) -> TabOpening? {
    person(of: row).map { .event(.answers(.personWanted($0))) } ?? .details
  }

  package func userNamedByID(in row: TabRow) -> User.ID? {
    let user = row.alsoKnownAs.first ?? ""
    return user.isEmpty || row.name != user ? nil : user
  }

  package func row(_ row: TabRow, naming user: User) -> TabRow { row.naming(user) }

  // MARK: Adding

  private var add: TabAction {
    TabAction(
      "add-member", "a", "add", "add a user, found by the e-mail address, in a role"
    ) { subject in
      let organization = subject.organization.id
      let user = TabField.emailLookup(
        subject.email ?? "", names: ["user_id", "user", "email"],
        none: "No user of this environment has this address."
      ) { email in
        Users.list(email: email).map { $0.items.map { TabChoice($0.item) } }
      }
      return .form(
        TabForm(
          title: "Add a member", fields: [user, Self.roleField(subject, picked: [])],
          firstField: subject.email == nil ? 0 : 1
        ) { values in
          guard let user = values["email"].picked.first else { return nil }
          return Self.adding(user, as: values["role"].picked, to: organization)
        })
    }
  }

  static func adding(
    _ user: TabChoice, as roles: [TabChoice], to organization: Organization.ID
  ) -> TabWrite {
    let slugs = roles.map(\.value)
    var write = TabWrite(
      .add, "member", user.label,
      call: Members.create(user: user.value, organization: organization, roles: slugs)
        .map { TabRow($0) },
      check: Members.list(of: organization, user: user.value, PageRequest(limit: 10))
        .map { $0.items.first.map { TabRow($0) } },
      changes: [
        TabChange("User", "", user.label), TabChange("User id", "", user.value),
        TabChange("Role", "", slugs.joined(separator: ", ")),
      ],
      isDone: { $0?["Status"] == "active" && $0?["Role"] == slugs.joined(separator: ", ") },
      obstacle: { row in
        switch row["Status"] {
        case "inactive": nil
        case "pending":
          "\(user.label) is a member already, as \(row["Role"] ?? ""), and pending. The tab Invitations "
            + "shows whether an invitation is open; W tells what else is in the way."
        default: "\(user.label) is a member already, as \(row["Role"] ?? "")."
        }
      },
      existing: { row in
        "\(user.label) is a member already (\(row["Role"] ?? "")), and is inactive."
      },
      warnings: [AddressDoubt(user.label)?.sentence].compactMap(\.self),
      done: "\(user.label) is a member now.")
    write.besideExisting = "Adding them makes them active again, in the role that is picked."
    return write
  }

  /// Of ten thousand members the first tell enough.
  private static let rowsLookedAt = 200

  /// At first nothing is picked, or what the member has.
  private static func roleField(_ subject: TabSubject, picked: [String]) -> TabField {
    // No answer tells whether the environment has several roles for each member; members who have do.
    let isSeen =
      picked.count > 1
      || subject.rows.prefix(rowsLookedAt).contains { $0["Role"]?.contains(", ") == true }
    return TabField(
      "role", "Role",
      .choice(
        Roles.choices(of: subject.organization.id), picked: picked,
        several: .perhaps(isSeen: isSeen)),
      names: ["role", "role_slug", "role_slugs", "roles", "multiple_roles", "invalid_role"])
  }

  // MARK: Changing

  private var change: TabAction {
    TabAction(
      "change-role", "e", "role",
      "change the member's role, after asking where it is the last one with the role admin"
    ) { row, subject in
      let membership = row.item(Membership.self)
      let field = Self.roleField(subject, picked: membership?.roles ?? [])
      return .form(
        TabForm(title: "Role of \(row.name)", fields: [field]) { values in
          let slugs = values.picked("role")
          let roles = slugs.joined(separator: ", ")
          let keepsAdmin = slugs.contains("admin")
          return TabWrite(
            .change, "member", row.name, id: row.id,
            call: Members.update(row.id, roles: slugs).map { TabRow($0) },
            check: Self.reading(row.id), before: row,
            changes: roles == row["Role"] ? [] : [TabChange("Role", row["Role"] ?? "", roles)],
            questions: keepsAdmin ? [] : Self.lastAdminQuestions(row, subject, "Change the role"),
            lastQuestion: keepsAdmin
              ? nil : Self.lastAdminQuestion(row, subject, "Change the role"),
            isDone: { $0?["Role"] == roles }, warnings: Self.warnings(about: row),
            done: "\(row.name) is \(roles) now.")
        })
    }
  }

  private var remove: TabAction {
    TabAction(
      "remove-member", "d", "remove", "remove the member, after asking"
    ) { row, subject in
      let question = TabQuestion(
        "Remove this member?",
        [
          "from \(subject.organization.name), as \(row["Role"] ?? "")",
          Self.lossOfRemoved(row),
        ], accept: "Remove", answer: .nameWhereLive)
      return .write(
        TabWrite(
          .remove, "member", row.name, id: row.id,
          call: Members.delete(row.id).map { _ in nil }, check: Self.reading(row.id), before: row,
          questions: [question] + Self.lastAdminQuestions(row, subject, "Remove"),
          lastQuestion: Self.lastAdminQuestion(row, subject, "Remove"), waits: true,
          isDone: { $0 == nil }, warnings: Self.warnings(about: row),
          done: "Removed \(row.name)."))
    }
  }

  /// What whoever is removed loses, which hangs on what they had.
  static func lossOfRemoved(_ row: TabRow) -> String {
    let loss =
      switch row["Status"] {
      case "inactive": "They are inactive, and cannot sign in to this organization as it is."
      case "pending": "They are pending, and could not sign in to this organization yet."
      default: "They can no longer sign in to this organization."
      }
    return loss + " The user stays."
  }

  private var deactivate: TabAction {
    TabAction(
      "deactivate-member", "x", "deactivate", "keep the member, but let them sign in no more",
      rowHindrance: Self.hindrance(unless: "active")
    ) { row, subject in
      let question = TabQuestion(
        "Deactivate this member?",
        [
          "in \(subject.organization.name), as \(row["Role"] ?? "")",
          "They can no longer sign in to this organization, until they are reactivated.",
        ], accept: "Deactivate")
      return .write(
        Self.setting("inactive", of: row, .deactivate, Members.deactivate(row.id)) {
          $0.questions = [question] + Self.lastAdminQuestions(row, subject, "Deactivate")
          $0.lastQuestion = Self.lastAdminQuestion(row, subject, "Deactivate")
        })
    }
  }

  private var reactivate: TabAction {
    TabAction(
      "reactivate-member", "c", "reactivate", "let an inactive member sign in again",
      rowHindrance: Self.hindrance(unless: "inactive")
    ) { row, subject in
      let question = TabQuestion(
        "Reactivate this member?",
        [
          "in \(subject.organization.name), as \(row["Role"] ?? "")",
          "The membership becomes active again. W tells whether anything else is in the way.",
        ], accept: "Reactivate")
      return .write(
        Self.setting("active", of: row, .reactivate, Members.reactivate(row.id)) {
          $0.questions = [question]
        })
    }
  }

  private static func hindrance(unless status: String) -> @Sendable (TabRow) -> String? {
    { row in
      row["Status"] == status ? nil : "\(row.name) is \(row["Status"] ?? ""), not \(status)."
    }
  }

  static func setting(
    _ status: String, of row: TabRow, _ verb: TabWrite.Verb, _ call: Call<Received<Membership>>,
    _ adjust: (inout TabWrite) -> Void
  ) -> TabWrite {
    var write = TabWrite(
      verb, "member", row.name, id: row.id, call: call.map { TabRow($0) },
      check: reading(row.id), before: row, isDone: { $0?["Status"] == status },
      warnings: warnings(about: row), done: "\(row.name) is \(status) now.")
    adjust(&write)
    return write
  }

  /// What a directory provides, it decides over: `directory_managed` of the API reference.
  static func warnings(about row: TabRow) -> [String] {
    guard row.item(Membership.self)?.isDirectoryManaged == true else { return [] }
    return [
      "A directory manages \(row.name): WorkOS may refuse this, or the directory's next sync may undo "
        + "it. It lasts when it is changed in the directory."
    ]
  }

  static func reading(_ id: String) -> Call<TabRow?> {
    Members.get(id).map { TabRow($0) }.ifNotFound(nil)
  }
}

extension TabRow {
  init(_ received: Received<Membership>) {
    let membership = received.item
    let user = membership.user
    let roles = membership.roles.joined(separator: ", ")
    let status = membership.status?.rawValue ?? "not said"
    let email = user?.email ?? membership.userID
    self.init(
      id: membership.id, name: email.isEmpty ? membership.id : email,
      cells: [
        .text(user?.name ?? ""), .address(email), .text(roles),
        .state(status, membership.status?.tone ?? .quiet), .moment(membership.updatedAt),
      ],
      // Where an answer tells no user, another that does is no change.
      agreed: (user.map { [TabFact("E-mail", $0.email)] } ?? [])
        + [TabFact("Role", roles), TabFact("Status", status)],
      alsoKnownAs: [membership.userID], json: received.json)
  }

  /// The same member with the name and address of the user; what a write is agreed to by stays as the
  /// membership itself tells it, as it is compared with that again.
  func naming(_ user: User) -> TabRow {
    guard !user.email.isEmpty else { return self }
    return TabRow(
      id: id, name: user.email,
      cells: [.text(user.name), .address(user.email)] + cells.dropFirst(2),
      agreed: agreed, alsoKnownAs: alsoKnownAs, json: json, secrets: secrets)
  }

  var isActiveAdmin: Bool {
    self["Status"] == "active" && self["Role"]?.split(separator: ", ").contains("admin") == true
  }
}

extension TabChoice {
  fileprivate init(_ user: User) {
    self.init(user.id, user.email, note: user.name)
  }
}

extension Membership.Status {
  fileprivate var tone: TabCell.Tone {
    switch self {
    case .active: .good
    case .pending: .waiting
    default: .quiet
    }
  }
}
