import Delivery
import WorkOS

/// Who is to be the first member of an organization that is made in the form, and as what.
package struct FirstAdmin: Equatable, Sendable {
  /// The role that WorkOS gives to whoever administers an organization.
  package static let usualRole = "admin"

  /// As it was typed; empty where nobody is wanted.
  package var email = ""
  /// The slugs of the roles, in the order in which they were picked; more than one where the environment
  /// has several for each member.
  package var roles = [FirstAdmin.usualRole]
  /// The user with the address, once one was found.
  package var user: User?

  package init() {}

  package init(email: String, roles: [String], user: User? = nil) {
    self.email = email
    self.roles = roles
    self.user = user
  }

  package var isWanted: Bool { !email.trimmed.isEmpty }

  /// The address in what was typed, which may be `Jane Doe <jane@acme.com>`, as it is asked for.
  package var address: String { (try? EmailAddress.one(in: email).get()) ?? email.trimmed }

  /// Whether there is one address in what was typed.
  package var isAddress: Bool { (try? EmailAddress.one(in: email).get()) != nil }

  /// The roles in words, such as `admin, billing`.
  package var role: String { roles.joined(separator: ", ") }

  /// In a review, such as `jane@acme.com as admin`.
  package var words: String { "\(EmailAddress.both(address)) as \(role)" }

  /// Whether a member with these roles is what was wanted, be it with others besides.
  package func isMet(by roles: [String]) -> Bool { self.roles.allSatisfy(roles.contains) }

  /// Takes the role that comes next of those that are listed, around their end.
  ///
  /// - Parameter beside: whether it comes beside what is picked; else in place of what was picked last.
  mutating func takeNextRole(of slugs: [String], beside: Bool) {
    let start = roles.last.flatMap { slugs.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let kept = beside ? roles : Array(roles.dropLast())
    let next = (slugs[start...] + slugs[..<start]).first { !kept.contains($0) }
    if let next { roles = kept + [next] }
  }
}

/// How the first admin of an organization is looked for and added.
package enum AdminPhase: Equatable, Sendable {
  /// The user with the address.
  case lookingUp(Pending)
  /// The membership that may be there already, right before one is sent.
  case checking(Pending)
  /// There is one that is inactive, which would become active again: that is asked first.
  case asking(Membership)
  /// The one that may have been made, as the answer was lost.
  case verifying(Pending)

  package var pending: Pending? {
    switch self {
    case .lookingUp(let pending), .checking(let pending), .verifying(let pending): pending
    case .asking: nil
    }
  }
}

/// The roles that the environment has, for the form.
package struct RoleChoice: Equatable, Sendable {
  package internal(set) var roles: [Role] = []
  package internal(set) var pending: Pending?
  package internal(set) var failure: WorkOSError?
  /// Whether the next one was wanted while none was there.
  package internal(set) var isMissed = false
}
