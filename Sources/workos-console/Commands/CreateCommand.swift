import Delivery
import Foundation
import Frontend
import JSON
import ViewModel
import WorkOS

/// `workos-console create`: a new organization, sent once.
struct CreateCommand {
  let options: CreateOptions

  /// The code of a success whose answer is not what was sent.
  static let shownOtherwise = "shown_otherwise"

  func run(environment: [String: String]) throws -> Never {
    let run = try CommandRun(options.server, environment: environment)
    options.remarks.forEach(Ending.say)
    let output = CommandOutput(isJSONWanted: options.server.isJSON)
    let creation = Creation(fields: fields, admin: options.admin, run: run, output: output)
    CommandRun.end(output) { () async throws(CommandFailure) in
      let (organization, membership) = try await creation.carryOut()
      try creation.tell(organization, with: membership)
    }
  }

  private var fields: EditableFields {
    var fields = EditableFields()
    fields[.name] = options.name
    fields[.externalID] = options.externalID
    for (key, value) in options.metadata { fields[.metadata(key)] = value }
    for domain in options.domains { fields[.domain(domain)] = "pending" }
    return fields
  }
}

/// A create on its way, to an honest end.
struct Creation: Sendable {
  let fields: EditableFields
  let admin: FirstAdmin?
  let run: CommandRun
  let output: CommandOutput

  /// What was made; sent again only while it is certain that nothing was.
  func carryOut() async throws(CommandFailure) -> (Organization, Received<Membership>?) {
    var admin = admin
    // Nothing is made before it is known that all of it can be.
    admin?.user = try await user()
    let account = WriteAccount(
      write: UUID(), action: .create, before: nil, name: new.name,
      change: change(with: admin))
    let organization = try await create(account)
    guard let admin else {
      output.sayIfEnded(endedUnprinted(organization))
      return (organization, nil)
    }
    let addition = AdminAddition(
      admin: admin, organization: organization, account: account, run: run, output: output)
    let membership = try await addition.carryOut()
    output.sayIfEnded(endedUnprinted(organization, with: admin))
    return (organization, membership)
  }

  private var new: NewOrganization { fields.newOrganization }

  /// What the journal keeps: the body of the one request, or both requests.
  private func change(with admin: FirstAdmin?) -> RawJSON {
    var fields = fields
    fields.firstAdmin = admin
    return Draft(creating: fields).body
  }

  /// The user who is to be the first admin.
  private func user() async throws(CommandFailure) -> User? {
    guard let admin else { return nil }
    let users: [User]
    do throws(CommandFailure) {
      users = try await run.page(Users.list(email: admin.address)).items.map(\.item)
    } catch {
      throw error.sayingNothingWasCreated
    }
    if let user = users.first(where: { EmailAddress.areSame($0.email, admin.address) }) {
      return user
    }
    throw CommandFailure(
      code: "no_such_user",
      words: "No user has the address \(EmailAddress.both(admin.address)). Nothing was created.",
      status: Ending.notFound)
  }

  private func create(_ account: WriteAccount) async throws(CommandFailure) -> Organization {
    let call = Organizations.create(new, idempotencyKey: account.write)
    var attempt = CreationAttempt(
      key: account.write, write: account.write, organization: new, sentAt: Date(), mayBeDone: true)
    var tries = 0
    while true {
      tries += 1
      // What was sent before certainly came to nothing.
      attempt.sentAt = Date()
      let reply = await run.sender.write(
        call.request,
        as: Sending(account: account, attempt: tries, step: 1, steps: admin == nil ? 1 : 2),
        putting: { client in
          output.sayIfEnded(Self.endedWithoutAnswer)
          let reply = await client.reply(to: call, after: \.json)
          if reply.failure?.leavesWriteUnknown == false { output.sayIfEnded(Self.endedUnsent) }
          return reply
        },
        failed: { .failure($0) },
        unrecorded: CommandRun.sayUnrecorded)
      switch reply.value {
      case .success(let organization): return organization
      case .failure(let error) where error.leavesWriteUnknown:
        throw await lookInto(error, attempt)
      case .failure(let error) where error.saysTaken:
        throw await lookBehind(error, attempt, tries: tries)
          ?? CommandFailure(error).sayingNothingWasCreated
      case .failure(let error):
        let delay = run.retryPolicy.delay(
          after: error, tries: tries, jitter: Double.random(in: 0..<1))
        guard let delay else { throw CommandFailure(ofList: error).sayingNothingWasCreated }
        try? await run.clock.sleep(until: run.clock.now.addingTimeInterval(delay))
      }
    }
  }
}
