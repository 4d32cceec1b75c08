import Cells
import ViewModel

/// Which columns of a tab are on screen, and how wide each is: by what it means, and by what is in it.
struct TabColumns: Equatable, Sendable {
  struct Placed: Equatable, Sendable {
    /// Its place among the tab's columns.
    var index: Int
    var start: Int
    var width: Int
  }

  /// The mark before a row.
  static let gutter = 2
  private static let gap = 2

  private(set) var placed: [Placed] = []

  /// - Parameter widest: the columns of the widest text of each column, its title among them.
  init(_ columns: [TabColumn], _ widest: [Int], width: Int) {
    var shown = Array(columns.indices)
    let wanted = columns.indices.map { min(columns[$0].meaning.most, widest[$0]) }
    let least = columns.indices.map { min(wanted[$0], columns[$0].meaning.least) }
    func sum(_ widths: [Int]) -> Int {
      shown.reduce(Self.gutter) { $0 + widths[$1] + Self.gap } - Self.gap
    }
    // What says least about a row goes first, of two alike the one further on the right.
    while shown.count > 1, sum(least) > width,
      let last = shown.dropFirst().max(by: { columns[$0].loss <= columns[$1].loss })
    {
      shown.removeAll { $0 == last }
    }
    var widths = least
    // What room there is goes to those that want little of it, and then to the first ones.
    var room = max(0, width - sum(least))
    for index in shown.sorted(by: { columns[$0].meaning.loss > columns[$1].meaning.loss })
    where widths[index] < wanted[index] {
      let more = min(room, wanted[index] - widths[index])
      widths[index] += more
      room -= more
    }
    var start = Self.gutter
    for index in shown {
      placed.append(Placed(index: index, start: start, width: min(widths[index], width - start)))
      start += widths[index] + Self.gap
    }
  }
}

extension TabColumn.Meaning {
  /// The columns below which it says nothing.
  fileprivate var least: Int {
    switch self {
    case .name, .identifier: 12
    case .text: 6
    case .state, .moment: 10
    }
  }

  fileprivate var most: Int {
    switch self {
    case .name, .identifier: 44
    case .text, .state: 24
    case .moment: 10
    }
  }

  fileprivate var loss: Int {
    switch self {
    case .name, .identifier: 0
    case .state: 1
    case .text: 2
    case .moment: 3
    }
  }
}

extension TabColumn {
  /// How soon it is left out where there is no room.
  fileprivate var loss: Int { isKept ? 0 : meaning.loss }
}
