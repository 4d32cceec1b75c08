import WorkOS

extension JournalOutcome {
  /// What came of sending a change, as far as its answer tells.
  ///
  /// - Parameter after: the organization as the answer shows it.
  init(_ sending: Sending, _ answer: Swift.Result<WriteAnswer, WorkOSError>) {
    switch answer {
    case .success(let answer):
      self.init(
        result: sending.step < sending.steps ? .partly : .done, requestID: answer.requestID,
        tries: sending.attempt, after: answer.after)
    case .failure(let error):
      self.init(result: sending.result(of: error), tries: sending.attempt)
      switch error {
      case .rejected(let rejection): (status, requestID) = (rejection.status, rejection.requestID)
      case .undecodable(let answer): (status, requestID) = (answer.status, answer.requestID)
      case .transport: break
      }
    }
  }
}

extension Sending {
  /// A later “too many requests” says nothing about a sending whose answer was lost; that there is
  /// nothing left to delete does.
  fileprivate func result(of error: WorkOSError) -> JournalOutcome.Result {
    if mayBeDone, error.isNotFound, case .delete = change { return .done }
    if mayBeDone || error.leavesWriteUnknown { return .unknown }
    return step > 1 ? .partly : .failed
  }
}
