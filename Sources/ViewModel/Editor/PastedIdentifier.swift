/// An id that another system gives, in what was pasted of it.
package enum PastedIdentifier {
  /// Stripe's id of a customer in a text that holds more than it, such as the address of their page in
  /// Stripe's dashboard. Nil where the text is nothing else, holds none, or several.
  ///
  /// Stripe's ids begin with the kind of their object, `cus_` for customers: docs.stripe.com/api/customers.
  package static func stripeCustomer(takenFrom text: String) -> String? {
    let runs = PastedText.bounded(text)
      .split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
    let ids = Set(runs.filter { $0.hasPrefix("cus_") && $0.count > "cus_".count })
    guard ids.count == 1, let id = ids.first, id != text[...] else { return nil }
    return String(id)
  }

  /// What stands around an id and would be sent as a part of it; nil: nothing.
  static func surroundings(of text: String) -> DraftProblem.Surroundings? {
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true { return .blanks }
    let inner = PastedText(text).unwrapped
    return inner.isEmpty || inner == text ? nil : .marks(inner: inner)
  }
}
