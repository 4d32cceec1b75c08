import Foundation
import Testing
import ViewModel
import WorkOS

@testable import workos_console

/// Where to work and as whom.
@Suite(.timeLimit(.minutes(20)))
struct SettingsTests {
  @Test(
    arguments: [
      (nil, [:], "https://api.workos.com"),
      (nil, ["WORKOS_API_BASE_URL": "https://base.example"], "https://base.example"),
      (
        nil,
        ["WORKOS_API_BASE_URL": "https://base.example", "WORKOS_API_URL": "https://url.example"],
        "https://url.example"
      ),
      ("https://flag.example", ["WORKOS_API_URL": "https://url.example"], "https://flag.example"),
      (
        nil, ["WORKOS_API_URL": "", "WORKOS_API_BASE_URL": "https://base.example"],
        "https://base.example"
      ),
      ("", ["WORKOS_API_URL": "https://url.example"], "https://url.example"),
      (nil, ["WORKOS_API_URL": "", "WORKOS_API_BASE_URL": ""], "https://api.workos.com"),
    ] as [(String?, [String: String], String)])
  func `the flag wins, then the one variable, then the other`(
    flag: String?, environment: [String: String], url: String
  ) throws {
    let settings = try Settings(
      options: ConsoleOptions(apiURL: flag),
      environment: environment.merging(["WORKOS_API_KEY": "sk_test_1"]) { $1 })

    #expect(settings.baseURL.url.absoluteString == url)
  }

  @Test(arguments: [
    ("nonsense", "--api-url is not an address that can be used: it has to start with https://"),
    (
      "http://api.workos.com",
      "--api-url is not an address that can be used: http:// would show the API key to the network on the way to "
        + "api.workos.com; use https://"
    ),
    (
      "https://me:secret@a.example",
      "--api-url is not an address that can be used: it holds a user name or password; leave that out"
    ),
    (
      "https://a.example?x",
      "--api-url is not an address that can be used: leave out what comes after the ?"
    ),
    (
      "https://a.example#x",
      "--api-url is not an address that can be used: leave out what comes after the #"
    ),
    (
      "https://api.workos.com/v1/",
      "--api-url is not an address that can be used: leave out /v1; the address of WorkOS is "
        + "https://api.workos.com"
    ),
    ("https://", "--api-url is not an address that can be used: there is no host in it"),
    (
      "http://[::1]:4100",
      "--api-url is not an address that can be used: [::1] is a way to write an address that does not work on "
        + "Linux; give a host name, such as localhost for ::1, or four plain numbers, such as "
        + "127.0.0.1"
    ),
  ])
  func `an address that cannot be used is refused in clear words`(url: String, words: String) {
    #expect(throws: Refusal(words)) {
      try Settings(
        options: ConsoleOptions(apiURL: url), environment: ["WORKOS_API_KEY": "sk_test_1"])
    }
  }

  @Test func `the address of a variable is refused by its name`() throws {
    let refusal = try #require(throws: Refusal.self) {
      try Settings(
        options: ConsoleOptions(),
        environment: ["WORKOS_API_KEY": "sk_test_1", "WORKOS_API_BASE_URL": "ftp://a.example"])
    }

    #expect(refusal.words.hasPrefix("WORKOS_API_BASE_URL is not an address that can be used"))
  }

  @Test(arguments: ["", " ", "\n"])
  func `without a key there is advice`(key: String) {
    #expect(
      throws: Refusal(
        "no API key: set WORKOS_API_KEY, or try it on made-up organizations with --sandbox")
    ) {
      try Settings(options: ConsoleOptions(), environment: ["WORKOS_API_KEY": key])
    }
  }

  @Test(arguments: [#""sk_test_1""#, "'sk_test_1'", "“sk_test_1”", "`sk_test_1`", #"sk_test_1""#])
  func `quotes around a key are named`(key: String) throws {
    let refusal = try #require(throws: Refusal.self) {
      try Settings(options: ConsoleOptions(), environment: ["WORKOS_API_KEY": key])
    }

    #expect(refusal.words.hasPrefix("the API key in WORKOS_API_KEY has quotes around it"))
    #expect(!refusal.words.contains("sk_test_1"))
  }

  @Test(arguments: [
    "WORKOS_API_KEY=sk_test_a1", "Bearer sk_live_a1", "<sk_test_a1>", "export K=sk_test_a1;",
  ])
  func `what stands before a key is named`(key: String) throws {
    let refusal = try #require(throws: Refusal.self) {
      try Settings(options: ConsoleOptions(), environment: ["WORKOS_API_KEY": key])
    }

    #expect(
      refusal.words.hasPrefix("the API key in WORKOS_API_KEY has something before it"),
      "\(refusal.words)")
    #expect(!refusal.words.contains("a1"))
  }

  @Test(arguments: ["sk_test_a1;", "sk_test_a1,", "sk_live_a1>", "sk_live_a1)"])
  func `what a key cannot end with is named`(key: String) throws {
    let refusal = try #require(throws: Refusal.self) {
      try Settings(options: ConsoleOptions(), environment: ["WORKOS_API_KEY": key])
    }

    #expect(refusal.words.contains("ends with “\(key.suffix(1))”"), "\(refusal.words)")
  }

  @Test func `a key loses the space around it`() throws {
    let settings = try Settings(
      options: ConsoleOptions(), environment: ["WORKOS_API_KEY": " sk_test_1\r\n"])

    #expect(settings.apiKey.secret == "sk_test_1")
  }

  @Test(arguments: ["sk_test_1\nX-Evil: 1", "sk test", "sk_tést"])
  func `a key with characters no key has is refused, and not repeated`(key: String) throws {
    let refusal = try #require(throws: Refusal.self) {
      try Settings(options: ConsoleOptions(), environment: ["WORKOS_API_KEY": key])
    }

    #expect(!refusal.words.contains(key))
  }

  @Test(arguments: [
    ("sk_live_1", Workplace.Kind.live), ("sk_test_1", .test), ("sk_1", .unknown),
    ("sk_LIVE_1", .unknown),
  ])
  func `the key's prefix says where it works`(key: String, kind: Workplace.Kind) throws {
    let url = try #require(URL(string: "https://api.workos.com"))

    let workplace = Workplace(
      options: ConsoleOptions(), baseURL: url, apiKey: APIKey(secret: key))

    #expect(workplace.kind == kind)
    #expect(workplace.host == "api.workos.com")
  }

  @Test func `the options reach the workplace`() throws {
    let url = try #require(URL(string: "http://127.0.0.1:4100"))

    let workplace = Workplace(
      options: ConsoleOptions(
        sandbox: SandboxOptions(), isReadOnly: true, deleteGrace: 9, pageSize: 7),
      baseURL: url, apiKey: APIKey(secret: "sk_live_1"))

    #expect(
      workplace
        == Workplace(
          kind: .sandbox, host: "127.0.0.1:4100", isReadOnly: true, deleteGrace: 9, pageSize: 7,
          keepsRecords: true, keyEnding: "ve_1"))
  }
}
