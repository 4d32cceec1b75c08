import Delivery

extension TabWrite {
  /// What a write does to a row, and the words for it.
  package struct Verb: Equatable, Sendable {
    /// What the journal calls it.
    package var account: Delivery.Verb
    /// “removing”
    package var doing: String
    /// “removed”
    package var done: String
    /// Whether the row is gone afterwards, so that there being none is what was wanted.
    package var takesRowAway: Bool

    package init(
      _ account: Delivery.Verb, doing: String, done: String, takesRowAway: Bool = false
    ) {
      self.account = account
      self.doing = doing
      self.done = done
      self.takesRowAway = takesRowAway
    }

    package static func == (one: Verb, other: Verb) -> Bool { one.account == other.account }

    package static let add = Verb(.add, doing: "adding", done: "added")
    package static let change = Verb(.update, doing: "changing", done: "changed")
    package static let remove = Verb(
      .remove, doing: "removing", done: "removed", takesRowAway: true)
    package static let create = Verb(.create, doing: "creating", done: "created")
    package static let delete = Verb(
      .delete, doing: "deleting", done: "deleted", takesRowAway: true)
    package static let verify = Verb(.verify, doing: "verifying", done: "verified")
    package static let deactivate = Verb(
      .deactivate, doing: "deactivating", done: "deactivated")
    package static let reactivate = Verb(
      .reactivate, doing: "reactivating", done: "reactivated")
    package static let invite = Verb(.invite, doing: "inviting", done: "invited")
    package static let resend = Verb(.resend, doing: "sending again", done: "sent again")
    package static let revoke = Verb(.revoke, doing: "revoking", done: "revoked")
    package static let expire = Verb(.expire, doing: "expiring", done: "expired")
    package static let switchOn = Verb(
      Delivery.Verb(rawValue: "switch on"), doing: "switching on", done: "switched on")
    /// A flag that is off is no row any more.
    package static let switchOff = Verb(
      Delivery.Verb(rawValue: "switch off"), doing: "switching off", done: "switched off",
      takesRowAway: true)
    /// One that is off for everybody is no row before either.
    package static let takeOff = Verb(
      Delivery.Verb(rawValue: "take off"), doing: "taking off", done: "taken off")
  }
}
