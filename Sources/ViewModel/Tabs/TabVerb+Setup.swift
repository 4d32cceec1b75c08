import Delivery

extension TabWrite.Verb {
  static let synchronize = TabWrite.Verb(
    Delivery.Verb(rawValue: "sync"), doing: "syncing", done: "synchronized")
  static let makeLink = TabWrite.Verb(
    Delivery.Verb(rawValue: "make link"), doing: "making a link", done: "made into a link")
  static let revokeLinks = TabWrite.Verb(
    Delivery.Verb(rawValue: "revoke links"), doing: "revoking links", done: "revoked")
}
