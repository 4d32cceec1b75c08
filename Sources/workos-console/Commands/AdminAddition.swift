import Delivery
import Foundation
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
      failure.words =
        "Created \(organization.id.rawValue), but \(admin.address) is not its \(admin.role): "
        + failure.words
      throw failure
    }
  }

  /// The membership there is, as long as it is as it should be; one that is not is no reason to write.
  private func existing() async throws(CommandFailure) -> Received<Membership>? {
    guard let existing = try await membership() else { return nil }
    switch existing.item.status {
    case .inactive?: throw Self.refusal("inactive")
    case .pending?: throw Self.refusal("pending")
    default: return existing
    }
  }

  private static func refusal(_ status: String) -> CommandFailure {
    CommandFailure(
      code: "membership_\(status)", words: "There is a membership already, which is \(status).",
      status: Ending.refused)
  }

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
      let reply = await run.sender.write(
        call.request, as: Sending(account: account, attempt: tries, step: 2, steps: 2),
        // The one entry of both is about the organization.
        putting: { await $0.reply(to: call, after: { _ in organization.json }) },
        failed: { .failure($0) },
        unrecorded: {
          Ending.say("what came of it is not in the journal: \($0.path): \($0.reason)")
        })
      let error: WorkOSError
      switch reply.value {
      case .success(let membership): return membership
      case .failure(let reason): error = reason
      }
      if error.leavesWriteUnknown {
        // What may have been done is looked for, and never sent again.
        if let found = try? await membership(), found.item.status == .active { return found }
        var failure = CommandFailure(error)
        failure.code = "unknown_outcome"
        failure.words += " It was not sent again, as it may have been carried out."
        failure.status = Ending.runtimeError
        throw failure
      }
      let delay = run.retryPolicy.delay(
        after: error, tries: tries, jitter: Double.random(in: 0..<1))
      guard let delay else { throw CommandFailure(error) }
      try? await run.clock.sleep(until: run.clock.now.addingTimeInterval(delay))
    }
  }
}
