import Cells
import Foundation
import ViewModel

extension Scene {
  func drawTitle(on canvas: inout Canvas) {
    let (left, right) = RowWordings(
      left: Wording.inOrder(titles), right: Wording.inOrder(titleNews)
    ).fitting(layout.columns - 2)
    let end = layout.columns - 1
    let column = max(1, end - right.width)
    // Where not even the shortest have room, the environment stays in sight.
    let badges = left.width == 0 ? titles.last ?? .empty : left
    canvas.write(right, row: 0, column: column, width: end - column)
    if left.width == 0 { canvas.fill(row: 0, column: 0, rows: 1, columns: badges.width + 2) }
    canvas.write(badges, row: 0, column: 1, width: layout.columns - 2)
  }

  /// What runs here and where, and whose tab is on screen; the environment in each wording.
  private var titles: [TextLine] {
    var badges = badge(of: console.workplace.kind).spans
    if console.workplace.isReadOnly {
      badges += [Span("  "), Span("READ-ONLY", Palette.readOnlyBadge)]
    }
    let whole = [Span("workos-console", Palette.title), Span("  ")] + badges
    guard let organization = console.tabs.organization, console.tabs.current != nil else {
      return [TextLine(spans: whole), TextLine(spans: badges)]
    }
    // Nothing else says whose tab this is: the list beside it, if there is one, may be at another.
    let name = [
      Span("  "), Span(ListWords.shortened(organization.name, columns: 40), Palette.heading),
    ]
    return [whole + name, badges + name, badges].map { TextLine(spans: $0) }
  }

  /// What covers the status line does not cover a delete that counts down.
  private var titleNews: [TextLine] {
    if top.coversStatus {
      let words = leaving
      if !words.isEmpty { return words.map { TextLine($0, Palette.warning) } }
    }
    return [TextLine(console.workplace.host, Palette.quiet)]
  }

  /// The kind of environment, as a word that also reads without colour.
  func badge(of kind: Workplace.Kind) -> TextLine {
    switch kind {
    case .sandbox: TextLine("SANDBOX", Palette.sandboxBadge)
    case .test: TextLine("TEST", Palette.testBadge)
    case .live: TextLine(" LIVE ", Palette.liveBadge)
    case .unknown: TextLine(" UNKNOWN KEY ", Palette.liveBadge)
    }
  }
}
