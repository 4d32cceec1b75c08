import JSON
import WorkOS

/// The rows of the portal: what can be set up, and the IT contacts.
extension TabRow {
  /// What can be set up, by its intent; the API knows no such thing by itself.
  package init(intent: String) {
    let title = Self.title(ofIntent: intent)
    self.init(
      id: intent, name: title, cells: [.text(title), .text("set-up link"), .text("")],
      agreed: [TabFact("Intent", intent)], alsoKnownAs: [intent],
      json: JSONValue.object([.init(key: "intent", value: .string(intent))]).raw)
  }

  init(_ received: Received<ITContact>) {
    let contact = received.item
    let name = contact.email.isBlank ? contact.id : contact.email
    self.init(
      id: contact.id, name: name,
      cells: [.address(name), .text("IT contact"), .moment(contact.createdAt)],
      agreed: [TabFact("E-mail", contact.email)], json: received.json)
  }

  /// In place of IT contacts that could not be read.
  init(contactsUnread error: WorkOSError) {
    let (short, words) = Self.whyUnread(error)
    self.init(
      id: "it_contacts", name: "IT contacts",
      cells: [.text("IT contacts"), .text(short), .text("")],
      agreed: [TabFact("Contacts", words)], json: RawJSON("null"))
  }

  /// In a column, and as the end of a sentence.
  private static func whyUnread(_ error: WorkOSError) -> (short: String, words: String) {
    guard case .rejected(let rejection) = error else {
      return ("not read", "not known, as no answer could be read; r tries again")
    }
    switch rejection.status {
    case 403: return ("not for this key", "not readable with this key (403)")
    case 404: return ("not available here", "not available in this environment (404)")
    case let status:
      return ("not read", "not known, as reading them failed (\(status)); r tries again")
    }
  }

  var isIntent: Bool { self["Intent"] != nil }

  var isContact: Bool { self["E-mail"] != nil }

  static func title(ofIntent intent: String) -> String {
    switch intent {
    case "sso": "Single sign-on"
    case "dsync", "directory_sync": "Directory sync"
    case "domain_verification": "Domain verification"
    case "audit_logs": "Audit logs"
    case "log_streams": "Log streams"
    case "certificate_renewal": "Certificate renewal"
    case "bring_your_own_key": "Bring your own key"
    default: intent
    }
  }

  /// The same row, with the link that was made for it.
  func telling(_ link: String, _ organization: Organization) -> TabRow {
    var row = self
    row.secrets = [
      TabSecret(
        "A link to the Admin Portal", of: "\(name) · \(organization.name)",
        [
          "Whoever has it can set this up for the organization, without signing in. Give it only to "
            + "the customer's IT contact."
        ],
        values: [TabSecret.Value("Link", link)], asksWhenUncopied: true,
        clock: TabSecret.Clock(
          300, "The link works for another", ending: "The link for \(name) works no longer."))
    ]
    return row
  }
}
