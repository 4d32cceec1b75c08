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
    if let inner = taken(from: text) { return .marks(inner: inner) }
    // What was pasted may have been several lines.
    return text.contains(where: \.isWhitespace) ? .blankWithin : nil
  }

  /// The external id in a text that holds more than it: quotes, a label, the full stop of its sentence. Nil
  /// where there is nothing around it.
  package static func externalID(takenFrom text: String) -> String? {
    let inner = PastedText(taken(from: text) ?? text).bare
    return inner.isEmpty || inner == text ? nil : inner
  }

  /// What is left without quotes, labels and signs, however many of them stand around each other.
  private static func taken(from text: String) -> String? {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var inner = text
    while let less = strippedOnce(inner) { inner = less }
    return inner == text ? nil : inner
  }

  private static func strippedOnce(_ text: String) -> String? {
    let unwrapped = PastedText(text).unwrapped
    if !unwrapped.isEmpty, unwrapped != text { return unwrapped }
    if let label = Inquiry.labelled(text), label.field == .externalID || text.contains(": ") {
      return label.value
    }
    return Inquiry.alternative(to: text)
  }
}
