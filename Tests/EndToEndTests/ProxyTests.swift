import Testing

/// Proxies as curl has them, and hosts that cannot be reached.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct ProxyTests {
  private let proxy: RawServer

  init() throws {
    proxy = try RawServer { _ in
      #"{"data":[{"id":"org_1","name":"Through the proxy"}],"list_metadata":{"after":null}}"#
    }
  }

  private var address: String { "http://127.0.0.1:\(proxy.port)" }

  @Test(arguments: [
    "http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
  ])
  func `no proxy sees what is sent to this machine in clear text`(variable: String) throws {
    defer { proxy.stop() }
    let console = try ConsoleSession(environment: [variable: address, "no_proxy": ""])

    #expect(console.text.contains("Northwind Traders"))
    console.press(.enter)
    try console.wait(until: "a read of the organization") {
      console.requests.count("GET", "/organizations/") > 0
    }
    #expect(proxy.requests == [])
  }

  @Test func `no proxy sees what is sent to this machine over TLS`() throws {
    defer { proxy.stop() }
    let console = try ConsoleSession(
      environment: ["https_proxy": address, "WORKOS_API_URL": "https://localhost:1"],
      waitsForList: false)

    try console.wait(for: "localhost did not accept the connection")

    #expect(!console.text.contains("proxy"))
    #expect(proxy.requests == [])
  }

  @Test func `an https proxy is asked for a tunnel, and is told no key`() throws {
    defer { proxy.stop() }
    let console = try ConsoleSession(
      environment: ["https_proxy": address, "WORKOS_API_URL": "https://api.example"],
      waitsForList: false)

    try console.wait(for: Words.retrying)

    #expect(proxy.requestLines.first == "CONNECT api.example:443 HTTP/1.1")
    #expect(!proxy.requests.contains { $0.contains("sk_test_sandbox") })
  }

  @Test func `a proxy that is not there is named as a cause`() throws {
    defer { proxy.stop() }
    let console = try ConsoleSession(
      environment: [
        "https_proxy": "http://127.0.0.1:1", "WORKOS_API_URL": "https://api.example",
      ], waitsForList: false)

    try console.wait(for: "If there is a proxy on the way, is it?")

    #expect(console.quit() == .exited(0))
  }

  @Test func `a host that does not exist is told`() throws {
    defer { proxy.stop() }
    let console = try ConsoleSession(
      environment: ["WORKOS_API_URL": "https://workos.invalid"], waitsForList: false)

    try console.wait(for: ["offline", "The host workos.invalid could not be found"])

    #expect(console.quit() == .exited(0))
  }

  @Test func `the embedded sandbox needs no proxy`() throws {
    defer { proxy.stop() }
    let console = try ConsoleSession(
      "--sandbox", environment: ["http_proxy": address, "WORKOS_API_URL": "", "WORKOS_API_KEY": ""])

    #expect(console.text.contains("Northwind Traders"))
    #expect(proxy.requests == [])
  }
}
