import Cells
import Foundation
import ViewModel

/// What a row of a tab says, in words.
struct TabRowWords {
  let times: TimeWords
  let now: Date

  /// A cell as it stands in its column.
  func text(_ cell: TabCell) -> (String, Style) {
    switch cell {
    case .text(let text): text.isBlank ? ("·", Palette.faint) : (text, .plain)
    case .address(let text):
      text.isBlank ? ("·", Palette.faint) : (AddressWords.readable(text), .plain)
    case .state(let word, let tone):
      switch tone {
      case .bad: (word, Palette.danger)
      case .waiting: (word, Palette.warning)
      case .good, .quiet: (word, .plain)
      }
    case .moment(let date): (date.map(times.day) ?? "·", Palette.quiet)
    case .end(let date):
      date <= now ? ("expired", Palette.danger) : (times.day(date), Palette.quiet)
    }
  }

  /// The same where it has so many columns.
  func text(_ cell: TabCell, columns: Int) -> (String, Style) {
    let (text, style) = text(cell)
    guard case .address = cell else { return (text, style) }
    return (AddressWords.cut(text, columns: columns), style)
  }

  /// A cell as it stands by itself: with a moment's minute, and how long ago it is.
  func fact(_ column: TabColumn, _ cell: TabCell) -> TabFact {
    switch cell {
    case .text, .state: TabFact(column.title, text(cell).0)
    case .address(let text): TabFact(column.title, text)
    case .moment(let date):
      TabFact(column.title, date.map { times.moment($0, at: now) } ?? "not said")
    case .end(let date):
      TabFact(date <= now ? "Expired" : column.title, times.moment(date, at: now))
    }
  }

  /// All that it says: its columns, what it says besides, and its id where that is not said yet.
  func facts(of row: TabRow, _ tab: any Tab) -> [TabFact] {
    let facts = zip(tab.columns, row.cells).map(fact) + tab.details(of: row)
    let isSaid = facts.contains { $0.value == row.id }
    return isSaid ? facts : facts + [TabFact("Id", row.id)]
  }

  /// A fact in a line; an address or a domain stands there in both of its forms.
  static func line(_ fact: TabFact, labelWidth: Int) -> TextLine {
    TextLine(
      spans: [
        .label(fact.label.padded(to: labelWidth)),
        Span(fact.value.isEmpty ? "·" : AddressWords.both(fact.value)),
      ], indent: labelWidth)
  }

  /// A label within a sentence: “the e-mail”, “the TXT value”.
  static func thing(_ label: String) -> String {
    let isAbbreviation = label.dropFirst().first?.isUppercase == true
    return "the " + (isAbbreviation ? label : label.prefix(1).lowercased() + label.dropFirst())
  }
}
