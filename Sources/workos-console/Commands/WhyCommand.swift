import Foundation
import Frontend
import JSON
import Records
import ViewModel
import WorkOS

/// `workos-console why`: what somebody's sign-in to an organization hangs on, and how each of it stands.
struct WhyCommand {
  let options: WhyOptions

  func run(environment: [String: String]) throws -> Never {
    let run = try CommandRun(options.server, environment: environment)
    let output = CommandOutput(isJSONWanted: options.server.isJSON)
    let (person, name) = (options.person, options.name)
    CommandRun.end(output) { () async throws(CommandFailure) in
      let organization: Organization.ID
      do throws(CommandFailure) {
        organization = try await run.id(of: name)
      } catch {
        throw error.advising(on: name)
      }
      let facts = await run.facts(about: person, in: organization)
      // Without the organization there is nothing to look at; of the rest, what is not known is told.
      if let failure = facts.here.failure {
        throw CommandFailure(failure).advising(on: name)
      }
      if let failure = facts.user.failure, failure.isUnauthorized { throw CommandFailure(failure) }
      _ = try output.print(output.lines(SignInCheck(facts, in: organization)))
      // What was found is printed all the same.
      if let failure = facts.failures.first { throw CommandFailure(ofList: failure) }
      guard Person(facts).isSomebody else {
        throw CommandFailure(
          nobodyCalled: person, invited: "no invitation of it to this organization was found")
      }
    }
  }
}

extension CommandOutput {
  fileprivate func lines(_ check: SignInCheck) -> [String] {
    let words = AnswerWords(timeZone: .current, now: Date())
    guard isJSON else { return words.summary(of: check, name: check.name).map(HarmlessText.of) }
    var organization: [JSONValue.Member] = []
    organization.add("id", check.organization.rawValue)
    organization.add("name", check.name)
    let checks = check.checks.map { check in
      var members: [JSONValue.Member] = []
      members.add("check", check.kind.rawValue)
      members.add("verdict", check.verdict.rawValue)
      members.add("finding", words.finding(check))
      return JSONValue.object(members)
    }
    var members: [JSONValue.Member] = []
    members.add("email", check.whom)
    members.add("organization", .some(.object(organization)))
    members.add("checked_at", check.asOf.formatted(.iso8601))
    members.add("checks", .some(.array(checks)))
    return [Self.line(.object(members))]
  }
}
