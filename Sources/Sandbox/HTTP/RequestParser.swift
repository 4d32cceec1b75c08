/// Turns the bytes of a connection into requests, however they are cut into pieces.
struct RequestParser: Sendable {
  static let maximumHeadLength = 16 * 1024
  static let maximumBodyLength = 1024 * 1024

  private enum Stage {
    case head
    case body(RequestHead, length: Int)
    case chunks(RequestHead, ChunkedBody)
    case refused(RequestRejection)
  }

  private var stage = Stage.head
  private var buffer: [UInt8] = []
  /// How many bytes of the head have already been searched for its end.
  private var searched = 0
  private var owesContinue = false

  init() {}

  /// Whether nothing of a next request has arrived yet.
  var isIdle: Bool {
    guard case .head = stage else { return false }
    return buffer.isEmpty
  }

  mutating func append(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
  }

  /// Whether the client waits for `100 Continue`; true once for each request that asks for it.
  mutating func takeContinue() -> Bool {
    defer { owesContinue = false }
    return owesContinue
  }

  /// The next whole request, or nil while more bytes are needed; a refusal is final.
  mutating func next() throws(RequestRejection) -> HTTPRequest? {
    do throws(RequestRejection) {
      return try advance()
    } catch {
      stage = .refused(error)
      buffer = []
      throw error
    }
  }

  private mutating func advance() throws(RequestRejection) -> HTTPRequest? {
    if case .head = stage { try readHead() }
    switch stage {
    case .head:
      return nil
    case .refused(let rejection):
      throw rejection
    case .body(let head, let length):
      guard buffer.count >= length else { return nil }
      let body = Array(buffer[..<length])
      finish(consuming: length)
      return HTTPRequest(head, body: body)
    case .chunks(let head, var chunks):
      let consumed = try chunks.read(buffer[...], limit: Self.maximumBodyLength)
      guard chunks.isComplete else {
        buffer.removeFirst(consumed)
        stage = .chunks(head, chunks)
        return nil
      }
      finish(consuming: consumed)
      return HTTPRequest(head, body: chunks.body)
    }
  }

  private mutating func readHead() throws(RequestRejection) {
    // Some clients end a body with a line break that its length does not count.
    while searched == 0, buffer.starts(with: [0x0D, 0x0A]) { buffer.removeFirst(2) }
    guard buffer != [0x0D] else { return }
    guard let end = try endOfHead() else {
      guard buffer.count <= Self.maximumHeadLength else { throw Self.headTooLarge }
      return
    }
    guard end <= Self.maximumHeadLength else { throw Self.headTooLarge }
    let lines = buffer[..<(end - 4)].split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { $0.last == 0x0D ? $0.dropLast() : $0 }
    let head = try RequestHead(lines: lines)
    buffer.removeFirst(end)
    searched = 0
    switch head.framing {
    case .length(let length):
      guard length <= Self.maximumBodyLength else { throw Self.bodyTooLarge }
      stage = .body(head, length: length)
      owesContinue = head.expectsContinue && buffer.count < length
    case .chunked:
      stage = .chunks(head, ChunkedBody())
      owesContinue = head.expectsContinue && buffer.isEmpty
    }
  }

  /// The offset just after the empty line, searched from where the last search stopped.
  private mutating func endOfHead() throws(RequestRejection) -> Int? {
    while searched < buffer.count {
      if buffer[searched] == 0x0A {
        // A bare line feed can make two readers see two different requests.
        guard searched > 0, buffer[searched - 1] == 0x0D else {
          throw .malformed("Line feed without carriage return")
        }
        if searched >= 3, buffer[searched - 2] == 0x0A {
          return searched + 1
        }
      }
      searched += 1
    }
    return nil
  }

  private mutating func finish(consuming count: Int) {
    buffer.removeFirst(count)
    stage = .head
    searched = 0
    owesContinue = false
  }

  static let headTooLarge = RequestRejection(
    status: 431, reason: "Request Header Fields Too Large")
  static let bodyTooLarge = RequestRejection(status: 413, reason: "Payload Too Large")
}

extension HTTPRequest {
  fileprivate init(_ head: RequestHead, body: [UInt8]) {
    self.init(
      method: head.method, path: head.path, segments: head.segments, query: head.query,
      headers: head.headers, body: body, keepsAlive: head.keepsAlive)
  }
}
