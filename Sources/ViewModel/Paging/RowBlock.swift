import Foundation
import JSON

/// The rows of one answer as columns of bytes, which never change.
///
/// A state that holds a hundred thousand rows holds a thousand of these: a copy of it copies none, a
/// row that changes leaves the others as they are, and what is forgotten is given back page by page.
final class RowBlock<Item: RowItem>: Sendable {
  let count: Int
  /// What a filter looks through, row after row.
  private let folded: Column
  private let ids: Column
  /// The bytes of each item's JSON, packed; none where the items themselves are kept.
  private let json: PackedTexts
  /// When each was changed last, in seconds since 2001; not a number where that is not known.
  private let changed: [Double]
  let idHashes: [UInt32]
  /// Hashes of the names that the rows go by.
  let nameHashes: [UInt32]
  /// Hashes of all keys, row after row, and where those of each row end; empty where no row has one.
  private let allKeyHashes: [UInt32]
  private let keyEnds: [UInt32]
  private let kept: [Item]

  /// - Parameter keepsItems: whether the items stay as they are, be their JSON what it may.
  init(_ items: [Item], keepsItems: Bool) {
    count = items.count
    folded = Column(items.map { FoldedText(fields: $0.searchFields).bytes + [Self.rowEnd] })
    ids = Column(items.map { Array($0.id.rawValue.utf8) })
    changed = items.map { $0.updatedAt?.timeIntervalSinceReferenceDate ?? .nan }
    kept = keepsItems ? items : []
    json = PackedTexts(keepsItems ? [] : items.map { Array($0.json.bytes) })
    let keys = items.map { item in item.keys.map { RowHash.of($0.utf8) } }
    allKeyHashes = keys.flatMap(\.self)
    keyEnds =
      allKeyHashes.isEmpty
      ? []
      : keys.reduce(into: []) { ends, keys in ends.append((ends.last ?? 0) + UInt32(keys.count)) }
    let (folded, ids) = (folded, ids)
    idHashes = items.indices.map { RowHash.of(ids[$0]) }
    nameHashes = items.indices.map { RowHash.of(Self.name(in: folded[$0])) }
  }

  /// Behind each row's fields; folding leaves none of it in a text.
  private static var rowEnd: UInt8 { 0x1E }

  private static func name(in folded: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    folded.prefix {
      $0 != FoldedText.fieldEnd && $0 != FoldedText.accentsEnd && $0 != rowEnd
    }
  }

  func id(_ index: Int) -> Item.ID {
    Item.ID(rawValue: String(decoding: ids[index], as: UTF8.self))
  }

  func idBytes(_ index: Int) -> ArraySlice<UInt8> { ids[index] }

  /// The name that a row goes by, folded.
  func name(_ index: Int) -> ArraySlice<UInt8> { Self.name(in: folded[index]) }

  /// Hashes of what a row is found by as a whole.
  func keyHashes(_ index: Int) -> ArraySlice<UInt32> {
    guard !keyEnds.isEmpty else { return [] }
    return allKeyHashes[(index == 0 ? 0 : Int(keyEnds[index - 1]))..<Int(keyEnds[index])]
  }

  /// The item as it was read, out of its JSON where it is not kept.
  func item(_ index: Int) -> Item {
    if !kept.isEmpty { return kept[index] }
    let json = RawJSON(bytes: Data(json[index]))
    return (try? Item(decoding: json)) ?? Item(id: id(index), unreadable: json)
  }

  func isOlder(_ index: Int, than other: RowBlock, _ otherIndex: Int) -> Bool {
    changed[index] < other.changed[otherIndex]
  }

  /// Whether two rows say the same.
  func isEqual(_ index: Int, to other: RowBlock, _ otherIndex: Int) -> Bool {
    if self === other, index == otherIndex { return true }
    guard ids[index] == other.ids[otherIndex] else { return false }
    return kept.isEmpty && other.kept.isEmpty
      ? json[index] == other.json[otherIndex] : item(index) == other.item(otherIndex)
  }
}

// MARK: - Filtering

extension RowBlock {
  /// Which rows of a range hold what is looked for, in their order.
  func rows(in range: Range<Int>, holding sought: Sought) -> [Int] {
    if sought.needles.count == 1 {
      return rows(in: range, holding: sought.needles[0], inField: sought.field)
    }
    var matches = [Int](repeating: 0, count: range.count)
    for needle in sought.needles {
      for row in rows(in: range, holding: needle, inField: sought.field) {
        matches[row - range.lowerBound] += 1
      }
    }
    let least = sought.needsAll ? sought.needles.count : 1
    return range.filter { matches[$0 - range.lowerBound] >= least }
  }

  /// Scans all rows as one text: most hold nothing of it, and are passed over without a look.
  private func rows(
    in range: Range<Int>, holding needle: FoldedText, inField field: Int?
  ) -> [Int] {
    var found: [Int] = []
    guard !range.isEmpty, !needle.isEmpty else { return found }
    let isFoundAnywhere = needle.isFoundAnywhere
    folded.bytes.withUnsafeBytes { bytes in
      needle.bytes.withUnsafeBytes { letters in
        let end = folded.range(range.upperBound - 1).upperBound
        var row = range.lowerBound
        var start = folded.range(row).lowerBound
        while let place = Self.place(of: letters, in: bytes, from: start, to: end) {
          if !isFoundAnywhere, !needle.isFound(at: place..<place + letters.count, in: bytes) {
            start = place + 1
            continue
          }
          while folded.range(row).upperBound <= place { row += 1 }
          let passed = bytes[folded.range(row).lowerBound..<place]
          if field.map({ field in passed.count { $0 == FoldedText.fieldEnd } == field }) ?? true {
            found.append(row)
            start = folded.range(row).upperBound
          } else {
            start = place + 1
          }
        }
      }
    }
    return found
  }

  private static func place(
    of needle: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer, from start: Int,
    to end: Int
  ) -> Int? {
    guard let base = bytes.baseAddress, let sought = needle.baseAddress else { return nil }
    var start = start
    while start + needle.count <= end,
      let hit = memchr(base + start, Int32(needle[0]), end - start - needle.count + 1)
    {
      let place = base.distance(to: UnsafeRawPointer(hit))
      if memcmp(hit, sought, needle.count) == 0 { return place }
      start = place + 1
    }
    return nil
  }
}

/// Runs of bytes, one behind the other.
private struct Column: Sendable {
  let bytes: [UInt8]
  private let ends: [UInt32]

  init(_ runs: [[UInt8]]) {
    var ends: [UInt32] = []
    ends.reserveCapacity(runs.count)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(runs.reduce(0) { $0 + $1.count })
    for run in runs {
      bytes += run
      ends.append(UInt32(bytes.count))
    }
    (self.bytes, self.ends) = (bytes, ends)
  }

  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }
}

/// The hash of FNV-1a, by which ids and names are found.
enum RowHash {
  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }
}
