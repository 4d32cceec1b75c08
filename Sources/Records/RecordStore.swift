import ViewModel

/// Records on disk, which several threads and several running consoles may keep at once.
///
/// It holds nothing open and remembers nothing: every call finds the files as they are.
package struct RecordStore: RecordKeeping {
  private let journal: JournalFile
  private let draftFolder: DraftFolder

  /// - Parameters:
  ///   - environment: whose drafts these are; the journal is one for all.
  ///   - rotationSize: the bytes from which on the journal continues in a new file.
  package init(
    directory: StateDirectory, environment: RecordEnvironment, rotationSize: Int = 8 * 1024 * 1024
  ) {
    journal = JournalFile(directory: directory, rotationSize: rotationSize)
    draftFolder = DraftFolder(directory: directory, environment: environment)
  }

  package func append(_ line: JournalLine) throws(RecordError) {
    try journal.append(line)
  }

  package func entries(limit: Int) throws(RecordError) -> [JournalEntry] {
    try journal.entries(limit: limit)
  }

  package func keep(_ draft: Draft) throws(RecordError) {
    try draftFolder.keep(draft)
  }

  package func drop(_ subject: Draft.Subject) throws(RecordError) {
    try draftFolder.drop(subject)
  }

  package func drafts() throws(RecordError) -> [KeptDraft] {
    try draftFolder.drafts()
  }
}
