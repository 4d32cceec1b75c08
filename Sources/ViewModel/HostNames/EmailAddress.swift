import Foundation
import WorkOS

/// The e-mail address in what was typed or pasted.
package enum EmailAddress {
  /// Why there is not one.
  package struct Problem: Error, Equatable, Sendable {
    package var sentence: String
  }

  /// The one address in a text: as it was typed where it is nothing else, in lower case where it had to be
  /// taken out of what stands around it, as in `"Doe, Jane" <jane@acme.com>`.
  package static func one(in text: String) -> Result<String, Problem> {
    let typed = PastedText.bounded(text).withoutInvisibles
    if isAddress(typed) { return .success(typed) }
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

  /// Whether a text is an address and nothing else. What can stand before the sign is RFC 5322's `dot-atom`,
  /// which needs no quotes.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, HostName.problem(in: String(parts[1])) == nil,
      let first = parts[0].first, let last = parts[0].last
    else { return false }
    // Quotes around a whole name belong to the sentence that it was taken from.
    return !"'`.".contains(first) && !"'`.".contains(last)
      && parts[0].allSatisfy { $0.isLetter || $0.isNumber || "!#$%&'*+-/=?^_`{|}~.".contains($0) }
  }
}
