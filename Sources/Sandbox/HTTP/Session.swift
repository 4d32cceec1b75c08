import Foundation

/// A client's connection, request after request.
struct Session: ~Copyable {
  private var connection: Connection
  private let limits: SandboxServer.Limits
  private var parser = RequestParser()
  private var isRefused = false

  init(connection: consuming Connection, limits: SandboxServer.Limits) {
    self.connection = connection
    self.limits = limits
  }

  /// The next request, or nil when there will be none; a malformed one is answered here.
  mutating func nextRequest() -> HTTPRequest? {
    do throws(RequestRejection) {
      return try receive()
    } catch {
      isRefused = true
      let problem = APIProblem(
        status: error.status, code: "malformed_request", message: error.reason)
      let response = problem.response
      _ = connection.send(response.head(keepsAlive: false) + response.body)
      return nil
    }
  }

  /// Puts an answer on the wire and tells whether the connection is still good.
  func deliver(_ answer: Answer, to request: HTTPRequest) -> Bool {
    guard connection.pause(for: answer.delay) else { return false }
    let response = answer.response
    switch answer.delivery {
    case .whole:
      return connection.send(response.head(keepsAlive: request.keepsAlive) + response.body)
        && request.keepsAlive
    case .nothing:
      return false
    case .half:
      let half = response.body.prefix(response.body.count / 2)
      _ = connection.send(response.head(keepsAlive: request.keepsAlive) + half)
      return false
    case .trickle(let pause):
      guard connection.send(response.head(keepsAlive: request.keepsAlive)) else { return false }
      for byte in response.body {
        guard connection.pause(for: pause), connection.send([byte]) else { return false }
      }
      return request.keepsAlive
    case .filler(let megabytes):
      return fill(megabytes, response) && request.keepsAlive
    }
  }

  /// Ends the connection; a refused client gets the time to read why.
  consuming func end() {
    if isRefused { connection.drain() }
  }

  private mutating func receive() throws(RequestRejection) -> HTTPRequest? {
    var deadline = ContinuousClock.now + limits.idleTimeout
    var isWaiting = true
    while true {
      if let request = try parser.next() { return request }
      if isWaiting, !parser.isIdle {
        isWaiting = false
        deadline = .now + limits.requestTimeout
      }
      if parser.takeContinue() {
        guard connection.send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)) else { return nil }
      }
      switch connection.read(into: &parser, until: deadline) {
      case .bytes: continue
      case .closed: return nil
      case .timedOut:
        if parser.isIdle { return nil }
        throw RequestRejection(status: 408, reason: "Request Timeout")
      }
    }
  }

  /// One endless-looking JSON string, sent piece by piece so that it is never held in memory.
  private func fill(_ megabytes: Int, _ response: HTTPResponse) -> Bool {
    let piece = [UInt8](repeating: UInt8(ascii: "A"), count: 64 * 1024)
    let head = response.head(contentLength: megabytes << 20, keepsAlive: true)
    guard connection.send(head) else { return false }
    var isFirst = true
    for index in 0..<(megabytes * 16) {
      var bytes = piece
      if isFirst { bytes[0] = UInt8(ascii: "\"") }
      if index == megabytes * 16 - 1 { bytes[bytes.count - 1] = UInt8(ascii: "\"") }
      guard connection.send(bytes) else { return false }
      isFirst = false
    }
    return true
  }
}
