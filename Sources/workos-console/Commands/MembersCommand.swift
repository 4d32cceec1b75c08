import Foundation
import ViewModel
import WorkOS

/// `workos-console members`: the members of an organization, in every status.
struct MembersCommand {
  let options: MembersOptions

  func run(environment: [String: String]) throws -> Never {
    let run = try CommandRun(options.server, environment: environment)
    let output = CommandOutput(isJSONWanted: options.server.isJSON)
    let name = options.name
    CommandRun.end(output) { () async throws(CommandFailure) in
      do throws(CommandFailure) {
        try await Self.print(try await run.id(of: name), run, output)
      } catch {
        throw error.advising(on: name)
      }
    }
  }

  private static func print(
    _ organization: Organization.ID, _ run: CommandRun, _ output: CommandOutput
  ) async throws(CommandFailure) {
    var request = PageRequest(limit: 100)
    var rows = [["MEMBERSHIP", "E-MAIL", "NAME", "ROLE", "STATUS", "CHANGED"]]
    while true {
      let page: Page<Received<Membership>>
      switch await run.ask(Members.list(of: organization, request)).value {
      case .success(let read): page = read
      case .failure(let error):
        // It may be the list that is not there, or the organization.
        if error.isNotFound { _ = try await run.answer(to: Organizations.get(organization)) }
        throw CommandFailure(ofList: error)
      }
      if output.isJSON {
        if try !output.print(page.items.map { CommandOutput.line($0.json) }) { return }
      } else {
        rows += page.items.map { row($0.item) }
      }
      guard let after = page.after, !page.items.isEmpty, request.cursor != .after(after) else {
        break
      }
      request.cursor = .after(after)
    }
    guard !output.isJSON, rows.count == 1 else {
      if !output.isJSON {
        _ = try output.print(CommandOutput.table(rows, widest: [34, 64, 30, 24, 10, 20]))
      }
      return
    }
    // A list of members does not say whether there is such an organization.
    _ = try await run.answer(to: Organizations.get(organization))
    Ending.say("this organization has no member")
  }

  private static func row(_ membership: Membership) -> [String] {
    [
      membership.id, membership.user.map { EmailAddress.both($0.email) } ?? membership.userID,
      membership.user?.name ?? "",
      membership.roles.joined(separator: ", "), membership.status?.rawValue ?? "",
      membership.updatedAt?.formatted(.iso8601) ?? "",
    ]
  }
}
