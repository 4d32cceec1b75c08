import Delivery
import Foundation
import WorkOS

/// The first admin of an organization: found by e-mail, and added once the organization is there.
extension Editor {
  // MARK: Roles

  /// Goes on to the next role of the environment, once they are known.
  ///
  /// - Parameter beside: whether it comes beside what is picked; else in place of what was picked last.
  mutating func nextAdminRole(beside: Bool, _ turn: inout Turn) {
    guard let session, session.phase == .editing else { return }
    let slugs = session.roles.roles.map(\.slug)
    guard !slugs.isEmpty else {
      self.session?.roles.isMissed = true
      return askForRoles(&turn)
    }
    changeAdminRoles { $0.takeNextRole(of: slugs, beside: beside) }
  }

  /// Takes away the role that was picked last, as long as another stays.
  mutating func dropAdminRole() {
    guard let session, session.phase == .editing, session.draft.firstAdmin.roles.count > 1 else {
      return
    }
    changeAdminRoles { $0.roles.removeLast() }
  }

  private mutating func changeAdminRoles(_ change: (inout FirstAdmin) -> Void) {
    guard var admin = session?.draft.firstAdmin else { return }
    change(&admin)
    session?.draft.firstAdmin = admin
    session?.isTouched = true
    session?.faults.ofFields.removeAll { $0.field == .adminRole }
  }

  /// Asks which roles there are, once somebody is wanted in one.
  mutating func askForRoles(_ turn: inout Turn) {
    guard let roles = session?.roles, roles.pending == nil, roles.roles.isEmpty else { return }
    session?.roles.failure = nil
    session?.roles.pending = turn.ask(Roles.ofEnvironment(), for: .editor) {
      .editor(.rolesRead($0, $1.map { $0.items.map(\.item) }))
    }
  }

  mutating func rolesRead(_ id: RequestID, _ result: Result<[Role], WorkOSError>) {
    guard session?.roles.pending?.id == id else { return }
    session?.roles.pending = nil
    switch result {
    case .success(let roles): session?.roles.roles = roles
    case .failure(let error): session?.roles.failure = error
    }
  }

  // MARK: The user

  /// Looks for the user with the address that was typed, before there is something to review.
  mutating func lookUpAdmin(_ turn: inout Turn) {
    guard let admin = session?.draft.firstAdmin else { return }
    session?.faults.forgive { $0.field == .adminEmail }
    session?.phase = .admin(
      .lookingUp(
        turn.ask(Users.list(email: admin.address), for: .editor) {
          .editor(.adminFound($0, $1.map { $0.items.map(\.item) }))
        }))
  }

  mutating func adminFound(
    _ id: RequestID, _ result: Result<[User], WorkOSError>, _ turn: inout Turn
  ) {
    guard case .admin(.lookingUp(let pending)) = session?.phase, pending.id == id,
      let address = session?.draft.firstAdmin.address
    else { return }
    session?.phase = .editing
    switch result {
    case .success(let users):
      // The server may find more than what was asked for.
      if let user = users.first(where: { EmailAddress.areSame($0.email, address) }) {
        session?.draft.firstAdmin.user = user
        review(&turn)
      } else {
        session?.faults.ofFields.append(DraftProblem(field: .adminEmail, kind: .noSuchUser))
      }
    case .failure(let error): session?.faults.failure = error
    }
  }

  // MARK: The membership

  /// Looks whether the user is a member already, right before one is sent.
  mutating func checkAdmin(
    _ admin: FirstAdmin, _ organization: Organization.ID, _ turn: inout Turn
  ) {
    let pending = readMembership(admin, organization, &turn)
    session?.phase = .admin(.checking(pending))
  }

  /// Finds out whether the membership was made whose answer was lost.
  mutating func lookIntoAdmin(
    _ admin: FirstAdmin, _ organization: Organization.ID, _ turn: inout Turn
  ) {
    let pending = readMembership(admin, organization, &turn)
    session?.phase = .admin(.verifying(pending))
  }

  private func readMembership(
    _ admin: FirstAdmin, _ organization: Organization.ID, _ turn: inout Turn
  ) -> Pending {
    turn.ask(
      Members.list(of: organization, user: admin.user?.id ?? "", PageRequest(limit: 10)),
      for: .editor
    ) {
      .editor(.membershipRead($0, $1.map { $0.items.first?.item }))
    }
  }

  /// The membership as it is; the organization, once all is done.
  mutating func membershipRead(
    _ id: RequestID, _ result: Result<Membership?, WorkOSError>, _ turn: inout Turn
  ) -> Organization? {
    guard case .admin(let phase) = session?.phase, phase.pending?.id == id else { return nil }
    switch (phase, result) {
    case (.checking, .success(let membership)): return adminChecked(membership, &turn)
    case (.checking, .failure(let error)): stop(with: error, &turn)
    case (.verifying, .success(let membership?)) where membership.status == .active:
      // Who is a member in another role was made one by somebody else.
      if !hasWantedRole(membership) { _ = noteNotAdded(&turn) }
      return adminIsThere(membership, &turn)
    case (.verifying, .success) where session?.act?.lostAnswer?.leavesWriteUnknown == false:
      let objection = noteNotAdded(&turn)
      stop(with: objection, &turn)
    case (.verifying, _):
      // It may come yet, so the journal goes on not knowing.
      let unsettled = session?.act
      session?.unsettled = unsettled
      stop(&turn)
      session?.isOutcomeUnknown = true
    case (.lookingUp, _), (.asking, _): break
    }
    return nil
  }

  private mutating func adminChecked(
    _ membership: Membership?, _ turn: inout Turn
  ) -> Organization? {
    guard let membership else {
      mayAddAdmin(&turn)
      return nil
    }
    switch membership.status {
    case .inactive?: session?.phase = .admin(.asking(membership))
    case .pending?:
      stop(&turn)
      session?.faults.ofFields.append(DraftProblem(field: .adminEmail, kind: .membershipPending))
    default:
      // Somebody else, the domain, or a request whose answer was lost has made them a member.
      settleFormer(membership, &turn)
      return adminIsThere(membership, wasThere: true, &turn)
    }
    return nil
  }

  /// Sends the request that adds a member: there is none, or it may become active again.
  mutating func mayAddAdmin(_ turn: inout Turn) {
    session?.act?.mayAddAdmin = true
    sendNext(&turn)
  }

  /// The answer to that request; the organization, once all is done.
  mutating func adminAnswered(
    _ id: RequestID, _ result: Result<Membership, WorkOSError>, _ turn: inout Turn
  ) -> Organization? {
    guard case .sending(let pending) = session?.phase, pending.id == id else { return nil }
    switch result {
    case .success(let membership): return adminIsThere(membership, &turn)
    case .failure(.rejected(let rejection))
    where rejection.saysTaken && session?.act?.lostAnswer == nil:
      // A proxy may have sent it twice, and the first may have done what the second was refused for.
      session?.act?.lostAnswer = .rejected(rejection)
      // Until it was looked for, the journal does not say that they were not added.
      recordAdmin(as: .unknown, &turn)
      lookInto(.rejected(rejection), &turn)
    case .failure(let error): failed(error, id, &turn)
    }
    return nil
  }

  private func recordAdmin(as result: JournalOutcome.Result, _ turn: inout Turn) {
    guard let act = session?.act, let base = session?.draft.base else { return }
    recordDone(act, base, as: result, &turn)
  }

  /// Notes that the request that was looked into has added nobody, and why it was looked into.
  private mutating func noteNotAdded(_ turn: inout Turn) -> WorkOSError? {
    let objection = session?.act?.lostAnswer
    session?.act?.lostAnswer = nil
    recordAdmin(as: (session?.act?.done ?? 0) > 0 ? .partly : .failed, &turn)
    return objection
  }

  /// Writes down of a former save of this form that it is done after all, where this membership was the
  /// rest of it.
  private mutating func settleFormer(_ membership: Membership, _ turn: inout Turn) {
    guard let former = session?.unsettled, case .addAdmin(let admin, _)? = former.rest.first,
      admin.user?.id == session?.draft.firstAdmin.user?.id, admin.isMet(by: membership.roles),
      let base = session?.draft.base
    else { return }
    session?.unsettled = nil
    recordDone(former, base, &turn)
  }

  /// A server that tells no role is believed.
  private func hasWantedRole(_ membership: Membership) -> Bool {
    guard let wanted = session?.draft.firstAdmin else { return false }
    return membership.roles.isEmpty || wanted.isMet(by: membership.roles)
  }

  private mutating func adminIsThere(
    _ membership: Membership, wasThere: Bool = false, _ turn: inout Turn
  ) -> Organization? {
    guard let base = session?.draft.base, let admin = session?.draft.firstAdmin,
      let act = session?.act
    else { return nil }
    let isAsWanted = hasWantedRole(membership)
    session?.draft.adminIsThere()
    let organization = stepDone(base, &turn)
    // Where the server made something of it that nobody asked for, that is said.
    guard turn.notice == .created(name: base.name) || turn.notice == .updated(name: base.name)
    else { return organization }
    let isNew = act.account.verb == .create
    let roles = membership.roles.isEmpty ? admin.role : membership.roles.joined(separator: ", ")
    turn.notice =
      isAsWanted
      ? .adminAdded(organization: base.name, isNew: isNew, admin: admin.address, role: roles)
      : .adminInOtherRole(
        organization: base.name, isNew: isNew, admin: admin.address, role: roles,
        wanted: admin.role, wasThere: wasThere)
    return organization
  }
}
