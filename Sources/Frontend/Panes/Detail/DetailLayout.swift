import Foundation
import ViewModel
import WorkOS

/// Lines of the detail, wrapped, and which of them have a value.
struct WrappedLines: Sendable {
  let columns: Int
  private(set) var lines: [TextLine] = []
  private(set) var blocks: [DetailCursor.Block] = []

  init(columns: Int) {
    self.columns = columns
  }

  mutating func add(_ others: [DetailLine]) {
    for line in others {
      let start = lines.count
      if line.line.fits(columns) {
        lines.append(line.line)
      } else {
        lines += line.line.wrapped(to: columns)
      }
      if let value = line.value {
        blocks.append(DetailCursor.Block(rows: start..<lines.count, value: value))
      }
    }
  }

  /// Adds lines that were wrapped before.
  mutating func add(_ others: WrappedLines) {
    let start = lines.count
    guard start > 0 else {
      self = others
      return
    }
    lines += others.lines
    blocks += others.blocks.map { block in
      let rows = block.rows.lowerBound + start..<block.rows.upperBound + start
      return DetailCursor.Block(rows: rows, value: block.value)
    }
  }
}

/// The lines of an organization as they were laid out last, and from what.
struct DetailLayout: Sendable {
  struct Source: Equatable, Sendable {
    var organization: Organization
    var columns: Int
    var needles: [FoldedText]
    /// How long ago it was created and last updated: what of the time is in the lines.
    var ages: [String?]

    init(_ organization: Organization, _ words: DetailLines) {
      self.organization = organization
      columns = words.columns
      needles = words.needles
      ages = [organization.createdAt, organization.updatedAt]
        .map { $0.map { words.times.relative($0, to: words.now) } }
    }
  }

  let source: Source
  let wrapped: WrappedLines

  init(_ source: Source, _ words: DetailLines) {
    var wrapped = WrappedLines(columns: source.columns)
    wrapped.add(words.lines(for: source.organization))
    self.source = source
    self.wrapped = wrapped
  }
}
