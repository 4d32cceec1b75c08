import Foundation
import Frontend
import WorkOS

/// `workos-console get`: one organization.
struct GetCommand {
  let options: GetOptions

  func run(environment: [String: String]) throws -> Never {
    let run = try CommandRun(options.server, environment: environment)
    let output = CommandOutput(isJSONWanted: options.server.isJSON)
    let name = options.name
    CommandRun.end(output) { () async throws(CommandFailure) in
      let organization: Organization
      do throws(CommandFailure) { organization = try await run.organization(name) } catch {
        throw error.advising(on: name)
      }
      _ = try output.print(output.lines(organization))
    }
  }
}

extension CommandOutput {
  /// One organization: as the server sent it, or field by field.
  ///
  /// - Parameter membership: one that was made with it; in JSON a member `membership` beside the others.
  func lines(
    _ organization: Organization, with membership: Received<Membership>? = nil
  ) -> [String] {
    let line = Self.line(organization.json)
    guard isJSON else { return fields(of: organization, with: membership?.item) }
    guard let membership else { return [line] }
    return [#"\#(line.dropLast()),"membership":\#(Self.line(membership.json))}"#]
  }

  private func fields(
    of organization: Organization, with membership: Membership?
  ) -> [String] {
    var fields: [(String, String?)] = [
      ("id", organization.id.rawValue), ("name", organization.name),
      ("external id", organization.externalID),
      ("stripe customer", organization.stripeCustomerID),
      ("created", organization.createdAt?.formatted(.iso8601)),
      ("updated", organization.updatedAt?.formatted(.iso8601)),
    ]
    for domain in organization.domains {
      let state = domain.state.map { " (\($0.rawValue))" } ?? ""
      fields.append(("domain", DomainWords.both(domain.domain) + state))
    }
    for (key, value) in organization.metadata.sorted(by: { $0.key < $1.key }) {
      fields.append(("metadata", "\(key)=\(value)"))
    }
    fields.append(("membership", membership.map(Self.words)))
    return Self.table(
      fields.compactMap { name, value in value.map { [name, $0] } }, widest: [20, 2_000])
  }

  /// `om_01H… jane@acme.com as admin (active)`
  private static func words(for membership: Membership) -> String {
    "\(membership.id) \(membership.user?.email ?? membership.userID)"
      + " as \(membership.roles.joined(separator: ", "))"
      + (membership.status.map { " (\($0.rawValue))" } ?? "")
  }
}
