import JSON
import WorkOS

/// The roles that members of an organization can have: those of the environment, and its own.
package struct RolesTab: Tab {
  package let id = "roles"
  package let title = "Roles"
  package let words = TabWords(
    one: "role", many: "roles", empty: "There is no role, not even of the environment.")
  package let columns = [
    TabColumn("Name", .name), TabColumn("Slug", .identifier), TabColumn("Kind", .state),
    TabColumn("Permissions", .text),
  ]

  package let putsNewRowsLast = true

  package init() {}

  /// All on one page, in the order of their priority.
  package func page(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<TabRow>> {
    Roles.list(of: organization).map { $0.map(TabRow.init) }
  }

  package func details(of row: TabRow) -> [TabFact] {
    guard let role = row.item(Role.self) else { return [] }
    var facts = [TabFact("Description", role.description ?? "")]
    if let hindrance = Self.belongsElsewhere(row) { facts.append(TabFact("Read only", hindrance)) }
    return facts
  }

  package func row(keptAs json: RawJSON) -> TabRow? {
    TabRow.kept(as: json) { TabRow($0 as Received<Role>) }
  }

  package var actions: [TabAction] { [create, edit, permit, delete] }

  // MARK: Creating

  private var create: TabAction {
    TabAction("create-role", "a", "create", "create a role of this organization alone") { subject in
      let organization = subject.organization.id
      let fields = [
        TabField("name", "Name", .text(problem: Self.problemWithName), names: ["name"]),
        TabField(
          "slug", "Slug", .text(problem: Self.problemWithSlug), text: Self.slugPrefix,
          names: ["slug", "organization_role_slug"]),
        Self.descriptionField(""),
      ]
      return .form(
        TabForm(title: "Create a role", fields: fields) { values in
          let slug = values.text("slug")
          return Self.creating(
            slug: [Self.slugPrefix, ""].contains(slug) ? nil : slug, name: values.text("name"),
            description: values.text("description"), in: organization)
        })
    }
  }

  private static func creating(
    slug: String?, name: String, description: String, in organization: Organization.ID
  ) -> TabWrite {
    var changes = [
      TabChange("Name", "", name), TabChange("Slug", "", slug ?? "made by WorkOS, from the name"),
    ]
    if !description.isEmpty { changes.append(TabChange("Description", "", description)) }
    var write = TabWrite(
      .create, "role", name,
      call: Roles.create(
        slug: slug, name: name, description: description.isEmpty ? nil : description,
        in: organization
      ).map { TabRow($0) },
      check: Roles.list(of: organization).map { page in
        page.items.first { role in
          slug.map { role.item.slug == $0 } ?? (role.item.isOwn && role.item.name == name)
        }.map { TabRow($0) }
      },
      changes: changes,
      isDone: { row in
        row?["Kind"] == "organization" && row?["Name"] == name
          && row?["Description"] == description && slug.map { row?.id == $0 } ?? true
      },
      obstacle: { "There is a role “\($0.name)” with the slug \($0.id) already." },
      done: "Created \(name). It allows nothing yet; its permissions can be set.")
    write.makesAnew = true
    return write
  }

  // MARK: Changing

  private var edit: TabAction {
    TabAction(
      "edit-role", "e", "edit", "change the name and the description of one of its own roles",
      rowHindrance: Self.belongsElsewhere
    ) { row, subject in
      let organization = subject.organization.id
      let old = row.item(Role.self)?.description ?? ""
      let fields = [
        TabField("name", "Name", .text(problem: Self.problemWithName), text: row.name),
        Self.descriptionField(old),
      ]
      return .form(
        TabForm(title: "Role \(row.name)", fields: fields) { values in
          let (name, description) = (values.text("name"), values.text("description"))
          var changes: [TabChange] = []
          if name != row.name { changes.append(TabChange("Name", row.name, name)) }
          if description != old { changes.append(TabChange("Description", old, description)) }
          return TabWrite(
            .change, "role", row.name, id: row.id,
            call: Roles.update(
              row.id, name: name == row.name ? nil : name,
              description: description == old ? nil : description, in: organization
            ).map { TabRow($0) },
            check: Self.reading(row.id, organization), before: row, changes: changes,
            isDone: { $0?["Name"] == name && $0?["Description"] == description },
            done: "Changed the role \(name).")
        })
    }
  }

  private var permit: TabAction {
    TabAction(
      "set-permissions", "p", "permissions", "set what one of its own roles allows",
      rowHindrance: Self.belongsElsewhere
    ) { row, subject in
      let organization = subject.organization.id
      let old = row.item(Role.self)?.permissions ?? []
      return .form(
        TabForm(
          title: "Permissions of \(row.name)", fields: [.permissions(picked: old)]
        ) { values in
          let new = values.picked("permissions")
          return TabWrite(
            .change, "role", row.name, id: row.id,
            call: Roles.setPermissions(new, of: row.id, in: organization).map { TabRow($0) },
            check: Self.reading(row.id, organization), before: row,
            changes: TabChange.permissions(from: old, to: new),
            isDone: { $0.map { Set($0.item(Role.self)?.permissions ?? []) } == Set(new) },
            done: "Set the permissions of \(row.name).")
        })
    }
  }

  private var delete: TabAction {
    TabAction(
      "delete-role", "d", "delete", "delete one of its own roles, after asking",
      rowHindrance: Self.belongsElsewhere
    ) { row, subject in
      let question = TabQuestion(
        "Delete this role?",
        [
          "of \(subject.organization.name), \(row.id)",
          "While a member has it WorkOS refuses to delete it. Once it is deleted it cannot be brought "
            + "back.",
        ], accept: "Delete", answer: .nameWhereLive)
      return .write(
        TabWrite(
          .delete, "role", row.name, id: row.id,
          call: Roles.delete(row.id, in: subject.organization.id).map { _ in nil },
          check: Self.reading(row.id, subject.organization.id), before: row,
          questions: [question], waits: true, isDone: { $0 == nil }, done: "Deleted \(row.name)."))
    }
  }

  private static func reading(_ slug: String, _ organization: Organization.ID) -> Call<TabRow?> {
    Roles.get(slug, of: organization).map { TabRow($0) }.ifNotFound(nil)
  }

  /// Why a role cannot be written here; nil: it can.
  private static func belongsElsewhere(_ row: TabRow) -> String? {
    row.item(Role.self)?.isOwn == true
      ? nil
      : "\(row.name) is a role of the whole environment. It is only read here, as a change would "
        + "reach every organization."
  }

  // MARK: Fields

  private static let slugPrefix = "org-"

  private static func descriptionField(_ text: String) -> TabField {
    TabField(
      "description", "Description",
      .text { $0.count > 150 ? "At most 150 characters; these are \($0.count)." : nil },
      text: text, hint: "(may stay empty)")
  }

  /// The limit is the specification's.
  private static func problemWithName(_ text: String) -> String? {
    if text.isBlank { return "Type a name." }
    return text.trimmed.count > 48
      ? "At most 48 characters; these are \(text.trimmed.count)." : nil
  }

  /// The rule is the specification's.
  private static func problemWithSlug(_ text: String) -> String? {
    let slug = text.trimmed
    guard slug.count <= 48 else { return "At most 48 characters; these are \(slug.count)." }
    let isRight =
      slug.hasPrefix(slugPrefix)
      && slug.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
    return slug.isEmpty || isRight
      ? nil
      : "It begins with org-, and has only a–z, 0–9, - and _. Left at org-, WorkOS makes one."
  }
}

extension TabRow {
  /// Whether it is a role of the organization alone.
  var isOwnRole: Bool { self["Kind"] == Role.ownKindWord }

  init(_ received: Received<Role>) {
    let role = received.item
    let permissions = role.permissions.joined(separator: ", ")
    self.init(
      id: role.slug, name: role.name,
      cells: [
        .text(role.name), .text(role.slug), .state(role.kindWord, .quiet), .text(permissions),
      ],
      agreed: [
        TabFact("Name", role.name), TabFact("Kind", role.kindWord),
        TabFact("Description", role.description ?? ""), TabFact("Permissions", permissions),
      ], json: received.json)
  }
}

extension Role {
  fileprivate var isOwn: Bool { kind == .organization }

  fileprivate static let ownKindWord = "organization"

  /// Who has defined it, in a word.
  fileprivate var kindWord: String {
    switch kind {
    case .environment?: "environment"
    case .organization?: Self.ownKindWord
    case let kind?: kind.rawValue
    case nil: "not said"
    }
  }
}
