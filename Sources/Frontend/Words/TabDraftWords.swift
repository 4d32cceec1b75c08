import Cells
import ViewModel

/// What was typed in forms of tabs and not sent, in the question before the program is left.
enum TabDraftWords {
  private static let most = 3

  static func lines(_ drafts: [TabDraft], isLost: Bool, columns: Int) -> [TextLine] {
    let fate = isLost ? "typed, and lost" : "typed, and kept"
    let lines = drafts.prefix(most).map { draft in
      let room = max(12, columns - DisplayWidth.of(fate) - 4)
      let form = ListWords.shortened(draft.title, columns: room / 2)
      let name = ListWords.shortened(draft.organizationName, columns: room / 2 - 4)
      return TextLine(spans: [Span("• \(form) in \(name)"), Span("  \(fate)", Palette.quiet)])
    }
    let more = drafts.count - most
    return lines + (more > 0 ? [TextLine("  and \(more) more forms", Palette.quiet)] : [])
  }
}
