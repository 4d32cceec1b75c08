import Foundation
import WorkOS

/// A JSON object on one line, whose members stay in the order they are added.
struct JSONObjectText {
  private var members: [String] = []

  var text: String { "{" + members.joined(separator: ",") + "}" }

  mutating func add(_ key: String, _ value: String?) {
    if let value { add(key, json: JSONText.quoted(value)) }
  }

  mutating func add(_ key: String, _ value: Int?) {
    if let value { add(key, json: String(value)) }
  }

  mutating func add(_ key: String, _ value: RawJSON?) {
    if let value { add(key, json: JSONText.embedded(value)) }
  }

  mutating func add(_ key: String, json: String) {
    members.append(JSONText.quoted(key) + ":" + json)
  }
}
