import Foundation
import Testing
import WorkOS

@Suite(.timeLimit(.minutes(20)))
struct URLSessionTransportTests {
  let transport = URLSessionTransport()

  @Test func `a request arrives with its method, headers and body`() async throws {
    let server = try LoopbackServer { $0.answer("200 OK") }
    let request = HTTPRequest(
      method: .post, url: try server.url("/organizations?limit=1"),
      headers: ["Authorization": "Bearer sk_test_x", "Content-Type": "application/json"],
      body: Data(#"{"name":"Acme"}"#.utf8))

    _ = try await transport.send(request)

    let sent = try #require(await server.nextRequest())
    #expect(sent.hasPrefix("POST /organizations?limit=1 HTTP/1.1\r\n"))
    #expect(sent.contains("\r\nAuthorization: Bearer sk_test_x\r\n"))
    #expect(sent.contains("\r\nContent-Type: application/json\r\n"))
    #expect(sent.hasSuffix("\r\n\r\n" + #"{"name":"Acme"}"#))
  }

  @Test func `an answer keeps its status, its body and its headers by lower-case name`()
    async throws
  {
    let server = try LoopbackServer {
      $0.answer("422 Unprocessable Entity", headers: "X-Request-ID: abc\r\n", body: "{}")
    }

    let response = try await transport.send(HTTPRequest(method: .get, url: server.url()))

    #expect(response.status == 422)
    #expect(response.headers["x-request-id"] == "abc")
    #expect(response.body == Data("{}".utf8))
  }

  @Test func `an answer without a body is an answer`() async throws {
    let server = try LoopbackServer { $0.write("HTTP/1.1 204 No Content\r\n\r\n") }

    let response = try await transport.send(HTTPRequest(method: .delete, url: server.url()))

    #expect(response.status == 204)
    #expect(response.body.isEmpty)
  }

  @Test func `a redirect comes back instead of being followed`() async throws {
    let other = try LoopbackServer { $0.answer("200 OK") }
    let server = try LoopbackServer { [port = other.port] in
      $0.answer("302 Found", headers: "Location: http://localhost:\(port)/elsewhere\r\n")
    }

    let response = try await transport.send(HTTPRequest(method: .get, url: server.url()))

    #expect(response.status == 302)
    #expect(response.headers["location"] == "http://localhost:\(other.port)/elsewhere")
    _ = try await transport.send(HTTPRequest(method: .get, url: other.url("/later")))
    #expect(await other.nextRequest()?.hasPrefix("GET /later ") == true)
  }

  @Test func `a Basic challenge fails at once`() async throws {
    let server = try LoopbackServer {
      $0.answer("401 Unauthorized", headers: "WWW-Authenticate: Basic realm=\"x\"\r\n", body: "no")
    }

    await #expect(throws: TransportError.authenticationChallenged(status: 401)) {
      try await transport.send(HTTPRequest(method: .get, url: server.url()))
    }
  }

  @Test func `a plain 401 keeps its body`() async throws {
    let server = try LoopbackServer { $0.answer("401 Unauthorized", body: "{}") }

    let response = try await transport.send(HTTPRequest(method: .get, url: server.url()))

    #expect(response.status == 401)
    #expect(response.body == Data("{}".utf8))
  }

  @Test(arguments: [30_001, 63_000, 3_000_000])
  func `a body over the limit fails, by however much`(size: Int) async throws {
    let transport = URLSessionTransport(limits: .init(body: 30_000))
    let server = try LoopbackServer {
      $0.answer("200 OK", body: String(repeating: "x", count: size))
    }

    await #expect(throws: TransportError.bodyTooLarge(limit: 30_000)) {
      try await transport.send(HTTPRequest(method: .get, url: server.url()))
    }
  }

  @Test func `a body of unknown length is held to the limit too`() async throws {
    let transport = URLSessionTransport(limits: .init(body: 30_000))
    let server = try LoopbackServer { connection in
      connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      while connection.write("1000\r\n" + String(repeating: "x", count: 0x1000) + "\r\n") {}
    }

    await #expect(throws: TransportError.bodyTooLarge(limit: 30_000)) {
      try await transport.send(HTTPRequest(method: .get, url: server.url()))
    }
  }

  @Test func `a body of exactly the limit is whole`() async throws {
    let transport = URLSessionTransport(limits: .init(body: 30_000))
    let server = try LoopbackServer {
      $0.answer("200 OK", body: String(repeating: "x", count: 30_000))
    }

    let response = try await transport.send(HTTPRequest(method: .get, url: server.url()))

    #expect(response.body.count == 30_000)
  }

  @Test func `an answer that trickles in is cut off at the deadline`() async throws {
    let transport = URLSessionTransport(limits: .init(deadline: 1))
    let server = try LoopbackServer { connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
      while !connection.clientHangsUp(within: 20), connection.write("x") {}
    }

    await #expect(throws: TransportError.timedOut(seconds: 1)) {
      try await transport.send(HTTPRequest(method: .get, url: server.url()))
    }
    await server.connectionClosed()
  }

  @Test func `silence ends at the idle limit`() async throws {
    let transport = URLSessionTransport(limits: .init(deadline: 60, idle: 1))
    let server = try LoopbackServer { $0.clientHangsUp() }

    await #expect(throws: TransportError.timedOut(seconds: 1)) {
      try await transport.send(HTTPRequest(method: .get, url: server.url()))
    }
  }

  @Test(arguments: [HTTPRequest.Method.get, .post, .put, .delete])
  func `a connection closed without an answer is lost`(method: HTTPRequest.Method) async throws {
    let server = try LoopbackServer { $0.hangUp() }
    let body = method == .get || method == .delete ? nil : Data("{}".utf8)

    await #expect(throws: TransportError.connectionLost) {
      try await transport.send(HTTPRequest(method: method, url: server.url(), body: body))
    }
  }

  @Test func `a connection that is reset is lost`() async throws {
    let server = try LoopbackServer { $0.reset() }

    await #expect(throws: TransportError.connectionLost) {
      try await transport.send(HTTPRequest(method: .get, url: server.url()))
    }
  }

  @Test func `a connection closed within the body is lost`() async throws {
    let server = try LoopbackServer {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this")
      $0.hangUp()
    }

    await #expect(throws: TransportError.connectionLost) {
      try await transport.send(HTTPRequest(method: .get, url: server.url()))
    }
  }

  @Test(arguments: [HTTPRequest.Method.post, .put, .delete])
  func `a write is sent once, though a kept-alive connection had died`(
    method: HTTPRequest.Method
  ) async throws {
    let server = try LoopbackServer { connection in
      if connection.request.hasPrefix("GET") {
        connection.answer("200 OK")
      } else {
        connection.hangUp()
      }
    }
    let url = try server.url()
    let body = method == .delete ? nil : Data("{}".utf8)
    _ = try await transport.send(HTTPRequest(method: .get, url: url))

    await #expect(throws: TransportError.connectionLost) {
      try await transport.send(HTTPRequest(method: method, url: url, body: body))
    }
    _ = try await transport.send(HTTPRequest(method: .get, url: url))

    let methods = [
      await server.nextRequest(), await server.nextRequest(), await server.nextRequest(),
    ].map { $0?.prefix { $0 != " " } }
    #expect(methods == ["GET", Substring(method.rawValue), "GET"])
  }

  @Test func `a port nobody listens on refuses the connection`() async throws {
    let url = try #require(URL(string: "http://127.0.0.1:\(LoopbackServer.refusedPort())/"))

    await #expect(throws: TransportError.connectionRefused(host: "127.0.0.1")) {
      try await transport.send(HTTPRequest(method: .get, url: url))
    }
  }

  @Test func `a server that does not speak TLS has no secure connection`() async throws {
    let server = try LoopbackServer { connection in
      connection.answer("400 Bad Request")
      connection.hangUp()
    }
    let url = try #require(URL(string: "https://127.0.0.1:\(server.port)/"))

    await #expect {
      try await transport.send(HTTPRequest(method: .get, url: url))
    } throws: { error in
      error as? TransportError
        == .secureConnectionFailed(detail: "it does not speak TLS at that port")
    }
  }

  @Test func `cancelling the task cancels the request`() async throws {
    let server = try LoopbackServer { $0.clientHangsUp() }
    let request = HTTPRequest(method: .get, url: try server.url())
    let task = Task { try await transport.send(request) }
    _ = await server.nextRequest()

    task.cancel()

    await #expect(throws: TransportError.cancelled) { try await task.value }
    await server.connectionClosed()
  }

  @Test func `a task cancelled beforehand sends nothing`() async throws {
    let server = try LoopbackServer { $0.answer("200 OK") }
    let request = HTTPRequest(method: .delete, url: try server.url())
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await transport.send(request)
    }

    await #expect(throws: TransportError.cancelled) { try await task.value }

    _ = try await transport.send(HTTPRequest(method: .get, url: server.url("/later")))
    #expect(await server.nextRequest()?.hasPrefix("GET /later") == true)
  }

  @Test func `an answer that repeats the key comes without it`() async throws {
    let server = try LoopbackServer {
      $0.answer("200 OK", headers: "X-Request-ID: sk_test_secret\r\n", body: #""sk_test_secret""#)
    }

    let response = try await transport.send(
      HTTPRequest(
        method: .get, url: server.url(), headers: ["Authorization": "Bearer sk_test_secret"]))

    #expect(response.headers["x-request-id"] == "…")
    #expect(response.body == Data("\"…\"".utf8))
  }

  @Test(arguments: [HTTPRequest.Method.get, .delete])
  func `a server that names the key as its compression is told of without it`(
    method: HTTPRequest.Method
  ) async throws {
    let server = try LoopbackServer {
      $0.answer("200 OK", headers: "Content-Encoding: sk_test_Secret\r\n", body: "{}")
    }

    await #expect(throws: TransportError.encodingRefused(status: 200, encoding: "…")) {
      try await transport.send(
        HTTPRequest(
          method: method, url: server.url(), headers: ["Authorization": "Bearer sk_test_Secret"]))
    }
  }

  @Test func `no compression is asked for`() async throws {
    let server = try LoopbackServer { $0.answer("200 OK") }

    _ = try await transport.send(HTTPRequest(method: .get, url: server.url()))

    let lines = await server.nextRequest()?.split(separator: "\r\n") ?? []
    #expect(
      lines.filter { $0.lowercased().hasPrefix("accept-encoding:") } == [
        "Accept-Encoding: identity"
      ])
  }

  @Test(arguments: [HTTPRequest.Method.get, .delete])
  func `a compressed answer is not read`(method: HTTPRequest.Method) async throws {
    let server = try LoopbackServer {
      $0.answer("200 OK", headers: "Content-Encoding: gzip\r\n", body: "\u{1f}")
    }

    await #expect(throws: TransportError.encodingRefused(status: 200, encoding: "gzip")) {
      try await transport.send(HTTPRequest(method: method, url: server.url()))
    }
  }

  @Test(arguments: ["identity", "Identity", ""])
  func `an answer that says it is not compressed is read`(encoding: String) async throws {
    let server = try LoopbackServer {
      $0.answer("200 OK", headers: "Content-Encoding: \(encoding)\r\n", body: "{}")
    }

    let response = try await transport.send(HTTPRequest(method: .get, url: server.url()))

    #expect(response.body == Data("{}".utf8))
  }

  @Test func `after an answer that never ends, the next one is read`() async throws {
    let transport = URLSessionTransport(limits: .init(body: 30_000))
    let server = try LoopbackServer { connection in
      guard connection.request.hasPrefix("GET /endless") else { return connection.answer("200 OK") }
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
      while connection.write(String(repeating: "x", count: 0x10000)) {}
    }
    await #expect(throws: TransportError.bodyTooLarge(limit: 30_000)) {
      try await transport.send(HTTPRequest(method: .get, url: server.url("/endless")))
    }

    let response = try await transport.send(HTTPRequest(method: .get, url: server.url()))

    #expect(response.status == 200)
  }

  @Test(arguments: [
    "http://[::1]:1/", "http://127.1:1/", "http://%6cocalhost:1/", "https://2130706433:1/",
  ])
  func `what Foundation cannot reach is told by its address`(text: String) async throws {
    let url = try #require(URL(string: text))

    await #expect {
      try await transport.send(HTTPRequest(method: .get, url: url))
    } throws: { error in
      switch error as? TransportError {
      case .addressUnusable, .connectionRefused: true
      default: false
      }
    }
  }
}
