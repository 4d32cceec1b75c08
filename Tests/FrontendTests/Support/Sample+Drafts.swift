import Delivery
import Foundation
import ViewModel
import WorkOS

/// Drafts of each kind, the newest first.
extension Sample {
  static let drafts = [
    kept(acme, hoursAgo: 0.1) {
      $0.name = "Acme Incorporated"
      $0.externalID = ""
      $0.setText("acme.dev", of: .domain($0.addDomain()))
      $0.setText("acme.org", of: .domain($0.addDomain()))
      $0.toggleRemoval(of: .metadataKey($0.metadata[0].id))
    },
    kept(nil, hoursAgo: 2) { $0.name = "Half a name" },
    kept(gone, hoursAgo: 30) { $0.stripeCustomerID = "cus_NffrFeUfNV2Hib" },
    kept(full, hoursAgo: 900) { $0.setText("typed", of: .metadataValue($0.addPair())) },
  ]

  /// Three new organizations that were begun one after the other.
  static let creations = [
    kept(nil, hoursAgo: 1) { $0.name = "Foo Ltd" }, kept(nil, hoursAgo: 20) { $0.name = "Bar Inc" },
    kept(nil, hoursAgo: 50) { $0.name = "Baz" },
  ]

  /// What was typed in forms of tabs, the newest first.
  static let tabDrafts = [
    KeptTabDraft(
      TabDraft(
        id: TabDraft.ID(id(hoursAgo: 0.5).uuid),
        key: TabFormSession.Key(
          organization: acme.id, tab: "members", action: "add-member", row: nil),
        title: "Add a member", organizationName: acme.name,
        values: TabValues([
          "email": TabValue(text: "zoe@acme.com"),
          "role": TabValue(picked: [TabChoice("billing", "Billing", note: "sees invoices")]),
        ])), typedAt: now - 1800),
    KeptTabDraft(
      TabDraft(
        id: TabDraft.ID(id(hoursAgo: 24).uuid),
        key: TabFormSession.Key(
          organization: gone.id, tab: "overview", action: "change-retention", row: nil),
        title: "Change the retention", organizationName: gone.name,
        values: TabValues(["retention": TabValue(text: "90")])), typedAt: now - 86400),
  ]

  /// An organization on no page.
  static let gone = organization(700, "Müller & Söhne Präzisionstechnik GmbH")

  /// Drafts of organizations whose names try to break out of their row.
  static let strangeDrafts = strange.enumerated().map { number, organization in
    kept(organization, hoursAgo: Double(number)) { $0.externalID = organization.name }
  }

  private static func kept(
    _ organization: Organization?, hoursAgo hours: Double, _ type: (inout Draft) -> Void
  ) -> KeptDraft {
    var draft = organization.map { Draft(base: $0) } ?? Draft()
    type(&draft)
    return KeptDraft(draft, id: id(hoursAgo: hours), typedAt: now - hours * 3600)
  }

  /// No two of them were typed at the same time.
  static func id(hoursAgo hours: Double) -> Draft.ID {
    var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &bytes) { $0.storeBytes(of: hours, as: Double.self) }
    return Draft.ID(UUID(uuid: bytes))
  }
}
