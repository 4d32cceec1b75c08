/// An id that another system gives, in what was pasted of it.
package enum PastedIdentifier {
  /// Stripe's id of a customer in a text that holds more than it, such as the address of their page in
  /// Stripe's dashboard. Nil where the text is nothing else, holds none, or several.
  ///
  /// Stripe's ids begin with the kind of their object, `cus_` for customers: docs.stripe.com/api/customers.
  package static func stripeCustomer(takenFrom text: String) -> String? {
    let ids = stripeCustomers(in: PastedText.bounded(text))
    guard ids.count == 1, let id = ids.first, id != text else { return nil }
    return id
  }

  /// Each such id in a text.
  static func stripeCustomers(in text: String) -> [String] {
    var ids: [String] = []
    for run in PastedText.runs(of: text) where run.hasPrefix("cus_") && !run.contains("-") {
      if !ids.contains(String(run)) { ids.append(String(run)) }
    }
    return ids
  }

  /// Whether a host is one of Stripe's, such as that of its dashboard.
  static func isStripes(_ host: String) -> Bool {
    host == "stripe.com" || host.hasSuffix(".stripe.com")
  }

  /// What stands around an id, such as quotes or the label before it, and would be sent as a part of it; nil:
  /// nothing.
  static func surroundings(of text: String) -> DraftProblem.Surroundings? {
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true { return .blanks }
    if let label = Inquiry.labelled(text), label.field == .externalID || text.contains(": ") {
      return .marks(inner: label.value)
    }
    let inner = PastedText(text).unwrapped
    return inner.isEmpty || inner == text ? nil : .marks(inner: inner)
  }
}
