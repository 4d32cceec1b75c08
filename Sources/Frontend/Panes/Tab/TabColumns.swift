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
  /// The columns in which a word is told from most others.
  private static let leastOfWord = 8
  /// The columns in which an address is told from most others.
  private static let leastOfAddress = 24

  private(set) var placed: [Placed] = []

  /// - Parameter widest: the columns of the widest text of each column, its title among them.
  init(_ columns: [TabColumn], _ widest: [Int], width: Int) {
    var shown = Array(columns.indices)
    let wanted = columns.indices.map { min(columns[$0].meaning.most, widest[$0]) }
    // A heading is read whole, or not at all.
    let titles = columns.map { DisplayWidth.of($0.title) }
    var least = columns.indices.map { min(wanted[$0], max(columns[$0].meaning.least, titles[$0])) }
    let legible = columns.indices.map { min(wanted[$0], columns[$0].meaning.legible) }
    func sum(_ widths: [Int]) -> Int {
      shown.reduce(Self.gutter) { $0 + widths[$1] + Self.gap } - Self.gap
    }
    // A moment, which is told below the rows too, goes before anything else is cut.
    while sum(legible) > width,
      let last = shown.dropFirst().last(where: {
        columns[$0].meaning == .moment && !columns[$0].isKept
      })
    {
      shown.removeAll { $0 == last }
    }
    // What says least about a row goes first, of two alike the one further on the right. A name goes
    // before a state where a row is known by something else.
    let isKnownOtherwise = columns.contains { $0.meaning == .identifier && $0.isKept }
    // What is known by an address can be told without a name, and hardly by few letters of the address.
    let told = columns.indices.map {
      columns[$0].meaning == .identifier
        ? max(least[$0], min(wanted[$0], Self.leastOfAddress)) : least[$0]
    }
    if isKnownOtherwise, sum(told) > width {
      shown.removeAll { columns[$0].meaning == .name }
    }
    func loss(_ index: Int) -> Int {
      isKnownOtherwise && columns[index].meaning == .name ? 2 : columns[index].loss
    }
    while shown.count > 1, sum(least) > width,
      let last = shown.dropFirst(isKnownOtherwise ? 0 : 1).max(by: { loss($0) <= loss($1) })
    {
      // A word that is kept is cut before a state goes.
      let long = shown.filter {
        columns[$0].meaning == .word && columns[$0].isKept && least[$0] > Self.leastOfWord
      }
      guard columns[last].meaning == .state, !long.isEmpty else {
        shown.removeAll { $0 == last }
        continue
      }
      for index in long { least[index] = Self.leastOfWord }
    }
    let widths = Self.widths(
      from: least, wanted: wanted, shown.map { ($0, columns[$0].meaning) },
      room: width - sum(least))
    var start = Self.gutter
    for index in shown {
      placed.append(Placed(index: index, start: start, width: min(widths[index], width - start)))
      start += widths[index] + Self.gap
    }
  }

  /// What room there is goes first to states, moments and short texts, which want little of it; then to
  /// what a row is known by, identifiers before names; and what is left to longer texts.
  private static func widths(
    from least: [Int], wanted: [Int], _ shown: [(index: Int, meaning: TabColumn.Meaning)],
    room: Int
  ) -> [Int] {
    var widths = least
    var room = max(0, room)
    func grow(_ index: Int, to end: Int, by most: Int = .max) {
      let more = max(0, min(room, end - widths[index], most))
      widths[index] += more
      room -= more
    }
    for (index, meaning) in shown where ![.name, .identifier].contains(meaning) {
      grow(index, to: min(wanted[index], 10))
    }
    var former = -1
    while room != former {
      former = room
      for (index, meaning) in shown where [.name, .identifier].contains(meaning) {
        grow(index, to: wanted[index], by: meaning == .identifier ? 2 : 1)
      }
    }
    for (index, _) in shown { grow(index, to: wanted[index]) }
    return widths
  }
}

extension TabColumn.Meaning {
  /// The columns below which it says nothing.
  fileprivate var least: Int {
    switch self {
    case .name, .identifier: 12
    case .text: 10
    case .word, .state: most
    case .moment: 10
    }
  }

  /// The columns in which most of them are read whole, or as far as is needed.
  fileprivate var legible: Int {
    switch self {
    case .name: 24
    case .identifier: 36
    case .text: 16
    case .word, .state, .moment: most
    }
  }

  fileprivate var most: Int {
    switch self {
    case .name, .identifier: 44
    case .text: 60
    case .word, .state: 24
    case .moment: 10
    }
  }

  fileprivate var loss: Int {
    switch self {
    case .name, .identifier: 0
    case .state: 1
    case .text, .word: 2
    case .moment: 3
    }
  }
}

extension TabColumn {
  /// How soon it is left out where there is no room.
  fileprivate var loss: Int { isKept ? 0 : meaning.loss }
}
