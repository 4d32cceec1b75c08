import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct ServerTests {
  private func withServer(
    _ faults: String..., limits: SandboxServer.Limits = .init(),
    _ body: (SandboxServer, UInt16) throws -> Void
  ) throws {
    var configuration = SandboxServer.Configuration(
      organizations: 20, faults: try faults.map { try Fault(parsing: $0) })
    configuration.limits = limits
    let server = SandboxServer(configuration: configuration)
    let port = try server.start()
    defer { server.stop() }
    try body(server, port)
  }

  @Test func `one connection carries request after request`() throws {
    try withServer { server, port in
      let client = try LoopbackConnection(port: port)

      client.request("POST", "/organizations", #"{"name":"Kept"}"#)
      let created = client.receive(until: "}")
      client.request("GET", "/organizations?limit=1&order=desc", "", "Connection: close")
      let listed = client.receive()

      #expect(created.hasPrefix("HTTP/1.1 201 Created\r\n"))
      #expect(created.contains("\r\nConnection: keep-alive\r\n"))
      #expect(listed.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(listed.contains("\"name\":\"Kept\""))
      #expect(server.writes.map(\.status) == [201])
    }
  }

  @Test func `requests sent without waiting are answered in order`() throws {
    try withServer { _, port in
      let client = try LoopbackConnection(port: port)

      client.request("GET", "/organizations?limit=1")
      client.request("GET", "/nothing")
      client.request("DELETE", "/organizations", "", "Connection: close")
      let answers = client.receive()

      let statuses = answers.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0.prefix(3) }
      #expect(statuses == ["200", "404", "405"])
    }
  }

  @Test(arguments: [
    ("nonsense\r\n\r\n", "400"), ("GET / HTTP/1.1\n\n", "400"),
    ("PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999\r\n\r\n", "413"),
    ("GET /" + String(repeating: "a", count: 20_000), "431"),
    ("GET / HTTP/3.0\r\n\r\n", "505"),
  ])
  func `a malformed request is answered and the connection closed`(
    text: String, status: String
  ) throws {
    try withServer { _, port in
      let client = try LoopbackConnection(port: port)

      client.send(text)
      let answer = client.receive()

      #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
      #expect(answer.contains("\r\nConnection: close\r\n"))
    }
  }

  @Test(arguments: [
    ("localhost", "404"), ("LOCALHOST:4100", "404"), ("127.0.0.1:80", "404"), ("127.1.2.3", "404"),
    ("[::1]:4100", "404"), ("evil.example", "421"), ("localhost.evil.example", "421"),
    ("127.0.0.1.evil.example", "421"), ("evil.example:4100", "421"), ("127.0.0.01", "421"),
    ("", "421"), ("localhost:x", "421"), ("10.0.0.1", "421"),
  ])
  func `it answers to the names of this machine alone`(host: String, status: String) throws {
    try withServer { _, port in
      let client = try LoopbackConnection(port: port)

      client.send("GET /nothing HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
      let answer = client.receive()

      #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
      #expect(
        answer.contains("The sandbox answers to localhost and 127.0.0.1 only") == (status == "421"))
    }
  }

  @Test func `a client that waits to send its body is told to go on`() throws {
    try withServer { _, port in
      let client = try LoopbackConnection(port: port)

      client.send(
        "POST /organizations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sk_test_sandbox\r\n"
          + "Content-Length: 12\r\nExpect: 100-continue\r\n\r\n")
      let interim = client.receive(until: "\r\n\r\n")
      client.send(#"{"name":"C"}"#)
      let answer = client.receive(until: "}")

      #expect(interim == "HTTP/1.1 100 Continue\r\n\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 201 "))
    }
  }

  @Test func `a request that does not arrive in time is given up`() throws {
    var limits = SandboxServer.Limits()
    limits.requestTimeout = .milliseconds(30)
    limits.idleTimeout = .milliseconds(30)
    try withServer(limits: limits) { _, port in
      let half = try LoopbackConnection(port: port)
      let silent = try LoopbackConnection(port: port)

      half.send("GET /organi")

      #expect(half.receive().hasPrefix("HTTP/1.1 408 "))
      #expect(silent.receive() == "")
    }
  }

  @Test func `connections past the limit are turned away`() throws {
    var limits = SandboxServer.Limits()
    limits.connections = 1
    try withServer(limits: limits) { _, port in
      let first = try LoopbackConnection(port: port)
      first.request("GET", "/organizations?limit=1")
      _ = first.receive(until: "list_metadata")

      let second = try LoopbackConnection(port: port)

      #expect(second.receive().hasPrefix("HTTP/1.1 503 "))
    }
  }

  @Test func `a taken port is a clear error`() throws {
    try withServer { _, port in
      let second = SandboxServer(configuration: .init(port: port, organizations: 0))

      let error = #expect(throws: SandboxStartError.self) { try second.start() }

      #expect(error == .portTaken(port))
      #expect(error?.description == "Port \(port) on 127.0.0.1 is in use by another program.")
    }
  }

  @Test func `stopping closes the connections and frees the port`() throws {
    let server = SandboxServer(configuration: .init(organizations: 0))
    let port = try server.start()
    let client = try LoopbackConnection(port: port)
    client.request("GET", "/organizations")
    _ = client.receive(until: "}}")

    server.stop()

    #expect(client.receive() == "")
    #expect(throws: LoopbackConnection.Failure.self) {
      _ = try LoopbackConnection(port: port).receive()
    }
    let next = SandboxServer(configuration: .init(port: port, organizations: 0))
    #expect(try next.start() == port)
    next.stop()
  }

  @Test func `stopping does not wait for a delayed answer`() throws {
    let server = SandboxServer(configuration: .init(organizations: 0, latency: .seconds(30)))
    let client = try LoopbackConnection(port: try server.start())
    client.request("GET", "/organizations")

    let time = ContinuousClock().measure { server.stop() }

    #expect(client.receive() == "")
    #expect(time < .milliseconds(900))
  }

  @Test func `dropped answers end the connection as announced`() throws {
    try withServer(
      "drop count=1", "drop-mid count=1", "drop-after POST count=1", "slow=0ms count=1"
    ) { server, port in
      let dropped = try LoopbackConnection(port: port)
      dropped.request("GET", "/organizations")
      #expect(dropped.receive() == "")

      let half = try LoopbackConnection(port: port)
      half.request("GET", "/organizations?limit=1")
      let text = half.receive()
      #expect(text.hasPrefix("HTTP/1.1 200 OK"))
      #expect(!text.hasSuffix("}"))

      let lost = try LoopbackConnection(port: port)
      lost.request("POST", "/organizations", #"{"name":"Made"}"#)
      #expect(lost.receive() == "")
      #expect(server.writes.map(\.isApplied) == [true])

      let slow = try LoopbackConnection(port: port)
      slow.request("GET", "/organizations?limit=1", "", "Connection: close")
      #expect(slow.receive().hasSuffix("}}"))
    }
  }

  @Test func `a huge answer is as long as it says`() throws {
    try withServer("huge=1") { _, port in
      let client = try LoopbackConnection(port: port)

      client.request("GET", "/organizations", "", "Connection: close")
      let answer = client.receive()

      #expect(answer.contains("\r\nContent-Length: 1048576\r\n"))
      #expect(answer.components(separatedBy: "\r\n\r\n").last?.utf8.count == 1_048_576)
      #expect(answer.hasSuffix("AAAA\""))
    }
  }

  @Test func `each request is reported`() throws {
    let events = Mutex<[RequestEvent]>([])
    let server = SandboxServer(configuration: .init(organizations: 0)) { event in
      events.withLock { $0.append(event) }
    }
    let client = try LoopbackConnection(port: try server.start())
    client.request("GET", "/organizations?limit=1", "", "Connection: close")
    let answer = client.receive()
    server.stop()

    let event = try #require(events.withLock { $0.first })

    #expect(event.method == "GET")
    #expect(event.path == "/organizations")
    #expect(event.status == 200)
    #expect(answer.contains("X-Request-ID: \(event.requestID)\r\n"))
  }
}
