import Cells
import ViewModel
import WorkOS

/// What saving a form will change and send, line by line.
struct ReviewLines {
  let session: EditorSession
  /// What is saved: the session's draft, or what leaving a field makes of it.
  private let draft: Draft

  init(session: EditorSession, draft: Draft? = nil) {
    self.session = session
    self.draft = draft ?? session.draft
  }

  /// Each change, old → new.
  var changes: [TextLine] {
    let differences = draft.before.changes(to: draft.fields)
    let admin = draft.firstAdmin
    if differences.isEmpty, !admin.isWanted { return [TextLine("Nothing yet.", Palette.quiet)] }
    let lines = differences.map { ReviewLines.line(for: naming($0)) } + lines(for: admin)
    if draft.hasErrors {
      return lines + [.empty, TextLine("Correct what is marked ✗ first.", Palette.warning)]
    }
    return lines + rewritten
  }

  private func lines(for admin: FirstAdmin) -> [TextLine] {
    guard admin.isWanted else { return [] }
    let name = admin.user.map { $0.name.isEmpty ? $0.id : "\($0.name), \($0.id)" }
    return [
      TextLine(
        spans: [
          Span("+ ", Palette.goodMark), Span("First admin", Palette.quiet), Span("  "),
          Span(admin.words.spellingUnseen, Palette.heading),
          Span(name.map { "  \($0)" } ?? "", Palette.quiet),
        ], indent: 4)
    ]
  }

  /// The change in words that do not claim a state the server never told.
  private func naming(_ difference: FieldDifference) -> FieldDifference {
    guard case .domain(let host) = difference.field, difference.old != nil,
      let domains = draft.base?.domains,
      domains.contains(where: { $0.state == nil && HostName.normalized($0.domain) == host })
    else { return difference }
    return FieldDifference(field: difference.field, old: "no state", new: difference.new)
  }

  /// The requests, to the letter, in their order.
  var request: [TextLine] {
    let steps = session.plan.steps
    let heading = TextLine(
      steps.count == 1 ? "What is sent" : "What is sent, one after another", Palette.heading)
    return [.empty, heading] + steps.flatMap(lines) + secondRequest
  }

  private func lines(for step: SavePlan.Step) -> [TextLine] {
    let request = step.request()
    var lines = [TextLine("\(request.method.rawValue) \(request.path)", Palette.quiet)]
    if case .removeDomain(let domain, _, _) = step {
      lines.append(TextLine("(\(domain))", Palette.quiet))
    }
    return lines + RequestLines.body(request.body)
  }

  /// The API takes a Stripe customer id only for an organization that exists.
  private var secondRequest: [TextLine] {
    guard session.draft.base == nil, let id = session.draft.fields[.stripeCustomerID] else {
      return []
    }
    let body = OrganizationUpdate(stripeCustomerID: .set(id)).body
    return [
      TextLine("PUT /organizations/{its new id}", Palette.quiet),
      TextLine(spans: Span.whole(body.text.spellingUnseen, Palette.quiet)),
    ]
  }

  static func line(for difference: FieldDifference) -> TextLine {
    line(FieldWords.name(difference.field), difference.old, difference.new)
  }

  /// One change, old → new; nil where there is no value.
  static func line(_ name: String, _ old: String?, _ new: String?) -> TextLine {
    let name = Span(name.spellingUnseen, Palette.quiet)
    let (old, new) = (old?.spellingUnseen, new?.spellingUnseen)
    let spans =
      switch (old, new) {
      case (nil, let new?):
        [Span("+ ", Palette.goodMark), name, Span("  "), Span(new, Palette.heading)]
      case (let old?, nil):
        [Span("− ", Palette.dangerMark), name, Span("  "), Span(old)]
      case (let old, let new):
        [
          Span("~ ", Palette.warningMark), name, Span("  "), Span(old ?? ""),
          Span(" → ", Palette.quiet), Span(new ?? "", Palette.heading),
        ]
      }
    return TextLine(spans: spans, indent: 4)
  }

  /// A state set by hand is sent with the list of all domains, which changes the state of others.
  private var rewritten: [TextLine] {
    let rewritten = session.plan(of: draft).rewritten
    guard !rewritten.isEmpty else { return [] }
    return [
      .empty, TextLine("These change too, as the API cannot keep their states:", Palette.warning),
    ]
      + rewritten.map(ReviewLines.line)
  }

  static func line(for rewriting: DomainRewriting) -> TextLine {
    line(
      for: FieldDifference(
        field: .domain(rewriting.domain), old: rewriting.old ?? "no state", new: rewriting.new))
  }
}
