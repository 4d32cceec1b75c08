import WorkOS

/// What was typed or pasted to filter the rows of a tab, and what of it a row has to hold.
package struct FilterText: Equatable, Sendable {
  /// As it was typed.
  package let text: String
  /// What was taken out of it: the one e-mail address, or the host of the one URL; nil: nothing was.
  private let taken: String?

  package init(_ text: String) {
    self.text = text
    taken = Self.taken(from: text)
  }

  /// What a row has to hold, each of it, wherever: what was taken, or else every word.
  package var needles: [FoldedText] { (taken.map { [$0] } ?? words).map { FoldedText($0) } }

  /// What is looked for, as people read it.
  package var shown: String { taken.map { EmailAddress.readable($0) ?? $0 } ?? text }

  /// What was taken, as it is looked for; the text where nothing was.
  package var sought: String { taken ?? text }

  private static func taken(from text: String) -> String? {
    guard text.contains("@") || text.contains("%40") || text.contains("://") else { return nil }
    let pasted = PastedText(text)
    let emails = pasted.emails
    if !emails.isEmpty { return emails.count == 1 ? emails[0] : nil }
    let addresses = pasted.addresses
    guard addresses.count == 1, text.contains("://") else { return nil }
    return addresses[0].host
  }

  /// The words, without the quotes, brackets and commas around them; marks alone are looked for only where
  /// there is nothing else.
  private var words: [String] {
    let all = PastedText.bounded(text).split(whereSeparator: \.isWhitespace)
    let bare = all.map(PastedText.bare).filter { !$0.isEmpty }
    return bare.isEmpty ? all.map(String.init) : bare
  }
}
