import Cells
import ViewModel
import WorkOS

/// What saving a form will change and send, line by line.
struct ReviewLines {
  let session: EditorSession

  /// Each change, old → new.
  var changes: [TextLine] {
    let differences = session.differences
    if differences.isEmpty { return [TextLine("Nothing yet.", Palette.quiet)] }
    if session.draft.hasErrors {
      return differences.map(ReviewLines.line)
        + [.empty, TextLine("Not before what is marked ✗ is mended.", Palette.quiet)]
    }
    return differences.map(ReviewLines.line) + domainsNote
  }

  /// The request, to the letter.
  var request: [TextLine] {
    let target =
      session.draft.base.map { "PUT /organizations/\($0.id.rawValue)" } ?? "POST /organizations"
    return [.empty, TextLine("What is sent", Palette.heading), TextLine(target, Palette.quiet)]
      + session.draft.body.indented().split(separator: "\n", omittingEmptySubsequences: false)
      .map { TextLine(String($0), Palette.quiet) } + secondRequest
  }

  /// The API takes a Stripe customer id only for an organization that exists.
  private var secondRequest: [TextLine] {
    guard session.draft.base == nil, session.draft.fields[.stripeCustomerID] != nil else {
      return []
    }
    return [TextLine("Its Stripe customer id follows in a second request.", Palette.quiet)]
  }

  /// One change, old → new.
  static func line(for difference: FieldDifference) -> TextLine {
    let name = Span(FieldWords.name(difference.field), Palette.quiet)
    let spans =
      switch (difference.old, difference.new) {
      case (nil, let new?):
        [Span("+ ", Palette.good), name, Span("  "), Span(new, Palette.good)]
      case (let old?, nil):
        [Span("− ", Palette.danger), name, Span("  "), Span(old, Palette.danger)]
      case (let old, let new):
        [
          Span("~ ", Palette.warning), name, Span("  "), Span(old ?? ""),
          Span(" → ", Palette.quiet), Span(new ?? "", Palette.good),
        ]
      }
    return TextLine(spans: spans, indent: 4)
  }

  /// Domains go as a whole list, which has to be said, since it reaches domains nobody touched.
  private var domainsNote: [TextLine] {
    guard session.draft.base != nil, let domains = session.update.domains else { return [] }
    let list = domains.map { "\($0.domain) (\($0.state.rawValue))" }.joined(separator: ", ")
    return [
      .empty,
      TextLine(
        "The API replaces all domains at once. They will be: \(list.isEmpty ? "none" : list).",
        Palette.warning),
    ]
  }
}
