import Cells
import ViewModel
import WorkOS

/// E-mail addresses, and domains beside them, as they are shown: in the letters of their language where
/// those can be read.
enum AddressWords {
  /// `jan@müller.de`; where it could be taken for another address, `jan@xn--…`.
  static func readable(_ address: String) -> String { InternationalName.readable(of: address) }

  /// A sentence with the addresses and domains in it as they are read, but for those in brackets, which
  /// stand behind that form.
  static func readable(inSentence sentence: String) -> String {
    guard sentence.contains("xn--") else { return sentence }
    return sentence.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
      // Of a name that was cut it is not known what it reads.
      guard word.contains("xn--"), !word.hasPrefix("("), !word.contains("…") else {
        return String(word)
      }
      let name = word.trimming { "“”\"’,;:.!?".contains($0) }
      let shown = readable(String(name))
      return "\(word[..<name.startIndex])\(shown)\(word[name.endIndex...])"
    }.joined(separator: " ")
  }

  /// `jan@müller.de (xn--mller-kva.de)`, or a domain alone in both its forms; any other text as it is.
  static func both(_ text: String) -> String { InternationalName.both(of: text) }

  /// As much of an address as has room, of its domain too: by the beginnings of both it is told from most
  /// others. Any other text as it is.
  static func cut(_ address: String, columns: Int) -> String {
    guard DisplayWidth.of(address) > columns, let at = address.lastIndex(of: "@"),
      at > address.startIndex, columns > 8
    else { return address }
    let (name, domain) = (String(address[..<at]), String(address[at...].dropFirst()))
    let room = columns - 1
    // The name is whole where that leaves as much of the domain.
    let ofDomain = max(room - DisplayWidth.of(name), min(DisplayWidth.of(domain), room * 2 / 5))
    return ListWords.shortened(name, columns: room - ofDomain) + "@"
      + ListWords.shortened(domain, columns: ofDomain)
  }

  /// The same in a few words of a sentence.
  static func shortened(_ address: String) -> String {
    ListWords.shortened(cut(readable(address), columns: 40), columns: 40)
  }

  /// `“jan@müller.de” (xn--mller-kva.de)`: what was asked for, where nothing was found by it.
  static func quoted(_ address: String) -> String {
    let shown = readable(address)
    let quoted = ListWords.quoted(shown, columns: 40)
    guard shown != address else { return quoted }
    let domain = address.lastIndex(of: "@").map { address[address.index(after: $0)...] }
    return "\(quoted) (\(domain ?? address[...]))"
  }

  /// The same of what a filter looks for: `“jane@acme.com”, “bob@acme.com” or 2 more`.
  static func quoted(_ filter: FilterText) -> String {
    guard !filter.taken.isEmpty else { return quoted(filter.text) }
    var words = filter.taken.prefix(2).map { quoted($0) }
    let rest = filter.taken.count - words.count
    if rest > 0 { words = [words.joined(separator: ", "), "\(rest) more"] }
    return words.joined(separator: " or ")
  }
}

extension Substring {
  /// What is left between such characters at both ends.
  fileprivate func trimming(_ isMark: (Character) -> Bool) -> Substring {
    var rest = drop(while: isMark)
    while let last = rest.last, isMark(last) { rest.removeLast() }
    return rest
  }
}
