import Delivery
import ViewModel

/// Records with their text, which is made once for all keys of a filter.
struct RecordTexts<Record: Equatable & Sendable>: Sendable {
  private var records: [Record] = []
  private var texts: [FoldedText] = []

  /// The records that hold any of some texts, as they are read; all where there is none.
  mutating func matches(
    _ needles: [FoldedText], in records: [Record], text: (Record) -> String
  ) -> [Record] {
    guard !needles.isEmpty else { return records }
    if records != self.records {
      (self.records, texts) = (records, records.map { FoldedText(text($0)) })
    }
    return zip(records, texts).filter { needles.contains(where: $1.contains) }.map(\.0)
  }
}
