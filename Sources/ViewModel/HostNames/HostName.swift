import Foundation
import WorkOS

/// The rules for the domain of an organization: a host name such as `acme.com`.
extension HostName {
  /// Why a text is not a host name.
  package enum Problem: Equatable, Sendable {
    case empty
    /// A scheme, path, port or user name; `suggestion` is the host name within.
    case notOnlyAHost(suggestion: String?)
    case noDot
    case invalidCharacter(Character)
    case invalidLabel
    /// Longer than 253 characters, or a label longer than 63.
    case tooLong
    /// Letters beyond ASCII for which there is no `xn--` form.
    case notConvertible
  }

  package static func problem(in text: String) -> Problem? {
    let typed = text.trimmed
    if typed.isEmpty { return .empty }
    if typed.utf8.count > PastedText.longest { return .tooLong }
    guard let name = InternationalName.ascii(typed) else {
      return hasForeignParts(typed)
        ? .notOnlyAHost(suggestion: likely(in: typed))
        : typed.split(separator: ".").contains { $0.utf8.count > 63 } ? .tooLong : .notConvertible
    }
    if hasForeignParts(name) { return .notOnlyAHost(suggestion: likely(in: name)) }
    if let stray = name.first(where: { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }) {
      return .invalidCharacter(stray)
    }
    if name.utf8.count > 253 { return .tooLong }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count < 2 { return .noDot }
    if labels.contains(where: { $0.utf8.count > 63 }) { return .tooLong }
    if labels.contains(where: { $0.isEmpty || $0.hasPrefix("-") || $0.hasSuffix("-") }) {
      return .invalidLabel
    }
    // A last label of digits would be an address, which is no domain.
    return labels.last?.allSatisfy(\.isNumber) == true ? .invalidLabel : nil
  }

  /// Whether there are signs of a URL or an e-mail address.
  private static func hasForeignParts(_ text: String) -> Bool {
    text.contains { "/@:".contains($0) }
  }

  /// The host name in a host name, an e-mail address or a URL.
  package static func likely(in text: String) -> String? {
    PastedText(text).addresses.first?.host
  }

  /// The host name to take out of a text that holds one and is none, as it is read: that of a URL, of an
  /// e-mail address, one in quotes, or behind a label. Nil where it is one already, and where it would be a guess.
  package static func taken(from text: String) -> String? {
    guard text.utf8.count <= PastedText.longest, problem(in: text) != nil else { return nil }
    let label = Inquiry.labelled(text)
    let pasted = PastedText(label?.field == .domain ? label?.value ?? text : text)
    let addresses = pasted.addresses
    guard addresses.count == 1, let address = addresses.first,
      address.isCertain || pasted.words.count == 1
    else { return nil }
    return InternationalName.readable(address.host) ?? address.host
  }

  /// What is left of the name of a web site, `www.acme.com`, as it is read: the domain that e-mail addresses
  /// mostly have. Nil where it is no such name.
  package static func withoutWWW(_ text: String) -> String? {
    let name = normalized(text)
    guard name.hasPrefix("www.") else { return nil }
    let domain = String(name.dropFirst("www.".count))
    return problem(in: domain) == nil ? InternationalName.readable(domain) ?? domain : nil
  }

  /// Why to look twice at a domain: it is kept as it was typed.
  static func warnings(about name: String) -> [String] {
    withoutWWW(name).map {
      ["It is kept with its www.; e-mail addresses mostly end in \($0)."]
    } ?? []
  }
}

// MARK: - Letters beyond ASCII

extension HostName {
  /// Host names and e-mail addresses in a text in the form in which they do not stand there: with or
  /// without `xn--`.
  static func otherForms(in text: String) -> [String] {
    // Nearly every text: nothing to look into, for as many rows as come.
    guard text.utf8.count <= PastedText.longest, mayHaveTwoForms(text) else { return [] }
    return text.split { $0.isWhitespace || ",;()<>".contains($0) }.compactMap(otherForm)
  }

  private static func otherForm(of word: Substring) -> String? {
    let word = String(word)
    if word.contains("@") {
      let ascii = EmailAddress.ascii(word)
      return ascii == word ? EmailAddress.readable(word) : ascii
    }
    guard word.contains("."), problem(in: word) == nil else { return nil }
    return word.firstBeyondASCII == nil
      ? InternationalName.readable(word) : InternationalName.ascii(word)
  }

  private static func mayHaveTwoForms(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte >= 0x80 || byte == UInt8(ascii: "-") && last == byte { return true }
      last = byte
    }
    return false
  }
}

extension StringProtocol {
  /// The first character beyond ASCII, found byte by byte.
  var firstBeyondASCII: Character? {
    utf8.firstIndex { $0 >= 0x80 }.map { self[$0] }
  }
}

extension String {
  /// Whether there is nothing to see: empty, or only white space.
  package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
