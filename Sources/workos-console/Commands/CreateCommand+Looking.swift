import Delivery
import Foundation
import Frontend
import ViewModel
import WorkOS

/// Looks for what was made, where the answer to a create does not tell.
extension Creation {
  /// Looks for what a create has made whose answer was lost, and tells what there is.
  func lookInto(_ error: WorkOSError, _ attempt: CreationAttempt) async -> CommandFailure {
    var attempt = attempt
    guard let finding = await finding(of: &attempt) else {
      return unknown(error, "whether it was could not be found out")
    }
    if let inTheWay = finding.inTheWay {
      return unknown(
        error, "but \(inTheWay.id.rawValue) had the external id before, so it was not",
        finding.candidates)
    }
    guard !finding.candidates.isEmpty else {
      return unknown(error, "nothing like it is there so far: look again before you repeat it")
    }
    let ids = finding.candidates.map(\.id.rawValue).joined(separator: ", ")
    let isAnyAsSent = finding.candidates.contains(where: attempt.hasMade)
    let flaw = isAnyAsSent ? "" : ", though not as it was sent"
    return unknown(error, "it may have made \(ids)\(flaw)", finding.candidates)
  }

  /// Looks whether the server calls taken what this very request has made, as somebody on the way may
  /// have sent it twice; nil where nothing that is to the letter what was sent has come since.
  func lookBehind(
    _ error: WorkOSError, _ attempt: CreationAttempt, tries: Int
  ) async -> CommandFailure? {
    output.sayIfEnded(Self.endedLooking(after: error))
    var outcome = JournalOutcome(result: .unknown, tries: tries, error: error)
    // Until it is known, the journal does not say that it was refused.
    await run.record(outcome, of: attempt.write)
    var attempt = attempt
    guard let finding = await finding(of: &attempt, despite: error) else {
      return unknown(error, "whether it was could not be found out")
    }
    guard !finding.candidates.isEmpty else {
      outcome.result = .failed
      await run.record(outcome, of: attempt.write)
      return nil
    }
    let ids = finding.candidates.map(\.id.rawValue).joined(separator: ", ")
    return unknown(
      error, "\(ids) is to the letter what was sent, and was created then or since",
      finding.candidates)
  }

  /// What a create may have made; nil where that cannot be looked for.
  ///
  /// - Parameter attempt: gets the server's time of when it was sent.
  private func finding(
    of attempt: inout CreationAttempt, despite objection: WorkOSError? = nil
  ) async -> CreationFinding? {
    var search = CreationSearch(for: [attempt], despite: objection)
    var isClockKnown = false
    while let call = search.call {
      let reply = await run.ask(call)
      guard case .success(let page) = reply.value else { return nil }
      if !isClockKnown, let date = reply.side?.date {
        // What was created since is told by the server's clock, of which it says whole seconds.
        let ahead = date.timeIntervalSinceNow
        if abs(ahead) > CreationAttempt.sameClock { attempt.sentAt += ahead }
        search = CreationSearch(for: [attempt], despite: objection)
        isClockKnown = true
      }
      search.take(page)
    }
    return search.finding(at: Date())
  }

  private func unknown(
    _ error: WorkOSError, _ finding: String, _ candidates: [Organization] = []
  ) -> CommandFailure {
    var failure = CommandFailure(error)
    failure.code = "unknown_outcome"
    failure.status = Ending.runtimeError
    failure.candidates = candidates.map(\.id.rawValue)
    let rest = admin.map { " \(EmailAddress.both($0.address)) was not made its \($0.role)." } ?? ""
    failure.words =
      "\(ErrorWords.happened(error)) It was not sent again, as it may have been carried out; "
      + "\(finding).\(rest)"
    return failure
  }
}
