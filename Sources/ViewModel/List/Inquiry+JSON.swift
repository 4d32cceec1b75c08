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
    guard
      let node = try? JSONReader.read(
        Array(text.utf8)[...], by: JSONRules(deepest: deepest, allowsLoneSurrogates: true))
    else { return nil }
    var lines: [String] = []
    for line in linesOfJSON(node) where !lines.contains(line) { lines.append(line) }
    return lines.isEmpty ? nil : lines
  }

  private static let deepest = 32

  private static func linesOfJSON(_ node: JSONNode) -> [String] {
    if case .array(let elements) = node.content { return elements.flatMap(linesOfJSON) }
    let own = ["id", "organization_id"].lazy.compactMap { node.first($0)?.string }
      .first { Organization.ID(pasted: $0) != nil }
    if let own { return ["id: \(own)"] }
    return node.members.flatMap { member -> [String] in
      switch member.value.content {
      case .string(let value?): return line(member.key, value)
      case .array(let elements) where elements.allSatisfy { $0.string != nil }:
        return elements.flatMap { line(member.key, $0.string ?? "") }
      default: return linesOfJSON(member.value)
      }
    }
  }

  private static func line(_ key: String, _ value: String) -> [String] {
    let line = "\(key): \(value.withoutInvisibles)"
    return labelled(line) == nil ? [] : [line]
  }
}
