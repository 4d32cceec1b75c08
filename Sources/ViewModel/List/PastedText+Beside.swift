import WorkOS

/// What stands beside the addresses and ids of organizations in a text.
extension PastedText {
  /// The words that look like ids of another system, where the text is more than one of them.
  var wordsLikeIDs: [String] {
    zip([""] + words, words).flatMap { before, word -> [String] in
      guard word.contains(where: { "_-".contains($0) }), !word.contains("@"),
        !word.contains("%40"), !Self.announcesSecret(before)
      else { return [] }
      var rest = word[...]
      if let scheme = rest.range(of: "://") {
        rest = rest[scheme.upperBound...].drop { !"/?#".contains($0) }
      } else if Self.address(in: word) != nil {
        rest = rest.drop { !"/?#".contains($0) }
      }
      let part = String(rest)
      return Self.runs(of: part).compactMap { run in
        let sign = part[run.endIndex...]
        let isLabel = sign.first.map { ":=".contains($0) } == true && !sign.dropFirst().isEmpty
        let isSecret = Self.isSecret(run) || Self.announcesSecret(String(part[..<run.startIndex]))
        return isLabel || isSecret || !Self.looksLikeForeignID(run) ? nil : String(run)
      }
    }
  }

  /// Whether a word looks like a key or a token, which is asked for nowhere: it would stand in an address
  /// and in logs.
  private static func isSecret(_ word: Substring) -> Bool {
    let text = word.lowercased()
    return secretPrefixes.contains { text.hasPrefix($0) }
      || text.hasPrefix("eyj") && text.utf8.count > 20
  }

  private static let secretPrefixes = [
    "sk_live_", "sk_test_", "rk_live_", "rk_test_", "pk_live_", "pk_test_", "whsec_", "ghp_",
    "xoxb-", "xoxp-",
  ]

  /// Whether a key, a token or a password is in it.
  var holdsSecret: Bool {
    zip([""] + words, words).contains { before, word in
      Self.announcesSecret(before) || Self.runs(of: word).contains(where: Self.isSecret)
    }
  }

  /// Whether what stands behind a text is a secret by the last word in it, as in `Authorization: Bearer` and
  /// `&code=`.
  private static func announcesSecret(_ text: String) -> Bool {
    let label = text.lowercased().suffix(40)
    let end = label.lastIndex { $0.isLetter }.map(label.index(after:)) ?? label.startIndex
    let rest = label[..<end]
    let beginning = rest.lastIndex { !$0.isLetter && !"_-".contains($0) }.map(rest.index(after:))
    let name = String(rest[(beginning ?? rest.startIndex)...])
    guard label.endIndex != end else { return name == "bearer" || name == "basic" }
    guard label[end...].contains(where: { ":=".contains($0) }) else { return false }
    return ["code", "state", "nonce", "signature"].contains(name)
      || ["token", "secret", "passw", "auth", "cookie", "session", "apikey", "api_key", "api-key"]
        .contains { name.contains($0) }
  }

  /// Whether a word of a longer text is hardly anything but an id: dates and the names of standards are none,
  /// nor is an id that WorkOS or Stripe gives, which is known for what it is.
  private static func looksLikeForeignID(_ run: Substring) -> Bool {
    let digits = run.count(where: \.isNumber)
    guard digits > 0, run.contains(where: \.isLetter), identifier(run) == nil else { return false }
    let begins = run.first?.isLetter == true && digits > 2 || run.count >= uuidLength
    guard run.contains("_") || run.contains("-") && begins else { return false }
    let text = String(run)
    // So ends whatever has its id from WorkOS.
    guard run.split(separator: "_").last.map(isULID) != true else { return false }
    return OtherID.all(in: text).isEmpty && !text.lowercased().hasPrefix("environment_")
      && PastedIdentifier.stripeCustomers(in: text).isEmpty
  }

  private static let uuidLength = 36

  /// What else stands beside addresses and ids, each run of words on its own: the name of a person, of their
  /// company, the rest of a sentence.
  var asides: [String] {
    // A name in quotes is of the address behind it.
    guard Self.quotedNames(in: plain).isEmpty else { return [] }
    var asides: [[String]] = [[]]
    for word in plain.precomposedStringWithCompatibilityMapping.split(separator: " ") {
      guard !word.contains("://") else {
        asides.append([])
        continue
      }
      let pieces = word.split(omittingEmptySubsequences: false, whereSeparator: Self.sets)
      for (number, piece) in pieces.enumerated() {
        if number > 0 { asides.append([]) }
        let text = String(piece)
        if piece.last == ":" || Self.mayBeTaken(piece) && PastedText(text).isTaken {
          asides.append([])
        } else if text.saysSomething {
          asides[asides.count - 1].append(text)
        }
      }
    }
    var joined: [String] = []
    for aside in asides.map({ $0.joined(separator: " ") }) where !aside.isEmpty {
      // `Acme, Inc.` is one name.
      if Inquiry.isLegalForm(aside), let last = joined.popLast() {
        joined.append("\(last), \(aside)")
      } else {
        joined.append(aside)
      }
    }
    // What says that it is the name or the address says nothing itself.
    return joined.filter { $0.count(where: \.isLetter) > 1 && !Inquiry.isHeading($0) }
  }

  /// Whether a character sets what is behind it apart from what is before it.
  private static func sets(_ character: Character) -> Bool {
    ",;|<>()[]{}\"“”„«»".contains(character)
  }

  /// Whether it is worth a closer look: an address and most ids have a sign in them, others their length.
  private static func mayBeTaken(_ piece: Substring) -> Bool {
    piece.contains { "@.。_-%".contains($0) } || piece.utf8.count >= 26
  }

  private var isTaken: Bool {
    !identifiers.isEmpty || !addresses.isEmpty || !wordsLikeIDs.isEmpty
      || !OtherID.all(in: plain).isEmpty || !PastedIdentifier.stripeCustomers(in: plain).isEmpty
  }
}
