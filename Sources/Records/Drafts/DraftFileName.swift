import Foundation
import ViewModel

/// The name of a draft's file: its environment, its subject, which draft it is, and whose.
///
/// Before there were sessions, the last two were missing.
struct DraftFileName: Equatable {
  private static let ending = ".json"

  /// The environment and the subject, joined by a dot.
  let subject: String
  let id: Draft.ID
  /// The session it belongs to; nil in a name from before there were any.
  let session: String?

  init(_ subject: Draft.Subject, in environment: RecordEnvironment, id: Draft.ID, session: String) {
    self.subject = Self.subject(subject, in: environment)
    self.id = id
    self.session = session
  }

  /// Nil when it is the name of no draft of this environment.
  init?(_ text: String, in environment: RecordEnvironment) {
    let prefix = Self.prefix(of: environment)
    guard text.hasPrefix(prefix), text.hasSuffix(Self.ending),
      text.utf8.count > prefix.utf8.count + Self.ending.utf8.count
    else { return nil }
    let parts = text.dropFirst(prefix.count).dropLast(Self.ending.count)
      .split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let count = parts[0] == "creation" ? 1 : 2
    guard parts.count >= count else { return nil }
    subject = prefix + parts.prefix(count).joined(separator: ".")
    switch parts.count {
    case count:
      id = Draft.ID(Self.uuid(madeOf: text))
      session = nil
    case count + 2:
      guard let uuid = Self.uuid(parts[count]) else { return nil }
      id = Draft.ID(uuid)
      session = parts[count + 1]
    default: return nil
    }
  }

  var text: String {
    let owner = session.map { ".\(Self.spelled(id.uuid)).\($0)" } ?? ""
    return subject + owner + Self.ending
  }

  /// The file as it is called once it belongs to a session.
  func owned(by session: String) -> DraftFileName {
    DraftFileName(subject: subject, id: id, session: session)
  }

  private init(subject: String, id: Draft.ID, session: String) {
    (self.subject, self.id, self.session) = (subject, id, session)
  }

  static func subject(_ subject: Draft.Subject, in environment: RecordEnvironment) -> String {
    switch subject {
    case .creation: prefix(of: environment) + "creation"
    case .organization(let id):
      prefix(of: environment) + FileName.joining(["organization", id.rawValue])
    }
  }

  static func prefix(of environment: RecordEnvironment) -> String {
    FileName.joining([environment.kind, environment.host, environment.keyEnding]) + "."
  }

  /// 32 hexadecimal digits, for which there is room in a name.
  static func spelled(_ uuid: UUID) -> String {
    uuid.uuidString.lowercased().replacingOccurrences(of: "-", with: "")
  }

  static func uuid(_ text: String) -> UUID? {
    let digits = Array(text)
    guard digits.count == 32 else { return nil }
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return UUID(uuidString: groups.joined(separator: "-"))
  }

  /// The same for the same name, so that a file that was seen before is known again.
  static func uuid(madeOf name: String) -> UUID {
    let text = FileName.hexadecimal(of: name) + FileName.hexadecimal(of: name + ".")
    return uuid(text) ?? UUID()
  }
}
