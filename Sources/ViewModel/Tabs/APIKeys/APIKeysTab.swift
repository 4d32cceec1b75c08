import Foundation
import JSON
import WorkOS

/// The API keys of an organization's own programs.
package struct APIKeysTab: Tab {
  package let id = "api-keys"
  package let title = "API keys"
  package let words = TabWords(
    one: "API key", many: "API keys", empty: "This organization has no API key.")
  package let columns = [
    TabColumn("Name", .name), TabColumn("Value", .identifier), TabColumn("Permissions", .text),
    TabColumn("Last used", .moment), TabColumn("Expires", .moment, isKept: true),
  ]

  package init() {}

  package func page(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<TabRow>> {
    OrganizationKeys.list(of: organization, page).map { $0.map { TabRow($0.item, json: $0.json) } }
  }

  package func details(of row: TabRow) -> [TabFact] { [TabFact("Id", row.id)] }

  /// Of the value there is only what tells it apart, which is of no use anywhere else.
  package func copied(from row: TabRow) -> TabFact { TabFact("Id", row.id) }

  package func row(keptAs json: RawJSON) -> TabRow? {
    TabRow.kept(as: json) { TabRow(($0 as Received<OrganizationKey>).item, json: $0.json) }
  }

  package var actions: [TabAction] { [create, expire, delete] }

  // MARK: Creating

  private var create: TabAction {
    TabAction(
      "create-api-key", "a", "create", "create an API key, whose value is shown once"
    ) { subject in
      let organization = subject.organization
      let fields = [
        TabField("name", "Name", .text { $0.isBlank ? "Type a name." : nil }),
        TabField(
          "expires", "Expires",
          .text { Self.problem(withDay: $0, asOf: subject.asOf) },
          hint: "(never; or a day such as 2027-01-31)", names: ["expires_at"]),
        .permissions(picked: []),
      ]
      return .form(
        TabForm(title: "Create an API key", fields: fields) { values in
          let day = values.text("expires")
          return Self.creating(
            values.text("name"), permissions: values.picked("permissions"),
            lastDay: day.isEmpty ? nil : day, organization)
        })
    }
  }

  /// - Parameter lastDay: the last day on which it works, in Greenwich; nil: it always does.
  private static func creating(
    _ name: String, permissions: [String], lastDay: String?, _ organization: Organization
  ) -> TabWrite {
    var write = TabWrite(
      .create, "API key", name,
      call: OrganizationKeys.create(
        name, permissions: permissions, expiresAt: lastDay.map { "\($0)T23:59:59.000Z" },
        in: organization.id
      ).map { TabRow(created: $0.item, organization, json: $0.json) },
      // Names need not be unique: of several the newest that is as it was to be.
      check: OrganizationKeys.list(of: organization.id, PageRequest(limit: 100)).map { page in
        let named = page.items.filter { $0.item.name == name }
        let one = named.first { $0.item.has(permissions, lastDay: lastDay) } ?? named.first
        return one.map { TabRow($0.item, json: $0.json) }
      },
      changes: [
        TabChange("Name", "", name),
        TabChange("Expires", "", lastDay.map { "at the end of \($0), UTC" } ?? "never"),
      ]
        + (permissions.isEmpty
          ? [TabChange("Permissions", "", "none")]
          : TabChange.permissions(from: [], to: permissions)),
      isDone: { row in
        row?.name == name
          && row?.item(OrganizationKey.self)?.has(permissions, lastDay: lastDay) == true
      }, obstacle: { _ in nil },
      existing: { row in
        "There is an API key named \(row.name) already (\(row["Value"] ?? ""))."
      },
      done: "Created the API key \(name).")
    write.besideExisting = "Another one is made beside it."
    write.makesAnew = true
    write.doneUnseen =
      "An API key \(name) just like it was made at that moment, most likely this one. Its value was in "
      + "the answer that was lost, and nobody can show it: unless somebody else made it, delete it and "
      + "create another."
    return write
  }

  // MARK: Ending

  private var expire: TabAction {
    TabAction(
      aboutRow: "expire-api-key", "x", "expire", "have the key expire at once, after asking",
      hindrance: Self.afterItsEnd
    ) { row, subject in
      let question = TabQuestion(
        "Expire this API key now?",
        [
          "\(row["Value"] ?? "") of \(subject.organization.name)",
          "Programs that use it are refused at once. This cannot be taken back.",
        ], accept: "Expire", answer: .nameWhereLive)
      return .write(
        TabWrite(
          .expire, "API key", row.name, id: row.id,
          call: OrganizationKeys.expire(row.id).map { TabRow($0.item, json: $0.json) },
          check: Self.reading(row, subject), before: row, questions: [question],
          isDone: { $0 != nil && $0?["Expires"] != row["Expires"] },
          done: "\(row.name) has expired."))
    }
  }

  /// That it has ended already; nil: it works.
  private static func afterItsEnd(_ row: TabRow, _ subject: TabSubject) -> String? {
    guard let key = row.item(OrganizationKey.self), let end = key.expiresAt,
      // The row may have been read again after the rest.
      let asOf = [subject.asOf, key.updatedAt].compactMap(\.self).max(), end <= asOf
    else { return nil }
    let day = end.formatted(.iso8601.year().month().day())
    return "\(row.name) expired on \(day) (UTC) already."
  }

  private var delete: TabAction {
    TabAction("delete-api-key", "d", "delete", "delete the key, after asking") { row, subject in
      let question = TabQuestion(
        "Delete this API key?",
        [
          "\(row["Value"] ?? "") of \(subject.organization.name)",
          (Self.afterItsEnd(row, subject).map { $0 + " No program can use it." }
            ?? "Programs that use it are refused from then on.")
            + " Once it is deleted it cannot be brought back.",
        ], accept: "Delete", answer: .nameWhereLive)
      return .write(
        TabWrite(
          .delete, "API key", row.name, id: row.id,
          call: OrganizationKeys.delete(row.id).map { _ in nil },
          check: Self.reading(row, subject), before: row, questions: [question], waits: true,
          isDone: { $0 == nil }, done: "Deleted the API key \(row.name)."))
    }
  }

  /// There is no call for one key: it is looked for on a page that begins somewhat before it.
  private static func reading(_ row: TabRow, _ subject: TabSubject) -> Call<TabRow?> {
    OrganizationKeys.list(of: subject.organization.id, subject.page(around: row.id)).map { page in
      page.items.first { $0.item.id == row.id }.map { TabRow($0.item, json: $0.json) }
    }
  }

  /// - Parameter asOf: when the keys were read; a day that was over by then is none to end on.
  private static func problem(withDay text: String, asOf: Date?) -> String? {
    let text = text.trimmed
    guard !text.isEmpty else { return nil }
    let style = Date.ISO8601FormatStyle().year().month().day()
    // 31 February is taken for a day in March.
    guard let day = try? style.parse(text), style.format(day) == text else {
      return "Type the last day on which it works as 2027-01-31, or nothing for a key without end."
    }
    guard let asOf, day.addingTimeInterval(86_400) <= asOf else { return nil }
    return "That day is over. Type a day to come, or nothing for a key without end."
  }
}

extension TabRow {
  init(_ key: OrganizationKey, json: RawJSON) {
    let permissions = key.permissions.joined(separator: ", ")
    self.init(
      id: key.id, name: key.name,
      cells: [
        .text(key.name), .text(key.obfuscatedValue), .text(permissions), .day(key.lastUsedAt),
        key.expiresAt.map { .end($0) } ?? .text("never"),
      ],
      agreed: [
        TabFact("Name", key.name), TabFact("Value", key.obfuscatedValue),
        TabFact("Permissions", permissions),
        TabFact("Expires", key.expiresAt?.ISO8601Format() ?? "never"),
      ], json: json)
  }

  /// What a create has made, with the value that only its answer tells.
  fileprivate init(
    created: NewOrganizationKey, _ organization: Organization, json: RawJSON
  ) {
    self.init(created.key, json: json)
    secrets = [
      TabSecret(
        "The new API key", of: created.key.name,
        [
          "of \(organization.name)",
          created.value == nil
            ? "WorkOS did not tell its value. Delete the key and create another."
            : "This is the only time its value can be seen or copied. Hand it over in a safe way.",
        ],
        values: [created.value.map { TabSecret.Value("Value", $0) }].compactMap(\.self),
        isShownOnce: created.value != nil)
    ]
  }
}

extension OrganizationKey {
  /// Whether it allows just this, and works until the end of a day in Greenwich; nil: without end.
  fileprivate func has(_ permissions: [String], lastDay: String?) -> Bool {
    let day = expiresAt?.formatted(.iso8601.year().month().day())
    return Set(self.permissions) == Set(permissions) && day == lastDay
  }
}

extension TabCell {
  /// A day, or that there is none.
  static func day(_ date: Date?) -> TabCell {
    date.map { .moment($0) } ?? .text("never")
  }
}

extension TabSubject {
  /// The page on which a row is, also when a few were added or removed meanwhile.
  func page(around id: TabRow.ID) -> PageRequest {
    let place = rows.firstIndex { $0.id == id } ?? 0
    let start = place - 50
    return PageRequest(cursor: start < 0 ? .first : .after(rows[start].id), limit: 100)
  }
}
