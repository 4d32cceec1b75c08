import Foundation
import ViewModel

/// The name of a draft's file: its environment, its subject, which draft it is, and whose.
struct DraftFileName: Equatable {
  /// What drafts are of; each has a folder of its own.
  enum Kind {
    case organization
    /// Forms of tabs.
    case tab
  }

  private static let ending = ".json"

  /// The environment and the subject, joined by a dot.
  let subject: String
  let id: UUID
  /// The session it belongs to; nil in a name from before there were any.
  let session: String?
  /// The name as it is, or is to be, in the folder.
  let text: String

  init(subject: String, id: UUID, session: String) {
    (self.subject, self.id, self.session) = (subject, id, session)
    text = "\(subject).\(Self.spelled(id)).\(session)\(Self.ending)"
  }

  /// Nil when it is the name of no draft of this kind and environment.
  init?(_ text: String, of kind: Kind, in environment: RecordEnvironment) {
    let prefix = Self.prefix(of: environment)
    guard text.hasPrefix(prefix), text.hasSuffix(Self.ending),
      text.utf8.count > prefix.utf8.count + Self.ending.utf8.count
    else { return nil }
    let parts = text.dropFirst(prefix.count).dropLast(Self.ending.count)
      .split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let count = kind == .tab || parts[0] == "creation" ? 1 : 2
    guard parts.count >= count else { return nil }
    subject = prefix + parts.prefix(count).joined(separator: ".")
    self.text = text
    switch (kind, parts.count - count) {
    // Before there were sessions.
    case (.organization, 0): (id, session) = (Self.uuid(madeOf: text), nil)
    // Before there could be several of one form.
    case (.tab, 1): (id, session) = (Self.uuid(madeOf: text), parts[count])
    case (.organization, 2), (.tab, 2):
      guard let uuid = Self.uuid(parts[count]) else { return nil }
      (id, session) = (uuid, parts[count + 1])
    default: return nil
    }
  }

  /// The file as it is called once it belongs to a session.
  func owned(by session: String) -> DraftFileName {
    DraftFileName(subject: subject, id: id, session: session)
  }

  static func subject(_ subject: Draft.Subject, in environment: RecordEnvironment) -> String {
    switch subject {
    case .creation: prefix(of: environment) + "creation"
    case .organization(let id):
      prefix(of: environment) + FileName.joining(["organization", id.rawValue])
    }
  }

  /// Digits stand for the form, of which there is too much for a name.
  static func subject(_ form: TabFormSession.Key, in environment: RecordEnvironment) -> String {
    let text = [form.organization.rawValue, form.tab, form.action, form.row ?? ""]
      .map { "\($0.utf8.count):\($0)" }.joined()
    return prefix(of: environment)
      + FileName.hexadecimal(of: text) + FileName.hexadecimal(of: text + ".")
  }

  private static func prefix(of environment: RecordEnvironment) -> String {
    FileName.joining([environment.kind, environment.host, environment.keyEnding]) + "."
  }

  /// 32 hexadecimal digits, for which there is room in a name.
  static func spelled(_ uuid: UUID) -> String {
    uuid.uuidString.lowercased().replacingOccurrences(of: "-", with: "")
  }

  private static func uuid(_ text: String) -> UUID? {
    let digits = Array(text)
    guard digits.count == 32 else { return nil }
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return UUID(uuidString: groups.joined(separator: "-"))
  }

  /// The same for the same name, so that a file that was seen before is known again.
  private static func uuid(madeOf name: String) -> UUID {
    let text = FileName.hexadecimal(of: name) + FileName.hexadecimal(of: name + ".")
    return uuid(text) ?? UUID()
  }
}
