import Foundation
import Frontend
import JSON
import Records
import ViewModel
import WorkOS

/// `workos-console who`: who has an address, and what they have to do with which organization.
struct WhoCommand {
  let options: WhoOptions

  func run(environment: [String: String]) throws -> Never {
    let run = try CommandRun(options.server, environment: environment)
    let output = CommandOutput(isJSONWanted: options.server.isJSON)
    let name = options.person
    CommandRun.end(output) { () async throws(CommandFailure) in
      let person = Person(await run.facts(about: name))
      if let failure = person.facts.user.failure { throw CommandFailure(ofList: failure) }
      _ = try output.print(output.lines(person))
      // What is missing in it is told, and is no success.
      let failures = [
        person.facts.memberships.failure, person.facts.invitations.failure,
        person.facts.claimants.failure,
      ]
      if let failure = failures.compactMap(\.self).first {
        throw CommandFailure(ofList: failure)
      }
      // The organizations that have the domain were printed all the same.
      guard person.isSomebody else {
        throw CommandFailure(nobodyCalled: name, invited: "no invitation was sent to it")
      }
    }
  }
}

extension CommandFailure {
  /// That there is no such person.
  ///
  /// - Parameter words: that an address was not invited, either.
  init(nobodyCalled name: PersonName, invited words: String) {
    let sentence =
      switch name {
      case .email(let email): "No user has \(EmailAddress.both(email)), and \(words)."
      case .user(let id): "No user of this environment has the id \(id)."
      }
    self.init(code: "person_not_found", words: sentence, status: Ending.notFound)
  }
}

extension CommandOutput {
  fileprivate func lines(_ person: Person) -> [String] {
    guard isJSON else {
      return AnswerWords(timeZone: .current, now: Date()).summary(of: person) { _ in nil }
        .map(HarmlessText.of)
    }
    var members: [JSONValue.Member] = []
    members.add("email", person.facts.email)
    members.add("user", .some(person.facts.user.value??.json.embedded ?? .null))
    members.add(
      "memberships", person.memberships.map(\.json.embedded), if: person.facts.memberships)
    members.add("invitations", person.invitations.map(\.told), if: person.facts.invitations)
    members.add("organizations", person.claimants.map(\.json.embedded), if: person.facts.claimants)
    return [Self.line(.object(members))]
  }

  /// JSON in which nothing moves, hides or reorders on a terminal.
  static func line(_ json: JSONValue) -> String {
    json.text { !(0x20..<0x7f).contains($0.value) && !HarmlessText.isHarmless($0) }
  }
}

extension RawJSON {
  /// As it was sent, on one line and harmless to a terminal.
  fileprivate var embedded: JSONValue { .spelled(CommandOutput.line(self)) }
}

extension Invitation {
  /// What of it is no secret.
  fileprivate var told: JSONValue {
    var members: [JSONValue.Member] = []
    members.add("id", id)
    members.add("email", email)
    members.add("state", state?.rawValue)
    members.add("organization_id", organizationID)
    members.add("role_slug", role)
    members.add("expires_at", expiresAt?.formatted(.iso8601))
    members.add("accepted_at", acceptedAt?.formatted(.iso8601))
    members.add("revoked_at", revokedAt?.formatted(.iso8601))
    members.add("created_at", createdAt?.formatted(.iso8601))
    return .object(members)
  }
}

extension [JSONValue.Member] {
  /// A list, or null where it could not be read.
  fileprivate mutating func add<Value>(
    _ key: String, _ elements: [JSONValue], if fact: Fact<Value>
  ) {
    add(key, .some(fact.failure == nil ? .array(elements) : .null))
  }
}
