import ViewModel
import WorkOS

/// E-mail addresses as they are shown: in the letters of their language where those can be read.
enum AddressWords {
  /// `jan@müller.de`; where it could be taken for another address, `jan@xn--…`.
  static func readable(_ address: String) -> String { EmailAddress.readable(address) ?? address }

  /// The same in a few words of a sentence.
  static func shortened(_ address: String) -> String {
    ListWords.shortened(readable(address), columns: 40)
  }

  /// `“jan@müller.de” (xn--mller-kva.de)`: what was asked for, where nothing was found by it.
  static func quoted(_ address: String) -> String {
    let readable = EmailAddress.readable(address) ?? InternationalName.readable(address)
    let quoted = ListWords.quoted(readable ?? address, columns: 40)
    guard readable != nil else { return quoted }
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
