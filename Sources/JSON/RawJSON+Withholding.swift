import Foundation

extension RawJSON {
  /// The same JSON without the values of some members, at any depth; each becomes `"…"`.
  ///
  /// What cannot be read may hold them anywhere, and is withheld whole.
  package func withholding(_ secrets: Set<String>) -> RawJSON {
    guard !secrets.isEmpty else { return self }
    let text = Array(bytes)
    guard let root = try? JSONReader.read(text[...], by: .received) else { return Self.withheld }
    var ranges: [Range<Int>] = []
    Self.find(secrets, in: root, &ranges)
    guard !ranges.isEmpty else { return self }
    var output = Data()
    var position = 0
    for range in ranges {
      output += text[position..<range.lowerBound]
      output += Self.withheld.bytes
      position = range.upperBound
    }
    return RawJSON(bytes: output + text[position...])
  }

  /// Whether a value was left out of it.
  package var hasWithheld: Bool { bytes.range(of: Self.withheld.bytes) != nil }

  private static let withheld = RawJSON("\"…\"")

  private static func find(_ secrets: Set<String>, in node: JSONNode, _ ranges: inout [Range<Int>])
  {
    for element in node.elements { find(secrets, in: element, &ranges) }
    for member in node.members {
      if member.value.content == .null { continue }
      if secrets.contains(member.key) {
        ranges.append(member.value.range)
      } else {
        find(secrets, in: member.value, &ranges)
      }
    }
  }
}
