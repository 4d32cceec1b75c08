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

  /// Prints lines; false when whoever reads them has read enough.
  func print(_ lines: [String], ending: String = "\n") throws(CommandFailure) -> Bool {
    var rest = Array(lines.map { $0 + ending }.joined().utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EPIPE {
        return false
      } else if errno != EINTR {
        throw CommandFailure(
          code: "output_failed", words: "standard output: \(String(cString: strerror(errno)))")
      }
    }
    return true
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
