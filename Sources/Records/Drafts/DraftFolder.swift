import Delivery
import Foundation
import ViewModel

/// The drafts on disk: a file for each, which belongs to the session that it was typed in.
///
/// A session touches no other's files. Once one has ended, the next takes its drafts over by giving
/// them a name of its own, so that each draft has one owner at any moment.
struct DraftFolder: Sendable {
  static let name = "drafts"

  let directory: StateDirectory
  let environment: RecordEnvironment
  let session: DraftSession
  /// The bytes that a file may have; of a longer one nothing would be read.
  let largest: Int
  let disk: Disk

  /// Replaces the file in one step: a reader, a crash or a full disk finds the old or the new.
  func keep(_ draft: Draft, as id: Draft.ID) throws(RecordError) {
    let name = DraftFileName(
      subject: DraftFileName.subject(draft.subject, in: environment), id: id.uuid,
      session: session.name
    ).text
    let bytes = try DraftFile(draft, in: environment).bytes(for: directory.drafts)
    guard bytes.count <= largest else {
      throw RecordError.tooLong(at: directory.drafts, largest: largest)
    }
    _ = try Folder.create(directory.path, on: disk)
    let folder = try Folder.create(directory.drafts, on: disk)
    try folder.lock()
    try session.hold(in: folder)
    // What is there and cannot be read is replaced.
    if let file = try? folder.file(name), (try? file.ending(atMost: bytes.count + 1)) == bytes {
      return
    }
    try folder.replace(name, with: bytes)
  }

  func drop(_ id: Draft.ID) throws(RecordError) {
    guard let folder = try Folder.open(directory.drafts, on: disk) else { return }
    try folder.lock()
    var isRemoved = false
    for name in try names(in: folder) where name.id == id.uuid && name.session == session.name {
      isRemoved = try folder.remove(name.text) || isRemoved
    }
    if isRemoved { try folder.sync() }
  }

  /// Takes the drafts of sessions that have ended, and of the time before there were any.
  func takeOver() throws(RecordError) -> [KeptDraft] {
    guard let folder = try Folder.open(directory.drafts, on: disk) else { return [] }
    try folder.lock()
    var drafts: [KeptDraft] = []
    for (name, draft) in try freeDrafts(in: folder) where name.session != session.name {
      // Where nothing can be written they are shown all the same, and stay for the next session.
      try? session.own(name, in: folder)
      drafts.append(draft)
    }
    if !drafts.isEmpty { try? folder.sync() }
    DraftSession.clear(in: folder, names: try folder.names())
    return drafts
  }

  /// What is not exactly one of our drafts for this environment is passed over, and stays.
  func drafts() throws(RecordError) -> [KeptDraft] {
    guard let folder = try Folder.open(directory.drafts, on: disk) else { return [] }
    try folder.lock()
    return try freeDrafts(in: folder).map(\.draft)
  }

  /// The drafts of this session and of those that have ended.
  private func freeDrafts(
    in folder: borrowing Folder
  ) throws(RecordError) -> [(name: DraftFileName, draft: KeptDraft)] {
    var drafts: [(name: DraftFileName, draft: KeptDraft)] = []
    for name in try names(in: folder) where session.mayRead(name, in: folder) {
      if let draft = read(name, in: folder) { drafts.append((name, draft)) }
    }
    return drafts
  }

  private func names(in folder: borrowing Folder) throws(RecordError) -> [DraftFileName] {
    try folder.names().sorted().compactMap { DraftFileName($0, of: .organization, in: environment) }
  }

  private func read(_ name: DraftFileName, in folder: borrowing Folder) -> KeptDraft? {
    guard let file = try? folder.file(name.text),
      let bytes = try? file.ending(atMost: largest),
      let typedAt = try? file.lastWritten(),
      let content = try? JSONDecoder().decode(DraftFile.self, from: Data(bytes)),
      content.environment == environment, let draft = content.draft,
      DraftFileName.subject(draft.subject, in: environment) == name.subject
    else { return nil }
    return KeptDraft(draft, id: Draft.ID(name.id), typedAt: typedAt)
  }
}

extension RecordError {
  /// What was typed is longer than what is read back of a file.
  static func tooLong(at path: String, largest: Int) -> RecordError {
    RecordError(
      path: path, reason: "it would be longer than \(largest / 1024) KiB, the most that is kept")
  }
}
