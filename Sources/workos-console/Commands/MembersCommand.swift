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
    var members: [Membership] = []
    var isAny = false
    while true {
      let page: Page<Received<Membership>>
      switch await run.ask(Members.list(of: organization, request)).value {
      case .success(let read): page = read
      case .failure(let error):
        // It may be the list that is not there, or the organization.
        if error.isNotFound { _ = try await run.answer(to: Organizations.get(organization)) }
        throw CommandFailure(ofList: error)
      }
      isAny = isAny || !page.items.isEmpty
      if output.isJSON {
        if try !output.print(page.items.map { CommandOutput.line($0.json) }) { return }
      } else {
        members += page.items.map(\.item)
      }
      guard let after = page.after, !page.items.isEmpty, request.cursor != .after(after) else {
        break
      }
      request.cursor = .after(after)
    }
    guard !isAny else {
      if !output.isJSON {
        let users = await users(of: organization, missingIn: members, run)
        let head = ["MEMBERSHIP", "E-MAIL", "NAME", "ROLE", "STATUS", "CHANGED"]
        let rows = [head] + members.map { row($0, $0.user ?? users[$0.userID]) }
        _ = try output.print(CommandOutput.table(rows, widest: [34, 64, 30, 24, 10, 20]))
      }
      return
    }
    // A list of members does not say whether there is such an organization.
    _ = try await run.answer(to: Organizations.get(organization))
    Ending.say("this organization has no member")
  }

  /// The users of whom older answers tell the id alone, by that: asked for by the organization, a page
  /// at a time. Who cannot be read is told by the id.
  private static func users(
    of organization: Organization.ID, missingIn members: [Membership], _ run: CommandRun
  ) async -> [User.ID: User] {
    var missing = Set(members.filter { $0.user == nil }.map(\.userID))
    var users: [User.ID: User] = [:]
    var request = PageRequest(limit: 100)
    while !missing.isEmpty,
      case .success(let page) = await run.ask(Users.list(of: organization, request)).value
    {
      let former = users.count
      for user in page.items.map(\.item) {
        users[user.id] = user
        missing.remove(user.id)
      }
      // A list that brings nobody new would go on for ever.
      guard let after = page.after, users.count > former else { break }
      request.cursor = .after(after)
    }
    return users
  }

  private static func row(_ membership: Membership, _ user: User?) -> [String] {
    [
      membership.id, user.map { EmailAddress.both($0.email) } ?? membership.userID,
      user?.name ?? "",
      membership.roles.joined(separator: ", "), membership.status?.rawValue ?? "",
      membership.updatedAt?.formatted(.iso8601) ?? "",
    ]
  }
}
