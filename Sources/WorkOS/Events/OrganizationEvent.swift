import Foundation

/// Something that happened, with what it happened to as it was then.
package struct OrganizationEvent: Equatable, Sendable, Identifiable {
  package var id: String
  /// Such as `organization_membership.created`; one the API does not name yet is kept as it came.
  package var kind: String
  package var createdAt: Date?
  /// The organization it names, if it does; not every server leaves out those of others.
  package var organizationID: String?
  /// What it happened to: an address, a host name or a name, as far as the event tells; else an id.
  package var subject: String
  /// What else is worth a word: a state, a role, why it failed.
  package var notes: [String]
  /// Who did it, where the event tells that; the API says so of a few kinds only.
  package var actor: String?
  /// The membership it is about; its events tell of the user only an id.
  package var membershipID: String?
  /// The user it is about, by id, where it tells that.
  package var userID: User.ID?
  /// The address of whom it is about, where it tells that; of a user it is what theirs was then.
  package var email: String?

  package init(
    id: String, kind: String, createdAt: Date? = nil, organizationID: String? = nil,
    subject: String = "", notes: [String] = [], actor: String? = nil, membershipID: String? = nil,
    userID: User.ID? = nil, email: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.createdAt = createdAt
    self.organizationID = organizationID
    self.subject = subject
    self.notes = notes
    self.actor = actor
    self.membershipID = membershipID
    self.userID = userID
    self.email = email
  }
}

extension OrganizationEvent: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id
    case kind = "event"
    case data
    case context
    case createdAt = "created_at"
  }

  private struct Context: Decodable {
    struct Actor: Decodable {
      var id: String?
      var name: String?
    }

    var actor: Actor?
  }

  /// Asks only for an id; everything else may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let data = container.tolerated(EventData.self, forKey: .data)
    let actor = container.tolerated(Context.self, forKey: .context)?.actor
    let kind = container.tolerated(String.self, forKey: .kind) ?? ""
    self.init(
      id: try container.identifier(forKey: .id), kind: kind,
      createdAt: container.toleratedDate(forKey: .createdAt),
      organizationID: data?.organizationID, subject: data?.subject ?? "", notes: data?.notes ?? [],
      actor: actor.flatMap { $0.name ?? $0.id },
      membershipID: kind.hasPrefix("organization_membership.") ? data?.id : nil,
      userID: data?.userID, email: data?.email)
  }
}

/// What an event is about, of whichever kind; its members are those of the resource.
private struct EventData: Decodable {
  private enum CodingKeys: String, CodingKey {
    case object
    case id
    case organizationID = "organization_id"
    case email
    case domain
    case name
    case slug
    case userID = "user_id"
    case acceptedUserID = "accepted_user_id"
    case user
    case group
    case domainInside = "organization_domain"
    case role
    case roleSlug = "role_slug"
    case status
    case state
    case reason
    case error
    case obfuscatedValue = "obfuscated_value"
  }

  private struct Named: Decodable {
    var id: String?
    var email: String?
    var domain: String?
    var name: String?
    var slug: String?
  }

  private struct Failure: Decodable {
    var code: String?
    var message: String?
  }

  var id: String?
  var organizationID: String?
  var userID: String?
  var email: String?
  var subject: String
  var notes: [String]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys) -> String? {
      container.tolerated(String.self, forKey: key).flatMap { $0.isEmpty ? nil : $0 }
    }
    func inside(_ key: CodingKeys) -> Named? { container.tolerated(Named.self, forKey: key) }
    id = text(.id)
    organizationID = text(.organizationID) ?? (text(.object) == "organization" ? text(.id) : nil)
    // An invitation tells who has accepted it; a user has an id of their own.
    userID =
      text(.userID) ?? text(.acceptedUserID) ?? inside(.user)?.id
      ?? (text(.object) == "user" ? text(.id) : nil)
    email = text(.email) ?? inside(.user)?.email
    let group = inside(.group)?.name
    subject =
      email ?? text(.domain) ?? inside(.domainInside)?.domain
      ?? text(.name) ?? group ?? text(.slug) ?? text(.userID) ?? text(.id) ?? ""
    let failure = container.tolerated(Failure.self, forKey: .error)
    notes = [
      // Of a group and a user, the user is the subject.
      inside(.user)?.email == nil ? nil : group,
      inside(.role)?.slug ?? text(.roleSlug), text(.status) ?? text(.state),
      text(.obfuscatedValue), text(.reason), failure?.code ?? failure?.message,
    ].compactMap(\.self)
  }
}
