/// A kind of thing the sandbox holds: where it is found, and what is done there.
///
/// A resource is a value in a folder of its own and a line in `Resources.all`; a test adds its own
/// by `SandboxServer.Configuration.resources`. What it keeps is a `StoredState` in the store.
package protocol Resource: Sendable {
  var endpoints: [Endpoint] { get }

  /// Does what is due by `now`, before each request; such as the end of a verification.
  func advance(to now: Timestamp, in store: inout Store)

  /// Lets go of what belonged to an organization that was deleted.
  func forget(organization: ULID, in store: inout Store)
}

extension Resource {
  package func advance(to now: Timestamp, in store: inout Store) {}
  package func forget(organization: ULID, in store: inout Store) {}
}
