import WorkOS

/// What a write is about.
package struct Subject: Equatable, Sendable {
  /// What sort of thing it is, such as `organization` or `membership`.
  package var kind: Kind
  /// Nil for what is not made yet.
  package var id: String?
  /// What people call it, for whoever reads the journal.
  package var name: String
  /// The organization that it belongs to; nil for an organization itself.
  package var organization: Owner?

  package struct Kind: RawRepresentable, Hashable, Sendable {
    package var rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// As a person reads it: `audit log retention`.
    package var words: String { rawValue.replacing("_", with: " ") }

    package static let organization = Kind(rawValue: "organization")
    package static let domain = Kind(rawValue: "domain")
    package static let membership = Kind(rawValue: "membership")
  }

  package struct Owner: Equatable, Sendable {
    package var id: String
    package var name: String

    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  package init(kind: Kind, id: String?, name: String, organization: Owner? = nil) {
    self.kind = kind
    self.id = id
    self.name = name
    self.organization = organization
  }

  /// An organization; its id is nil while it is not made yet.
  package static func organization(_ id: String?, name: String) -> Subject {
    Subject(kind: .organization, id: id, name: name)
  }

  package var isOrganization: Bool { kind == .organization }
}

/// What is done to a subject, in the API's or a person's word; an unknown one is kept as it is.
package struct Verb: RawRepresentable, Hashable, Sendable {
  package var rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static let create = Verb(rawValue: "create")
  package static let update = Verb(rawValue: "update")
  package static let delete = Verb(rawValue: "delete")
  package static let add = Verb(rawValue: "add")
  package static let remove = Verb(rawValue: "remove")
  package static let verify = Verb(rawValue: "verify")
  package static let activate = Verb(rawValue: "activate")
  package static let deactivate = Verb(rawValue: "deactivate")
  package static let reactivate = Verb(rawValue: "reactivate")
  package static let invite = Verb(rawValue: "invite")
  package static let resend = Verb(rawValue: "resend")
  package static let revoke = Verb(rawValue: "revoke")
  package static let expire = Verb(rawValue: "expire")

  /// Whether there is more afterwards than before.
  package var makesSomething: Bool { [.create, .add, .invite].contains(self) }

  /// Whether the thing itself is gone afterwards, so that there being none is what was wanted.
  package var leavesNothing: Bool { [.delete, .remove].contains(self) }

  /// Whether something is gone afterwards, or does not work any more.
  package var takesAway: Bool {
    [.delete, .remove, .deactivate, .revoke, .expire].contains(self)
  }
}
