import Delivery
import Foundation
import ViewModel
import WorkOS

/// Journal entries as lines of aligned text, whatever their organizations are called.
package struct JournalTable {
  private static let widestName = 40
  /// The fourth column is the name.
  private static let widest = [64, 64, 64, widestName, 64, 64, 64, 64, 64]

  private let dayStyle: Date.ISO8601FormatStyle
  private let timeStyle: Date.ISO8601FormatStyle
  private let timeZone: TimeZone
  private let width: (String) -> Int

  /// - Parameter width: the columns a terminal takes for a text.
  package init(timeZone: TimeZone, width: @escaping (String) -> Int) {
    dayStyle = Date.ISO8601FormatStyle(timeZone: timeZone).year().month().day()
    timeStyle = Date.ISO8601FormatStyle(timeZone: timeZone).time(includingFractionalSeconds: false)
    self.timeZone = timeZone
    self.width = width
  }

  /// A line for each entry, in the order of the entries.
  package func lines(_ entries: [JournalEntry]) -> [String] {
    AlignedRows(widest: Self.widest, width: width).lines(entries.map(cells))
  }

  /// What tells one environment and one organization from another comes first, so that it is seen where
  /// a line is cut or broken.
  private func cells(_ entry: JournalEntry) -> [String] {
    let (intent, author) = (entry.intent, entry.intent.author)
    return [
      "\(dayStyle.format(entry.time)) \(timeStyle.format(entry.time)) \(zone(at: entry.time))",
      "\(author.environment) …\(author.keyEnding)",
      intent.verb.rawValue,
      name(of: intent.subject),
      entry.subjectID ?? "-",
      words(for: entry),
      author.user,
      author.host,
      entry.outcome?.requestID ?? "",
    ]
  }

  /// `UTC`, `UTC+1`, `UTC−3:30`: it may differ from line to line, summer or winter.
  private func zone(at date: Date) -> String {
    let minutes = timeZone.secondsFromGMT(for: date) / 60
    guard minutes != 0 else { return "UTC" }
    let (hours, rest) = abs(minutes).quotientAndRemainder(dividingBy: 60)
    let fraction = rest == 0 ? "" : rest < 10 ? ":0\(rest)" : ":\(rest)"
    return "UTC\(minutes < 0 ? "−" : "+")\(hours)\(fraction)"
  }

  /// An address or a domain in both its forms where the column has room for them.
  private func name(of subject: Subject) -> String {
    if subject.isOrganization { return subject.name }
    let names = [InternationalName.both(of:), InternationalName.readable(of:)].map { spelled in
      "\(subject.kind.words) \(spelled(subject.name))"
        + (subject.organization.map { " (\($0.name))" } ?? "")
    }
    return names.first { width($0) <= Self.widestName } ?? names[1]
  }

  private func words(for entry: JournalEntry) -> String {
    let status = entry.outcome?.status.map { " (\($0))" } ?? ""
    let count = entry.outcome?.tries ?? 1
    let tries =
      (count > 1 ? ", \(count) tries" : "")
      + (entry.isPerhapsTwice ? ", perhaps there twice" : "")
      + (entry.outcome?.takenFor == nil ? "" : ", taken for it")
    if entry.leavesAdminUnknown { return "partly done, admin unknown" + status + tries }
    return switch entry.outcome?.result {
    case nil: "no outcome"
    case .done: "done" + status + tries
    case .partly: "partly done" + status + tries
    case .failed: "failed" + status + tries
    case .unknown: "unknown" + status + tries
    case .queued: "not sent"
    case .neverSent: "never sent"
    }
  }
}
