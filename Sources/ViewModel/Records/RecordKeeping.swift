import Delivery
import Foundation

/// What outlives the program: the journal of writes, and what was typed and not saved.
///
/// Calls may block for a disk, and come from any thread but the main one.
package protocol RecordKeeping: JournalKeeping {
  /// Keeps a draft in place of what was kept of it before.
  func keep(_ draft: Draft, as id: Draft.ID) throws(RecordError)
  /// Removes a draft of this session; those of others are not touched.
  func drop(_ id: Draft.ID) throws(RecordError)
  /// Makes the drafts of sessions that have ended this one's, and returns them.
  func takeOverDrafts() throws(RecordError) -> [KeptDraft]
  /// The drafts of this session and of those that have ended, as they are.
  ///
  /// One that cannot be read is passed over, and stays.
  func drafts() throws(RecordError) -> [KeptDraft]
  /// Keeps what was typed in a form of a tab, in place of what was kept of it before.
  func keep(_ draft: TabDraft) throws(RecordError)
  /// Removes one of them of this session; those of others are not touched.
  func drop(_ id: TabDraft.ID) throws(RecordError)
  /// What was typed in forms of tabs, of this session and of those that have ended; `takingOver`: it is
  /// this session's from now on.
  func tabDrafts(takingOver: Bool) throws(RecordError) -> [KeptTabDraft]
}

extension RecordKeeping {
  package func keep(_ draft: TabDraft) throws(RecordError) {}
  package func drop(_ id: TabDraft.ID) throws(RecordError) {}
  package func tabDrafts(takingOver: Bool) throws(RecordError) -> [KeptTabDraft] { [] }
}

/// A draft as it lies on disk, and when it was last typed in.
package struct KeptDraft: Equatable, Sendable {
  package var id: Draft.ID
  package var draft: Draft
  package var typedAt: Date

  package init(_ draft: Draft, id: Draft.ID, typedAt: Date) {
    self.id = id
    self.draft = draft
    self.typedAt = typedAt
  }
}

/// What was typed in a form of a tab as it lies on disk, and when it was last typed in.
package struct KeptTabDraft: Equatable, Sendable {
  package var draft: TabDraft
  package var typedAt: Date

  package init(_ draft: TabDraft, typedAt: Date) {
    self.draft = draft
    self.typedAt = typedAt
  }
}

/// Keeps nothing, for those who do not care.
package struct NoRecords: RecordKeeping {
  package init() {}

  package func append(_ line: JournalLine) throws(RecordError) {}
  package func entries(limit: Int) throws(RecordError) -> [JournalEntry] { [] }
  package func keep(_ draft: Draft, as id: Draft.ID) throws(RecordError) {}
  package func drop(_ id: Draft.ID) throws(RecordError) {}
  package func takeOverDrafts() throws(RecordError) -> [KeptDraft] { [] }
  package func drafts() throws(RecordError) -> [KeptDraft] { [] }
}
