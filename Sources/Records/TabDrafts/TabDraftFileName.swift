import Foundation
import ViewModel

/// The name of the file of a tab's form: its environment, the form, which draft of it, and whose.
///
/// Before there could be several of one form, which of them was missing.
struct TabDraftFileName: Equatable {
  private static let ending = ".json"

  /// The environment and digits that stand for the form, joined by a dot.
  let subject: String
  let id: TabDraft.ID
  /// The session it belongs to.
  let session: String
  /// The name as it is, or is to be, in the folder.
  let text: String

  init(
    _ form: TabFormSession.Key, in environment: RecordEnvironment, id: TabDraft.ID, session: String
  ) {
    self.init(subject: Self.subject(form, in: environment), id: id, session: session)
  }

  /// Nil when it is the name of no draft of this environment.
  init?(_ text: String, in environment: RecordEnvironment) {
    let prefix = DraftFileName.prefix(of: environment)
    guard text.hasPrefix(prefix), text.hasSuffix(Self.ending),
      text.utf8.count > prefix.utf8.count + Self.ending.utf8.count
    else { return nil }
    let parts = text.dropFirst(prefix.count).dropLast(Self.ending.count)
      .split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 2: id = TabDraft.ID(DraftFileName.uuid(madeOf: text))
    case 3:
      guard let uuid = DraftFileName.uuid(parts[1]) else { return nil }
      id = TabDraft.ID(uuid)
    default: return nil
    }
    subject = prefix + parts[0]
    session = parts[parts.count - 1]
    self.text = text
  }

  private init(subject: String, id: TabDraft.ID, session: String) {
    (self.subject, self.id, self.session) = (subject, id, session)
    text = "\(subject).\(DraftFileName.spelled(id.uuid)).\(session)\(Self.ending)"
  }

  /// The file as it is called once it belongs to another session.
  func owned(by session: String) -> TabDraftFileName {
    TabDraftFileName(subject: subject, id: id, session: session)
  }

  static func subject(_ form: TabFormSession.Key, in environment: RecordEnvironment) -> String {
    let text = [form.organization.rawValue, form.tab, form.action, form.row ?? ""]
      .map { "\($0.utf8.count):\($0)" }.joined()
    return DraftFileName.prefix(of: environment)
      + FileName.hexadecimal(of: text) + FileName.hexadecimal(of: text + ".")
  }
}
