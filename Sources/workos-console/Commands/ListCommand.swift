import Foundation
import Frontend
import Records
import WorkOS

/// `workos-console list`: organizations, page after page, up to a limit.
struct ListCommand {
  let options: ListOptions

  func run(environment: [String: String]) throws -> Never {
    let run = try CommandRun(options.server, environment: environment)
    options.remarks.forEach(Ending.say)
    let output = CommandOutput(isJSONWanted: options.server.isJSON)
    let options = options
    CommandRun.end(output) { () async throws(CommandFailure) in
      let listing = Listing(options: options, run: run, output: output)
      try await listing.print()
    }
  }
}

/// A list on its way: what it prints of each page as soon as it is there.
private struct Listing: Sendable {
  let options: ListOptions
  let run: CommandRun
  let output: CommandOutput

  func print() async throws(CommandFailure) {
    var query = OrganizationQuery(
      filter: filter, order: .newestFirst, limit: min(options.limit, 100))
    var rows = [["ID", "NAME", "DOMAINS", "EXTERNAL ID", "CREATED"]]
    var count = 0
    var hasMore = false
    if options.isCSV, try !output.print([CommaSeparated.header], ending: "\r\n") { return }
    repeat {
      let page = try await run.page(Organizations.list(query))
      let items = page.items.prefix(options.limit - count)
      count += items.count
      hasMore = page.after != nil || items.count < page.items.count
      if options.isCSV {
        let lines = items.map { CommaSeparated.line($0) }
        if try !output.print(lines, ending: "\r\n") { return }
      } else if output.isJSON {
        if try !output.print(items.map { CommandOutput.line($0.json) }) { return }
      } else {
        rows += items.map(row)
      }
      guard let after = page.after, !page.items.isEmpty else { break }
      query.cursor = .after(after)
    } while count < options.limit
    if !options.isCSV, !output.isJSON, count > 0 {
      _ = try output.print(CommandOutput.table(rows, widest: [40, 40, 40, 30, 20]))
    }
    if count == 0, !options.isCSV, !output.isJSON {
      let advice = options.search.flatMap(OtherCommand.adviceOnNames)
      Ending.say(
        "no organization matches" + (advice.map { "; --search looks for names only. \($0)" } ?? ""))
    }
    if hasMore, count >= options.limit {
      Ending.say("there are more than these \(count); --limit says how many are wanted")
    }
  }

  private var filter: OrganizationQuery.Filter {
    if let search = options.search { return .name(search) }
    return options.domains.isEmpty ? .none : .domains(options.domains)
  }

  private func row(_ organization: Organization) -> [String] {
    [
      organization.id.rawValue, organization.name,
      organization.domains.map { DomainWords.both($0.domain) }.joined(separator: " "),
      organization.externalID ?? "", organization.createdAt?.formatted(.iso8601) ?? "",
    ]
  }
}
