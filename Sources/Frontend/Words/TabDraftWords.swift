import Cells
import Foundation
import ViewModel

/// What was typed in forms of tabs and not sent, in the question before the program is left.
enum TabDraftWords {
  private static let most = 3

  /// Those of which not all is kept come first, as others may have no room.
  static func lines(_ drafts: [TabDraft], _ scene: Scene) -> [TextLine] {
    let columns = scene.layout.columns - 8
    let fates = drafts.map { ($0, scene.console.fate(of: .tab($0.id))) }
    let sorted = fates.filter { $0.1 != .kept } + fates.filter { $0.1 == .kept }
    let lines = sorted.prefix(most).map { draft, fate in
      let fate = scene.words(for: fate)
      let room = max(12, columns - DisplayWidth.of(fate) - 4)
      return TextLine(
        spans: [Span("• " + name(of: draft, columns: room)), Span("  \(fate)", Palette.quiet)])
    }
    let more = drafts.count - most
    return lines + (more > 0 ? [TextLine("  and \(more) more forms", Palette.quiet)] : [])
  }

  /// The form and its organization, which the title of some forms names already.
  private static func name(of draft: TabDraft, columns: Int) -> String {
    let name = draft.organizationName
    guard !draft.title.contains(name) else {
      return ListWords.shortened(draft.title, columns: columns)
    }
    let form = ListWords.shortened(draft.title, columns: columns / 2)
    return "\(form) in \(ListWords.shortened(name, columns: columns / 2 - 4))"
  }
}

extension Scene {
  /// What would be there of a draft after quitting now.
  func words(for fate: DraftFate) -> String {
    switch fate {
    case .kept: "typed, and kept"
    case .keptUpTo(let date): "kept up to \(times.time(date)), then lost"
    case .lost: "typed, and lost"
    }
  }

  /// That what was typed in an open form is not on disk, and why, as long as that is so.
  func unkeptNews(of id: DraftRow.ID?) -> TextLine? {
    guard let unkept = console.unkeptDrafts.first(where: { $0.id == id }) else { return nil }
    let kept = unkept.keptFrom.map { " What was typed up to \(times.time($0)) is there." } ?? ""
    return TextLine(
      "Not on disk yet: \(unkept.failure.reason).\(kept) It is tried again by itself.",
      Palette.danger)
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
        Span(listed.draft.sentAt == nil ? "" : "may be done  ", Palette.danger),
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
    let news =
      (listed.isGone ? [TextLine("No longer on the server.", Palette.danger)] : [])
      + unanswered(draft)
    let typed = draft.values.values.sorted { $0.key < $1.key }.compactMap { field, value in
      // What the form held from the beginning was not typed.
      guard !value.isSame(as: draft.base[field]) else { return TextLine?.none }
      let (old, new) = (words(draft.base[field]), words(value))
      guard !old.isBlank || !new.isBlank else { return TextLine?.none }
      // What was emptied is as much of a change as what was typed.
      let change = old.isBlank ? [] : [Span(old, Palette.quiet), Span(" → ")]
      return TextLine(
        spans: [.label("  \(field.replacing("_", with: " "))  ")] + change
          + [Span(new.isBlank ? "nothing" : new)])
    }
    return isNarrow ? news + [form] + typed + [identity] : [identity] + news + [form] + typed
  }

  private func words(_ value: TabValue) -> String {
    value.picked.isEmpty ? value.text : value.picked.map(\.label).joined(separator: ", ")
  }

  /// That it was sent, and nobody knows what became of it.
  private func unanswered(_ draft: TabDraft) -> [TextLine] {
    guard let sentAt = draft.sentAt else { return [] }
    return [
      TextLine(
        "Sent on \(times.day(sentAt)) at \(times.time(sentAt)), and no answer told what "
          + "came of it: it may have been done.", Palette.danger)
    ]
  }
}
