import Delivery
import Foundation
import JSON
import ViewModel
import WorkOS

/// A journal line as it stands in the file: one JSON object, in visible ASCII, without its line end.
extension JournalLine {
  static let version = 1

  package var text: String {
    var object: [JSONValue.Member] = []
    object.add("v", JournalLine.version)
    object.add("write", write.uuidString.lowercased())
    object.add("time", Timestamp.text(time))
    switch event {
    case .intent(let intent):
      object.add("event", "intent")
      intent.add(to: &object)
    case .outcome(let outcome):
      object.add("event", "outcome")
      outcome.add(to: &object)
    }
    return JSONText.text(.object(object))
  }

  /// Reads a line; nil when it is torn, not ours, or of a later version.
  package init?(_ line: ArraySlice<UInt8>) {
    guard let members = LineMembers(line), members.number("v") == JournalLine.version,
      let write = members.string("write").flatMap(UUID.init(uuidString:)),
      let time = members.string("time").flatMap(Timestamp.date)
    else { return nil }
    let event: Event? =
      switch members.string("event") {
      case "intent": JournalIntent(members).map(Event.intent)
      case "outcome": JournalOutcome(members).map(Event.outcome)
      default: nil
      }
    guard let event else { return nil }
    self.init(write: write, time: time, event: event)
  }
}

extension JournalIntent {
  func add(to object: inout [JSONValue.Member]) {
    object.add("action", action.rawValue)
    object.add("user", author.user)
    object.add("host", author.host)
    object.add("environment", author.environment)
    // Whatever is handed over, no more of a key gets into the file.
    object.add("key_ending", String(author.keyEnding.suffix(4)))
    object.add("organization_id", organizationID)
    object.add("name", name)
    object.add("before", before)
    object.add("change", change)
  }

  fileprivate init?(_ members: LineMembers) {
    guard let action = members.string("action").flatMap(Action.init) else { return nil }
    self.init(
      action: action,
      author: JournalAuthor(
        user: members.string("user") ?? "", host: members.string("host") ?? "",
        environment: members.string("environment") ?? "",
        keyEnding: members.string("key_ending") ?? ""),
      organizationID: members.string("organization_id"),
      name: members.string("name") ?? "",
      before: members.json("before"),
      change: members.json("change"))
  }
}

extension JournalOutcome {
  func add(to object: inout [JSONValue.Member]) {
    object.add("result", result.rawValue)
    object.add("status", status)
    object.add("request_id", requestID)
    object.add("tries", tries)
    object.add("after", after)
  }

  fileprivate init?(_ members: LineMembers) {
    guard let result = members.string("result").flatMap(Result.init) else { return nil }
    self.init(
      result: result, status: members.number("status"), requestID: members.string("request_id"),
      tries: members.number("tries") ?? 1, after: members.json("after"))
  }
}

/// The members of a line's object, each read as what it should be.
private struct LineMembers {
  private let text: ArraySlice<UInt8>
  /// The last of several of a key counts.
  private let values: [String: JSONNode]

  init?(_ line: ArraySlice<UInt8>) {
    guard let object = try? JSONReader.read(line, by: .kept),
      case .object(let members) = object.content
    else { return nil }
    text = line
    values = Dictionary(members.map { ($0.key, $0.value) }) { _, last in last }
  }

  func string(_ key: String) -> String? { values[key]?.string }

  func number(_ key: String) -> Int? {
    values[key].flatMap { Int(String(decoding: text[$0.range], as: UTF8.self)) }
  }

  func json(_ key: String) -> RawJSON? {
    values[key].map { JSONText.rawJSON(of: $0, in: text) }
  }
}
