import Delivery
import Foundation
import JSON
import ViewModel
import WorkOS

/// A journal line as it stands in the file: one JSON object, in visible ASCII, without its line end.
extension JournalLine {
  static let version = 2

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
    guard let members = LineMembers(line), let version = members.number("v"),
      (1...JournalLine.version).contains(version),
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
    object.add("action", verb.rawValue)
    object.add("user", author.user)
    object.add("host", author.host)
    object.add("environment", author.environment)
    // Whatever is handed over, no more of a key gets into the file.
    object.add("key_ending", String(author.keyEnding.suffix(4)))
    object.add("subject", subject.json)
    object.add("before", before)
    object.add("change", change)
  }

  fileprivate init?(_ members: LineMembers) {
    // A line of the first version is about an organization, and has no subject.
    guard let verb = members.string("action"), let subject = members.subject else { return nil }
    self.init(
      verb: Verb(rawValue: verb),
      author: JournalAuthor(
        user: members.string("user") ?? "", host: members.string("host") ?? "",
        environment: members.string("environment") ?? "",
        keyEnding: members.string("key_ending") ?? ""),
      subject: subject,
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
    object.add("reason", reason?.rawValue)
    object.add("taken_for", takenFor)
  }

  fileprivate init?(_ members: LineMembers) {
    guard let result = members.string("result").flatMap(Result.init) else { return nil }
    self.init(
      result: result, status: members.number("status"), requestID: members.string("request_id"),
      tries: members.number("tries") ?? 1, after: members.json("after"),
      reason: members.string("reason").flatMap(Reason.init),
      takenFor: members.string("taken_for"))
  }
}

extension Subject {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = []
    members.add("kind", kind.rawValue)
    members.add("id", id)
    members.add("name", name)
    members.add(
      "organization",
      organization.map { owner in
        var members: [JSONValue.Member] = []
        members.add("id", owner.id)
        members.add("name", owner.name)
        return JSONValue.object(members)
      })
    return .object(members)
  }

  fileprivate init?(_ node: JSONNode) {
    guard let kind = node.first("kind")?.string else { return nil }
    let owner = node.first("organization").flatMap { owner in
      owner.first("id")?.string.map {
        Owner(id: $0, name: owner.first("name")?.string ?? "")
      }
    }
    self.init(
      kind: Kind(rawValue: kind), id: node.first("id")?.string,
      name: node.first("name")?.string ?? "", organization: owner)
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

  /// What the line is about; nil where what says so cannot be read.
  var subject: Subject? {
    guard let node = values["subject"] else {
      return .organization(string("organization_id"), name: string("name") ?? "")
    }
    return Subject(node)
  }

  func number(_ key: String) -> Int? {
    values[key].flatMap { Int(String(decoding: text[$0.range], as: UTF8.self)) }
  }

  func json(_ key: String) -> RawJSON? {
    values[key].map { JSONText.rawJSON(of: $0, in: text) }
  }
}
