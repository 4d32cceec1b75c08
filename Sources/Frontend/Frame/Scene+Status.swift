import Cells
import Foundation
import ViewModel
import WorkOS

/// The right of the status line: what is being waited for, and how old the list is.
extension Scene {
  /// What is going on, with how old the rows are, as far as that has room.
  var goingsOn: [Wording] {
    let pressing = pressing
    let limit = console.rateLimit.map { StatusPart([ListWords.rateLimit($0)], Palette.quiet) }
    // What is about to happen comes before how old the list is.
    let hasRoom = console.deletions.underway.isEmpty || layout.columns >= 110
    let ages = shownSince.map {
      times.freshness(of: $0, at: now)
    }
    let age = (hasRoom ? ages : nil).map { StatusPart($0, Palette.quiet) }
    var wordings: [Wording] = []
    for loss in 0..<max(1, pressing.map(\.wordings.count).max() ?? 1) {
      let spans = pressing.map { $0.span(loss) }
      func add(_ limit: StatusPart?, _ age: Span?, loss more: Int) {
        let spans = spans + [limit?.span(0), age].compactMap(\.self)
        wordings.append(Wording(line: .joined(spans), loss: 4 * loss + more))
      }
      for shorter in 0..<(age?.wordings.count ?? 1) {
        add(limit, age?.span(shorter), loss: shorter)
        add(nil, age?.span(shorter), loss: shorter + 3)
      }
      // Old rows are taken for new ones; but who waits knows that they are about to change.
      add(nil, nil, loss: pressing.isEmpty ? 10 : 3)
    }
    if let first = pressing.first {
      wordings.append(Wording(line: TextLine(first.span(.max)), loss: 100))
    }
    return wordings
  }
}

extension TextLine {
  /// Spans one after another, with a dot between.
  fileprivate static func joined(_ spans: [Span]) -> TextLine {
    TextLine(
      spans: Array(spans.map { [$0] }.joined(separator: [Span(" · ", Palette.quiet)])))
  }
}
