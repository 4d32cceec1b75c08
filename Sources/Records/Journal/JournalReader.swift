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
  private var known: Set<UUID> = []
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
      if outcomes[line.write] == nil {
        outcomes[line.write] = outcome
      } else if let after = outcome.after, earlier[line.write] == nil {
        earlier[line.write] = after
      }
    case .intent(let intent):
      guard known.insert(line.write).inserted else { return }
      var outcome = outcomes.removeValue(forKey: line.write)
      let earlier = earlier.removeValue(forKey: line.write)
      // What was created is there, whatever came of the request after that.
      if intent.verb == .create, outcome?.after == nil { outcome?.after = earlier }
      entries.append(
        JournalEntry(id: line.write, time: line.time, intent: intent, outcome: outcome))
    }
  }
}
