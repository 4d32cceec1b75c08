import WorkOS

/// Which organizations a list shows.
package enum ListSource: Hashable, Sendable {
  case everything
  /// The server's search over names.
  case name(String)
  case domains([String])
  case id(Organization.ID)
  case externalID(String)
}
