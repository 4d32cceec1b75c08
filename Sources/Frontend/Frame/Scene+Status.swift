import Cells
import Foundation
import ViewModel
import WorkOS

/// The right of the status line: what is being waited for, and how old the list is.
extension Scene {
  /// What is going on, with all there is to say of it.
  var goingsOnInFull: Wording {
    let limit = console.rateLimit.map { Span(ListWords.rateLimit($0), Palette.quiet) }
    let age = datedSince.map { Span(times.freshnessInFull(of: $0, at: now), Palette.quiet) }
    return Wording(
      line: .joined(pressing.map { $0.span(0) } + [limit, age].compactMap(\.self)), loss: 0)
  }

  /// How old what is on screen is, in several wordings.
  private var ages: [String]? { datedSince.map { times.freshness(of: $0, at: now) } }

  /// When what is on screen was read; nil where what is about to happen needs the room.
  private var datedSince: Date? {
    guard console.deletions.underway.isEmpty || layout.columns >= 110 else { return nil }
    return shownSince
  }

  /// What is going on, with how old the rows are, as far as that has room.
  var goingsOn: [Wording] {
    let pressing = pressing
    let limit = console.rateLimit.map { StatusPart([ListWords.rateLimit($0)], Palette.quiet) }
    let age = ages.map { StatusPart($0, Palette.quiet) }
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
