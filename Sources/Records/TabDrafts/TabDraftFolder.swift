import Delivery
import Foundation
import ViewModel

/// What was typed in forms of tabs, on disk: a file for each form, which belongs to the session that it
/// was typed in, as a draft of an organization does (`DraftFolder`).
struct TabDraftFolder: Sendable {
  private static let largest = 1024 * 1024
  private static let ending = ".json"

  let directory: StateDirectory
  let environment: RecordEnvironment
  let session: DraftSession
  let disk: Disk

  func keep(_ draft: TabDraft) throws(RecordError) {
    let name = name(of: draft.key, session: session.name)
    let bytes = try TabDraftFile(draft, in: environment).bytes(for: directory.tabDrafts)
    _ = try Folder.create(directory.path, on: disk)
    let folder = try Folder.create(directory.tabDrafts, on: disk)
    try folder.lock()
    try session.hold(in: folder)
    // What is there and cannot be read is replaced.
    if let file = try? folder.file(name), (try? file.ending(atMost: bytes.count + 1)) == bytes {
      return
    }
    try folder.replace(name, with: bytes)
  }

  func drop(_ form: TabFormSession.Key) throws(RecordError) {
    guard let folder = try Folder.open(directory.tabDrafts, on: disk) else { return }
    try folder.lock()
    if try folder.remove(name(of: form, session: session.name)) { try folder.sync() }
  }

  /// What is not exactly one of ours for this environment is passed over, and stays.
  func drafts(takingOver: Bool) throws(RecordError) -> [KeptTabDraft] {
    guard let folder = try Folder.open(directory.tabDrafts, on: disk) else { return [] }
    try folder.lock()
    let names = try folder.names()
    var drafts: [KeptTabDraft] = []
    for name in names.sorted() where name.hasPrefix(prefix) && name.hasSuffix(Self.ending) {
      let owner = String(name.dropLast(Self.ending.count).split(separator: ".").last ?? "")
      guard owner == session.name || DraftSession.hasEnded(owner, in: folder),
        let draft = read(name, owner, in: folder)
      else { continue }
      // Where nothing can be written it is there all the same, and stays for the next session.
      if takingOver, owner != session.name { try? own(name, draft.draft, in: folder) }
      drafts.append(draft)
    }
    if takingOver {
      if !drafts.isEmpty { try? folder.sync() }
      DraftSession.clear(in: folder, names: names)
    }
    return drafts
  }

  private func own(
    _ name: String, _ draft: TabDraft, in folder: borrowing Folder
  ) throws(RecordError) {
    let newName = self.name(of: draft.key, session: session.name)
    guard folder.identity(of: newName) == nil else { return }
    try session.hold(in: folder)
    try folder.rename(name, to: newName)
  }

  private func read(_ name: String, _ owner: String, in folder: borrowing Folder) -> KeptTabDraft? {
    guard let file = try? folder.file(name), let bytes = try? file.ending(atMost: Self.largest),
      let typedAt = try? file.lastWritten(),
      let content = try? JSONDecoder().decode(TabDraftFile.self, from: Data(bytes)),
      content.environment == environment, let draft = content.draft,
      self.name(of: draft.key, session: owner) == name
    else { return nil }
    return KeptTabDraft(draft, typedAt: typedAt)
  }

  // MARK: Names

  private var prefix: String {
    FileName.joining([environment.kind, environment.host, environment.keyEnding]) + "."
  }

  private func name(of form: TabFormSession.Key, session: String) -> String {
    let subject = [form.organization.rawValue, form.tab, form.action, form.row ?? ""]
      .map { "\($0.utf8.count):\($0)" }.joined()
    let digits = FileName.hexadecimal(of: subject) + FileName.hexadecimal(of: subject + ".")
    return "\(prefix)\(digits).\(session)\(Self.ending)"
  }
}
