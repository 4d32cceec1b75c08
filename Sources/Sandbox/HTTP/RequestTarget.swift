/// The path and query that a request line asks for.
struct RequestTarget: Equatable {
  var path: String
  var segments: [String]
  var query: [QueryItem] = []

  init(bytes: ArraySlice<UInt8>) throws(RequestRejection) {
    guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw .malformed("Malformed request target")
    }
    let origin = try Self.originForm(bytes)
    let mark = origin.firstIndex(of: UInt8(ascii: "?"))
    let pathBytes = origin[..<(mark ?? origin.endIndex)]
    path = String(decoding: pathBytes, as: UTF8.self)
    segments = []
    for part in pathBytes.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    {
      segments.append(try Self.decode(part, plusIsSpace: false))
    }
    guard let mark else { return }
    for item in origin[(mark + 1)...].split(separator: UInt8(ascii: "&")) {
      let halves = item.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = try Self.decode(halves[0], plusIsSpace: true)
      let value = halves.count > 1 ? try Self.decode(halves[1], plusIsSpace: true) : ""
      query.append(QueryItem(name: name, value: value))
    }
  }

  /// A client that believes it speaks to a proxy sends the whole URL; only its path matters here.
  private static func originForm(
    _ bytes: ArraySlice<UInt8>
  ) throws(RequestRejection) -> ArraySlice<UInt8> {
    if bytes.first == UInt8(ascii: "/") { return bytes }
    let scheme = Array("http://".utf8)
    guard bytes.starts(with: scheme) else { throw .malformed("Malformed request target") }
    let rest = bytes.dropFirst(scheme.count)
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else {
      throw .malformed("Malformed request target")
    }
    return rest[slash...]
  }

  private static func decode(
    _ bytes: ArraySlice<UInt8>, plusIsSpace: Bool
  ) throws(RequestRejection) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "%"):
        guard position + 2 < bytes.endIndex, let high = hexadecimal(bytes[position + 1]),
          let low = hexadecimal(bytes[position + 2])
        else { throw .malformed("Malformed percent-encoding") }
        decoded.append(high << 4 | low)
        position += 3
      case UInt8(ascii: "+") where plusIsSpace:
        decoded.append(0x20)
        position += 1
      case let byte:
        decoded.append(byte)
        position += 1
      }
    }
    guard let text = String(validating: decoded, as: UTF8.self) else {
      throw .malformed("Percent-encoding is not UTF-8")
    }
    return text
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
  }
}
