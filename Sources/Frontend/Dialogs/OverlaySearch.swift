import ViewModel

/// What is looked for in the JSON, the journal or the requests.
package struct OverlaySearch: Sendable {
  /// The line it is typed in, while it is.
  package internal(set) var line: LineEditor?
  /// What is in force: in the JSON it is marked, elsewhere it leaves out all other lines.
  package internal(set) var text = ""
  /// The line of the JSON that `n` goes on from, and where the search began.
  var match: Int?
  var start = 0
  /// Whether that line is to be brought in sight.
  var isNew = false

  var needle: FoldedText { FoldedText(text) }
}
