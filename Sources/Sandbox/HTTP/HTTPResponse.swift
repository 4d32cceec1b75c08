/// An answer to one request, before it is put on the wire.
struct HTTPResponse: Equatable, Sendable {
  var status: Int
  var headers: [HTTPHeader] = []
  var body: [UInt8] = []

  static func json(_ status: Int, _ body: [UInt8]) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: [HTTPHeader("Content-Type", "application/json; charset=utf-8")],
      body: body)
  }

  static func text(_ status: Int, _ text: String) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: [HTTPHeader("Content-Type", "text/plain; charset=utf-8")],
      body: Array(text.utf8))
  }

  static func html(_ status: Int, _ title: String) -> HTTPResponse {
    let page = """
      <!DOCTYPE html>
      <html><head><title>\(title)</title></head>
      <body><center><h1>\(title)</h1></center><hr><center>sandbox</center></body></html>

      """
    return HTTPResponse(
      status: status, headers: [HTTPHeader("Content-Type", "text/html; charset=utf-8")],
      body: Array(page.utf8))
  }

  /// The status line and headers; a length can be announced that differs from the body's.
  func head(contentLength: Int? = nil, keepsAlive: Bool) -> [UInt8] {
    var text = "HTTP/1.1 \(status) \(Self.reason(status))\r\n"
    for header in headers { text += "\(header.name): \(header.value)\r\n" }
    if status != 204 { text += "Content-Length: \(contentLength ?? body.count)\r\n" }
    text += "Connection: \(keepsAlive ? "keep-alive" : "close")\r\n\r\n"
    return Array(text.utf8)
  }

  static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 201: "Created"
    case 202: "Accepted"
    case 204: "No Content"
    case 302: "Found"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 408: "Request Timeout"
    case 409: "Conflict"
    case 421: "Misdirected Request"
    case 413: "Payload Too Large"
    case 422: "Unprocessable Entity"
    case 429: "Too Many Requests"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    case 505: "HTTP Version Not Supported"
    default: "Status"
    }
  }
}
