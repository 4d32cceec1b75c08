extension HelpText {
  static let members = """
    workos-console members: the members of an organization, in every status

    Usage:
      workos-console members ORG [options]

    \(organizationID("ORG"))
    To a terminal it prints a table, anywhere else a JSON object on each line.

    Options:
    \(serverOptions)

    \(statuses)
    """

  static let who = """
    workos-console who: who has an e-mail address, and what they have to do with
    which organization

    Usage:
      workos-console who EMAIL [options]

    EMAIL may be the id of a user as well (user_01H…).
    It prints the user, their memberships in every status, the invitations to the
    address, and the organizations with its domain: as text to a terminal, anywhere
    else as one JSON object, in which what could not be read is null. Tokens and
    links of invitations are never printed. Where no user has the address and no
    invitation was sent to it, it prints what it found all the same, the
    organizations with its domain among it, and ends with status 4.

    Options:
    \(serverOptions)

    \(statuses)
    """

  static let why = """
    workos-console why: what somebody's sign-in to an organization hangs on

    Usage:
      workos-console why EMAIL ORG [options]

    EMAIL may be the id of a user as well (user_01H…).
    \(organizationID("ORG"))
    It looks at the user, the membership, the domain here and elsewhere, single
    sign-on, the directory, the invitation and the last sign-ins, and says of each
    whether it is as sign-in needs it (✓, “yes” in JSON), is not (✗, “no”), does
    not come into it (–, “none”), or is not known (?, “unknown”). It names no
    cause: something may be amiss that keeps nobody out. The status says whether it
    could be looked at, not how it stands: it is 4 where there is no such
    organization, and, once the checks are printed, where no user has the address
    and no invitation to the organization was found; 5 where the key may not see
    the organization (403), or the user or the membership is not available (403,
    404). It is 0 where that is so of the rest: the organizations with the domain,
    single sign-on, the directory, the invitation, the sign-ins.

    Options:
    \(serverOptions)

    \(statuses)
    """
}
