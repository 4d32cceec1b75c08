import Cells
import Foundation
import JSON
import Records

/// What a command prints, and how it ends.
struct CommandOutput {
  /// Whether objects of JSON are printed, one on each line, rather than a table for people.
  let isJSON: Bool
  /// Whether errors are JSON too: only where it was asked for.
  let hasJSONErrors: Bool

  init(isJSONWanted: Bool) {
    hasJSONErrors = isJSONWanted
    isJSON = isJSONWanted || isatty(STDOUT_FILENO) == 0
  }

  /// The code of a failure to print.
  static let failed = "output_failed"

  /// Prints lines; false when whoever reads them has read enough.
  func print(_ lines: [String], ending: String = "\n") throws(CommandFailure) -> Bool {
    do throws(StandardStream.Failure) {
      return try StandardStream.output.print(lines.map { $0 + ending }.joined())
    } catch {
      throw CommandFailure(code: Self.failed, words: "\(error)")
    }
  }

  /// Has this said from now on, should a signal end the command; nil: nothing.
  func sayIfEnded(_ failure: CommandFailure?) {
    LastWords.set(failure?.line(asJSON: hasJSONErrors))
  }

  /// JSON of the server on one line, in which nothing moves, hides or reorders on a terminal.
  static func line(_ json: RawJSON) -> String {
    json.compact { !(0x20..<0x7f).contains($0.value) && !HarmlessText.isHarmless($0) }
      ?? HarmlessText.of(json.text)
  }

  /// Rows with their columns aligned, none of them wider than it has a claim to.
  static func table(_ rows: [[String]], widest: [Int]) -> [String] {
    AlignedRows(widest: widest, width: { DisplayWidth.of($0) }).lines(rows)
  }
}
