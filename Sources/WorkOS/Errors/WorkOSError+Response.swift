import Foundation

extension WorkOSError.Rejection {
  /// Reads an answer whose status is an error; what its body does not say stays nil.
  ///
  /// Bodies that are not JSON, such as the HTML of a proxy, say nothing.
  init(_ response: HTTPResponse, now: Date) {
    let body = try? JSONDecoder().decode(ErrorBody.self, from: response.body)
    self.init(
      status: response.status,
      code: body?.code,
      message: body?.message,
      fieldErrors: body?.errors.map(WorkOSError.FieldError.init) ?? [],
      requestID: response.requestID,
      retryAfter: response.headers["retry-after"].flatMap { Self.seconds($0, after: now) }
    )
    if fieldErrors.isEmpty, [400, 422].contains(status),
      let field = RequestField(code: code, message: message)
    {
      fieldErrors = [.init(field: field.rawValue, code: code, message: message)]
    }
  }

  /// The seconds a `Retry-After` asks for, which is a number of them or an HTTP date.
  private static func seconds(_ retryAfter: String, after now: Date) -> Double? {
    let text = retryAfter.trimmingCharacters(in: .whitespaces)
    if let seconds = Double(text) {
      return seconds.isFinite && seconds >= 0 ? min(seconds, longestWait) : nil
    }
    guard let date = try? Date(text, strategy: .http) else { return nil }
    return min(max(0, date.timeIntervalSince(now)), longestWait)
  }

  /// A year; what is more is no time to wait, and no number to count with.
  private static let longestWait: Double = 365 * 86_400
}

extension WorkOSError.FieldError {
  fileprivate init(_ detail: ErrorBody.Detail) {
    self.init(
      field: detail.field ?? RequestField(code: detail.code, message: detail.message)?.rawValue,
      code: detail.code,
      message: detail.message
    )
  }
}

/// A field of a request body, as one dialect of errors names it only in passing.
private enum RequestField: String, CaseIterable {
  case name
  case externalID = "external_id"
  case stripeCustomerID = "stripe_customer_id"
  case metadata
  case domainData = "domain_data"
  case domains

  /// The field that a code or a message begins with; nil when neither begins with one.
  init?(code: String?, message: String?) {
    if code == "invalid_metadata" {
      self = .metadata
      return
    }
    let texts = [code, message].compactMap { $0?.lowercased() }
    for text in texts {
      if let field = Self.allCases.first(where: { $0.begins(text) }) {
        self = field
        return
      }
    }
    return nil
  }

  private func begins(_ text: String) -> Bool {
    guard text.hasPrefix(rawValue) else { return false }
    let next = text.dropFirst(rawValue.count).first
    return next.map { !$0.isLetter && !$0.isNumber } ?? true
  }
}
