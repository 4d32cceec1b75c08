import Cells
import ViewModel

/// The line of tabs: the one on screen between brackets, as many beside it as there is room for, and a
/// mark where there are more.
struct TabLine: Equatable, Sendable {
  private static let before = "‹"
  private static let after = "›"

  struct Placed: Equatable, Sendable {
    var text: String
    var isCurrent: Bool
  }

  /// What stands in the line, from the left.
  private(set) var placed: [Placed] = []

  /// - Parameter titles: of all tabs, the overview first.
  init(_ titles: [String], current: Int, width: Int) {
    let texts = titles.enumerated().map { Self.text($0, $1) }
    let widths = texts.map { DisplayWidth.of($0) + 2 }
    /// What a run of tabs takes, with the marks for those beyond it.
    func room(_ run: ClosedRange<Int>) -> Int {
      widths[run].reduce(0, +) + (run.lowerBound > 0 ? 2 : 0)
        + (run.upperBound < titles.count - 1 ? 2 : 0)
    }
    // It begins as far on the left as the current one and the one after it allow.
    let next = min(current + 1, titles.count - 1)
    let start =
      (0...current).first { room($0...next) <= width }
      ?? (0...current).first { room($0...current) <= width } ?? current
    let end = (current..<titles.count).last { room(start...$0) <= width } ?? current
    if start > 0 { placed.append(Placed(text: Self.before + " ", isCurrent: false)) }
    for index in start...end {
      placed.append(
        Placed(
          text: index == current ? "[\(texts[index])]" : " \(texts[index]) ",
          isCurrent: index == current))
    }
    if end < titles.count - 1 { placed.append(Placed(text: " " + Self.after, isCurrent: false)) }
  }

  /// A tab with the digit that opens it, as far as there are digits.
  private static func text(_ index: Int, _ title: String) -> String {
    KeyMap.tabDigits.indices.contains(index) ? "\(KeyMap.tabDigits[index]) \(title)" : title
  }
}

extension Scene {
  func drawTabs(on canvas: inout Canvas) {
    guard console.detail.isOpen else { return }
    let width = layout.detailColumns + 1
    let line = TabLine(
      ["Overview"] + console.tabs.catalog.tabs.map(\.title), current: console.tabs.index,
      width: width)
    var column = layout.detailColumn - 1
    let end = column + width
    for tab in line.placed where column < end {
      column += canvas.write(
        tab.text, row: layout.bodyTop, column: column, width: end - column,
        style: tab.isCurrent ? Palette.heading : Palette.quiet)
    }
  }
}
