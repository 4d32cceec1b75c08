import Dispatch
import Foundation
import Synchronization
import WorkOS

/// Keeps records in their order and off the main actor; of a draft only the newest state is written.
final class RecordWriter: Sendable {
  let records: any RecordKeeping
  private let queue = DispatchQueue(label: "records")
  private let drafts = Mutex<[Draft.ID: Fate]>([:])

  /// What is still to be done with a draft.
  private enum Fate {
    case keep(Draft)
    case drop
  }

  /// What to tell when a record was kept (nil) or could not be.
  typealias Report = @Sendable (RecordError?) -> Void

  init(_ records: any RecordKeeping) {
    self.records = records
  }

  func keep(_ draft: Draft, as id: Draft.ID, _ report: @escaping Report) {
    write(.keep(draft), id, report)
  }

  func drop(_ id: Draft.ID, _ report: @escaping Report) {
    write(.drop, id, report)
  }

  func append(_ line: JournalLine, _ report: @escaping Report) {
    queue.async { [records] in
      report(RecordError.thrown { () throws(RecordError) in try records.append(line) })
    }
  }

  /// Returns when all that was handed over has been written, or could not be.
  func finish() {
    queue.sync {}
  }

  func async(_ work: @escaping @Sendable (any RecordKeeping) -> Void) {
    queue.async { [records] in work(records) }
  }

  private func write(_ fate: Fate, _ id: Draft.ID, _ report: @escaping Report) {
    let isNew = drafts.withLock { drafts in
      drafts.updateValue(fate, forKey: id) == nil
    }
    // One that waits already will take the newer state along.
    guard isNew else { return }
    queue.async { [self] in
      guard let newest = drafts.withLock({ $0.removeValue(forKey: id) }) else { return }
      report(
        RecordError.thrown { () throws(RecordError) in
          switch newest {
          case .keep(let draft): try records.keep(draft, as: id)
          case .drop: try records.drop(id)
          }
        })
    }
  }
}

extension RecordError {
  /// The error a call throws, or nil.
  fileprivate static func thrown(by call: () throws(RecordError) -> Void) -> RecordError? {
    do throws(RecordError) {
      try call()
      return nil
    } catch {
      return error
    }
  }
}
