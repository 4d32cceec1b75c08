import Foundation
import JSON
import WorkOS

/// What can be looked up in JSON that was pasted whole: an organization out of a log, an event of a webhook,
/// the row of another system.
extension Inquiry {
  /// A line with its label for each value, such as `external_id: cust_1`; of an organization that has its id
  /// in it, the id alone, as nothing else finds it as surely. Nil where the text is no JSON, or holds none.
  static func linesOfJSON(_ typed: String) -> [String]? {
    let text = PastedText.bounded(typed).trimmed.replacing(String(lineMark), with: "\n")
    guard let first = text.first, "{[".contains(first) else { return nil }
    guard let node = node(of: text) else { return nil }
    var known: Set<String> = []
    let lines = linesOfJSON(node, within: 0).filter { known.insert($0).inserted }
    return lines.isEmpty ? nil : lines
  }

  private static let deepest = 32
  /// JSON within the strings of JSON is read so many times over.
  private static let deepestText = 3

  private static func node(of text: String) -> JSONNode? {
    try? JSONReader.read(
      Array(text.utf8)[...], by: JSONRules(deepest: deepest, allowsLoneSurrogates: true))
  }

  private static func linesOfJSON(_ node: JSONNode, within depth: Int) -> [String] {
    if case .array(let elements) = node.content {
      return elements.flatMap { linesOfJSON($0, within: depth) }
    }
    let own = ["id", "organization_id"].lazy.compactMap { node.first($0)?.string }
      .first { Organization.ID(pasted: $0) != nil }
    if let own { return ["id: \(own)"] }
    let isPerson = node.first("email")?.string?.contains("@") == true
    return node.members.flatMap { member -> [String] in
      // What has an address is a person, and so is its name.
      if isPerson, member.key == "name" { return [] }
      switch member.value.content {
      case .string(let value?): return lines(member.key, value, within: depth)
      case .array(let elements) where elements.allSatisfy { $0.string != nil }:
        return elements.flatMap { lines(member.key, $0.string ?? "", within: depth) }
      default: return linesOfJSON(member.value, within: depth)
      }
    }
  }

  private static func lines(_ key: String, _ value: String, within depth: Int) -> [String] {
    let line = "\(key): \(value.withoutInvisibles)"
    if labelled(line) != nil { return [line] }
    // A log may have another text in a string, JSON or not.
    if depth < deepestText, let first = value.trimmed.first, "{[".contains(first),
      let node = node(of: value.trimmed)
    {
      return linesOfJSON(node, within: depth + 1)
    }
    return members(of: value.withoutInvisibles)?.lines ?? []
  }
}
