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
  /// As it stands in the text.
  let typed: String

  /// The one such id in a text, alone or within what it was pasted with, such as the address of its page
  /// in the dashboard. Nil where there is none, or several, or what goes before it: an organization's id,
  /// an address, or a prefix for another field.
  package init?(_ text: String) {
    guard let id = Self.one(in: text),
      !PastedText(text).identifiers.contains(where: \.isCertain)
    else { return nil }
    self = id
  }

  /// The user in a text, be the id of an organization beside it or not.
  static func user(in text: String) -> OtherID? {
    one(in: text).flatMap { $0.thing == .user ? $0 : nil }
  }

  private static func one(in text: String) -> OtherID? {
    let pasted = PastedText(text)
    let ids = all(in: pasted.plain)
    guard ids.count == 1, pasted.addresses.isEmpty,
      Inquiry.field(of: pasted.plain) ?? .id == .id
    else { return nil }
    return ids.first
  }

  /// An id as WorkOS writes it, whatever the case of what was typed.
  private init?(run: Substring) {
    guard let end = run.lastIndex(where: { "_-".contains($0) }),
      let thing = Thing(rawValue: run[..<end].lowercased())
    else { return nil }
    let rest = run[run.index(after: end)...]
    guard PastedText.isULID(rest) else { return nil }
    self.thing = thing
    id = "\(thing.rawValue)_\(rest.uppercased())"
    typed = String(run)
  }

  /// Each such id in a text.
  static func all(in text: String) -> [OtherID] {
    var ids: [OtherID] = []
    for other in PastedText.runs(of: text).compactMap(OtherID.init(run:))
    where !ids.contains(where: { $0.id == other.id }) {
      ids.append(other)
    }
    return ids
  }
}
