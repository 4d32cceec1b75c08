import ViewModel

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
    let quoted = ListWords.quoted(readable(address), columns: 40)
    guard EmailAddress.readable(address) != nil, let at = address.lastIndex(of: "@") else {
      return quoted
    }
    return "\(quoted) (\(address[address.index(after: at)...]))"
  }
}
