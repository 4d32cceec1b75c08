import Foundation
import ViewModel

/// The drafts on disk: a file for each environment and subject.
struct DraftFolder: Sendable {
  static let name = "drafts"
  /// Starts with a dot, as no draft's name does.
  private static let unfinished = ".unfinished"
  private static let largest = 64 * 1024 * 1024

  let directory: StateDirectory
  let environment: RecordEnvironment

  /// Replaces the file in one step: a reader, a crash or a full disk finds the old or the new.
  func keep(_ draft: Draft) throws(RecordError) {
    let name = name(of: draft.subject)
    let bytes = try DraftFile(draft, in: environment).bytes(for: directory.drafts)
    _ = try Folder.create(directory.path)
    let folder = try Folder.create(directory.drafts)
    try folder.lock()
    // What is there and cannot be read is replaced.
    if let file = try? folder.file(name), (try? file.ending(atMost: bytes.count + 1)) == bytes {
      return
    }
    // Under the lock, one that is there is what a killed program left.
    try folder.remove(DraftFolder.unfinished)
    do throws(RecordError) {
      try write(bytes, to: DraftFolder.unfinished, in: folder)
      try folder.rename(DraftFolder.unfinished, to: name)
    } catch {
      _ = try? folder.remove(DraftFolder.unfinished)
      throw error
    }
    try folder.sync()
  }

  func drop(_ subject: Draft.Subject) throws(RecordError) {
    guard let folder = try Folder.open(directory.drafts) else { return }
    try folder.lock()
    if try folder.remove(name(of: subject)) { try folder.sync() }
  }

  /// What is not exactly one of our drafts for this environment is passed over, and stays.
  func drafts() throws(RecordError) -> [KeptDraft] {
    guard let folder = try Folder.open(directory.drafts) else { return [] }
    var drafts: [KeptDraft] = []
    for name in try folder.names().sorted() where name.hasPrefix(namePrefix) {
      guard let file = try? folder.file(name),
        let bytes = try? file.ending(atMost: DraftFolder.largest),
        let typedAt = try? file.lastWritten(),
        let content = try? JSONDecoder().decode(DraftFile.self, from: Data(bytes)),
        content.environment == environment, let draft = content.draft,
        self.name(of: draft.subject) == name
      else { continue }
      drafts.append(KeptDraft(draft, typedAt: typedAt))
    }
    return drafts
  }

  private var namePrefix: String {
    FileName.joining([environment.kind, environment.host, environment.keyEnding]) + "."
  }

  private func name(of subject: Draft.Subject) -> String {
    switch subject {
    case .creation: namePrefix + "creation.json"
    case .organization(let id):
      namePrefix + FileName.joining(["organization", id.rawValue]) + ".json"
    }
  }

  private func write(
    _ bytes: [UInt8], to name: String, in folder: borrowing Folder
  ) throws(RecordError) {
    let path = folder.pathOf(name)
    let descriptor = folder.open(name, O_RDWR | O_CREAT | O_EXCL)
    guard descriptor >= 0 else { throw RecordError.system(errno, at: path) }
    let file = OpenFile(descriptor: descriptor, path: path)
    guard fchmod(descriptor, 0o600) == 0 else { throw RecordError.system(errno, at: path) }
    try file.append(bytes)
  }
}
