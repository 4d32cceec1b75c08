import Delivery
import Foundation
import ViewModel

/// What was typed in forms of tabs, on disk: a file for each draft, which belongs to the session that it
/// was typed in, as a draft of an organization does (`DraftFolder`).
struct TabDraftFolder: Sendable {
  let directory: StateDirectory
  let environment: RecordEnvironment
  let session: DraftSession
  /// The bytes that a file may have; of a longer one nothing would be read.
  let largest: Int
  let disk: Disk

  func keep(_ draft: TabDraft) throws(RecordError) {
    let name = DraftFileName(
      subject: DraftFileName.subject(draft.key, in: environment), id: draft.id.uuid,
      session: session.name)
    let bytes = try TabDraftFile(draft, in: environment).bytes(for: directory.tabDrafts)
    guard bytes.count <= largest else {
      throw RecordError.tooLong(at: directory.tabDrafts, largest: largest)
    }
    _ = try Folder.create(directory.path, on: disk)
    let folder = try Folder.create(directory.tabDrafts, on: disk)
    try folder.lock()
    try session.hold(in: folder)
    // What is there and cannot be read is replaced.
    if let file = try? folder.file(name.text),
      (try? file.ending(atMost: bytes.count + 1)) == bytes
    {
      return
    }
    try folder.replace(name.text, with: bytes)
  }

  func drop(_ id: TabDraft.ID) throws(RecordError) {
    guard let folder = try Folder.open(directory.tabDrafts, on: disk) else { return }
    try folder.lock()
    var isRemoved = false
    for name in names(among: try folder.names())
    where name.id == id.uuid && name.session == session.name {
      isRemoved = try folder.remove(name.text) || isRemoved
    }
    if isRemoved { try folder.sync() }
  }

  /// What is not exactly one of ours for this environment is passed over, and stays.
  func drafts(takingOver: Bool) throws(RecordError) -> [KeptTabDraft] {
    guard let folder = try Folder.open(directory.tabDrafts, on: disk) else { return [] }
    try folder.lock()
    let all = try folder.names()
    var drafts: [KeptTabDraft] = []
    for name in names(among: all) {
      guard session.mayRead(name, in: folder), let draft = read(name, in: folder) else { continue }
      // Where nothing can be written it is there all the same, and stays for the next session.
      if takingOver, name.session != session.name { try? session.own(name, in: folder) }
      drafts.append(draft)
    }
    if takingOver {
      if !drafts.isEmpty { try? folder.sync() }
      DraftSession.clear(in: folder, names: all)
    }
    return drafts
  }

  private func names(among names: [String]) -> [DraftFileName] {
    names.sorted().compactMap { DraftFileName($0, of: .tab, in: environment) }
  }

  private func read(_ name: DraftFileName, in folder: borrowing Folder) -> KeptTabDraft? {
    guard let file = try? folder.file(name.text), let bytes = try? file.ending(atMost: largest),
      let typedAt = try? file.lastWritten(),
      let content = try? JSONDecoder().decode(TabDraftFile.self, from: Data(bytes)),
      content.environment == environment, let draft = content.draft(TabDraft.ID(name.id)),
      DraftFileName.subject(draft.key, in: environment) == name.subject
    else { return nil }
    return KeptTabDraft(draft, typedAt: typedAt)
  }
}
