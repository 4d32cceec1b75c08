import Foundation
import Testing

@testable import WorkOS

/// A key that a server repeats is in nothing that is made of its answer.
struct RedactionTests {
  private let redaction = Redaction(secret: "sk_test_Zq7/vN3kXw9L")

  private func body(_ text: String) -> String {
    String(decoding: redaction.redacted(Data(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    (#"{"message":"No sk_test_Zq7/vN3kXw9L."}"#, #"{"message":"No …."}"#),
    (#"{"message":"sk_test_Zq7\/vN3kXw9L"}"#, #"{"message":"…"}"#),
    (#"{"message":"\u0073k_test_Zq7/vN3kXw9L!"}"#, #"{"message":"…!"}"#),
    (#"{"id":"\u0073\u006B\u005f\u0074est_Zq7\u002FvN3kXw9\u004c"}"#, #"{"id":"…"}"#),
    (#"{"m":"{\"key\":\"sk_test_Zq7/vN3kXw9L\"}"}"#, #"{"m":"{\"key\":\"…\"}"}"#),
    (#"{"m":"\\u0073k_test_Zq7/vN3kXw9L"}"#, #"{"m":"…"}"#),
    (#"{"m":"a\nsk_test_Zq7/vN3kXw9L\u00e9"}"#, #"{"m":"a\n…é"}"#),
    (#"{"url":"/?key=sk%5Ftest%5fZq7%2FvN3kXw9L&x=1"}"#, #"{"url":"/?key=…&x=1"}"#),
    (#"{"m":"SK_TEST_ZQ7/VN3KXW9L"}"#, #"{"m":"…"}"#),
    (#"{"m":"&#115;k_test_Zq7&#x2F;vN3kXw9L"}"#, #"{"m":"…"}"#),
    (#"{"sk_test_Zq7/vN3kXw9L":[1,"sk_test_Zq7/vN3kXw9L"]}"#, #"{"…":[1,"…"]}"#),
    ("sk_test_Zq7/vN3kXw9L\u{301}", "…\u{301}"),
    ("<p>sk_test_Zq7/vN3kXw9Lsk_test_Zq7/vN3kXw9L</p>", "<p>……</p>"),
  ])
  func `it is taken out of a body in every spelling`(text: String, clean: String) throws {
    #expect(body(text) == clean)
  }

  @Test(arguments: ["", "Bearer ", "xy", "user:"])
  func `it is taken out of base 64, wherever it begins there`(before: String) throws {
    let encoded = Data((before + "sk_test_Zq7/vN3kXw9L:").utf8).base64EncodedString()

    let clean = body(#"{"m":"\#(encoded)"}"#)

    let rest = clean.dropFirst(6).dropLast(2)
    #expect(rest.contains("…"))
    #expect(rest.count < before.count * 2 + 9, "\(clean)")
  }

  @Test(arguments: [
    #"{"name":"sk_test_ and Zq7","n":1.0,"m":"\u0041\/"}"#, "", "\"", "{\"a\":\"\\", "%7", "&#1",
    "\\u00",
  ])
  func `what holds no key is left as it is, to the byte`(text: String) {
    #expect(body(text) == text)
  }

  @Test func `a short key is no reason to take words apart`() {
    let short = Redaction(secret: "name")

    #expect(short.redacted(Data(#"{"name":1}"#.utf8)) == Data(#"{"name":1}"#.utf8))
  }

  @Test func `an answer loses the key of its request in every header and in the body`() {
    let request = HTTPRequest(
      method: .get, url: URL(filePath: "/"), headers: ["Authorization": "Bearer sk_test_secret"])
    let response = HTTPResponse(
      status: 401,
      headers: ["x-request-id": "req sk_test_secret", "location": "/%73k_test_secret"],
      body: Data("sk_test_secret".utf8))

    let clean = response.withoutSecret(of: request)

    #expect(clean.headers == ["x-request-id": "req …", "location": "/…"])
    #expect(clean.body == Data("…".utf8))
    #expect(clean.status == 401)
  }

  @Test(arguments: [
    TransportError.hostNotFound(host: "sk_test_secret"),
    .connectionRefused(host: "sk_test_secret"), .certificateUntrusted(host: "sk_test_secret"),
    .addressUnusable(host: "sk_test_secret"), .secureConnectionFailed(detail: "sk_test_secret"),
    .redirectRefused(status: 302, location: "SK_TEST_SECRET.example"),
    .encodingRefused(status: 200, encoding: "sk%5Ftest_secret"),
    .proxyFailed(detail: "sk_test_secret"), .heldBack(reason: "sk_test_secret"),
    .other(detail: "Unknown word sk_test_secret"),
  ])
  func `an error loses the key of its request in whatever it tells`(error: TransportError) {
    let request = HTTPRequest(
      method: .get, url: URL(filePath: "/"), headers: ["Authorization": "Bearer sk_test_secret"])

    let clean = "\(error.withoutSecret(of: request))"

    #expect(clean.contains("…"))
    #expect(!clean.lowercased().contains("secret\""))
  }
}
