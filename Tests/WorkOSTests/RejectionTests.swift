import Foundation
import TestSupport
import Testing
import WorkOS

/// Every shape of error body that the API, its gateway and the emulator are known to send.
@Suite(.timeLimit(.minutes(20)))
struct RejectionTests {
  typealias FieldError = WorkOSError.FieldError

  @Test(arguments: [
    (401, #"{"message":"Unauthorized"}"#, nil, "Unauthorized"),
    (403, #"{"message":"Forbidden","error":"Forbidden","statusCode":403}"#, nil, "Forbidden"),
    (
      409, #"{"code":"domain_already_exists","message":"Taken."}"#, "domain_already_exists",
      "Taken."
    ),
    (
      404, #"{"message":"Directory not found: 'x'.","code":"entity_not_found","entity_id":"x"}"#,
      "entity_not_found", "Directory not found: 'x'."
    ),
    (400, #"{"error":"invalid_grant","error_description":"Bad."}"#, "invalid_grant", "Bad."),
    (
      400, #"{"message":["a is wrong","b is wrong"],"error":"Bad Request"}"#, nil,
      "a is wrong; b is wrong"
    ),
    (400, #"{"error":"Bad Request"}"#, nil, "Bad Request"),
    (500, #"{"message":"","code":"","error":null}"#, nil, nil),
    (500, #"{"message":{"a":1},"code":7,"errors":"x"}"#, nil, nil),
    (502, "<html><body>502 Bad Gateway</body></html>", nil, nil),
    (401, "", nil, nil),
    (500, "null", nil, nil),
    (500, #"["x"]"#, nil, nil),
  ])
  func `a code and a message are found where they are`(
    status: Int, body: String, code: String?, message: String?
  ) async throws {
    let rejection = try await rejection(status: status, body)

    #expect(rejection == .init(status: status, code: code, message: message))
  }

  @Test(arguments: [
    (
      #"{"message":"Validation failed","errors":[{"field":"name","code":"name must be a string"}]}"#,
      FieldError(field: "name", code: "name must be a string")
    ),
    (
      #"{"code":"invalid_request_parameters","message":"Validation failed","errors":[{"code":"external_id_too_long","message":"Too long."}]}"#,
      FieldError(field: "external_id", code: "external_id_too_long", message: "Too long.")
    ),
    (
      #"{"errors":[{"code":"email_string_required","message":"Email should be a string."}]}"#,
      FieldError(code: "email_string_required", message: "Email should be a string.")
    ),
    (
      #"{"errors":["metadata.tier must be shorter"]}"#,
      FieldError(field: "metadata", message: "metadata.tier must be shorter")
    ),
    (
      #"{"errors":["names must be unique"]}"#, FieldError(message: "names must be unique")
    ),
    (
      #"{"errors":[7,{"field":"domain_data"}]}"#, FieldError(field: "domain_data")
    ),
  ])
  func `errors of fields are read in every dialect`(
    body: String, expected: FieldError
  ) async throws {
    let rejection = try await rejection(status: 422, body)

    #expect(rejection.fieldErrors.filter { $0 != FieldError() } == [expected])
  }

  @Test(arguments: [
    (400, "external_id_already_used", "external_id"),
    (400, "stripe_customer_id_already_used", "stripe_customer_id"),
    (400, "invalid_metadata", "metadata"),
  ])
  func `a code that is about one field names it`(
    status: Int, code: String, field: String
  ) async throws {
    let rejection = try await rejection(
      status: status, #"{"code":"\#(code)","message":"No."}"#)

    #expect(rejection.fieldErrors == [FieldError(field: field, code: code, message: "No.")])
  }

  @Test func `a message that begins with a field names it`() async throws {
    let rejection = try await rejection(
      status: 422,
      #"{"message":"stripe_customer_id is not enabled for this environment","error":"Unprocessable Entity"}"#
    )

    #expect(rejection.fieldErrors.map(\.field) == ["stripe_customer_id"])
  }

  @Test func `the request id is kept to be quoted`() async throws {
    let rejection = try await rejection(status: 500, "", headers: ["x-request-id": "r1"])

    #expect(rejection == .init(status: 500, requestID: "r1"))
  }

  @Test func `an empty request id is none`() async throws {
    let rejection = try await rejection(status: 500, "", headers: ["x-request-id": ""])

    #expect(rejection.requestID == nil)
  }

  @Test(arguments: [
    ("0", 0), ("30", 30), (" 1.5 ", 1.5), ("-3", nil), ("1e308", 31_536_000),
    ("Sun, 06 Nov 1994 08:49:37 GMT", 37), ("Sun, 06 Nov 1994 08:48:00 GMT", 0),
    ("soon", nil), ("", nil), ("inf", nil), ("nan", nil),
  ])
  func `a wait is read as seconds or as a date`(header: String, seconds: Double?) async throws {
    let rejection = try await rejection(
      status: 429, "", headers: ["retry-after": header], now: try date("1994-11-06T08:49:00Z"))

    #expect(rejection.retryAfter == seconds)
  }

  @Test(arguments: [
    ("https://elsewhere.example/login?token=x", "elsewhere.example"),
    ("/relative", "api.workos.com"),
  ])
  func `a redirect is refused by the name of its host alone`(
    location: String, host: String
  ) async throws {
    let stub = StubTransport([.json("", status: 302, headers: ["location": location])])

    await #expect(
      throws: WorkOSError.transport(.redirectRefused(status: 302, location: host))
    ) {
      try await WorkOSClient.stubbed(stub).send(Organizations.get("org_1"))
    }
  }

  @Test(arguments: [(101, ""), (300, "/a"), (304, "https://b.example"), (305, "/a"), (302, "")])
  func `what is no redirect points nowhere`(status: Int, location: String) async throws {
    let headers = location.isEmpty ? [:] : ["location": location]

    #expect(try await rejection(status: status, "", headers: headers).status == status)
  }

  @Test func `a transport's failure passes through`() async throws {
    let stub = StubTransport([.failure(.connectionLost)])

    await #expect(throws: WorkOSError.transport(.connectionLost)) {
      try await WorkOSClient.stubbed(stub).send(Organizations.get("org_1"))
    }
  }

  @Test(arguments: ["https://sk_test_secret/login", "https://\u{FF53}k_test_secret/"])
  func `a redirect to a host that is the key is told without it`(location: String) async throws {
    let stub = StubTransport([.json("", status: 302, headers: ["location": location])])

    await #expect {
      try await WorkOSClient.stubbed(stub).send(Organizations.get("org_1"))
    } throws: { error in
      !"\(error)".contains("secret")
    }
  }
}
