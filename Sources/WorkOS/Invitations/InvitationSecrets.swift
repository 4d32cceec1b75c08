import Foundation

/// What an invitation can be accepted with, by whoever has it. It is in no description or mirror.
package struct InvitationSecrets: Equatable, Sendable {
  package var token: String?
  package var link: String?
}

extension InvitationSecrets: Decodable {
  private enum CodingKeys: String, CodingKey {
    case token
    case link = "accept_invitation_url"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    token = container.tolerated(String.self, forKey: .token)
    link = container.tolerated(String.self, forKey: .link)
  }
}

extension InvitationSecrets: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  package var description: String { "InvitationSecrets(…)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
