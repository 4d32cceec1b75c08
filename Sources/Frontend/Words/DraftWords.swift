import Cells
import Delivery
import Foundation
import ViewModel
import WorkOS

/// The drafts, line by line.
struct DraftWords {
  var times: TimeWords
  var now: Date
  /// The columns of the screen.
  var columns: Int

  var isNarrow: Bool { columns < 60 }

  /// The columns for names: as many as the widest needs, and at most a third of the screen.
  func nameWidth(of drafts: [DraftRow]) -> Int {
    min(max(16, columns / 3), drafts.map { DisplayWidth.of(name(of: $0)) }.max() ?? 0)
  }

  func line(for row: DraftRow, nameWidth: Int) -> TextLine {
    switch row {
    case .organization(let listed): line(for: listed, nameWidth: nameWidth)
    case .tab(let listed): line(for: listed, nameWidth: nameWidth)
    }
  }

  /// - Parameter opening: the key that opens it, where there is one.
  func details(of row: DraftRow, opening: String?) -> [TextLine] {
    switch row {
    case .organization(let listed): details(of: listed, opening: opening)
    case .tab(let listed): details(of: listed)
    }
  }

  private func name(of row: DraftRow) -> String {
    switch row {
    case .organization(let listed): name(of: listed.draft)
    case .tab(let listed): name(of: listed.draft)
    }
  }

  private func line(for listed: ListedDraft, nameWidth: Int) -> TextLine {
    return TextLine(
      spans: [
        Span("\(rowMoment(listed.typedAt))  ", Palette.quiet),
        Span(name(of: listed.draft).fitted(to: nameWidth) + "  "),
        Span(listed.isGone ? "gone  " : "", Palette.danger),
        Span(listed.draft.mayExist ? "may exist  " : "", Palette.danger),
        Span(progress(of: listed.draft), Palette.danger),
        Span(isNamedAnew(listed.draft) ? "new  " : "", Palette.good),
        Span(changes(in: listed.draft), Palette.accent),
        Span("  \(listed.draft.base?.id.rawValue ?? "")", Palette.quiet),
      ])
  }

  /// What the marked draft is, and what it would change.
  ///
  /// - Parameter opening: the key that opens it, where there is one.
  ///   `nameColumns`: those that a name may take; nil: as many as it has.
  func details(
    of listed: ListedDraft, opening: String?, nameColumns: Int? = nil
  ) -> [TextLine] {
    let name = name(of: listed.draft)
    let identity = TextLine(
      spans: [
        Span(
          nameColumns.map { ListWords.shortened(name, columns: $0) } ?? name, Palette.heading),
        Span("  \(listed.draft.base.map { $0.id.rawValue + " · " } ?? "")", Palette.quiet),
        Span(isNamedAnew(listed.draft) ? "new organization · " : "", Palette.quiet),
        Span("typed \(times.relative(listed.typedAt, to: now))", Palette.quiet),
      ])
    let offer = opening.map { " \($0) offers to create it again." } ?? ""
    let news =
      (listed.isGone ? [TextLine("No longer on the server.\(offer)", Palette.danger)] : [])
      + unanswered(listed.draft, opening: opening)
    let changes =
      listed.draft.before.changes(to: listed.draft.fields).map(ReviewLines.line)
      + unfinished(in: listed.draft)
    // Where there is little room, what was typed says more than what the row says already.
    return isNarrow ? news + changes + [identity] : [identity] + news + changes
  }

  /// That creates of it were sent, and nobody knows what became of them.
  private func unanswered(_ draft: Draft, opening: String?) -> [TextLine] {
    if let save = draft.saveUnderway {
      return [TextLine(Self.sentence(save), Palette.danger)]
    }
    guard draft.mayExist else { return [] }
    let sent = times.sendings(draft.attempts.unsettled.map(\.sentAt))
    let offer = opening.map { " \($0) looks for it." } ?? ""
    return [
      TextLine(
        "Sent \(sent), and no answer told what came of it: it may have been created.\(offer)",
        Palette.danger)
    ]
  }

  /// How far the saving of a draft had come when it stopped.
  static func sentence(_ save: SaveUnderway) -> String {
    let next = save.done > 0 ? "The next" : "It"
    let unknown = "\(next) was sent, and it is not known what came of it."
    guard save.done > 0 else { return unknown }
    let was = save.done == 1 ? "was" : "were"
    let done = "Of its save \(save.done) of \(save.total) requests \(was) carried out."
    return save.isSent && save.done < save.total ? "\(done) \(unknown)" : done
  }

  /// What was typed and amounts to no change of a field yet.
  private func unfinished(in draft: Draft) -> [TextLine] {
    let values = draft.metadata.filter { $0.key.isEmpty && !$0.value.isEmpty && !$0.isRemoved }
      .map { TextLine("a value without a key: \($0.value)") }
    let (email, role) = (draft.firstAdmin.email, draft.firstAdmin.role)
    // The last request adds them; once it may have been carried out they may be a member.
    let isUnknown = draft.saveUnderway.map { $0.isSent && $0.done == $0.total - 1 } ?? false
    let label = isUnknown ? "First admin" : "First admin, not added yet"
    let admin = email.isBlank ? [] : [TextLine("\(label): \(email), as \(role)")]
    guard let text = draft.unreadText else { return values + admin }
    return values + admin
      + [TextLine("From the editor, and not in the form as it cannot be read:", Palette.warning)]
      + text.split(whereSeparator: \.isNewline).prefix(100).map { TextLine("  \($0)") }
  }

  /// In a row, how far its saving had come.
  private func progress(of draft: Draft) -> String {
    draft.saveUnderway.map { $0.done > 0 ? "\($0.done) of \($0.total) saved  " : "may be saved  " }
      ?? ""
  }

  private func name(of draft: Draft) -> String {
    guard let base = draft.base else {
      return draft.name.isBlank ? "new organization" : draft.name
    }
    return base.name.isBlank ? ListWords.noName : base.name
  }

  /// Whether it is for a new organization, and is listed by the name that was typed for that.
  private func isNamedAnew(_ draft: Draft) -> Bool { draft.base == nil && !draft.name.isBlank }

  /// In a row of a narrow screen the zone is said once for all, in the title.
  func rowMoment(_ date: Date) -> String {
    guard isNarrow else { return moment(date) }
    let times = times.inOneZone(at: now)
    return "\(times.day(date).dropFirst(5)) \(times.clock(date).prefix(5))"
  }

  func moment(_ date: Date) -> String {
    // Where there is little room the year goes without saying.
    String(times.minute(date).dropFirst(isNarrow ? 5 : 0))
  }

  /// The fields that were changed, such as `name, external id, 2 domains`.
  private func changes(in draft: Draft) -> String {
    let fields = draft.before.changes(to: draft.fields).map(\.field)
    var words = fields.isEmpty ? [] : [FieldWords.kinds(of: fields)]
    if !draft.firstAdmin.email.isBlank { words.append("first admin") }
    if draft.unreadText != nil { words.append("a text from the editor") }
    guard words.isEmpty else { return words.joined(separator: ", ") }
    let hasValue = draft.metadata.contains { $0.key.isEmpty && !$0.value.isEmpty }
    // Of what was sent all may have been deleted since.
    return hasValue ? "a value without a key" : "nothing any more"
  }
}
