/// The names under which a machine calls itself.
enum LoopbackName {
  /// Whether the value of a `Host` header is one, whatever its port.
  static func isOne(_ host: String) -> Bool {
    let name = withoutPort(host).lowercased()
    if ["localhost", "localhost.", "[::1]"].contains(name) { return true }
    let octets = name.split(separator: ".", omittingEmptySubsequences: false)
    return octets.count == 4 && octets[0] == "127"
      && octets.allSatisfy { octet in UInt8(octet).map { "\($0)" == octet } == true }
  }

  private static func withoutPort(_ host: String) -> Substring {
    guard let colon = host.lastIndex(of: ":"), host[colon...].dropFirst().allSatisfy(\.isNumber)
    else { return host[...] }
    return host[..<colon]
  }
}
