import WorkOS

extension PastedText {
  /// The e-mail addresses in the text, each once and as it is asked for, in lower case, whatever stands
  /// around them: `Jane Doe <Jane@acme.com>`, `mailto:jane@acme.com?subject=Hi`.
  var emails: [String] {
    var text = plain.precomposedStringWithCompatibilityMapping
    if !text.contains("@"), text.contains("%40") { text = text.removingPercentEncoding ?? text }
    var emails: [String] = []
    let quoted = Self.quotedNames(in: text)
    for at in text.indices where text[at] == "@" && !quoted.contains(where: { $0.contains(at) }) {
      let rest = text[text.index(after: at)...].prefix {
        $0.isLetter || $0.isNumber || "-.".contains($0)
      }
      let name =
        quoted.first { $0.upperBound == at }.map { Self.localPart(quotedAs: text[$0]) }
        ?? String(
          Self.localPart(before: at, in: text).droppingMarks(pairedIn: text[rest.endIndex...]))
      let host = rest.trimmingSuffix(of: "-.").lowercased()
      guard !name.isEmpty, Self.address(in: "@\(host)") != nil,
        !Self.endsPassword(at, in: text)
      else { continue }
      let email = EmailAddress.ascii("\(name.lowercased())@\(host)")
      if !emails.contains(email) { emails.append(email) }
    }
    return emails
  }

  /// What stands before the sign, without a label such as `mailto:` and without quotes around it: those
  /// within are of the name, as in `o'brien@acme.com`.
  private static func localPart(before at: String.Index, in text: String) -> Substring {
    var start = at
    while start > text.startIndex, isOfLocalPart(text[text.index(before: start)]) {
      start = text.index(before: start)
    }
    return text[start..<at].drop { "'.".contains($0) }
  }

  /// The names of addresses that stand in quotes, quotes and all, as in `"john doe"@acme.com`: the sign
  /// is right behind them, and a host behind that.
  static func quotedNames(in text: String) -> [Range<String.Index>] {
    guard text.contains("\"@") || text.contains("”@") else { return [] }
    return text.indices.compactMap { at in
      guard text[at] == "@", at > text.startIndex else { return nil }
      let end = text.index(before: at)
      guard "\"”".contains(text[end]) else { return nil }
      let before = text[..<end]
      guard let start = before.suffix(longestName).lastIndex(of: text[end] == "”" ? "“" : "\""),
        opensName(start, in: text)
      else { return nil }
      let name = before[start...].dropFirst()
      let host = text[at...].dropFirst().prefix {
        $0.isLetter || $0.isNumber || "-.".contains($0)
      }
      guard let first = name.first, let last = name.last, first != " ", last != " ",
        last != "\\", address(in: "@\(host.trimmingSuffix(of: "-."))") != nil
      else { return nil }
      return start..<at
    }
  }

  /// Whether a quote begins a name, and ends nothing: that of a password in a URL stands behind a colon.
  private static func opensName(_ quote: String.Index, in text: String) -> Bool {
    guard let last = text[..<quote].last else { return true }
    return " '<([{,;".contains(last) || text[..<quote].suffix(7).lowercased() == "mailto:"
  }

  /// RFC 5321's limit, and a quote.
  private static let longestName = 65

  /// A name without quotes, where it needs none.
  private static func localPart(quotedAs quoted: Substring) -> String {
    let name = quoted.dropFirst().dropLast()
    return EmailAddress.isAddress("\(name)@acme.com") ? String(name) : "\"\(name)\""
  }

  /// Whether what stands before the sign is the user and password of a URL, as in
  /// `https://user:password@acme.com/`, which are nobody's address and are asked for nowhere.
  private static func endsPassword(_ at: String.Index, in text: String) -> Bool {
    let before = text[..<at].suffix(longestPassword)
    guard let scheme = before.range(of: "://", options: .backwards) else { return false }
    let user = before[scheme.upperBound...]
    return user.contains(":") && !user.contains { $0.isWhitespace || "/\\?#<>\"".contains($0) }
  }

  /// A scheme that stands further before the sign is not looked for: a paste may be of many addresses.
  private static let longestPassword = 256

  private static func isOfLocalPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "._+-'~".contains(character)
  }
}

extension Substring {
  /// The name without the dash of a list before it, and without what makes it italic or strikes it through,
  /// as in `_jane@acme.com_`: an address may begin with such a sign, which then ends nothing.
  fileprivate func droppingMarks(pairedIn following: Substring) -> Substring {
    var (name, following) = (drop { $0 == "-" }, following)
    while let mark = name.first, "_~".contains(mark), following.first == mark {
      name = name.dropFirst()
      following = following.dropFirst()
    }
    return name
  }

  fileprivate func trimmingSuffix(of characters: String) -> Substring {
    var rest = self
    while let last = rest.last, characters.contains(last) { rest.removeLast() }
    return rest
  }
}
