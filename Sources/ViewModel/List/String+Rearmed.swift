import Foundation

extension String {
  /// The text with the dots, signs and schemes that were made harmless before it was sent on, as in
  /// `hxxps[:]//acme[.]com`, `jane(at)acme.com` and `jane at acme dot com`.
  var rearmed: String {
    var text = self
    for colon in ["[:]//", "(:)//", "{:}//", "[://]"] where text.contains(colon) {
      text = text.replacing(colon, with: "://")
    }
    for (scheme, sign) in text.contains("://") ? Self.schemes : [] {
      text = text.replacingOccurrences(of: scheme, with: sign, options: .caseInsensitive)
    }
    if text.contains("[") {
      for (mark, sign) in [(".", "."), ("dot", "."), ("@", "@"), ("at", "@")] {
        for bracketed in [" [\(mark)] ", "[\(mark)]"] {
          text = text.replacingOccurrences(of: bracketed, with: sign, options: .caseInsensitive)
        }
      }
    }
    if text.contains(where: { "({".contains($0) }) { text = text.rearmedWithinBrackets }
    return text.rearmedInWords ?? text
  }

  private static let schemes = [("hxxps://", "https://"), ("hxxp://", "http://")]

  /// The same for round and curly brackets, which mostly hold something else: `Acme (AT) GmbH` is in Austria.
  private var rearmedWithinBrackets: String {
    var text = self
    for (open, close) in [("(", ")"), ("{", "}")] where text.contains(open) {
      for mark in [".", "dot"] {
        let spaced = text.holdsAt(open, close)
        text = text.replacing("\(open)\(mark)\(close)", with: ".", takingBlanks: spaced) {
          $0.first?.isOfHost == true
        }
      }
      for mark in ["@", "at"] {
        text = text.replacing("\(open)\(mark)\(close)", with: "@", takingBlanks: true) { rest in
          // What is behind it has to be a host.
          let host = rest.prefix { $0.isOfHost || $0 == "." }
          return host.dropFirst().dropLast().contains(".")
        }
      }
    }
    return text
  }

  /// Whether there is the sign of an address, armed or not.
  private func holdsAt(_ open: String, _ close: String) -> Bool {
    contains("@") || range(of: "\(open)at\(close)", options: .caseInsensitive) != nil
  }

  /// The text with each mark replaced between two names.
  ///
  /// - Parameters:
  ///   - takesBlanks: whether a mark with blanks around it is one too.
  ///   - fits: whether what follows lets it be one.
  private func replacing(
    _ mark: String, with sign: String, takingBlanks takesBlanks: Bool,
    where fits: (Substring) -> Bool
  ) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.range(of: mark, options: .caseInsensitive) {
      var (before, after) = (rest[..<range.lowerBound], rest[range.upperBound...])
      if takesBlanks, before.last == " ", after.first == " " {
        (before, after) = (before.dropLast(), after.dropFirst())
      }
      if before.last?.isOfHost == true, fits(after) {
        result += before + sign
        rest = after
      } else {
        result += rest[..<range.upperBound]
        rest = rest[range.upperBound...]
      }
    }
    return result + rest
  }

  /// `jane at acme dot com` and `jane@acme dot com`, where the text is nothing else; nil: it is not so.
  private var rearmedInWords: String? {
    guard utf8.count <= Self.longestAddress else { return nil }
    let words = split(separator: " ").map(String.init)
    guard words.count > 2, let first = words.first else { return nil }
    let hasSign = first.contains("@")
    guard hasSign || words[1].lowercased() == "at" else { return nil }
    let rest = words.dropFirst(hasSign ? 1 : 3)
    guard !rest.isEmpty, rest.count.isMultiple(of: 2) else { return nil }
    var address = hasSign ? first : "\(first)@\(words[2])"
    for (number, word) in rest.enumerated() {
      if number.isMultiple(of: 2) {
        guard word.lowercased() == "dot" else { return nil }
      } else {
        address += ".\(word)"
      }
    }
    return address
  }

  /// RFC 5321's limit, with room for words in place of signs.
  private static let longestAddress = 1024
}

extension Character {
  fileprivate var isOfHost: Bool { isLetter || isNumber || self == "-" || self == "_" }
}
