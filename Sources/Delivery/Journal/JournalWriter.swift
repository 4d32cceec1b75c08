import Foundation

/// Adds lines to the journal in their order, and off whatever asks for it.
package struct JournalWriter: Sendable {
  private let journal: any JournalKeeping
  private let queue: RecordQueue

  package init(_ journal: any JournalKeeping, on queue: RecordQueue = RecordQueue()) {
    self.journal = journal
    self.queue = queue
  }

  /// Adds a line in its turn, and reports whether it is on disk.
  package func append(_ line: JournalLine, _ report: @escaping RecordQueue.Report) {
    queue.perform(report) { [journal] () throws(RecordError) in try journal.append(line) }
  }

  /// Adds a line after all that was handed over before; when this returns it is on disk.
  ///
  /// An intent that comes there too late to be acted on is followed by that it was never sent.
  package func append(_ line: JournalLine) async throws(RecordError) {
    try await queue.perform { [journal] () throws(RecordError) in
      try journal.append(line)
    } late: { [journal] in
      guard case .intent = line.event else { return }
      let unsent = JournalOutcome(result: .neverSent, tries: 0)
      // Its intent is there; without an outcome it counts as unknown, which is true as well.
      try? journal.append(JournalLine(write: line.write, time: line.time, event: .outcome(unsent)))
    }
  }
}
