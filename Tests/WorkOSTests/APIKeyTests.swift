import Foundation
import TestSupport
import Testing
import WorkOS

/// A key is in no text but the one header it is for.
@Suite(.timeLimit(.minutes(20)))
struct APIKeyTests {
  private let key = APIKey(secret: "sk_test_secret")

  private func everyText(of value: Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    return "\(value) \(String(reflecting: value)) \(String(describing: [value])) \(dumped)"
  }

  @Test func `a key prints without its secret`() {
    #expect(!everyText(of: key).contains("secret"))
    #expect(!everyText(of: Optional(key) as Any).contains("secret"))
    #expect(Mirror(reflecting: key).children.isEmpty)
  }

  @Test func `a client prints without its key`() throws {
    let url = try BaseURL(BaseURL.standard).url
    let configuration = WorkOSClient.Configuration(baseURL: url, apiKey: key)
    let client = WorkOSClient(configuration: configuration, transport: URLSessionTransport())

    #expect(!everyText(of: configuration).contains("secret"))
    #expect(!everyText(of: client).contains("secret"))
  }

  @Test func `a request prints without its key`() async throws {
    let stub = StubTransport([.json(#"{"id":"org_1"}"#)])
    _ = try await WorkOSClient.stubbed(stub).send(Organizations.get("org_1"))

    let request = try #require(stub.requests.first)

    #expect(request.headers["Authorization"]?.contains("secret") == true)
    #expect(!everyText(of: request).contains("secret"))
  }

  @Test(arguments: [
    ("sk_live_1", APIKey.Kind.live), ("sk_test_1", .test), ("sk_1", .unknown), ("", .unknown),
  ])
  func `a key's prefix says what it opens`(secret: String, kind: APIKey.Kind) {
    #expect(APIKey(secret: secret).kind == kind)
  }

  @Test(arguments: [
    ("sk_test_1", true), ("", false), ("sk test", false), ("sk\r\nX: y", false), ("sk_é", false),
  ])
  func `a key must fit in a header`(secret: String, isWellFormed: Bool) {
    #expect(APIKey(secret: secret).isWellFormed == isWellFormed)
  }
}
