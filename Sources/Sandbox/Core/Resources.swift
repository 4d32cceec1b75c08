/// The resources of the API that the sandbox has.
enum Resources {
  static let all: [any Resource] = [
    OrganizationsResource(), DomainsResource(), UsersResource(), MembersResource(),
    RolesResource(), InvitationsResource(), FlagsResource(),
    APIKeysResource(), ConnectionsResource(), DirectoriesResource(), DirectoryPeopleResource(),
    EventsResource(), AuditLogsResource(), PortalResource(), ITContactsResource(),
  ]
}
