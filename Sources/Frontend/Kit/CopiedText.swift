import Cells
import JSON
import ViewModel
import WorkOS

/// Text for the clipboard, which whatever it is pasted into can take for nothing but text.
///
/// A shell or a terminal acts on control characters, and a name may hold any. There is no other way to
/// the clipboard.
package struct CopiedText: Equatable, Sendable {
  package let text: String
  /// How many characters were left out.
  package let dropped: Int
  /// What it is of which nothing may be said; nil: it is no secret.
  package private(set) var secret: TabSecret.Value?

  /// What it is in short: its first words, or how many lines there are; nothing of a secret.
  package var summary: String {
    if secret != nil { return "" }
    let count = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    // Of a text of any length no more is looked at.
    let first = String(text.prefix { $0 != "\n" }.prefix(200))
    guard first.contains(where: { $0.isLetter || $0.isNumber }) else {
      return count > 1 ? "\(count) lines" : ""
    }
    let beginning = ListWords.shortened(first, columns: 40)
    let lines = count == 2 ? "line" : "lines"
    return count > 1 ? "\(beginning) and \(count - 1) more \(lines)" : beginning
  }

  /// A single line, in which a line break would be a control character too.
  package init(line: String) {
    let kept = line.unicodeScalars.filter { !$0.isControlling }
    text = String(String.UnicodeScalarView(kept))
    dropped = line.unicodeScalars.count - kept.count
  }

  /// A secret, of which nothing is shown to say that it was copied.
  package init(secret: TabSecret.Value) {
    self.init(line: secret.text)
    self.secret = secret
  }

  /// Several lines, each without its own line break.
  package init(lines: [String]) {
    let lines = lines.map(CopiedText.init(line:))
    text = lines.map(\.text).joined(separator: "\n")
    dropped = lines.reduce(0) { $0 + $1.dropped }
  }

  /// JSON, laid out; within its strings such characters can be spelled, so that none is lost.
  package init(json: RawJSON) {
    self.init(lines: CopiedText.spelled(json.indented()).split(separator: "\n").map(String.init))
  }

  /// JSON text with its control characters spelled out, `\u001b`.
  static func spelled(_ json: String) -> String {
    var spelled = ""
    for scalar in json.unicodeScalars {
      // White space between the parts stays; the others can only stand in a string.
      if scalar.isControlling, scalar.value > 0x20 {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          spelled += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        spelled.unicodeScalars.append(scalar)
      }
    }
    return spelled
  }
}
