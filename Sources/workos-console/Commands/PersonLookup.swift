import Foundation
import ViewModel
import WorkOS

extension CommandRun {
  /// Reads all that there is to know about a person, as many things at a time as can be.
  func facts(
    about name: PersonName, in organization: Organization.ID? = nil
  ) async -> PersonFacts {
    typealias Answer = (PersonFacts.Step, Result<PersonFacts.Finding, WorkOSError>)
    var facts = PersonFacts(about: name, in: organization, asOf: Date())
    while true {
      let calls = facts.nextCalls()
      if calls.isEmpty { return facts }
      let answers = await withTaskGroup(of: Answer.self) { group in
        for (step, call) in calls { group.addTask { (step, await ask(call).value) } }
        return await group.reduce(into: [Answer]()) { $0.append($1) }
      }
      for (step, result) in answers { facts.take(result, of: step) }
    }
  }

  /// The id of an organization; that of one with an external id is read.
  func id(of name: GetOptions.Name) async throws(CommandFailure) -> Organization.ID {
    switch name {
    case .id(let id): Organization.ID(rawValue: id)
    case .externalID: try await organization(name).id
    }
  }

  /// An organization. Where none has an external id as it was given, the one within it is asked for, and that
  /// is told.
  func organization(_ name: GetOptions.Name) async throws(CommandFailure) -> Organization {
    let given: String
    switch name {
    case .id(let id): return try await answer(to: Organizations.get(.init(rawValue: id)))
    case .externalID(let externalID): given = externalID
    }
    do throws(CommandFailure) {
      return try await answer(to: Organizations.get(externalID: given))
    } catch {
      guard error.status == Ending.notFound,
        let taken = PastedIdentifier.externalID(takenFrom: given)
      else { throw error }
      let organization = try await answer(to: Organizations.get(externalID: taken))
      Ending.say("took the external id \(taken) out of “\(given)”")
      return organization
    }
  }
}
