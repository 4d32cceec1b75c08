import Delivery
import Foundation
import JSON
import ViewModel

/// Puts writes together from journal lines, the newest first, and passes over what is no line.
///
/// A line may be torn by a crash, be longer than any of ours, hold NULs or no UTF-8: nothing but
/// the line itself is lost then. Of several outcomes of a write the last counts: the later ones
/// were found out by reading again.
package struct JournalReader {
  /// No line is longer, as none longer is written.
  package static let longestLine = 4 * 1024 * 1024

  private let limit: Int
  private var outcomes: [UUID: JournalOutcome] = [:]
  /// What an outcome before the last one told of the subject.
  private var earlier: [UUID: RawJSON] = [:]
  /// Where in the entries each write is.
  private var known: [UUID: Int] = [:]
  /// The writes that were sent again to make what they make, so that it counts what came before.
  private var repeated: Set<UUID> = []
  package private(set) var entries: [JournalEntry] = []

  package init(limit: Int) {
    self.limit = limit
  }

  /// The writes in the bytes of one file.
  package static func entries(in bytes: [UInt8], limit: Int = .max) -> [JournalEntry] {
    var reader = JournalReader(limit: limit)
    reader.read(bytes)
    return reader.entries
  }

  package var isFull: Bool { entries.count >= limit }

  /// Reads a file from its end, as far as entries are still wanted; the newest file goes first.
  package mutating func read(_ bytes: [UInt8]) {
    var end = bytes.endIndex
    while end > bytes.startIndex, !isFull {
      // What follows the last line end is a line too: of one just being written, perhaps whole.
      let start = (bytes[..<end].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
      take(bytes[start..<end])
      end = start - 1
    }
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty, bytes.count <= JournalReader.longestLine,
      let line = JournalLine(bytes)
    else { return }
    switch line.event {
    // From the end, an outcome comes before its intent; one without is never asked for.
    case .outcome(let outcome):
      if let place = known[line.write] {
        // Each half of a create has an intent of its own: this is what came of the first.
        noteCreated(outcome.after, at: place)
        if repeated.remove(line.write) != nil, outcome.result == .unknown {
          entries[place].noteSentAgain()
        }
      } else if outcomes[line.write] == nil {
        outcomes[line.write] = outcome
      } else if let after = outcome.after, earlier[line.write] == nil {
        earlier[line.write] = after
      }
    case .intent(let intent):
      if let place = known[line.write] {
        // It ended before there was an answer.
        if repeated.remove(line.write) != nil { entries[place].noteSentAgain() }
        noteSending(intent, of: line.write)
        return
      }
      noteSending(intent, of: line.write)
      known[line.write] = entries.count
      let outcome = outcomes.removeValue(forKey: line.write)
      let earlier = earlier.removeValue(forKey: line.write)
      entries.append(
        JournalEntry(id: line.write, time: line.time, intent: intent, outcome: outcome))
      noteCreated(earlier, at: entries.count - 1)
    }
  }

  /// Has what is told before it count, unless it is about something that is there already.
  private mutating func noteSending(_ intent: JournalIntent, of write: UUID) {
    if intent.subject.id == nil { repeated.insert(write) }
  }

  /// What was created is there, whatever came of the request after that.
  private mutating func noteCreated(_ after: RawJSON?, at place: Int) {
    guard entries[place].intent.verb == .create, entries[place].outcome?.after == nil else {
      return
    }
    entries[place].outcome?.after = after
  }
}

extension JournalEntry {
  /// Takes note that it was sent before, and nobody knows what came of that.
  fileprivate mutating func noteSentAgain() {
    guard intent.verb.makesSomething, [.done, .partly].contains(outcome?.result) else { return }
    isPerhapsTwice = true
  }
}
