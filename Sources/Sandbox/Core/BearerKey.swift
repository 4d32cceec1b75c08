/// The API key that requests must carry.
struct BearerKey: Sendable {
  private let bytes: [UInt8]

  init(_ key: String) {
    bytes = Array(key.utf8)
  }

  /// Compares without stopping at the first difference, so that time says nothing about the key.
  func isCarried(by request: HTTPRequest) -> Bool {
    guard let header = request.header("authorization"), header.utf8.count > 7,
      header.prefix(7).lowercased() == "bearer "
    else { return false }
    let sent = Array(header.dropFirst(7).utf8)
    var difference = UInt(bitPattern: sent.count ^ bytes.count)
    for (position, byte) in sent.enumerated() {
      difference |= UInt(byte ^ (bytes.isEmpty ? 0 : bytes[position % bytes.count]))
    }
    return difference == 0
  }
}
