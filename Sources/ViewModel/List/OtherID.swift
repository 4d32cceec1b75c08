/// An id that WorkOS gives to something else than an organization, such as `conn_01H…`.
package struct OtherID: Equatable, Sendable {
  /// What it is of, by the prefix of the id.
  package enum Thing: String, Sendable {
    case user
    case membership = "om"
    case invitation
    case domain = "org_domain"
    case role
    case flag
    case apiKey = "api_key"
    case connection = "conn"
    case directory
    case directoryUser = "directory_user"
    case directoryGroup = "directory_group"
    case contact = "it_contact"
    case event
  }

  package let thing: Thing
  /// As WorkOS writes it.
  package let id: String

  /// Nil where the text is anything but one such id.
  package init?(_ text: String) {
    let plain = PastedText(text).unwrapped
    guard let end = plain.lastIndex(of: "_"),
      let thing = Thing(rawValue: plain[..<end].lowercased())
    else { return nil }
    let rest = plain[plain.index(after: end)...]
    guard PastedText.isULID(rest) else { return nil }
    self.thing = thing
    id = "\(thing.rawValue)_\(rest.uppercased())"
  }
}
