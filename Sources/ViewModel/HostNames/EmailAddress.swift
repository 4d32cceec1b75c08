import Foundation
import WorkOS

/// The e-mail address in what was typed or pasted.
package enum EmailAddress {
  /// Why there is not one.
  package struct Problem: Error, Equatable, Sendable {
    package var sentence: String
  }

  /// The one address in a text, in the form in which it is asked for and sent: as it was typed where it is
  /// nothing else, in lower case where it had to be taken out of what stands around it, as in
  /// `"Doe, Jane" <jane@acme.com>`.
  package static func one(in text: String) -> Result<String, Problem> {
    let typed = PastedText.bounded(text).withoutInvisibles
    if isAddress(typed) { return .success(ascii(typed)) }
    let emails = PastedText(text).emails
    guard let email = emails.first else {
      return .failure(Problem(sentence: "Type or paste an e-mail address."))
    }
    return emails.count == 1
      ? .success(email)
      : .failure(
        Problem(
          sentence: "There are \(emails.count) addresses in it. Leave the one that is meant."))
  }

  /// What a field shows of the one address in a text: what was typed where that is nothing else, or else
  /// the address as people read it; the text where there is none.
  static func shown(in text: String) -> String {
    let typed = PastedText.bounded(text).withoutInvisibles
    if isAddress(typed) { return typed }
    guard case .success(let email) = one(in: text) else { return text }
    return readable(email) ?? email
  }

  /// Whether a text is an address and nothing else. What can stand before the sign is RFC 5322's `dot-atom`,
  /// which needs no quotes.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, HostName.problem(in: String(parts[1])) == nil,
      let first = parts[0].first, let last = parts[0].last
    else { return false }
    // Quotes around a whole name belong to the sentence that it was taken from, a dash to its list.
    return !"'`.-".contains(first) && !"'`.".contains(last)
      && parts[0].allSatisfy { $0.isLetter || $0.isNumber || "!#$%&'*+-/=?^_`{|}~.".contains($0) }
  }
}

// MARK: - Domains beyond ASCII

extension EmailAddress {
  /// The form in which an address is asked for and sent, such as `jan@xn--mller-kva.de`: its domain as
  /// the DNS has it, all else as it is.
  package static func ascii(_ address: String) -> String {
    guard let (name, domain) = parts(of: address), domain.firstBeyondASCII != nil,
      let host = InternationalName.ascii(String(domain))
    else { return address }
    return name + host
  }

  /// The form in which people read an address, such as `jan@müller.de`; nil when there is no other, or
  /// where it could be taken for another address.
  package static func readable(_ address: String) -> String? {
    parts(of: address).flatMap { name, domain in
      InternationalName.readable(String(domain)).map { name + $0 }
    }
  }

  /// An address with its domain in both forms: `jan@müller.de (xn--mller-kva.de)`.
  package static func both(_ address: String) -> String {
    let sent = ascii(address)
    guard let readable = readable(sent), let (_, domain) = parts(of: sent) else { return sent }
    return "\(readable) (\(domain))"
  }

  /// Whether two are the same, whatever their case and however their domains are written: the API finds
  /// `Jane@acme.com` as `jane@acme.com`.
  package static func areSame(_ one: String, _ other: String) -> Bool {
    ascii(one).lowercased() == ascii(other).lowercased()
  }

  /// What stands before the domain, with the sign, and the domain.
  private static func parts(of address: String) -> (name: Substring, domain: Substring)? {
    address.lastIndex(of: "@").map {
      (address[...$0], address[address.index(after: $0)...])
    }
  }
}

extension InternationalName {
  /// `müller.de (xn--mller-kva.de)`; where it could be taken for another name, `xn--…` alone.
  package static func both(_ domain: String) -> String {
    let ascii = Self.ascii(domain) ?? domain
    return readable(ascii).map { "\($0) (\(ascii))" } ?? ascii
  }

  /// An e-mail address or a domain in both its forms; any other text as it is.
  package static func both(of text: String) -> String {
    guard text.contains("xn--") else { return text }
    if text.contains("@") { return EmailAddress.both(text) }
    return HostName.problem(in: text) == nil ? both(text) : text
  }

  /// The same in the form that is read, where there is little room.
  package static func readable(of text: String) -> String {
    if let readable = EmailAddress.readable(text) { return readable }
    return text.contains("xn--") ? Self.readable(text) ?? text : text
  }

  /// Why to look twice at a name: its letters could be taken for those of another.
  static func warnings(about name: String) -> [String] {
    guard ascii(name)?.contains("xn--") == true, readable(name) == nil else { return [] }
    return [
      "Its letters could be taken for those of another name: see that it is the one that is meant."
    ]
  }
}
