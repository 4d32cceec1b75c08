import Foundation

@testable import WorkOS

/// Any bytes as the body of an error answer, and any last line as its `Retry-After`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  var input = FuzzInput(start, count)
  let status = 400 + Int(input.choice())
  let lines = input.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  let retryAfter = String(decoding: lines.last ?? [], as: UTF8.self)
  let key = APIKey(secret: "sk_test_x")
  let body = Redaction(secret: key.secret).redacted(Data(input.bytes))
  promise("the key is nowhere in the body", body.range(of: Data(key.secret.utf8)) == nil)

  let response = HTTPResponse(
    status: status, headers: ["retry-after": retryAfter, "x-request-id": retryAfter], body: body)
  let rejection = WorkOSError.Rejection(response, now: Date(timeIntervalSince1970: 784_111_777))

  promise("the status is the answer's", rejection.status == status)
  promise("no text is empty", rejection.code != "" && rejection.message != "")
  promise("a request id says something", rejection.requestID != "")
  if let seconds = rejection.retryAfter {
    promise("a wait is a number of seconds", seconds.isFinite && seconds >= 0)
  }
  for error in rejection.fieldErrors {
    promise("no text of a field is empty", error.field != "" && error.message != "")
  }
  return 0
}
