/// Why the API refuses a request, as the facts that end up in the answer.
package struct APIProblem: Error, Equatable, Sendable {
  /// What is wrong with one field, as the organizations family says it.
  struct FieldError: Equatable, Sendable {
    var field: String
    var code: String
  }

  /// What is wrong with one field, as `/user_management` says it.
  struct CodedError: Equatable, Sendable {
    var code: String
    var message: String
  }

  var status: Int
  var code: String?
  var message: String
  var fieldErrors: [FieldError] = []
  var codedErrors: [CodedError] = []
  var entityID: String?
  var headers: [HTTPHeader] = []

  static let unauthorized = APIProblem(status: 401, message: "Unauthorized")
  static let notFound = APIProblem(status: 404, message: "Not Found")

  /// - Parameter name: what it is called in the message, such as `Organization`.
  static func entityNotFound(_ name: String, _ id: String) -> APIProblem {
    APIProblem(
      status: 404, code: "entity_not_found", message: "\(name) not found: '\(id)'.", entityID: id)
  }

  static func methodNotAllowed(_ methods: [String]) -> APIProblem {
    APIProblem(
      status: 405, message: "Method Not Allowed",
      headers: [HTTPHeader("Allow", methods.joined(separator: ", "))])
  }

  static func validation(_ errors: [FieldError]) -> APIProblem {
    APIProblem(status: 422, message: "Validation failed", fieldErrors: errors)
  }

  static func invalid(_ field: String, _ code: String) -> APIProblem {
    validation([FieldError(field: field, code: code)])
  }

  /// A request that is refused whole; the API's description has a code in each of them.
  static func badRequest(
    code: String = "invalid_request_parameters", _ message: String
  ) -> APIProblem {
    APIProblem(status: 400, code: code, message: message)
  }

  static func domainNotFound(_ id: String) -> APIProblem {
    entityNotFound("Organization Domain", id)
  }

  /// A page in a browser gets here under a name of its own that leads to this machine.
  static func misdirected(_ host: String) -> APIProblem {
    APIProblem(
      status: 421, code: "misdirected_request",
      message: "The sandbox answers to localhost and 127.0.0.1 only, not to “\(host)”.")
  }

  static let rateLimitMessage = """
    Rate limit exceeded. See the WorkOS docs for more information: \
    https://workos.com/docs/reference/rate-limits
    """

  static func rateLimited(retryAfter seconds: Int) -> APIProblem {
    APIProblem(
      status: 429, message: rateLimitMessage,
      headers: [HTTPHeader("Retry-After", String(seconds))])
  }

  var response: HTTPResponse {
    var writer = JSONWriter(capacity: 256)
    writer.object { writer in
      writer.member("message", message)
      if let code { writer.member("code", code) }
      if let entityID { writer.member("entity_id", entityID) }
      if !fieldErrors.isEmpty || !codedErrors.isEmpty {
        writer.key("errors")
        writer.array { writer in
          for error in fieldErrors {
            writer.object { writer in
              writer.member("field", error.field)
              writer.member("code", error.code)
            }
          }
          for error in codedErrors {
            writer.object { writer in
              writer.member("code", error.code)
              writer.member("message", error.message)
            }
          }
        }
      }
    }
    var response = HTTPResponse.json(status, writer.bytes)
    response.headers += headers
    return response
  }
}
