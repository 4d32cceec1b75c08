import Delivery
import ViewModel

/// Records with their text, which is made once for all keys of a filter.
struct RecordTexts<Record: Equatable & Sendable>: Sendable {
  private var records: [Record] = []
  private var texts: [FoldedText] = []

  /// The records that hold a text, as they are read; all where it is empty.
  mutating func matches(
    _ needle: FoldedText, in records: [Record], text: (Record) -> String
  ) -> [Record] {
    guard !needle.isEmpty else { return records }
    if records != self.records {
      (self.records, texts) = (records, records.map { FoldedText(text($0)) })
    }
    return zip(records, texts).filter { $1.contains(needle) }.map(\.0)
  }
}
