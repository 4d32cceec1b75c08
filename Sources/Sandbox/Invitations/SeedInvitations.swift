extension Invitation {
  /// Acme Corporation has one in every state; pending ones run out in 2036, so that there are some
  /// whenever the sandbox is started.
  static func seeds(
    of organization: Organization, at position: Int, in store: inout Store
  ) -> [Invitation] {
    var chance = SeedChance(3, at: position)
    let isAcme = organization.name == "Acme Corporation"
    let count = isAcme ? 6 : chance.number(below: 4)
    let domain = SeedMembers.domain(of: organization)
    return (0..<count).map { number in
      let name = PersonNames.name(&chance.random)
      let sent = chance.time(after: organization.createdAt)
      let state: State = isAcme ? states[number % 4] : chance.pick(states)
      let isPending = state == .pending
      var invitation = Invitation(
        id: chance.id(number, at: sent), organization: organization.id,
        email: "\(name.slug).new\(number)@\(domain)", state: state,
        role: chance.number(below: 3) == 0 ? nil : "member",
        expiresAt: sent.advanced(by: (isPending ? 3650 : 7) * day), createdAt: sent,
        updatedAt: sent)
      let answered = sent.advanced(by: day / 3)
      if state == .revoked { invitation.revokedAt = answered }
      if state == .accepted { invitation.acceptedAt = answered }
      if state == .accepted || state == .revoked { invitation.updatedAt = answered }
      return invitation
    }
  }

  private static let states: [State] = [.pending, .expired, .accepted, .revoked]
}
