/// The faults that wait for their request, in the order they were added.
struct FaultQueue: Sendable {
  private var faults: [Fault]
  private var random = SplitMix(seed: 5)

  init(_ faults: [Fault] = []) {
    self.faults = faults
  }

  mutating func add(_ faults: [Fault]) {
    self.faults += faults
  }

  mutating func clear() {
    faults = []
  }

  /// The first fault meant for `request`, used up by one.
  mutating func take(for request: HTTPRequest) -> Fault? {
    for index in faults.indices where faults[index].matches(request) {
      if let rate = faults[index].rate, !random.chance(ofPercent: rate) { continue }
      let fault = faults[index]
      if let count = fault.count {
        faults[index].count = count - 1
        if count == 1 { faults.remove(at: index) }
      }
      return fault
    }
    return nil
  }
}
