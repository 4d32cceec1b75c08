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
      return differences.flatMap(lines)
        + [.empty, TextLine("Not before what is marked ✗ is mended.", Palette.quiet)]
    }
    return differences.flatMap(lines) + domainsNote
  }

  /// The request, to the letter.
  var request: [TextLine] {
    let (target, body) = requestParts
    return [.empty, TextLine("What is sent", Palette.heading), TextLine(target, Palette.quiet)]
      + body.indented().split(separator: "\n", omittingEmptySubsequences: false)
      .map { TextLine(String($0), Palette.quiet) } + secondRequest
  }

  /// The API takes a Stripe customer id only for an organization that exists.
  private var secondRequest: [TextLine] {
    guard session.draft.base == nil, session.draft.fields[.stripeCustomerID] != nil else {
      return []
    }
    return [TextLine("Its Stripe customer id follows in a second request.", Palette.quiet)]
  }

  private var requestParts: (target: String, body: RawJSON) {
    guard let base = session.draft.base else {
      return ("POST /organizations", session.draft.fields.newOrganization.body)
    }
    return ("PUT /organizations/\(base.id.rawValue)", session.update.body)
  }

  private func lines(for difference: FieldDifference) -> [TextLine] {
    let name = Span(FieldWords.name(difference.field), Palette.quiet)
    switch (difference.old, difference.new) {
    case (nil, let new?):
      return [
        TextLine(
          spans: [Span("+ ", Palette.good), name, Span("  "), Span(new, Palette.good)], indent: 4)
      ]
    case (let old?, nil):
      return [
        TextLine(
          spans: [Span("− ", Palette.danger), name, Span("  "), Span(old, Palette.danger)],
          indent: 4)
      ]
    case (let old, let new):
      return [
        TextLine(
          spans: [
            Span("~ ", Palette.warning), name, Span("  "), Span(old ?? ""),
            Span(" → ", Palette.quiet), Span(new ?? "", Palette.good),
          ], indent: 4)
      ]
    }
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
