import Foundation
import WorkOS

/// `workos-console get`: one organization.
struct GetCommand {
  let options: GetOptions

  func run(environment: [String: String]) throws -> Never {
    let run = try CommandRun(options.server, environment: environment)
    let output = CommandOutput(isJSONWanted: options.server.isJSON)
    let call =
      switch options.name {
      case .id(let id): Organizations.get(Organization.ID(rawValue: id))
      case .externalID(let externalID): Organizations.get(externalID: externalID)
      }
    CommandRun.end(output) { () async throws(CommandFailure) in
      let organization = try await run.answer(to: call)
      _ = try output.print(output.lines(organization))
    }
  }
}

extension CommandOutput {
  /// One organization: as the server sent it, or field by field.
  func lines(_ organization: Organization) -> [String] {
    if isJSON { return [Self.line(organization.json)] }
    let domains = organization.domains.map { domain in
      domain.domain + (domain.state.map { " (\($0.rawValue))" } ?? "")
    }
    let fields: [(String, String?)] =
      [
        ("id", organization.id.rawValue), ("name", organization.name),
        ("external id", organization.externalID),
        ("stripe customer", organization.stripeCustomerID),
        ("created", organization.createdAt?.formatted(.iso8601)),
        ("updated", organization.updatedAt?.formatted(.iso8601)),
      ] + domains.map { ("domain", $0) }
      + organization.metadata.sorted { $0.key < $1.key }.map {
        ("metadata", "\($0.key)=\($0.value)")
      }
    return Self.table(
      fields.compactMap { name, value in value.map { [name, $0] } }, widest: [20, 2_000])
  }
}
