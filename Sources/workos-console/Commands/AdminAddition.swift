import Delivery
import Foundation
import Frontend
import ViewModel
import WorkOS

/// The second half of `create --admin`: the membership, once the organization is there.
struct AdminAddition: Sendable {
  let admin: FirstAdmin
  let organization: Organization
  /// The journal's, of both halves.
  let account: WriteAccount
  let run: CommandRun
  let output: CommandOutput

  /// Adds the member, unless there is one, and tells which; what is inactive is not made active unasked.
  func carryOut() async throws(CommandFailure) -> Received<Membership> {
    output.sayIfEnded(endedUnsent)
    do throws(CommandFailure) {
      return try await add()
    } catch {
      var failure = error
      failure.created = organization.id.rawValue
      let fate =
        error.code == Self.unknownOutcome
        ? "; nobody knows whether \(EmailAddress.both(admin.address)) is its \(admin.role): "
        : ", but \(EmailAddress.both(admin.address)) is not its \(admin.role): "
      failure.words = "Created \(organization.id.rawValue)" + fate + error.words
      throw failure
    }
  }

  /// The membership there is, as long as it is as it should be; one that is not is no reason to write.
  private func existing() async throws(CommandFailure) -> Received<Membership>? {
    guard let existing = try await membership() else { return nil }
    switch existing.item.status {
    case .inactive?: throw Self.refusal("inactive", "which is inactive")
    case .pending?: throw Self.refusal("pending", "which is pending")
    default: break
    }
    guard admin.isMet(by: existing.item.roles) else {
      throw Self.refusal(
        "of_another_role",
        "which is active as \(existing.item.roles.joined(separator: ", ")), not as \(admin.role)")
    }
    return existing
  }

  /// What the codes begin with that tell how a membership is which was read.
  private static let ofMembership = "membership_"

  private static func refusal(_ code: String, _ state: String) -> CommandFailure {
    CommandFailure(
      code: ofMembership + code, words: "There is a membership already, \(state).",
      status: Ending.refused)
  }

  private static let unknownOutcome = "unknown_outcome"

  private func membership() async throws(CommandFailure) -> Received<Membership>? {
    try await run.page(
      Members.list(of: organization.id, user: admin.user?.id ?? "", PageRequest(limit: 10))
    ).items.first
  }

  private func add() async throws(CommandFailure) -> Received<Membership> {
    let call = Members.create(
      user: admin.user?.id ?? "", organization: organization.id, roles: admin.roles)
    var tries = 0
    while true {
      tries += 1
      // Before it is sent again too: someone may have added them during the wait.
      if let existing = try await existing() { return existing }
      // Its answers do not tell the organization, which the one entry of both is about.
      var account = account
      account.subject.id = organization.id.rawValue
      let reply = await run.sender.write(
        call.request, as: Sending(account: account, attempt: tries, step: 2, steps: 2),
        putting: { client in
          output.sayIfEnded(endedInDoubt)
          let reply = await client.reply(to: call, after: { _ in organization.json })
          if let error = reply.failure, !error.leavesWriteUnknown, !error.saysTaken {
            output.sayIfEnded(endedUnsent)
          }
          return reply
        },
        failed: { .failure($0) },
        unrecorded: CommandRun.sayUnrecorded)
      let error: WorkOSError
      switch reply.value {
      case .success(let membership):
        guard admin.isMet(by: membership.item.roles) else {
          throw CommandFailure(
            code: CreateCommand.shownOtherwise,
            words: "the server shows another role than was sent: "
              + membership.item.roles.joined(separator: ", ") + ".")
        }
        return membership
      case .failure(let reason): error = reason
      }
      // What may have been done is looked for, and never sent again. So is what is said to be there:
      // it was not a moment ago, and the request may have been sent twice on the way.
      if error.leavesWriteUnknown { return try await found(after: error, tries: tries) }
      if error.saysTaken {
        // Until it was looked for, the journal says of neither that it is so.
        await record(.unknown, error, tries)
        return try await found(after: error, tries: tries)
      }
      let delay = run.retryPolicy.delay(
        after: error, tries: tries, jitter: Double.random(in: 0..<1))
      guard let delay else { throw CommandFailure(ofList: error) }
      try? await run.clock.sleep(until: run.clock.now.addingTimeInterval(delay))
    }
  }

  /// The membership that was asked for, once it was sent; an error where it is not there, or nobody knows.
  private func found(
    after error: WorkOSError, tries: Int
  ) async throws(CommandFailure) -> Received<Membership> {
    let found: Received<Membership>?
    do throws(CommandFailure) { found = try await existing() } catch let failure {
      // What cannot be read tells nothing.
      guard failure.code.hasPrefix(Self.ofMembership) else { throw unknown(after: error) }
      await record(.partly, error, tries)
      throw failure
    }
    if let found {
      await record(.done, nil, tries)
      return found
    }
    if error.leavesWriteUnknown { throw unknown(after: error) }
    await record(.partly, error, tries)
    throw CommandFailure(error)
  }

  private func record(
    _ result: JournalOutcome.Result, _ error: WorkOSError?, _ tries: Int
  ) async {
    await run.record(
      JournalOutcome(result: result, tries: tries, after: organization.json, error: error),
      of: account.write)
  }

  private func unknown(after error: WorkOSError) -> CommandFailure {
    var failure = CommandFailure(error)
    failure.code = Self.unknownOutcome
    failure.words =
      ErrorWords.happened(error)
      + " It was not sent again, as it may have been carried out: members "
      + "\(organization.id.rawValue) tells."
    failure.status = Ending.runtimeError
    return failure
  }
}
