/// The bytes that ask a terminal to put text on its clipboard (OSC 52).
enum ClipboardSequence {
  /// Terminals commonly drop longer requests.
  static let encodedLimit = 74_994

  /// The request; nil when the text is too long for one.
  static func bytes(for text: String, through multiplexer: Terminal.Multiplexer) -> [UInt8]? {
    let encoded = base64(Array(text.utf8))
    guard encoded.count <= encodedLimit else { return nil }
    let request = Array("\u{1B}]52;c;".utf8) + encoded + [0x07]
    switch multiplexer {
    case .none:
      return request
    case .tmux:
      // tmux takes the plain request with `set-clipboard on`, the other with `allow-passthrough on`.
      let doubled = request.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
      return request + Array("\u{1B}Ptmux;".utf8) + doubled + Array("\u{1B}\\".utf8)
    case .screen:
      // screen drops a string longer than 768 bytes, but passes the pieces of one on.
      return stride(from: 0, to: request.count, by: 240).flatMap { start in
        Array("\u{1B}P".utf8) + request[start..<min(start + 240, request.count)]
          + Array("\u{1B}\\".utf8)
      }
    }
  }

  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var encoded: [UInt8] = []
    encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for digit in 0..<4 {
        encoded.append(
          digit <= group.count ? alphabet[word >> (18 - 6 * digit) & 0x3F] : UInt8(ascii: "="))
      }
    }
    return encoded
  }
}
