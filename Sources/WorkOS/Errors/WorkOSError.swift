/// Why a call to the API failed, as facts; the front end puts them into words.
package enum WorkOSError: Error, Equatable, Sendable {
  /// No usable answer arrived; a write may or may not have been carried out.
  case transport(TransportError)
  /// The server answered with an error status.
  case rejected(Rejection)
  /// The status said success, and the body could not be understood.
  case undecodable(Undecodable)

  package struct Rejection: Equatable, Sendable {
    package var status: Int
    /// The API's machine-readable code, such as `external_id_already_used`.
    package var code: String?
    /// The server's message, in its words.
    package var message: String?
    package var fieldErrors: [FieldError]
    /// The `X-Request-ID` to quote to WorkOS support.
    package var requestID: String?
    /// The seconds the server asked to wait before trying again.
    package var retryAfter: Double?
    /// Whether it was the answer to another request, and this one did not leave for it.
    package var isToAnother: Bool

    package init(
      status: Int,
      code: String? = nil,
      message: String? = nil,
      fieldErrors: [FieldError] = [],
      requestID: String? = nil,
      retryAfter: Double? = nil,
      isToAnother: Bool = false
    ) {
      self.status = status
      self.code = code
      self.message = message
      self.fieldErrors = fieldErrors
      self.requestID = requestID
      self.retryAfter = retryAfter
      self.isToAnother = isToAnother
    }
  }

  package struct FieldError: Equatable, Sendable {
    /// The field in the API's spelling, such as `external_id`, when the server names one.
    package var field: String?
    package var code: String?
    package var message: String?

    package init(field: String? = nil, code: String? = nil, message: String? = nil) {
      self.field = field
      self.code = code
      self.message = message
    }
  }

  package struct Undecodable: Equatable, Sendable {
    package var status: Int
    /// Where and why decoding stopped, without any of the body.
    package var detail: String
    package var requestID: String?

    package init(status: Int, detail: String, requestID: String? = nil) {
      self.status = status
      self.detail = detail
      self.requestID = requestID
    }
  }
}
