import Cells
import ViewModel
import WorkOS

/// Why a tab shows no row, or none that is newer.
enum TabNoRowWords {
  /// - Parameter refresh: the key that reads again.
  static func lines(_ tab: any Tab, _ state: TabState, refresh: String) -> [TextLine] {
    if let failure = state.failure, !state.isLoaded { return lines(failure, refresh: refresh) }
    if !state.isLoaded {
      let words =
        state.load == nil
        ? "Nothing was loaded. \(refresh) tries again." : "Loading \(tab.words.many)…"
      return [TextLine(words, Palette.quiet)]
    }
    if state.isFiltered {
      let loaded = tab.words.count(state.rows.count) + (state.isComplete ? "" : " loaded so far")
      return lines(noneOf: loaded, hold: state.filterText)
    }
    return [TextLine(tab.words.empty, Palette.quiet)]
  }

  /// A date that every row shows is in none of what is looked through, which has to be said.
  static func lines(noneOf rows: String, hold filter: FilterText) -> [TextLine] {
    let dates = filter.looksLikeDate ? " Dates and times are not looked for here." : ""
    return [
      TextLine("None of the \(rows) holds \(AddressWords.quoted(filter)).\(dates)", Palette.quiet)
    ]
  }

  /// An endpoint that an environment does not have, or that a key may not read, is no fault.
  static func lines(_ error: WorkOSError, refresh: String) -> [TextLine] {
    guard error.isNotAvailable, case .rejected(let rejection) = error else {
      return [TextLine(sentence(error, refresh: refresh), Palette.danger)]
    }
    let message = rejection.message.map { ": \($0)" } ?? "."
    let quoted = rejection.requestID.map { "Request \($0). " } ?? ""
    return [
      TextLine("Not available in this environment.", Palette.heading), .empty,
      TextLine("The server answered \(rejection.status)\(message)", Palette.quiet),
      TextLine("\(quoted)\(refresh) tries again.", Palette.quiet),
    ]
  }

  /// Why rows that are there are not newer, or no more; nil: they could be read.
  ///
  /// - Parameter isGone: whether their organization is known to be.
  static func failure(_ state: TabState, isGone: Bool, refresh: String) -> TextLine? {
    guard state.isLoaded, let failure = state.failure else { return nil }
    let what = state.isMoreUnread ? "No more was read: " : "Not refreshed: "
    let why =
      isGone
      ? "the organization no longer exists on the server. This is how it was last read."
      : sentence(failure, refresh: refresh)
    return TextLine(what + why, Palette.danger)
  }

  /// Where trying again is the advice, it is said once, with its key.
  private static func sentence(_ error: WorkOSError, refresh: String) -> String {
    let sentence = ErrorWords.sentenceOfReading(error)
    return sentence.contains("Try again")
      ? sentence.replacing("Try again", with: "Press \(refresh) to try again", maxReplacements: 1)
      : "\(sentence) \(refresh) tries again."
  }
}
