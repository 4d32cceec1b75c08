import Foundation
import WorkOS

/// The questions before a write of a tab, of which one is asked at a time.
package struct TabAsking: Equatable, Sendable {
  package let write: TabWrite
  package private(set) var index = 0
  package var confirmation: Confirmation
  private let isLive: Bool
  let action: String
  package let organization: Organization
  let tab: String

  /// - Parameter isLive: whether other companies' customers are reached.
  init(
    _ write: TabWrite, _ action: String, of organization: Organization, in tab: String, isLive: Bool
  ) {
    self.organization = organization
    self.write = write
    self.action = action
    self.tab = tab
    self.isLive = isLive
    confirmation = Self.confirmation(of: write, 0, isLive: isLive)
  }

  private static func confirmation(
    of write: TabWrite, _ index: Int, isLive: Bool
  ) -> Confirmation {
    let isNamed =
      switch write.questions[index].answer {
      case .yes: false
      case .nameWhereLive: isLive
      case .name: true
      }
    return Confirmation(typing: isNamed ? write.name : nil, orEndOf: write.id ?? "")
  }

  package var question: TabQuestion { write.questions[index] }

  /// Goes on to the next question; false: that was the last one.
  mutating func goOn() -> Bool {
    guard index + 1 < write.questions.count else { return false }
    index += 1
    confirmation = Self.confirmation(of: write, index, isLive: isLive)
    return true
  }
}
