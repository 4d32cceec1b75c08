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

  /// Adds the member, unless there is one, and tells which; what is inactive is not made active unasked.
  func carryOut() async throws(CommandFailure) -> Received<Membership> {
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
    guard existing.item.roles.contains(admin.role) else {
      throw Self.refusal(
        "of_another_role",
        "which is active as \(existing.item.roles.joined(separator: ", ")), not as \(admin.role)")
    }
    return existing
  }

  private static func refusal(_ code: String, _ state: String) -> CommandFailure {
    CommandFailure(
      code: "membership_\(code)", words: "There is a membership already, \(state).",
      status: Ending.refused)
  }

  private static let unknownOutcome = "unknown_outcome"

  private func membership() async throws(CommandFailure) -> Received<Membership>? {
    try await run.answer(
      to: Members.list(
        of: organization.id, user: admin.user?.id ?? "", PageRequest(limit: 10))
    ).items.first
  }

  private func add() async throws(CommandFailure) -> Received<Membership> {
    let call = Members.create(
      user: admin.user?.id ?? "", organization: organization.id, roles: [admin.role])
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
        putting: { await $0.reply(to: call, after: { _ in organization.json }) },
        failed: { .failure($0) },
        unrecorded: Self.sayUnrecorded)
      let error: WorkOSError
      switch reply.value {
      case .success(let membership):
        guard membership.item.roles.contains(admin.role) else {
          throw CommandFailure(
            code: CreateCommand.shownOtherwise,
            words: "the server shows another role than was sent: "
              + membership.item.roles.joined(separator: ", ") + ".")
        }
        return membership
      case .failure(let reason): error = reason
      }
      if error.leavesWriteUnknown {
        // What may have been done is looked for, and never sent again.
        let found: Received<Membership>?
        do throws(CommandFailure) { found = try await existing() } catch {
          if error.status == Ending.refused { throw error }
          found = nil
        }
        if let found {
          await recordFound(after: tries)
          return found
        }
        var failure = CommandFailure(error)
        failure.code = Self.unknownOutcome
        failure.words =
          ErrorWords.happened(error)
          + " It was not sent again, as it may have been carried out: members "
          + "\(organization.id.rawValue) tells."
        failure.status = Ending.runtimeError
        throw failure
      }
      let delay = run.retryPolicy.delay(
        after: error, tries: tries, jitter: Double.random(in: 0..<1))
      guard let delay else { throw CommandFailure(error) }
      try? await run.clock.sleep(until: run.clock.now.addingTimeInterval(delay))
    }
  }

  /// Writes down that what was sent was carried out, though its answer was lost.
  private func recordFound(after tries: Int) async {
    let done = JournalOutcome(result: .done, tries: tries)
    let failure = await withCheckedContinuation { continuation in
      run.sender.record(done, of: account.write) { continuation.resume(returning: $0) }
    }
    if let failure { Self.sayUnrecorded(failure) }
  }

  private static func sayUnrecorded(_ failure: RecordError) {
    Ending.say("what came of it is not in the journal: \(failure.path): \(failure.reason)")
  }
}
