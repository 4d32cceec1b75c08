import Delivery
import Foundation
import ViewModel

/// Journal entries as lines of aligned text, whatever their organizations are called.
package struct JournalTable {
  private static let widestName = 40
  private static let widestOther = 64

  private let dayStyle: Date.ISO8601FormatStyle
  private let timeStyle: Date.ISO8601FormatStyle
  private let width: (String) -> Int

  /// - Parameter width: the columns a terminal takes for a text.
  package init(timeZone: TimeZone, width: @escaping (String) -> Int) {
    dayStyle = Date.ISO8601FormatStyle(timeZone: timeZone).year().month().day()
    timeStyle = Date.ISO8601FormatStyle(timeZone: timeZone).time(includingFractionalSeconds: false)
    self.width = width
  }

  /// A line for each entry, in the order of the entries.
  package func lines(_ entries: [JournalEntry]) -> [String] {
    let rows = entries.map { harmless(cells($0)) }
    guard let first = rows.first else { return [] }
    let widths = first.indices.map { column in rows.map { width($0[column]) }.max() ?? 0 }
    return rows.map { row in
      let padded = zip(row, widths).map { cell, columns in
        cell + String(repeating: " ", count: max(0, columns - width(cell)))
      }
      return padded.joined(separator: "  ").trimmingSuffix(" ")
    }
  }

  private static let nameColumn = 3

  /// What tells one environment and one organization from another comes first, so that it is seen where
  /// a line is cut or broken.
  private func cells(_ entry: JournalEntry) -> [String] {
    let (intent, author) = (entry.intent, entry.intent.author)
    return [
      "\(dayStyle.format(entry.time)) \(timeStyle.format(entry.time))",
      "\(author.environment) …\(author.keyEnding)",
      intent.action.rawValue,
      intent.name,
      entry.organizationID?.rawValue ?? "-",
      words(entry.outcome),
      author.user,
      author.host,
      entry.outcome?.requestID ?? "",
    ]
  }

  private func words(_ outcome: JournalOutcome?) -> String {
    guard let outcome else { return "no outcome" }
    let status = outcome.status.map { " (\($0))" } ?? ""
    let tries = outcome.tries > 1 ? ", \(outcome.tries) tries" : ""
    return switch outcome.result {
    case .done: "done" + status + tries
    case .partly: "partly done" + status + tries
    case .failed: "failed" + status + tries
    case .unknown: "unknown" + status + tries
    case .queued: "not sent"
    case .neverSent: "never sent"
    }
  }

  /// The cells as they may be printed, none of them wider than it has a claim to.
  private func harmless(_ row: [String]) -> [String] {
    row.enumerated().map { column, text in
      shortened(
        HarmlessText.of(text),
        to: column == JournalTable.nameColumn ? JournalTable.widestName : JournalTable.widestOther)
    }
  }

  private func shortened(_ text: String, to columns: Int) -> String {
    // Marks take no columns, and could go on for ever.
    let scalars = text.unicodeScalars.prefix(4 * columns)
    guard scalars.count < text.unicodeScalars.count || width(text) > columns else { return text }
    var (beginning, used) = ("", 0)
    for character in String(scalars) {
      used += width(String(character))
      // One column is for the sign that something is missing.
      guard used < columns else { break }
      beginning.append(character)
    }
    return beginning + "…"
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self[...]
    while text.last == character { text.removeLast() }
    return String(text)
  }
}
