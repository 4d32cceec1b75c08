import Cells
import Delivery
import Foundation
import Records
import ViewModel

/// `workos-console journal`: what was written, by whom and with what outcome.
struct JournalCommand {
  let options: JournalOptions
  let directory: StateDirectory

  func run() throws {
    JournalCommand.letSignalsEnd()
    let entries: [JournalEntry]
    do throws(RecordError) {
      entries = try wantedEntries()
    } catch {
      throw JournalFailure(error)
    }
    if options.isJSON {
      try print(entries.map(\.text))
    } else if entries.isEmpty {
      try print([options.since == nil ? "nothing has been written yet" : "nothing was written then"]
      )
    } else {
      try print(JournalTable(timeZone: .current, width: { DisplayWidth.of($0) }).lines(entries))
    }
  }

  /// The oldest first, as a log reads.
  private func wantedEntries() throws(RecordError) -> [JournalEntry] {
    let limit = options.limit ?? .max
    let file = JournalFile(directory: directory)
    guard let start = options.since?.start(before: Date(), in: .current) else {
      return try file.entries(limit: limit).reversed()
    }
    return try file.entries(limit: .max).filter { $0.time >= start }.prefix(limit).reversed()
  }

  private func print(_ lines: [String]) throws {
    try StandardStream.output.print(lines.map { $0 + "\n" }.joined())
  }

  /// There is no screen to restore, so ^C may end it at once.
  private static func letSignalsEnd() {
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
  }
}

/// Why the journal cannot be printed.
struct JournalFailure: Error, CustomStringConvertible {
  var description: String

  init(_ error: RecordError) {
    description = HarmlessText.of("\(error.path): \(error.reason)")
  }
}
