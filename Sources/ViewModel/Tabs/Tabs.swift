/// The tabs there are beside the overview.
package enum Tabs {
  /// In the order of their digits: the first is `2`, as `1` is the overview.
  package static let all: [any Tab] = [
    DomainsTab(), MembersTab(), InvitationsTab(), RolesTab(), FlagsTab(), APIKeysTab(),
    ConnectionsTab(), DirectoriesTab(), EventsTab(), PortalTab(),
  ]
}
