import Storms
import Testing

@Suite(.timeLimit(.minutes(20)))
struct StormTests {
  /// Each seed is a person with a server of their own; the soak goes on to a million events.
  @Test(arguments: Array(UInt64(1)...100) + [1_000_694])
  func `nothing a person, a server or others do breaks the console`(seed: UInt64) {
    var storm = Storm(seed: seed)
    for step in 1...1000 {
      let broken = storm.step()
      guard broken.isEmpty else {
        Issue.record("seed \(seed), step \(step): \(broken)")
        return
      }
    }
  }

  @Test(arguments: Array(UInt64(1)...40) + [1_000_086])
  func `nothing a person or a server does breaks the tabs, whichever there are`(seed: UInt64) {
    var storm = TabStorm(seed: seed)
    for step in 1...1000 {
      let broken = storm.step()
      guard broken.isEmpty else {
        Issue.record("seed \(seed), step \(step): \(broken)")
        return
      }
    }
  }
}
