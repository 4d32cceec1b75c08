import WorkOS

extension JournalOutcome {
  /// What came of a write, from its last answer that tells.
  init<Value>(
    _ result: Swift.Result<Answer<Value>, WorkOSError>, of action: JournalIntent.Action,
    _ ending: Repeating.Ending<Answer<Value>>, after: (Value) -> RawJSON?
  ) {
    let tries = ending.tries
    switch result {
    case .success(let answer):
      self.init(
        result: .done, requestID: answer.requestID, tries: tries, after: after(answer.value))
    case .failure(let error):
      let isDeleted = action == .delete && error.isNotFound && ending.lostAnswer != nil
      self.init(
        result: isDeleted ? .done : error.leavesWriteUnknown ? .unknown : .failed, tries: tries)
      switch error {
      case .rejected(let rejection): (status, requestID) = (rejection.status, rejection.requestID)
      case .undecodable(let answer): (status, requestID) = (answer.status, answer.requestID)
      case .transport: break
      }
    }
  }
}

extension Repeating.Ending {
  /// The result, or the lost answer before it where that write may have been carried out: a later
  /// “too many requests” says nothing about it. That there is nothing left to delete does.
  func toldApart(for action: JournalIntent.Action) -> Result<Value, WorkOSError> {
    guard case .failure(let error) = result, let lostAnswer else { return result }
    return action == .delete && error.isNotFound ? result : .failure(lostAnswer)
  }
}
