import Foundation
import WorkOS

/// Text as it comes out of mails, tickets and address bars, and what is in it that can be looked up.
struct PastedText {
  /// More of a text is not looked at, in UTF-8.
  static let longest = 16_384

  /// A host name, and whether it can be nothing else: it stood in an e-mail address or a URL.
  struct Address: Equatable {
    var host: String
    var isCertain: Bool
  }

  /// An organization's id, and whether it can be nothing else: it has the form that WorkOS gives it.
  struct Identifier: Equatable {
    var id: Organization.ID
    var isCertain: Bool
  }

  /// The text without anything invisible, each run of blanks as one space.
  let plain: String
  /// The words, without the quotes, brackets and commas around them.
  let words: [String]

  init(_ text: String) {
    plain = Self.bounded(text).withoutInvisibles.rearmed
    words = Self.words(in: plain)
  }

  /// As much of a text as is looked at.
  static func bounded(_ text: String) -> String {
    text.utf8.count <= longest ? text : String(decoding: text.utf8.prefix(longest), as: UTF8.self)
  }

  /// The text without quotes and brackets around it, and without what separates it from more.
  var unwrapped: String {
    var rest = Substring(plain)
    while let last = rest.unicodeScalars.last, Self.separatesValues(last) || last == " " {
      rest.unicodeScalars.removeLast()
    }
    // A full stop behind a quote is of the sentence that the quote stood in.
    let inner = rest.prefix(
      upTo: rest.lastIndex { !Self.endsSentence($0) }.map(rest.index(after:)) ?? rest.startIndex)
    if let first = inner.first, let last = inner.last, inner.count > 1,
      Self.belongTogether(first, last)
    {
      rest = inner
    }
    while rest.count > 1, let first = rest.first, let last = rest.last,
      Self.belongTogether(first, last)
    {
      rest = rest.dropFirst().dropLast()
    }
    return String(rest).trimmed
  }

  /// The same without the full stop of the sentence that it stood at the end of; one that may be of an
  /// abbreviation, as in `Acme, Inc.`, stays.
  var bare: String {
    let text = Substring(unwrapped)
    var rest = text
    while let last = rest.last, Self.endsSentence(last) || last == " " { rest.removeLast() }
    guard !rest.isEmpty else { return String(text) }
    let word = rest.split(separator: " ").last ?? rest
    let isAbbreviation = word.contains(".") || word.count <= Self.longestAbbreviation
    let isName = rest.contains(" ") && text.dropFirst(rest.count) == "." && isAbbreviation
    return isName && word.allSatisfy({ $0.isLetter || $0 == "." }) ? String(text) : String(rest)
  }

  /// As in `Corp.`
  private static let longestAbbreviation = 4

  /// Whether a sentence may end with it, in any script.
  static func endsSentence(_ character: Character) -> Bool {
    character == ":" || character.unicodeScalars.allSatisfy(\.properties.isSentenceTerminal)
  }

  /// A comma or a semicolon, in any script.
  private static func separatesValues(_ scalar: Unicode.Scalar) -> Bool {
    ",;،؛、，；".unicodeScalars.contains(scalar)
  }

  var addresses: [Address] {
    var addresses: [Address] = []
    for word in words where identifiers(in: word).isEmpty && OtherID.all(in: word).isEmpty {
      guard let address = Self.address(in: word) else { continue }
      if let index = addresses.firstIndex(where: { $0.host == address.host }) {
        addresses[index].isCertain = addresses[index].isCertain || address.isCertain
      } else {
        addresses.append(address)
      }
    }
    return addresses
  }

  var identifiers: [Identifier] {
    var identifiers: [Identifier] = []
    for identifier in words.flatMap(identifiers(in:))
    where !identifiers.contains(where: { $0.id == identifier.id }) {
      identifiers.append(identifier)
    }
    guard !identifiers.allSatisfy(\.isCertain) else { return identifiers }
    let labels = labels
    return identifiers.filter {
      $0.isCertain || !labels.contains($0.id.rawValue.lowercased())
    }
  }

  /// The words that stand before a sign, with quotes between the two or without, and a value behind it: they
  /// are no ids, as in `"org_id": "cust_1"`.
  private var labels: Set<String> {
    var labels: Set<String> = []
    var (run, isOver, label) = ("", false, String?.none)
    for character in plain {
      if let found = label, character != " " {
        labels.insert(found)
        label = nil
      }
      if Self.isOfIdentifier(character) {
        if isOver { run = "" }
        isOver = false
        run.append(character)
      } else if ":=".contains(character) {
        if !run.isEmpty { label = run.lowercased() }
        run = ""
      } else if " \"'\\".contains(character) {
        isOver = true
      } else {
        run = ""
      }
    }
    return labels
  }

  /// Whether it is an entry of a list, of addresses or ids alone, and not out of a mail.
  var isNothingElse: Bool {
    !words.isEmpty
      && words.allSatisfy { word in
        let runs = Self.runs(of: word)
        return Self.address(in: word) != nil
          || runs.count == 1 && Self.identifier(runs[0]) != nil
      }
  }
}

extension PastedText {
  /// Whether it is an address behind the name of whoever it is of, as in `Bob Smith <bob@acme.com>`.
  var isMailbox: Bool {
    var text = plain[...]
    while let last = text.last, last.isWhitespace || ",;.".contains(last) { text.removeLast() }
    guard text.last == ">", let opening = text.lastIndex(of: "<") else { return false }
    let inside = text[text.index(after: opening)...].dropLast()
    return inside.contains("@") && !inside.contains(where: \.isWhitespace)
  }
}

// MARK: - Words

extension PastedText {
  private static func words(in text: String) -> [String] {
    var text = text
    // What stands in quotes as the name of an address holds no other host.
    for name in quotedNames(in: text).reversed() {
      let letters = text[name].map { $0.isLetter || $0.isNumber ? $0 : " " }
      text.replaceSubrange(name, with: String(letters))
    }
    // A spacing accent that is used as a quote would become an accent of its own.
    let unaccented = text.replacing("´", with: " ").replacing("｀", with: " ")
    return unaccented.precomposedStringWithCompatibilityMapping.unicodeScalars
      .split(whereSeparator: separates)
      .map { String(String.UnicodeScalarView($0)) }
  }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace { return true }
    switch scalar.properties.generalCategory {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .control:
      return true
    default: return "\"'`<>|,;،؛、′″‵‶".unicodeScalars.contains(scalar)
    }
  }

  /// A word without the quotes and brackets around it, and without what separates it from more or ends its
  /// sentence.
  static func bare(_ word: Substring) -> String {
    var rest = word
    while let first = rest.unicodeScalars.first, separates(first) {
      rest.unicodeScalars.removeFirst()
    }
    while let last = rest.unicodeScalars.last,
      separates(last) || last != ":" && endsSentence(Character(last))
    {
      rest.unicodeScalars.removeLast()
    }
    return String(rest)
  }

  private static func belongTogether(_ first: Character, _ last: Character) -> Bool {
    guard let opening = first.unicodeScalars.first, first.unicodeScalars.count == 1,
      let closing = last.unicodeScalars.first, last.unicodeScalars.count == 1
    else { return false }
    if "\"'`´*_~|<".contains(first) { return first == last || first == "<" && last == ">" }
    return opens.contains(opening.properties.generalCategory)
      && closes.contains(closing.properties.generalCategory)
  }

  // Which of the two a quote is differs from language to language: „…“, “…”, »…«.
  private static let opens: Set<Unicode.GeneralCategory> = [
    .openPunctuation, .initialPunctuation, .finalPunctuation,
  ]
  private static let closes: Set<Unicode.GeneralCategory> = [
    .closePunctuation, .finalPunctuation, .initialPunctuation,
  ]
}

// MARK: - Addresses

extension PastedText {
  /// The host name in a word, such as `mailto:bob@acme.com?subject=Hi` or `https://www.acme.com/x`.
  static func address(in word: String) -> Address? {
    var rest = Substring(word)
    var isCertain = false
    if let scheme = rest.range(of: "://") {
      rest = rest[scheme.upperBound...]
      isCertain = true
    }
    rest = rest.drop { $0 == "/" || $0 == "\\" }
    rest = rest.prefix { !"/\\?#".contains($0) }
    let decoded =
      rest.contains("%") ? String(rest).removingPercentEncoding ?? String(rest) : String(rest)
    rest = decoded[...]
    if let at = rest.lastIndex(of: "@") {
      rest = rest[rest.index(after: at)...]
      isCertain = true
    }
    // A port stands behind the name, a label such as `Site:` before it.
    let parts = rest.split(separator: ":")
    guard var host = parts.lazy.compactMap(Self.host).first else { return nil }
    if host.hasPrefix("www."), host.dropFirst(4).contains(".") {
      host = String(host.dropFirst(4))
      isCertain = true
    }
    return Address(host: host, isCertain: isCertain)
  }

  private static func host(_ text: Substring) -> String? {
    func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    guard let start = text.firstIndex(where: isPart), let end = text.lastIndex(where: isPart)
    else { return nil }
    // `_dmarc.acme.com` is the name of a record, and no host: the mark is its own, unless one like it
    // stands at the end.
    if text[..<start].last == "_", text[text.index(after: end)...].first != "_" { return nil }
    let host = HostName.normalized(String(text[start...end]))
    guard HostName.problem(in: host) == nil, let last = host.split(separator: ".").last,
      last.count > 1
    else { return nil }
    return host
  }
}

// MARK: - Ids

extension Organization.ID {
  /// The one id in a text, in any case, with or without its prefix, alone or within the address of its
  /// page. Nil where there is none that can be nothing else, or several.
  package init?(pasted text: String) {
    let ids = PastedText(text).identifiers
    guard ids.count == 1, let id = ids.first, id.isCertain else { return nil }
    self = id.id
  }

  /// How many ids there are in a text, each counted once, in the form that WorkOS gives them or another.
  package static func count(in text: String) -> Int { PastedText(text).identifiers.count }
}

extension PastedText {
  private func identifiers(in word: String) -> [Identifier] {
    Self.runs(of: word).compactMap { run in
      let rest = word[run.endIndex...]
      let isLabel = rest.first.map { ":=".contains($0) } == true && !rest.dropFirst().isEmpty
      return Self.identifier(run).flatMap { isLabel && !$0.isCertain ? nil : $0 }
    }
  }

  /// The parts of a text that may be ids, without the marks of italics or of a list around them.
  static func runs(of text: String) -> [Substring] {
    text.split(whereSeparator: { !isOfIdentifier($0) }).compactMap { run in
      guard let first = run.firstIndex(where: { !"_-".contains($0) }),
        let last = run.lastIndex(where: { !"_-".contains($0) })
      else { return nil }
      return run[first...last]
    }
  }

  /// An id as WorkOS writes it, whatever the case of what was typed, and with its prefix.
  static func identifier(_ run: Substring) -> Identifier? {
    let prefix = "org_"
    let hasPrefix = run.lowercased().hasPrefix(prefix)
    let rest = hasPrefix ? run.dropFirst(prefix.count) : run
    let ulid = run.lowercased().hasPrefix("org-") ? run.dropFirst(prefix.count) : rest
    if isULID(ulid) {
      return Identifier(id: .init(rawValue: prefix + ulid.uppercased()), isCertain: true)
    }
    guard hasPrefix, rest.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    return Identifier(id: .init(rawValue: prefix + rest), isCertain: false)
  }

  static func isOfIdentifier(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "_-".contains(character))
  }

  /// 26 characters of Crockford's base 32, of which the first stands for three bits.
  static func isULID(_ text: Substring) -> Bool {
    text.count == 26 && ("0"..."7").contains(text.first ?? "z")
      && text.uppercased().allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains($0) }
  }
}

extension String {
  /// The text without characters that show nothing, each run of blanks as one space, none around it.
  var withoutInvisibles: String {
    var scalars = String.UnicodeScalarView()
    var isBlank = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        isBlank = true
      } else if !scalar.isInvisible {
        if isBlank, !scalars.isEmpty { scalars.append(" ") }
        isBlank = false
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  /// Whether it shows nothing and changes nothing beside it: zero-width blanks, marks of direction.
  ///
  /// Joiners and variation selectors stay: they are part of emoji and of some languages' words.
  var isInvisible: Bool {
    properties.isDefaultIgnorableCodePoint && value != 0x200C && value != 0x200D
      && !properties.isVariationSelector && !(0xE0020...0xE007F).contains(value)
  }
}
