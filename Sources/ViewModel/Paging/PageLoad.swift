import Delivery
import WorkOS

/// A page that is being read.
package struct PageLoad: Equatable, Sendable {
  package enum Purpose: Equatable, Sendable {
    /// The person waits for it; the selection goes where it says.
    case show(Landing)
    /// Read ahead, to be there when it is wanted.
    case prefetch
    /// The page on screen, read once more; `isQuiet` when nobody asked.
    case refresh(isQuiet: Bool)
  }

  package var pending: Pending
  package var target: Int
  package var cursor: PageCursor
  package var purpose: Purpose
  /// How many empty pages were skipped on the way here.
  var skippedPages = 0
  /// The items that were deleted after the question was put, and may still be in its answer.
  var removedMeanwhile: Set<String> = []

  package var isAwaited: Bool {
    switch purpose {
    case .show: true
    case .prefetch: false
    case .refresh(let isQuiet): !isQuiet
    }
  }
}

/// Which row is selected when another page comes on screen.
package enum Landing: Equatable, Sendable {
  case firstRow
  case lastRow
}
