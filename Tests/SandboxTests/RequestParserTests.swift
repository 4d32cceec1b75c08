import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct RequestParserTests {
  private func parse(_ text: String) throws -> HTTPRequest? {
    var parser = RequestParser()
    parser.append(text.utf8)
    return try parser.next()
  }

  private func status(refusing text: String) -> Int? {
    do {
      _ = try parse(text)
      return nil
    } catch {
      return (error as? RequestRejection)?.status
    }
  }

  private func request(_ lines: String...) -> String {
    lines.joined(separator: "\r\n") + "\r\n\r\n"
  }

  @Test func `a request is read with its path, query, headers and body`() throws {
    let text =
      request(
        "POST /organizations/a%2Fb?search=caf%C3%A9+noir&domains=a.com,b.com HTTP/1.1",
        "Host: localhost", "X-Thing:  spaced out \t", "Content-Length: 5") + "hello"

    let parsed = try #require(try parse(text))

    #expect(parsed.method == "POST")
    #expect(parsed.path == "/organizations/a%2Fb")
    #expect(parsed.segments == ["organizations", "a/b"])
    #expect(
      parsed.query == [
        QueryItem(name: "search", value: "café noir"),
        QueryItem(name: "domains", value: "a.com,b.com"),
      ])
    #expect(parsed.header("x-thing") == "spaced out")
    #expect(parsed.body == Array("hello".utf8))
    #expect(parsed.keepsAlive)
  }

  @Test(arguments: [
    "PUT /organizations/x HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n{\"name\":1}\n",
    "POST /o HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "5;a=b\r\n{\"nam\r\n6\r\ne\":1}\n\r\n0\r\nTrailer: x\r\n\r\n",
    "\r\nGET / HTTP/1.0\r\n\r\n",
  ])
  func `it does not matter where the bytes are cut in two`(text: String) throws {
    let bytes = Array(text.utf8)
    let whole = try #require(try parse(text))

    for cut in 0...bytes.count {
      var parser = RequestParser()
      parser.append(bytes[..<cut])
      let early = try parser.next()
      parser.append(bytes[cut...])
      let late = try parser.next()

      #expect((early ?? late) == whole, "cut at \(cut)")
      #expect((early == nil) == (cut < bytes.count), "cut at \(cut)")
    }
  }

  @Test func `requests sent at once are read one after the other`() throws {
    var parser = RequestParser()
    parser.append(request("GET /one HTTP/1.1", "Host: a").utf8)
    parser.append(request("GET /two HTTP/1.1", "Host: a", "Connection: close").utf8)

    let first = try #require(try parser.next())
    let second = try #require(try parser.next())

    #expect(first.path == "/one")
    #expect(second.path == "/two")
    #expect(!second.keepsAlive)
    #expect(try parser.next() == nil)
    #expect(parser.isIdle)
  }

  @Test func `a chunked body is put together`() throws {
    let text =
      request("POST / HTTP/1.1", "Host: a", "Transfer-Encoding: chunked")
      + "4\r\nWork\r\n2\r\nOS\r\n0\r\n\r\n"

    let parsed = try #require(try parse(text))

    #expect(parsed.body == Array("WorkOS".utf8))
  }

  @Test func `a client that waits for 100 Continue is told once`() throws {
    var parser = RequestParser()
    parser.append(
      request("POST / HTTP/1.1", "Host: a", "Content-Length: 2", "Expect: 100-continue").utf8)

    let early = try parser.next()
    let asks = [parser.takeContinue(), parser.takeContinue()]
    parser.append("{}".utf8)
    let late = try parser.next()

    #expect(early == nil)
    #expect(asks == [true, false])
    #expect(late?.body == Array("{}".utf8))
  }

  @Test(arguments: [
    "GET /\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / FTP/1.1\r\nHost: a\r\n\r\n",
    "G\u{7}T / HTTP/1.1\r\nHost: a\r\n\r\n", "GET organizations HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", "GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /%4 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /é HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\u{0}b\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
  ])
  func `malformed requests are refused with 400`(text: String) {
    #expect(status(refusing: text) == 400)
  }

  @Test func `limits and versions have a status of their own`() {
    let long = String(repeating: "x", count: 17_000)
    let many = String(repeating: "A: b\r\n", count: 101)

    #expect(status(refusing: "GET /\(long)") == 431)
    #expect(status(refusing: "GET / HTTP/1.1\r\nHost: a\r\n\(many)\r\n") == 431)
    #expect(status(refusing: "GET / HTTP/1.1\r\nHost: a\r\nA: \(long)\r\n\r\n") == 431)
    #expect(
      status(refusing: request("PUT / HTTP/1.1", "Host: a", "Content-Length: 1048577")) == 413)
    #expect(
      status(refusing: request("PUT / HTTP/1.1", "Host: a", "Content-Length: \(Int.max)0")) == 413)
    #expect(
      status(
        refusing: request("PUT / HTTP/1.1", "Host: a", "Transfer-Encoding: chunked") + "100001\r\n")
        == 413)
    #expect(status(refusing: request("GET / HTTP/2.0", "Host: a")) == 505)
    #expect(
      status(refusing: request("PUT / HTTP/1.1", "Host: a", "Transfer-Encoding: gzip")) == 501)
  }

  @Test func `a refusal is final`() {
    var parser = RequestParser()
    parser.append("nonsense\r\n\r\n".utf8)
    #expect(throws: RequestRejection.self) { try parser.next() }

    parser.append(request("GET / HTTP/1.1", "Host: a").utf8)

    #expect(throws: RequestRejection.self) { try parser.next() }
  }

  @Test func `random bytes never crash it`() {
    let pieces = [
      "GET ", "/organizations", " HTTP/1.1\r\n", "Host: a\r\n", "\r\n", "\r", "\n", "%", "?", "&=",
      "Content-Length: 3\r\n", "Transfer-Encoding: chunked\r\n", "0\r\n", "ffffffff\r\n", "\u{0}",
      "é", ":", " ", "Expect: 100-continue\r\n", "{}",
    ]
    var random = SplitMix(seed: 99)

    for _ in 0..<3000 {
      var parser = RequestParser()
      for _ in 0..<12 {
        parser.append(pieces[random.number(below: pieces.count)].utf8)
        _ = try? parser.next()
        _ = parser.takeContinue()
      }
    }
  }
}
