import JSON

/// A request shows everything but its credentials, however it is printed.
extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String {
    "\(method.rawValue) \(url.absoluteString)"
  }

  package var debugDescription: String { description }

  package var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "method": method, "url": url, "headers": redactedHeaders,
        "body": body.map { RawJSON(bytes: $0).withholding(secrets).bytes } as Any,
      ],
      displayStyle: .struct)
  }

  private var redactedHeaders: [String: String] {
    var headers = headers
    for name in headers.keys where name.lowercased() == "authorization" {
      headers[name] = "…"
    }
    return headers
  }
}
