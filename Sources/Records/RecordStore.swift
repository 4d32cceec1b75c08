import Delivery
import Foundation
import ViewModel

/// Records on disk, which several threads and several running consoles may keep at once.
///
/// It remembers nothing: every call finds the files as they are. All it holds is the session's mark,
/// as long as it lives.
package struct RecordStore: RecordKeeping {
  private let journal: JournalFile
  private let draftFolder: DraftFolder
  private let tabDraftFolder: TabDraftFolder

  /// - Parameters:
  ///   - environment: whose drafts these are; the journal is one for all.
  ///   - session: tells this run of the program from every other.
  ///   - rotationSize: the bytes from which on the journal continues in a new file.
  ///   - largestDraft: the bytes that the file of a draft may have.
  package init(
    directory: StateDirectory, environment: RecordEnvironment, session: UUID = UUID(),
    rotationSize: Int = 8 * 1024 * 1024, largestDraft: Int = 64 * 1024 * 1024, disk: Disk = .system
  ) {
    journal = JournalFile(directory: directory, rotationSize: rotationSize, disk: disk)
    draftFolder = DraftFolder(
      directory: directory, environment: environment, session: DraftSession(session),
      largest: largestDraft, disk: disk)
    tabDraftFolder = TabDraftFolder(
      directory: directory, environment: environment, session: DraftSession(session),
      largest: largestDraft, disk: disk)
  }

  package func append(_ line: JournalLine) throws(RecordError) {
    try journal.append(line)
  }

  package func entries(limit: Int) throws(RecordError) -> [JournalEntry] {
    try journal.entries(limit: limit)
  }

  package func keep(_ draft: Draft, as id: Draft.ID) throws(RecordError) {
    try draftFolder.keep(draft, as: id)
  }

  package func drop(_ id: Draft.ID) throws(RecordError) {
    try draftFolder.drop(id)
  }

  package func takeOverDrafts() throws(RecordError) -> [KeptDraft] {
    try draftFolder.takeOver()
  }

  package func drafts() throws(RecordError) -> [KeptDraft] {
    try draftFolder.drafts()
  }

  package func keep(_ draft: TabDraft) throws(RecordError) {
    try tabDraftFolder.keep(draft)
  }

  package func drop(_ id: TabDraft.ID) throws(RecordError) {
    try tabDraftFolder.drop(id)
  }

  package func tabDrafts(takingOver: Bool) throws(RecordError) -> [KeptTabDraft] {
    try tabDraftFolder.drafts(takingOver: takingOver)
  }
}
