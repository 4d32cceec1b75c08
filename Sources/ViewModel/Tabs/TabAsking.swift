import Foundation
import WorkOS

/// The questions before a write of a tab, of which one is asked at a time.
package struct TabAsking: Equatable, Sendable {
  package let write: TabWrite
  package private(set) var index = 0
  package var typedName = ""
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
  }

  package var question: TabQuestion { write.questions[index] }

  package var asksForName: Bool {
    switch question.answer {
    case .yes: false
    case .nameWhereLive: isLive
    case .name: true
    }
  }

  /// What may be typed in place of the name, which not every keyboard can type: the end of the id.
  package var endOfID: String { String((write.id ?? "").suffix(6)) }

  package var isNameRight: Bool {
    guard asksForName else { return true }
    let typed = typedName.trimmed
    guard !typed.isEmpty else { return false }
    return typed == write.name.trimmed
      || !endOfID.isEmpty && typed.caseInsensitiveCompare(endOfID) == .orderedSame
  }

  /// Goes on to the next question; false: that was the last one.
  mutating func goOn() -> Bool {
    guard index + 1 < write.questions.count else { return false }
    index += 1
    typedName = ""
    return true
  }
}
