import Foundation
import WorkOS

/// How a question is answered before something is done: by a yes, or by what has to be typed.
package struct Confirmation: Equatable, Sendable {
  /// What has to be typed, such as a name; nil where `y` will do.
  package let wantedText: String?
  /// What may be typed in its place, which not every keyboard can type: the end of an id, if any.
  package let endOfID: String
  package var typedText = ""

  init(typing wantedText: String?, orEndOf id: String = "") {
    self.wantedText = wantedText
    endOfID = String(id.suffix(6))
  }

  package var asksForText: Bool { wantedText != nil }

  /// Whether it is one that any keyboard types, so that nothing else has to be offered.
  package var isTypeable: Bool {
    let text = wantedText?.trimmed ?? ""
    return !text.isEmpty && text.count <= 60
      && text.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) }
  }

  /// Whether a yes counts, as what had to be typed was.
  package var isAnswered: Bool {
    guard let wantedText else { return true }
    let typed = typedText.trimmed
    guard !typed.isEmpty else { return false }
    // What is read as müller.de may be xn--mller-kva.de.
    return typed == wantedText.trimmed
      || HostName.otherForms(in: wantedText.trimmed).contains(typed)
      || !endOfID.isEmpty && typed.caseInsensitiveCompare(endOfID) == .orderedSame
  }
}
