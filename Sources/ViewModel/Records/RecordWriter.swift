import Delivery
import Foundation
import Synchronization

/// Keeps records in their order and off the main actor; of a draft only the newest state is written.
final class RecordWriter: Sendable {
  /// Writes the journal, in one order with the drafts.
  let journal: JournalWriter
  private let records: any RecordKeeping
  private let queue: RecordQueue
  private let waiting = Mutex<[DraftRow.ID: Waiting]>([:])
  /// What was handed over and is not known to be done, with why not, as far as that is known.
  private let undone = Mutex<[DraftRow.ID: DraftWritten]>([:])

  /// What is still to be done with a draft.
  private struct Waiting {
    /// Nil: it is to be removed.
    var text: DraftText?
    var at: Date
  }

  /// What to tell when a draft was written or removed, or could not be.
  typealias Report = @Sendable (DraftWritten) -> Void

  init(_ records: any RecordKeeping, patience: Double = RecordQueue.patience) {
    self.records = records
    queue = RecordQueue(patience: patience)
    journal = JournalWriter(records, on: queue)
  }

  /// Keeps a draft in place of what was kept of it before; nil: removes it.
  func keep(_ text: DraftText?, as id: DraftRow.ID, at now: Date, _ report: @escaping Report) {
    undone.withLock { $0[id] = DraftWritten(id, text, at: now, failure: .noAnswer) }
    let isNew = waiting.withLock { waiting in
      waiting.updateValue(Waiting(text: text, at: now), forKey: id) == nil
    }
    // One that waits already will take the newer state along.
    guard isNew else { return }
    queue.perform { [self] error in
      // What was done has told so itself: which state of the draft it was is known only there.
      if let error { report(failed(id, error, at: now)) }
    } _: { [self] () throws(RecordError) in
      guard let next = waiting.withLock({ $0.removeValue(forKey: id) }) else { return }
      try write(next.text, id)
      let written = DraftWritten(id, next.text, at: next.at)
      undone.withLock { undone in
        if undone[id]?.text == next.text { undone[id] = nil }
      }
      report(written)
    }
  }

  private func write(_ text: DraftText?, _ id: DraftRow.ID) throws(RecordError) {
    switch (id, text) {
    case (.organization(let id), .organization(let draft)?): try records.keep(draft, as: id)
    case (.tab, .tab(let draft)?): try records.keep(draft)
    case (.organization(let id), _): try records.drop(id)
    case (.tab(let id), _): try records.drop(id)
    }
  }

  private func failed(_ id: DraftRow.ID, _ error: RecordError, at now: Date) -> DraftWritten {
    undone.withLock { undone in
      undone[id]?.failure = error
      return undone[id] ?? DraftWritten(id, nil, at: now, failure: error)
    }
  }

  /// What came of all that was handed over.
  struct End: Sendable {
    /// The drafts that may not be on disk as they were typed, and those that may still be there.
    var undone: [DraftWritten] = []
    /// How many drafts are there, to be offered the next time; nil: that cannot be read.
    var drafts: Int?

    /// Why a draft may not be on disk.
    var failure: RecordError? { undone.first?.failure }
  }

  /// Waits until all that was handed over has been written, or could not be, but not for ever.
  @discardableResult
  func finish() -> End {
    let drafts = queue.last { [records] in
      guard let ofOrganizations = try? records.drafts(),
        let ofTabs = try? records.tabDrafts(takingOver: false)
      else { return Int?.none }
      return ofOrganizations.count + ofTabs.count
    }
    return End(undone: undone.withLock { Array($0.values) }, drafts: drafts ?? nil)
  }

  func async(_ work: @escaping @Sendable (any RecordKeeping) -> Void) {
    queue.async { [records] in work(records) }
  }
}
