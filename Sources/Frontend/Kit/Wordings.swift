import Cells

/// The same in several wordings, the longest first.
extension [String] {
  /// The first that has room; where none has, the shortest.
  func fitting(_ columns: Int) -> String {
    first { DisplayWidth.of($0) <= columns } ?? last ?? ""
  }
}

extension [TextLine] {
  /// The first that has room; where none has, the shortest.
  func fitting(_ columns: Int) -> TextLine {
    first { $0.width <= columns } ?? last ?? .empty
  }
}

/// One way to say something in a row that may have no room for it.
struct Wording {
  var line: TextLine
  /// How much it leaves unsaid; of two that fit, the one that leaves less is taken.
  var loss: Int
}

extension Wording {
  /// The longest first, each of which leaves out a little more than the one before.
  static func inOrder(_ lines: [TextLine]) -> [Wording] {
    lines.enumerated().map { Wording(line: $1, loss: $0) }
  }
}

/// Two texts of one row, the right one at its end, each in several wordings.
struct RowWordings {
  /// The columns between the two.
  private static let gap = 2

  var left: [Wording]
  var right: [Wording]

  /// Whether the first of both leave nothing unsaid, and have room beside each other.
  func haveRoomInFull(_ columns: Int) -> Bool {
    guard let left = left.first, let right = right.first, left.loss == 0, right.loss == 0 else {
      return false
    }
    return self.columns(of: left.line.width, right.line.width) <= columns
  }

  private func columns(of left: Int, _ right: Int) -> Int {
    left + (left == 0 || right == 0 ? 0 : Self.gap) + right
  }

  /// The two that together leave the least unsaid in so many columns.
  func fitting(_ columns: Int) -> (left: TextLine, right: TextLine) {
    var best: (loss: Int, left: TextLine, right: TextLine)?
    for left in left {
      for right in right {
        let loss = left.loss + right.loss
        // Most often the first has room, and the others need not be measured.
        guard loss < best?.loss ?? .max else { continue }
        guard self.columns(of: left.line.width, right.line.width) <= columns else { continue }
        best = (loss, left.line, right.line)
      }
    }
    // What goes on matters more than where one is.
    guard let best else { return (.empty, right.last?.line ?? .empty) }
    return (best.left, best.right)
  }
}
