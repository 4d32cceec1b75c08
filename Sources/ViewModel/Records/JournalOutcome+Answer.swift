import WorkOS

extension JournalOutcome {
  /// What came of a write, from its last answer.
  init<Value>(
    _ result: Swift.Result<Answer<Value>, WorkOSError>, tries: Int, after: (Value) -> RawJSON?
  ) {
    switch result {
    case .success(let answer):
      self.init(
        result: .done, requestID: answer.requestID, tries: tries, after: after(answer.value))
    case .failure(let error):
      self.init(result: error.leavesWriteUnknown ? .unknown : .failed, tries: tries)
      switch error {
      case .rejected(let rejection): (status, requestID) = (rejection.status, rejection.requestID)
      case .undecodable(let answer): (status, requestID) = (answer.status, answer.requestID)
      case .transport: break
      }
    }
  }
}
