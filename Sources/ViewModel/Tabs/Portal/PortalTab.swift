import JSON
import WorkOS

/// The Admin Portal of an organization: what its customer can set up there, and who does that.
package struct PortalTab: Tab {
  package let id = "portal"
  package let title = "Portal"
  package let words = TabWords(
    one: "line", many: "lines", empty: "There is nothing that could be set up here.")
  package let columns = [
    TabColumn("What", .name), TabColumn("Kind", .word, isKept: true),
    TabColumn("Added", .moment),
  ]

  /// By this the links that were made here to set up what a row says can be revoked, whoever of us made
  /// them; those for another thing, which somebody else may be at work with, stay.
  static func user(for row: TabRow) -> String { "workos-console-\(row.id)" }

  /// Most of them are what could be set up.
  package let holdsItsRows = false
  package let putsNewRowsLast = true

  package init() {}

  /// What can be set up, and behind it the IT contacts.
  package func page(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<TabRow>> {
    ITContacts.list(of: organization)
      .map { Page(items: Self.intents + $0.items.map(TabRow.init)) }
  }

  /// Links are made without the contacts.
  package func rows(unread error: WorkOSError) -> [TabRow]? {
    error.isUnauthorized ? nil : Self.intents + [TabRow(contactsUnread: error)]
  }

  private static var intents: [TabRow] { Portal.intents.map(TabRow.init(intent:)) }

  package func details(of row: TabRow) -> [TabFact] {
    row.isIntent
      ? [TabFact("Link", "works for five minutes once it is made; whoever has it can set this up")]
      : row.isContact
        ? [TabFact("Id", row.id)]
        : [TabFact("Contacts", row["Contacts"] ?? "")]
  }

  package func copied(from row: TabRow) -> TabFact {
    row.isContact ? TabFact("E-mail", row.name) : TabFact("Intent", row.id)
  }

  package func json(of row: TabRow) -> RawJSON? { row.isContact ? row.json : nil }

  package func person(of row: TabRow) -> PersonName? {
    row["E-mail"].flatMap(PersonName.init(known:))
  }

  package var actions: [TabAction] { [makeLink, add, remove, invite, revoke] }

  private static let revokeKey: Character = "x"
  /// Of what leaves things as they are where it was done already.
  private static let doAgain = "Nothing here shows it; done again, it does no harm."

  // MARK: Links

  private var makeLink: TabAction {
    TabAction(
      "make-portal-link", "m", "make link",
      "make a link to set up what is marked; it works for five minutes",
      rowHindrance: Self.withoutIntent
    ) { row, subject in
      .form(
        TabForm(title: "A link for \(row.name)", fields: [Self.userField(row)]) { values in
          Self.linking(row, as: values.text("user"), subject.organization)
        })
    }
  }

  private static func userField(_ row: TabRow) -> TabField {
    TabField(
      "user", "For user", .text { _ in nil }, text: user(for: row),
      hint: "(nobody; it cannot be revoked)",
      note: "Any id that you choose. All links made with it can be revoked by it.",
      names: ["external_user_id"])
  }

  private static func linking(
    _ row: TabRow, as user: String, _ organization: Organization
  ) -> TabWrite {
    var write = TabWrite(
      .makeLink, "portal link", row.name, id: row.id,
      call: Portal.makeLink(
        for: row.id, of: organization.id, user: user.isEmpty ? nil : user
      ).map { row.telling($0.item.link, organization) },
      check: existing(row, organization), before: row,
      changes: [
        TabChange("Link for", "", row.name), TabChange("Works for", "", "5 minutes"),
        TabChange("Revocable", "", user.isEmpty ? "no" : "yes, by the id \(user)"),
      ],
      isDone: { _ in false }, done: "Made a link for \(row.name).")
    write.canBeSeen = false
    write.adviceWhenLost =
      user.isEmpty
      ? "Links are shown nowhere: make another. This one ends by itself within five minutes."
      : "Links are shown nowhere: make another. \(revokeKey) in the list of this tab revokes all that "
        + "were made with the id \(user)."
    return write
  }

  /// The row, as long as its organization is there.
  private static func existing(_ row: TabRow, _ organization: Organization) -> Call<TabRow?> {
    Organizations.get(organization.id).map { _ in row }.ifNotFound(nil)
  }

  // MARK: Contacts

  private var add: TabAction {
    TabAction("add-it-contact", "a", "add contact", "add an IT contact; nothing is sent to them") {
      subject in
      let organization = subject.organization.id
      let field = TabField.email(names: ["email", "it_contact"])
      return .form(
        TabForm(title: "Add an IT contact", fields: [field]) { values in
          let email = values.email("email")
          return TabWrite(
            .add, "IT contact", email,
            call: ITContacts.add(email, to: organization).map { TabRow($0) },
            check: Self.contact(in: organization) {
              EmailAddress.areSame($0.email, email)
            },
            changes: [TabChange("IT contact", "", EmailAddress.both(email))],
            isDone: { row in
              (row?.item(ITContact.self)?.email).map { EmailAddress.areSame($0, email) } == true
            },
            obstacle: { _ in "\(EmailAddress.both(email)) is an IT contact already." },
            warnings: [AddressDoubt(email)?.sentence].compactMap(\.self),
            done: "\(EmailAddress.both(email)) is an IT contact now. Nothing was sent to them.")
        })
    }
  }

  private var remove: TabAction {
    TabAction(
      "remove-it-contact", "d", "remove", "remove the IT contact, after asking",
      rowHindrance: Self.withoutContact
    ) { row, subject in
      let organization = subject.organization
      let question = TabQuestion(
        "Remove this IT contact?",
        [
          "from \(organization.name)",
          "An invitation that they have works no longer. They can be added again.",
        ], accept: "Remove", answer: .nameWhereLive)
      return .write(
        TabWrite(
          .remove, "IT contact", row.name, id: row.id,
          call: ITContacts.remove(row.id, from: organization.id).map { _ in nil },
          check: Self.contact(in: organization.id) { $0.id == row.id }, before: row,
          questions: [question], waits: true, isDone: { $0 == nil }, done: "Removed \(row.name)."))
    }
  }

  private var invite: TabAction {
    TabAction(
      "invite-it-contact", "i", "invite", "invite the IT contact by e-mail, after asking",
      rowHindrance: Self.withoutContact
    ) { row, subject in
      let organization = subject.organization
      let field = TabField(
        "intents", "To set up",
        // The API has no list of them; that the contacts can be read is what is to be known first.
        .choice(
          ITContacts.list(of: organization.id).map { _ in
            ITContacts.intents.map { TabChoice($0, TabRow.title(ofIntent: $0)) }
          }, picked: [], several: .yes),
        names: ["intents"])
      return .form(
        TabForm(title: "Invite \(row.name)", fields: [field]) { values in
          Self.inviting(row, to: values["intents"].picked, organization)
        })
    }
  }

  private static func inviting(
    _ row: TabRow, to intents: [TabChoice], _ organization: Organization
  ) -> TabWrite {
    let titles = intents.map(\.label).joined(separator: ", ")
    var write = TabWrite(
      .invite, "IT contact", row.name, id: row.id,
      call: ITContacts.invite(row.id, to: intents.map(\.value), of: organization.id)
        .map { _ in row },
      check: contact(in: organization.id) { $0.id == row.id }, before: row,
      changes: [TabChange("To", "", row.name), TabChange("To set up", "", titles)],
      questions: [
        TabQuestion(
          "Send this e-mail?",
          [
            "WorkOS sends an e-mail to them, with a link to set up: \(titles).",
            "It cannot be taken back once it is sent; what it leads to can be revoked.",
          ], accept: "Send")
      ],
      isDone: { _ in false }, done: "WorkOS sends an invitation to \(row.name).")
    write.canBeSeen = false
    write.adviceWhenLost =
      "Nothing here shows it: ask them, as sent again it may be a second e-mail to them."
    return write
  }

  // MARK: Revoking

  private var revoke: TabAction {
    TabAction(
      "revoke-portal", Self.revokeKey, "revoke",
      "revoke the contact's invitation, or the links that were made for a user",
      rowHindrance: Self.withoutEither
    ) { row, subject in
      let organization = subject.organization
      guard row.isContact else { return .form(Self.revokingLinks(row, organization)) }
      var write = TabWrite(
        .revoke, "invitation of an IT contact", row.name, id: row.id,
        call: ITContacts.revokeInvitation(of: row.id, in: organization.id).map { _ in row },
        check: Self.contact(in: organization.id) { $0.id == row.id }, before: row,
        questions: [
          TabQuestion(
            "Revoke their invitation?",
            [
              "The link that was sent to them works no longer. They stay an IT contact and can be "
                + "invited again."
            ], accept: "Revoke")
        ],
        isDone: { _ in false }, done: "An invitation that \(row.name) had works no longer.")
      write.canBeSeen = false
      write.adviceWhenLost = Self.doAgain
      return .write(write)
    }
  }

  private static func revokingLinks(_ row: TabRow, _ organization: Organization) -> TabForm {
    let field = TabField(
      "user", "Of user", .text { $0.isBlank ? "Type the id that the links were made for." : nil },
      text: user(for: row), note: "The id that the links were made with.",
      names: ["external_user_id"])
    return TabForm(title: "Revoke links", fields: [field]) { values in
      let user = values.text("user")
      var write = TabWrite(
        .revokeLinks, "portal links", user, id: row.id,
        call: Portal.revokeLinks(of: organization.id, user: user).map { _ in row },
        check: existing(row, organization), before: row,
        changes: [
          TabChange("Links made for", user, "")
        ],
        isDone: { _ in false }, warnings: [Self.reach(ofRevoking: user, row)],
        done: "The links that were made for \(user) work no longer.")
      write.canBeSeen = false
      write.adviceWhenLost = doAgain
      return write
    }
  }

  private static func reach(ofRevoking user: String, _ row: TabRow) -> String {
    user == Self.user(for: row)
      ? "All of them go, and what is open by them; whoever made them. Every workos-console makes links "
        + "for \(row.name) with this id, where no other is typed."
      : "All of them go, whatever they set up, and what is open by them; whoever made them."
  }

  private static func contact(
    in organization: Organization.ID, where isMeant: @escaping @Sendable (ITContact) -> Bool
  ) -> Call<TabRow?> {
    ITContacts.list(of: organization).map { page in
      page.items.first { isMeant($0.item) }.map { TabRow($0) }
    }
  }

  private static func withoutIntent(_ row: TabRow) -> String? {
    row.isIntent ? nil : "\(row.name) is nothing to make a link for."
  }

  private static func withoutEither(_ row: TabRow) -> String? {
    row.isIntent || row.isContact ? nil : "There is nothing to revoke."
  }

  private static func withoutContact(_ row: TabRow) -> String? {
    if let words = row["Contacts"] { return "The IT contacts are \(words)." }
    return row.isContact ? nil : "\(row.name) is no IT contact; mark one of those below."
  }
}
