import Foundation
import JSON
import WorkOS

/// The invitations to an organization, in every state; what they are accepted with only when asked for.
package struct InvitationsTab: Tab {
  package let id = "invitations"
  package let title = "Invitations"
  package let words = TabWords(
    one: "invitation", many: "invitations", empty: "Nobody is invited, and nobody was.")
  package let columns = [
    TabColumn("E-mail", .name), TabColumn("Role", .word), TabColumn("State", .state),
    TabColumn("Expires", .moment, isKept: true), TabColumn("Sent", .moment),
    TabColumn("Ended", .moment),
  ]

  package init() {}

  package func page(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<TabRow>> {
    Invitations.list(of: organization, page).map { $0.map(TabRow.init) }
  }

  package func copied(from row: TabRow) -> TabFact { TabFact("E-mail", row.name) }

  package func person(of row: TabRow) -> PersonName? {
    row.item(Invitation.self).flatMap { PersonName(known: $0.email) }
  }

  package func row(keptAs json: RawJSON) -> TabRow? {
    TabRow.kept(as: json) { TabRow($0 as Received<Invitation>) }
  }

  package var actions: [TabAction] { [send, resend, revoke, show] }

  // MARK: Sending

  private var send: TabAction {
    TabAction(
      "send-invitation", "a", "invite", "invite somebody by e-mail, after asking"
    ) { .form(Self.form(for: nil, email: $0.email, to: $0.organization)) }
  }

  /// - Parameter former: the invitation that is made anew, with its address and role.
  ///   `email`: the address of whom is to be invited, where it is known already.
  private static func form(
    for former: Invitation?, email: String?, to organization: Organization
  ) -> TabForm {
    let fields = [
      TabField.email(email ?? "", names: ["email", "user_already", "user"]),
      TabField(
        "role", "Role",
        .choice(
          Roles.choices(of: organization.id).map { [defaultRole] + $0 },
          picked: [former?.role ?? defaultRole.value]),
        names: ["role", "role_slug", "invalid_role"]),
      TabField(
        "days", "Days", .text(problem: problemWithDays), text: "7",
        note: "For how many days it can be accepted, 1 to 30.", names: ["expires_in_days"]),
    ]
    return TabForm(
      title: "Invite to \(organization.name)", fields: fields, firstField: email == nil ? 0 : 1
    ) { values in
      guard let days = Int(values.text("days")) else { return nil }
      let role = values["role"].picked.first ?? defaultRole
      return sending(to: values.email("email"), as: role, days: days, organization)
    }
  }

  /// What stands for no role: the environment has a default.
  private static let defaultRole = TabChoice("", "The environment's default")

  private static func sending(
    to email: String, as role: TabChoice, days: Int, _ organization: Organization
  ) -> TabWrite {
    var write = TabWrite(
      .invite, "invitation", email,
      call: Invitations.send(
        to: email, in: organization.id, role: role.value.isEmpty ? nil : role.value, days: days
      ).map { TabRow($0) },
      check: Invitations.list(of: organization.id, email: email, PageRequest(limit: 100))
        .map { page in
          page.items.first { $0.item.state == .pending }.map { TabRow($0) }
        },
      changes: [
        TabChange("To", "", EmailAddress.both(email)),
        TabChange("Role", "", role.label.isEmpty ? Self.defaultRole.label : role.label),
        TabChange("Good for", "", days == 1 ? "1 day" : "\(days) days"),
      ],
      questions: [
        TabQuestion(
          "Send this invitation?",
          [
            "to join \(organization.name)",
            "An e-mail goes out at once. It cannot be called back; the invitation can be revoked.",
          ], accept: "Send")
      ],
      isDone: { row in
        guard let made = row?.item(Invitation.self) else { return false }
        return EmailAddress.areSame(made.email, email)
          && (role.value.isEmpty || made.role == role.value)
          && made.daysGood.map { $0 == days } ?? true
      },
      obstacle: { _ in
        "\(EmailAddress.both(email)) is invited already, and has not accepted yet."
      },
      warnings: [AddressDoubt(email)?.sentence].compactMap(\.self),
      done: "Invited \(EmailAddress.both(email)); the e-mail is on its way.")
    write.makesAnew = true
    return write
  }

  private var resend: TabAction {
    TabAction(
      "resend-invitation", "m", "mail again",
      "send the e-mail once more, or invite anew where it is expired or revoked, after asking",
      rowHindrance: Self.unlessSentAgain
    ) { row, subject in
      let before = row.item(Invitation.self)
      if before?.state != .pending {
        return .form(Self.form(for: before, email: before?.email, to: subject.organization))
      }
      let question = TabQuestion(
        "Send the e-mail again?",
        [
          "to join \(subject.organization.name)",
          "An e-mail goes out at once. It cannot be called back.",
        ], accept: "Send")
      return .write(
        TabWrite(
          .resend, "invitation", row.name, id: row.id,
          call: Invitations.resend(row.id).map { TabRow($0) }, check: Self.reading(row.id),
          before: row, questions: [question],
          isDone: { row in
            let now = row?.item(Invitation.self)
            return now?.updatedAt != before?.updatedAt || now?.expiresAt != before?.expiresAt
          }, done: "The e-mail to \(row.name) is on its way again."))
    }
  }

  private var revoke: TabAction {
    TabAction(
      "revoke-invitation", "d", "revoke", "revoke the invitation, after asking",
      rowHindrance: Self.unlessPending
    ) { row, subject in
      let question = TabQuestion(
        "Revoke this invitation?",
        [
          "to join \(subject.organization.name)",
          "The link in the e-mail stops working. They can be invited anew.",
        ], accept: "Revoke", answer: .nameWhereLive)
      return .write(
        TabWrite(
          .revoke, "invitation", row.name, id: row.id,
          call: Invitations.revoke(row.id).map { TabRow($0) }, check: Self.reading(row.id),
          before: row, questions: [question], waits: true,
          isDone: { $0?["State"] == Invitation.State.revoked.rawValue },
          done: "Revoked the invitation of \(row.name)."))
    }
  }

  // MARK: Secrets

  private var show: TabAction {
    TabAction(
      "show-invitation-link", "v", "link", "read the link and the token, masked until asked for",
      writes: false, rowHindrance: Self.unlessPending
    ) { row, subject in
      let organization = subject.organization.name
      return .secret(
        "the link of \(row.name)",
        Invitations.secrets(of: row.id).map { secrets in
          let values = [
            secrets.link.map { TabSecret.Value("Link", $0) },
            secrets.token.map { TabSecret.Value("Token", $0) },
          ].compactMap(\.self)
          return TabSecret(
            "What the invitation is accepted with", of: row.name,
            [
              values.isEmpty
                ? "WorkOS told neither a link nor a token."
                : "Whoever has one of them can join \(organization)."
            ], values: values,
            clock: TabSecret.Clock(
              120, "It is wiped from here in", ending: "The link of \(row.name) is wiped."))
        })
    }
  }

  // MARK: Checks

  private static func reading(_ id: String) -> Call<TabRow?> {
    Invitations.get(id).map { TabRow($0) }.ifNotFound(nil)
  }

  private static func unlessPending(_ row: TabRow) -> String? {
    let state = row["State"] ?? ""
    return state == Invitation.State.pending.rawValue
      ? nil : "The invitation of \(row.name) is \(state), not pending."
  }

  private static func unlessSentAgain(_ row: TabRow) -> String? {
    let state = row["State"].map(Invitation.State.init(rawValue:))
    return state == .expired || state == .revoked ? nil : unlessPending(row)
  }

  /// The range is the specification's.
  private static func problemWithDays(_ text: String) -> String? {
    (1...30).contains(Int(text.trimmed) ?? 0)
      ? nil : "Type for how many days it can be accepted, 1 to 30."
  }
}

extension TabRow {
  init(_ received: Received<Invitation>) {
    let invitation = received.item
    let email = invitation.email.isEmpty ? invitation.id : invitation.email
    let state = invitation.state?.rawValue ?? "not said"
    self.init(
      id: invitation.id, name: email,
      cells: [
        .address(email), .text(invitation.role ?? "default"),
        .state(state, invitation.state?.tone ?? .quiet),
        // Nothing runs out any more where it was accepted or revoked.
        .moment(invitation.endedAt == nil ? invitation.expiresAt : nil),
        .moment(invitation.createdAt), .moment(invitation.endedAt),
      ],
      agreed: [
        TabFact("E-mail", email), TabFact("Role", invitation.role ?? "default"),
        TabFact("State", state),
      ], json: received.json)
  }
}

extension Invitation {
  /// When it was accepted or revoked.
  fileprivate var endedAt: Date? { acceptedAt ?? revokedAt }

  /// For how many days from its making it can be accepted.
  fileprivate var daysGood: Int? {
    guard let createdAt, let expiresAt else { return nil }
    return Int((expiresAt.timeIntervalSince(createdAt) / 86400).rounded())
  }
}

extension Invitation.State {
  fileprivate var tone: TabCell.Tone {
    switch self {
    case .accepted: .good
    case .pending: .waiting
    case .expired: .bad
    default: .quiet
    }
  }
}
