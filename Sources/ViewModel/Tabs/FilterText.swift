import WorkOS

/// What was typed or pasted to filter the rows of a tab, and what of it a row has to hold.
package struct FilterText: Equatable, Sendable {
  /// As it was typed.
  package let text: String
  /// What was taken out of it, of which a row has to hold any: e-mail addresses, ids, hosts; empty: nothing
  /// was.
  package let taken: [String]
  /// Whether what was taken are hosts that can be nothing else, which are looked for whole.
  private let areWholeHosts: Bool

  /// Rows are looked through for each of them at every key.
  private static let mostTaken = 50

  /// - Parameter byHost: whether hosts are looked for, also those of e-mail addresses.
  package init(_ text: String, byHost: Bool = false) {
    self.text = text
    let found = Self.taken(from: text, byHost: byHost)
    taken = Array(found.texts.prefix(Self.mostTaken))
    areWholeHosts = found.areWholeHosts
  }

  /// What a row has to hold, wherever: any of what was taken, or else every word.
  var sought: Sought { Sought(held, needsAll: taken.isEmpty) }

  /// What of a row is marked.
  package var needles: [FoldedText] {
    taken.isEmpty ? held : taken.flatMap { [needle($0), needle(Self.readable($0))] }
  }

  /// Whether a text holds what is looked for.
  func matches(_ text: FoldedText) -> Bool {
    taken.isEmpty ? held.allSatisfy(text.contains) : held.contains(where: text.contains)
  }

  /// Addresses and hosts that can be nothing else are looked for in the form of the DNS alone, in which no
  /// two are the same.
  private var held: [FoldedText] {
    if taken.isEmpty { return words.map { FoldedText($0) } }
    return taken.flatMap { text -> [FoldedText] in
      let folded = needle(text)
      return folded.isFoundAnywhere ? [folded, needle(Self.readable(text))] : [folded]
    }
  }

  private func needle(_ taken: String) -> FoldedText {
    if areWholeHosts { return FoldedText(taken, as: .host, isExact: true) }
    return taken.contains("@")
      ? FoldedText(taken, as: .address, isExact: true) : FoldedText(taken)
  }

  /// What is looked for, as people read it.
  package var shown: String {
    guard !taken.isEmpty else { return text }
    return taken.map(Self.readable).joined(separator: ", ")
  }

  /// Whether some word of it looks like a date or a time: `2026-10-31`, `02:06`.
  package var looksLikeDate: Bool {
    text.split(whereSeparator: \.isWhitespace).contains { word in
      let numbers = PastedText.bare(word).split { "-:.TZ".contains($0) }
      return numbers.count > 1 && word.contains { "-:".contains($0) }
        && numbers.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isWholeNumber) }
    }
  }

  private static func readable(_ taken: String) -> String {
    EmailAddress.readable(taken) ?? InternationalName.readable(taken) ?? taken
  }

  private static func taken(
    from text: String, byHost: Bool
  ) -> (texts: [String], areWholeHosts: Bool) {
    guard byHost || text.contains(where: { "@%:_".contains($0) }) else { return ([], false) }
    let pasted = PastedText(value(in: text))
    let ids = OtherID.all(in: pasted.plain).map(\.id)
    if byHost { return ids.isEmpty ? hosts(in: pasted) : (ids, false) }
    let known = pasted.emails + ids
    let addresses = pasted.addresses
    guard known.isEmpty, addresses.count == 1, text.contains("://") else { return (known, false) }
    return ([addresses[0].host], true)
  }

  /// A host beside another word is a word as well, unless it can be nothing else.
  private static func hosts(in pasted: PastedText) -> (texts: [String], areWholeHosts: Bool) {
    let addresses = pasted.addresses
    let isNothingElse = pasted.words.allSatisfy { PastedText.address(in: $0) != nil }
    guard isNothingElse || addresses.contains(where: \.isCertain) else { return ([], false) }
    return (addresses.map(\.host), addresses.allSatisfy(\.isCertain))
  }

  /// The text without the label that it was copied with.
  private static func value(in text: String) -> String {
    let text = PastedText.bounded(text)
    return Inquiry.labelled(text)?.value ?? text
  }

  /// The words, without the quotes, brackets and commas around them; marks alone are looked for only where
  /// there is nothing else.
  private var words: [String] {
    let all = Self.value(in: text).split(whereSeparator: \.isWhitespace)
    let bare = all.map(PastedText.bare).filter { !$0.isEmpty }
    return bare.isEmpty ? all.map(String.init) : bare
  }
}
