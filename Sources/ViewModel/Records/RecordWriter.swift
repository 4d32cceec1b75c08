import Delivery
import Foundation
import Synchronization

/// Keeps records in their order and off the main actor; of a draft only the newest state is written.
final class RecordWriter: Sendable {
  /// Writes the journal, in one order with the drafts.
  let journal: JournalWriter
  private let records: any RecordKeeping
  private let queue: RecordQueue
  private let drafts = Mutex<[Draft.ID: Fate]>([:])
  private let tabDrafts = Mutex<[TabFormSession.Key: TabFate]>([:])
  private let draftFailure = Mutex<RecordError?>(nil)

  /// What is still to be done with a draft.
  private enum Fate {
    case keep(Draft)
    case drop
  }

  /// What is still to be done with what was typed in a form of a tab.
  private enum TabFate {
    case keep(TabDraft)
    case drop
  }

  typealias Report = RecordQueue.Report

  init(_ records: any RecordKeeping, patience: Double = RecordQueue.patience) {
    self.records = records
    queue = RecordQueue(patience: patience)
    journal = JournalWriter(records, on: queue)
  }

  func keep(_ draft: Draft, as id: Draft.ID, _ report: @escaping Report) {
    write(.keep(draft), id, report)
  }

  func drop(_ id: Draft.ID, _ report: @escaping Report) {
    write(.drop, id, report)
  }

  /// Keeps what was typed in a form of a tab; nil: drops it.
  func keep(_ draft: TabDraft?, of form: TabFormSession.Key, _ report: @escaping Report) {
    let isNew = tabDrafts.withLock { fates in
      fates.updateValue(draft.map(TabFate.keep) ?? .drop, forKey: form) == nil
    }
    guard isNew else { return }
    queue.perform(noting(report)) { [self] () throws(RecordError) in
      switch tabDrafts.withLock({ $0.removeValue(forKey: form) }) {
      case .keep(let draft): try records.keep(draft)
      case .drop: try records.drop(form)
      case nil: break
      }
    }
  }

  /// What came of all that was handed over.
  struct End: Sendable {
    /// Why a draft may not be on disk.
    var failure: RecordError?
    /// How many drafts are there, to be offered the next time.
    var drafts = 0
  }

  /// Waits until all that was handed over has been written, or could not be, but not for ever.
  @discardableResult
  func finish() -> End {
    queue.last { [self] in
      // What cannot be read cannot be promised either.
      let count =
        ((try? records.drafts().count) ?? 0)
        + ((try? records.tabDrafts(takingOver: false).count) ?? 0)
      return End(failure: draftFailure.withLock(\.self), drafts: count)
    } ?? End(failure: .noAnswer)
  }

  func async(_ work: @escaping @Sendable (any RecordKeeping) -> Void) {
    queue.async { [records] in work(records) }
  }

  /// Remembers what came of it for the end.
  private func noting(_ report: @escaping Report) -> Report {
    { [self] error in
      draftFailure.withLock { $0 = error }
      report(error)
    }
  }

  private func write(_ fate: Fate, _ id: Draft.ID, _ report: @escaping Report) {
    let isNew = drafts.withLock { drafts in
      drafts.updateValue(fate, forKey: id) == nil
    }
    // One that waits already will take the newer state along.
    guard isNew else { return }
    queue.perform(noting(report)) { [self] () throws(RecordError) in
      switch drafts.withLock({ $0.removeValue(forKey: id) }) {
      case .keep(let draft): try records.keep(draft, as: id)
      case .drop: try records.drop(id)
      case nil: break
      }
    }
  }
}
