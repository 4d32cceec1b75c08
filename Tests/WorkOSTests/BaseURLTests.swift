import Testing
import WorkOS

@Suite(.timeLimit(.minutes(20)))
struct BaseURLTests {
  @Test(arguments: [
    ("https://api.workos.com", "https://api.workos.com"),
    (" https://api.workos.com/\n", "https://api.workos.com"),
    ("HTTPS://API.example:8443/base/path//", "HTTPS://API.example:8443/base/path"),
    ("http://localhost:4100", "http://localhost:4100"),
    ("http://127.8.9.10:4100/", "http://127.8.9.10:4100"),
    ("http://LOCALHOST:4100", "http://LOCALHOST:4100"),
    ("http://localhost.:4100", "http://localhost:4100"),
    ("https://LocalHost.", "https://LocalHost"),
    ("https://1.example", "https://1.example"),
    ("https://10.0.0.7", "https://10.0.0.7"),
    ("https://a.example.", "https://a.example."),
    ("https://gateway.example/workos/v1", "https://gateway.example/workos/v1"),
  ])
  func `an address that a key may be sent to is accepted`(text: String, url: String) throws {
    #expect(try BaseURL(text).url.absoluteString == url)
  }

  @Test(arguments: [
    ("", BaseURL.Invalid.notAURL),
    ("https://a b", .notAURL),
    ("https://h/%zz", .notAURL),
    ("api.workos.com", .unsupportedScheme(nil)),
    ("localhost:4100", .unsupportedScheme("localhost")),
    ("ftp://api.workos.com", .unsupportedScheme("ftp")),
    ("file:///etc/passwd", .unsupportedScheme("file")),
    ("https:///path", .missingHost),
    ("https://", .missingHost),
    ("https://api.workos.com:99999", .invalidPort(99999)),
    ("https://api.workos.com:0", .invalidPort(0)),
    ("https://user@api.workos.com", .containsUserInformation),
    ("https://user:word@api.workos.com", .containsUserInformation),
    ("https://:word@api.workos.com", .containsUserInformation),
    ("https://api.workos.com?x=1", .containsQuery),
    ("https://api.workos.com#x", .containsFragment),
    ("http://api.workos.com", .insecure(host: "api.workos.com")),
    ("http://127.0.0.1.evil.example", .insecure(host: "127.0.0.1.evil.example")),
    ("http://localhost.evil.example", .insecure(host: "localhost.evil.example")),
    ("http://127.0.0.256", .insecure(host: "127.0.0.256")),
    ("http://127.0.0.", .insecure(host: "127.0.0.")),
    ("http://127.0.0.1.", .insecure(host: "127.0.0.1.")),
    ("http://localhost..", .insecure(host: "localhost..")),
    ("http://127.+1.0.1", .insecure(host: "127.+1.0.1")),
    ("http://0.0.0.0", .insecure(host: "0.0.0.0")),
    ("http://[::1]:4100", .unusableNumber(host: "[::1]")),
    ("https://[2001:db8::1]", .unusableNumber(host: "[2001:db8::1]")),
    ("http://127.0.0.01", .unusableNumber(host: "127.0.0.01")),
    ("https://10.1", .unusableNumber(host: "10.1")),
    ("https://2130706433", .unusableNumber(host: "2130706433")),
    ("https://0x7f.0.0.1", .unusableNumber(host: "0x7f.0.0.1")),
    ("https://10.0.0.0x7", .unusableNumber(host: "10.0.0.0x7")),
    ("https://a,b.example", .unusableName(host: "a,b.example")),
    ("https://a..b", .unusableName(host: "a..b")),
    ("https://.example", .unusableName(host: ".example")),
    ("https://a.example..", .unusableName(host: "a.example..")),
    ("https://.", .unusableName(host: ".")),
    (
      "https://\(String(repeating: "a", count: 64)).example",
      .unusableName(host: "\(String(repeating: "a", count: 64)).example")
    ),
    ("https://api.workos.com/v1", .containsPath("/v1")),
    ("https://API.workos.com/organizations/", .containsPath("/organizations")),
  ])
  func `any other address is refused for one reason`(text: String, reason: BaseURL.Invalid) {
    #expect(throws: reason) { try BaseURL(text) }
  }

  @Test(arguments: [
    ("https://api.workos.com", true), ("http://127.0.0.1:4100", false),
    ("http://localhost", false), ("https://localhost", false), ("https://127.9.9.9", false),
    ("https://LocalHost.", false), ("https://localhost.example", true),
  ])
  func `only a way that TLS hides the key on may lead through a proxy`(
    text: String, allowsProxy: Bool
  ) throws {
    #expect(try BaseURL(text).allowsProxy == allowsProxy)
  }

  @Test(arguments: ["localhost.", "a.localhost", "localhost.example", "127.0.0.1."])
  func `a name that DNS may be asked for is not surely this machine`(host: String) {
    #expect(!BaseURL.isLoopback(host))
  }
}
