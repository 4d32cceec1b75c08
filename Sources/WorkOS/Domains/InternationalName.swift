import Foundation

/// Host names with letters beyond ASCII, in the two forms in which they are written.
///
/// Foundation knows the rules (IDNA 2008 by way of UTS #46, without the transitional ones, so that
/// `ß` stays `ß`); what is added here is a bound, and care where a name may fool the eye.
package enum InternationalName {
  /// Longer than any host name, in UTF-8; more is not looked at.
  private static let longest = 1024

  /// The form in which DNS and the API have a name, such as `xn--mller-kva.de`; nil: there is none.
  package static func ascii(_ name: String) -> String? {
    guard name.utf8.count <= longest else { return nil }
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
    var components = URLComponents()
    components.scheme = "https"
    components.host = name
    // What cannot be converted comes back with its bytes in percent signs.
    guard let host = components.encodedHost, !host.isEmpty, host.utf8.allSatisfy(isOfHost) else {
      return nil
    }
    return host.lowercased()
  }

  /// The form in which people read a name, such as `müller.de`.
  ///
  /// Nil when there is no other than the one of the DNS, and where it could be taken for another name:
  /// letters of several scripts, or letters that all look like Latin ones.
  package static func readable(_ name: String) -> String? {
    // Nearly every name: nothing to look into, at each key, for as many as are on screen.
    guard mayBeEncoded(name) else { return nil }
    guard let ascii = ascii(name), ascii.utf8.count <= 253, ascii.contains("xn--") else {
      return nil
    }
    var components = URLComponents()
    components.scheme = "https"
    components.host = ascii
    guard let host = components.host, host != ascii, self.ascii(host) == ascii else { return nil }
    let labels = host.split(separator: ".")
    return labels.allSatisfy({ WritingSystem.isUnmistakable($0) }) ? host : nil
  }

  /// Whether a name holds letters beyond ASCII, or two hyphens as in `xn--`.
  private static func mayBeEncoded(_ name: String) -> Bool {
    var last: UInt8 = 0
    for byte in name.utf8 {
      if byte >= 0x80 || byte == UInt8(ascii: "-") && last == byte { return true }
      last = byte
    }
    return false
  }

  private static func isOfHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
