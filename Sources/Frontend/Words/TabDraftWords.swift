import Cells
import Foundation
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

/// Forms of tabs among the drafts.
extension DraftWords {
  func name(of draft: TabDraft) -> String {
    draft.organizationName.isBlank ? ListWords.noName : draft.organizationName
  }

  func line(for listed: ListedTabDraft, nameWidth: Int) -> TextLine {
    TextLine(
      spans: [
        Span("\(rowMoment(listed.typedAt))  ", Palette.quiet),
        Span(name(of: listed.draft).fitted(to: nameWidth) + "  "),
        Span(listed.isGone ? "gone  " : "", Palette.danger),
        Span("\(listed.tabTitle): \(listed.draft.title)", Palette.accent),
        Span("  \(listed.draft.key.organization.rawValue)", Palette.quiet),
      ])
  }

  /// What the form is, and what was typed and picked in it.
  func details(of listed: ListedTabDraft) -> [TextLine] {
    let draft = listed.draft
    let identity = TextLine(
      spans: [
        Span(name(of: draft), Palette.heading),
        Span(
          "  \(draft.key.organization.rawValue) · typed \(times.relative(listed.typedAt, to: now))",
          Palette.quiet),
      ])
    let form = TextLine(
      spans: [.label("\(listed.tabTitle): "), Span(draft.title)])
    let news = listed.isGone ? [TextLine("No longer on the server.", Palette.danger)] : []
    let typed = draft.values.values.sorted { $0.key < $1.key }.compactMap { field, value in
      let text =
        value.picked.isEmpty ? value.text : value.picked.map(\.label).joined(separator: ", ")
      return text.isBlank
        ? nil : TextLine(spans: [.label("  \(field.replacing("_", with: " "))  "), Span(text)])
    }
    return isNarrow ? news + [form] + typed + [identity] : [identity] + news + [form] + typed
  }
}
