import Foundation
import JSON

/// Takes a secret out of text, however it is spelled there.
struct Redaction {
  /// What is shorter is no secret, and may be part of any word.
  private static let shortestSecret = 8
  private static let mark = Array(markText.utf8)
  private static let markText = "…"

  /// In lower case, as a server may have changed the case of what it repeats.
  private let secret: [UInt8]
  /// The secret within base 64, which looks different at each offset by thirds.
  private let encoded: [[UInt8]]

  init(secret: String) {
    guard secret.utf8.count >= Self.shortestSecret else {
      self.secret = []
      encoded = []
      return
    }
    self.secret = secret.utf8.map(Self.lowercased)
    encoded = Self.base64Spellings(of: secret)
  }

  /// Whether an id in the path of an address stands there without a part of it. Whoever looks for an
  /// external id may mean the mark itself.
  static func hasMark(idIn url: URL) -> Bool {
    let path = url.path(percentEncoded: false)
    return path.contains(markText) && !path.contains("/external_id/")
  }

  /// Text as it is, such as a header.
  func redacted(_ text: String) -> String {
    redacted(Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// A body; what was JSON stays JSON.
  func redacted(_ body: Data) -> Data {
    guard !secret.isEmpty else { return body }
    let bytes = Array(body)
    var output: [UInt8] = []
    /// Up to where the output holds what was read.
    var copied = 0
    var position = 0
    while position < bytes.count {
      let isString = bytes[position] == UInt8(ascii: "\"")
      let end =
        isString
        ? Self.endOfString(bytes, from: position)
        : bytes[position...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
      let part = bytes[position..<end]
      if let clean = isString ? redactedString(part) : redacted(part) {
        output += bytes[copied..<position]
        output += clean
        copied = end
      }
      position = end
    }
    guard copied > 0 else { return body }
    output += bytes[copied...]
    return Data(output)
  }

  /// A string of JSON, quotes and all; nil when there is nothing in it to take out.
  private func redactedString(_ string: ArraySlice<UInt8>) -> [UInt8]? {
    // Without an escape, what it says is what is written.
    guard string.contains(UInt8(ascii: "\\")) else { return redacted(string) }
    guard let text = try? JSONDecoder().decode(String.self, from: Data(string)) else {
      return redacted(string)
    }
    return redacted(Array(text.utf8)[...]).map {
      Array(String(decoding: $0, as: UTF8.self).quotedAsJSON().utf8)
    }
  }

  /// The bytes without the secret; nil when it is not in them.
  private func redacted(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard !secret.isEmpty else { return nil }
    var output: [UInt8] = []
    var copied = bytes.startIndex
    var position = bytes.startIndex
    while position < bytes.endIndex {
      if let end = endOfSecret(bytes, from: position) {
        output += bytes[copied..<position]
        output += Self.mark
        (position, copied) = (end, end)
      } else {
        position += 1
      }
    }
    guard copied > bytes.startIndex else { return nil }
    return output + bytes[copied...]
  }

  /// Where the secret ends that begins here, in whatever spelling.
  private func endOfSecret(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    if encoded.contains(where: { $0[0] == bytes[start] && bytes[start...].starts(with: $0) }) {
      return encoded.first { bytes[start...].starts(with: $0) }.map { start + $0.count }
    }
    var position = start
    for wanted in secret {
      guard position < bytes.endIndex else { return nil }
      if Self.lowercased(bytes[position]) == wanted {
        position += 1
      } else if let (byte, end) = Self.escaped(bytes, at: position),
        Self.lowercased(byte) == wanted
      {
        position = end
      } else {
        return nil
      }
    }
    return position
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
    var position = start + 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""): return position + 1
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    return bytes.count
  }

  private static func base64Spellings(of secret: String) -> [[UInt8]] {
    (0..<3).flatMap { offset in
      var text = (Data(count: offset) + Data(secret.utf8)).base64EncodedString()
      text.removeAll { $0 == "=" }
      // The first and the last letter may hold bits of a neighbour.
      text.removeFirst((offset * 8 + 5) / 6)
      if (offset + secret.utf8.count) % 3 != 0 { text.removeLast() }
      let forURLs = text.replacing("+", with: "-").replacing("/", with: "_")
      return Set([text, forURLs]).map { Array($0.utf8) }
    }
  }
}

extension Redaction {
  /// The character that an escape stands for: of JSON, of an address, or of HTML.
  private static func escaped(
    _ bytes: ArraySlice<UInt8>, at start: Int
  ) -> (byte: UInt8, end: Int)? {
    let rest = bytes[(start + 1)...]
    switch bytes[start] {
    case UInt8(ascii: "\\"):
      guard rest.first == UInt8(ascii: "u") else {
        return rest.first.map { ($0, start + 2) }
      }
      return number(rest.dropFirst().prefix(4), radix: 16, digits: 4)
    case UInt8(ascii: "%"):
      return number(rest.prefix(2), radix: 16, digits: 2)
    case UInt8(ascii: "&"):
      guard rest.first == UInt8(ascii: "#"),
        let end = rest.prefix(8).firstIndex(of: UInt8(ascii: ";"))
      else { return nil }
      let isHexadecimal = rest.dropFirst().first.map(lowercased) == UInt8(ascii: "x")
      let digits = rest[..<end].dropFirst(isHexadecimal ? 2 : 1)
      return number(digits, radix: isHexadecimal ? 16 : 10, digits: digits.count)
        .map { ($0.byte, end + 1) }
    default: return nil
    }
  }

  private static func number(
    _ text: ArraySlice<UInt8>, radix: Int, digits: Int
  ) -> (byte: UInt8, end: Int)? {
    guard text.count == digits, digits > 0,
      let value = UInt8(String(decoding: text, as: UTF8.self), radix: radix)
    else { return nil }
    return (value, text.endIndex)
  }
}

extension Redaction {
  /// For what comes back of a request: without the API key that it carried; nil: it carried none.
  fileprivate init?(of request: HTTPRequest) {
    guard let secret = request.headers["Authorization"]?.split(separator: " ").last else {
      return nil
    }
    self.init(secret: String(secret))
  }
}

extension HTTPResponse {
  /// The answer without the API key that its request carried, should the server have repeated it.
  ///
  /// Everything that is drawn, kept, logged or copied comes out of what this returns.
  func withoutSecret(of request: HTTPRequest) -> HTTPResponse {
    guard let redaction = Redaction(of: request) else { return self }
    return HTTPResponse(
      status: status,
      headers: headers.mapValues(redaction.redacted),
      body: redaction.redacted(body))
  }
}

extension TransportError {
  /// The error without the API key that its request carried: what it tells may be a server's text.
  func withoutSecret(of request: HTTPRequest) -> TransportError {
    Redaction(of: request).map { redacted(by: $0) } ?? self
  }

  func redacted(by redaction: Redaction) -> TransportError {
    switch self {
    case .cancelled, .timedOut, .connectionLost, .bodyTooLarge, .authenticationChallenged: self
    case .hostNotFound(let host): .hostNotFound(host: redaction.redacted(host))
    case .connectionRefused(let host): .connectionRefused(host: redaction.redacted(host))
    case .secureConnectionFailed(let detail):
      .secureConnectionFailed(detail: redaction.redacted(detail))
    case .certificateUntrusted(let host): .certificateUntrusted(host: redaction.redacted(host))
    case .redirectRefused(let status, let location):
      .redirectRefused(status: status, location: redaction.redacted(location))
    case .encodingRefused(let status, let encoding):
      .encodingRefused(status: status, encoding: redaction.redacted(encoding))
    case .addressUnusable(let host): .addressUnusable(host: redaction.redacted(host))
    case .proxyFailed(let detail): .proxyFailed(detail: redaction.redacted(detail))
    case .heldBack(let reason, let isFirst):
      .heldBack(reason: redaction.redacted(reason), isFirst: isFirst)
    case .other(let detail): .other(detail: redaction.redacted(detail))
    }
  }
}
