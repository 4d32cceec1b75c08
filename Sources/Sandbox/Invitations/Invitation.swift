/// That somebody was asked by mail to join an organization.
struct Invitation: Equatable, Belonging {
  enum State: String, Sendable {
    case pending
    case accepted
    case expired
    case revoked
  }

  static let prefix: StaticString = "invitation_"
  static let title = "Invitation"
  static let day: Int64 = 86_400_000

  let id: ULID
  let organization: ULID
  var email: String
  /// What was made of it; whether it has expired follows from the time.
  var state = State.pending
  var role: String?
  var inviter: ULID?
  var acceptedUser: ULID?
  var acceptedAt: Timestamp?
  var revokedAt: Timestamp?
  var expiresAt: Timestamp
  var createdAt: Timestamp
  var updatedAt: Timestamp

  /// A secret: whoever has it can join.
  var token: String {
    var random = SplitMix(seed: UInt64(truncatingIfNeeded: id.value) ^ 0x70CE)
    let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
    let bytes = (0..<25).map { _ in alphabet[random.number(below: alphabet.count)] }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func expire(by now: Timestamp) {
    if state == .pending, expiresAt <= now { state = .expired }
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("object", "invitation")
      writer.member("id", id, prefix: Self.prefix)
      writer.member("email", email)
      writer.member("state", state.rawValue)
      writer.member("accepted_at", acceptedAt)
      writer.member("revoked_at", revokedAt)
      writer.member("expires_at", expiresAt)
      writer.member("token", token)
      writer.member(
        "accept_invitation_url", "https://sandbox.authkit.example/invite?invitation_token=\(token)")
      writer.member("organization_id", organization, prefix: Organization.prefix)
      writer.member("inviter_user_id", inviter?.text(prefix: User.prefix))
      writer.member("accepted_user_id", acceptedUser?.text(prefix: User.prefix))
      writer.member("role_slug", role)
      writer.member("created_at", createdAt)
      writer.member("updated_at", updatedAt)
    }
  }
}
