import Delivery
import ViewModel

/// Records where nothing says in which directory they belong: there are none, and none can be made.
package struct NowhereToKeep: RecordKeeping {
  private let failure = RecordError(
    path: "$XDG_STATE_HOME/workos-console/journal.jsonl", reason: StateDirectory.missing)

  package init() {}

  package func append(_ line: JournalLine) throws(RecordError) { throw failure }
  package func entries(limit: Int) throws(RecordError) -> [JournalEntry] { [] }
  package func keep(_ draft: Draft, as id: Draft.ID) throws(RecordError) {
    throw RecordError(path: "$XDG_STATE_HOME/workos-console/drafts", reason: StateDirectory.missing)
  }
  package func drop(_ id: Draft.ID) throws(RecordError) {}
  package func takeOverDrafts() throws(RecordError) -> [KeptDraft] { [] }
  package func drafts() throws(RecordError) -> [KeptDraft] { [] }
}
