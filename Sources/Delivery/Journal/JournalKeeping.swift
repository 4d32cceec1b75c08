import Foundation

/// Where the journal of writes is kept.
///
/// Calls may block for a disk, and come from any thread but the main one.
package protocol JournalKeeping: Sendable {
  /// Adds a line to the journal; it is on disk when this returns.
  func append(_ line: JournalLine) throws(RecordError)
  /// The journal, newest write first, at most so many; what cannot be read is passed over.
  func entries(limit: Int) throws(RecordError) -> [JournalEntry]
}

/// Why something could not be kept or read.
package struct RecordError: Error, Equatable, Sendable {
  /// The file, as the person may look for it.
  package var path: String
  /// The system's words, such as `No space left on device`.
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
