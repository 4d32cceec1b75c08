import ViewModel
import WorkOS

/// The command for a text that is neither an organization's id nor a name.
enum OtherCommand {
  /// What the text is, and what takes it; nil where that is not plain.
  static func advice(on text: String) -> String? {
    if let person = PersonName(pasted: text) {
      return "It is an e-mail address: who \(person.text) tells whose."
    }
    if let other = OtherID(text) {
      return other.thing == .user
        ? "It is the id of a user: who \(other.id) tells who that is."
        : "It is the id of something else than an organization."
    }
    let host = HostName.problem(in: text) == nil ? text : HostName.taken(from: text)
    return host.map { "It is a domain: list --domain \($0) lists the organizations that have it." }
  }

  /// The same where only names are searched, and nothing was found.
  static func adviceOnNames(_ text: String) -> String? {
    let known =
      advice(on: text)
      ?? Organization.ID(pasted: text).map { "It is an id: get \($0.rawValue) prints it." }
    if let known { return known }
    guard let inquiry = Inquiry(text), inquiry.field == .externalID || text.looksLikeID,
      case .externalID(let id)? = inquiry.sources.last
    else { return nil }
    return "An external id goes to get, as in get ext:\(id)"
  }
}

extension String {
  /// Whether it is one word with a number in it, as external ids mostly are.
  fileprivate var looksLikeID: Bool {
    contains(where: \.isNumber) && !contains(where: \.isWhitespace)
  }
}
