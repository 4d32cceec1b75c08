import JSON
import WorkOS

extension JournalOutcome {
  /// What came of sending a change, as far as its answer tells.
  package init<Value>(_ sending: Sending, _ reply: Reply<Value>) {
    switch reply.failure {
    case nil:
      self.init(
        result: sending.step < sending.steps ? .partly : .done, requestID: reply.side?.requestID,
        tries: sending.attempt,
        after: reply.after?.withholding(sending.account.secrets))
    case let error?:
      self.init(result: sending.result(of: error), tries: sending.attempt, error: error)
    }
  }

  /// What is known of a write whose answer was an error, or that was looked for after one.
  package init(
    result: Result, tries: Int = 1, after: RawJSON? = nil, error: WorkOSError?
  ) {
    self.init(result: result, tries: tries, after: after)
    switch error {
    case .rejected(let rejection): (status, requestID) = (rejection.status, rejection.requestID)
    case .undecodable(let answer): (status, requestID) = (answer.status, answer.requestID)
    case .transport, nil: break
    }
  }
}

extension Sending {
  /// A later “too many requests” says nothing about a sending whose answer was lost; that there is
  /// nothing left to delete does.
  fileprivate func result(of error: WorkOSError) -> JournalOutcome.Result {
    if mayBeDone, error.isNotFound, [.delete, .remove].contains(account.verb) { return .done }
    if mayBeDone || error.leavesWriteUnknown { return .unknown }
    return step > 1 ? .partly : .failed
  }
}
