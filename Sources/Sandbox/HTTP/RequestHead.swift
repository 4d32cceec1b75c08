/// The request line and header lines of a request, checked.
struct RequestHead: Equatable, Sendable {
  enum Framing: Equatable {
    case length(Int)
    case chunked
  }

  var method: String
  var path: String
  var segments: [String]
  var query: [QueryItem]
  var headers: [HTTPHeader]
  var framing: Framing
  var keepsAlive: Bool
  var expectsContinue: Bool

  /// Reads the lines between the start of a request and the empty line that ends its head.
  init(lines: [ArraySlice<UInt8>]) throws(RequestRejection) {
    guard let first = lines.first else { throw .malformed("Empty request") }
    let parts = first.split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(Self.isTokenByte) else {
      throw .malformed("Malformed request line")
    }
    let version = String(decoding: parts[2], as: UTF8.self)
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
      guard version.hasPrefix("HTTP/") else { throw .malformed("Malformed request line") }
      throw RequestRejection(status: 505, reason: "HTTP Version Not Supported")
    }
    method = String(decoding: parts[0], as: UTF8.self)
    let target = try RequestTarget(bytes: parts[1])
    path = target.path
    segments = target.segments
    query = target.query
    headers = try Self.headers(in: lines.dropFirst())
    framing = try Self.framing(of: headers)
    let hosts = headers.count { $0.name == "host" }
    guard hosts == 1 || hosts == 0 && version == "HTTP/1.0" else {
      throw .malformed("Exactly one Host header is required")
    }
    let connection = Self.list(headers, "connection")
    keepsAlive =
      version == "HTTP/1.1" ? !connection.contains("close") : connection.contains("keep-alive")
    expectsContinue =
      version == "HTTP/1.1" && Self.list(headers, "expect").contains("100-continue")
  }

  private static func headers(
    in lines: ArraySlice<ArraySlice<UInt8>>
  ) throws(RequestRejection) -> [HTTPHeader] {
    guard lines.count <= 100 else {
      throw RequestRejection(status: 431, reason: "Request Header Fields Too Large")
    }
    var headers: [HTTPHeader] = []
    for line in lines {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy(isTokenByte)
      else { throw .malformed("Malformed header line") }
      let value = line[(colon + 1)...]
      guard value.allSatisfy({ $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }) else {
        throw .malformed("Control character in a header value")
      }
      let trimmed = value.drop { $0 == 0x20 || $0 == 0x09 }
      let end = trimmed.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? trimmed.startIndex
      headers.append(
        HTTPHeader(
          String(decoding: line[..<colon], as: UTF8.self).lowercased(),
          String(decoding: trimmed[..<end], as: UTF8.self)))
    }
    return headers
  }

  /// A request that could be read in two ways is refused, so that no two readers can disagree.
  private static func framing(of headers: [HTTPHeader]) throws(RequestRejection) -> Framing {
    let lengths = headers.filter { $0.name == "content-length" }.map(\.value)
    let codings = headers.filter { $0.name == "transfer-encoding" }.map { $0.value.lowercased() }
    guard codings.isEmpty || lengths.isEmpty else {
      throw .malformed("Both Content-Length and Transfer-Encoding")
    }
    if !codings.isEmpty {
      guard codings == ["chunked"] else {
        throw RequestRejection(status: 501, reason: "Only the chunked transfer coding is supported")
      }
      return .chunked
    }
    guard let length = lengths.first else { return .length(0) }
    guard lengths.allSatisfy({ $0 == length }), !length.isEmpty,
      length.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { throw .malformed("Malformed Content-Length") }
    // Too many digits for an integer is certainly too large a body.
    return .length(Int(length) ?? .max)
  }

  private static func list(_ headers: [HTTPHeader], _ name: String) -> [String] {
    headers.filter { $0.name == name }
      .flatMap { $0.value.lowercased().split(separator: ",") }
      .map { $0.filter { $0 != " " && $0 != "\t" } }
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
