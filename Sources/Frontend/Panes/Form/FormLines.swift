import Cells
import ViewModel
import WorkOS

/// One row of the form on screen.
struct FormRow: Equatable {
  enum Content: Equatable {
    case blank
    case heading(String, count: String)
    /// The address of the first admin, and the role.
    case admin
    /// A label and a text field.
    case field(FormField, label: String, count: String)
    case domain(Int)
    case pair(Int)
    case add(FormField, String)
    case problem(DraftProblem)
    /// A line of a problem's sentence.
    case words(TextLine)
  }

  var content: Content
  /// Whether what is wrong there is mended as soon as the field is left.
  var isMendedByLeaving = false

  /// The row in as many as its words need.
  func wrapped(to columns: Int) -> [FormRow] {
    guard case .problem(let problem) = content else { return [self] }
    let line = TextLine(
      spans: [
        problem.isError && !isMendedByLeaving
          ? Span("✗ ", Palette.dangerMark) : Span("! ", Palette.warningMark),
        Span(FieldWords.sentence(problem)),
      ], indent: 2)
    return line.wrapped(to: columns).map { FormRow(content: .words($0)) }
  }

  /// Whether it belongs to the row above, as words on screen do.
  var isBelowField: Bool { if case .words = content { true } else { false } }

  /// The first place of the form in this row; nil where the caret cannot be in it.
  var field: FormField? {
    switch content {
    case .field(let field, _, _), .add(let field, _): field
    case .admin: .adminEmail
    case .domain(let id): .domain(id)
    case .pair(let id): .metadataKey(id)
    case .blank, .heading, .problem, .words: nil
    }
  }

  /// Whether the caret is in this row when it is in that field.
  func holds(_ field: FormField) -> Bool { self.field == field.leftOfRow }
}

extension EditorSession {
  /// The form from top to bottom, each problem right below its field.
  ///
  /// - Parameter caret: where it is; a name is not missed while an untouched form waits for it.
  func formRows(caret: FormField) -> [FormRow] {
    let awaitsName = draft.base == nil && !isTouched && caret == .name
    let problems = Dictionary(grouping: problems, by: \.field)
    func problem(at field: FormField) -> DraftProblem? { problems[field]?.told }
    var rows: [FormRow] = []
    func add(_ content: FormRow.Content, problemsAt fields: FormField...) {
      rows.append(FormRow(content: content))
      rows += fields.compactMap(problem(at:)).filter { !(awaitsName && $0.kind == .nameMissing) }
        // Behind a blank, more is about to be typed.
        .filter { !($0.field == caret && $0.kind == .surrounded(.blanks)) }
        .map {
          FormRow(
            content: .problem($0), isMendedByLeaving: $0.field == caret && $0.kind.hasHostWithin)
        }
    }

    add(.field(.name, label: "Name", count: ""), problemsAt: .name)
    let external = FieldLimit.count(draft.externalID)
    add(
      .field(
        .externalID, label: "External id",
        count: external == 0 ? "" : "\(external)/\(FieldLimit.externalID)"),
      problemsAt: .externalID)
    if draft.base != nil {
      add(
        .field(.stripeCustomerID, label: "Stripe customer id", count: ""),
        problemsAt: .stripeCustomerID)
    }
    add(.blank)
    add(.heading("Domains", count: ""), problemsAt: .domains)
    for row in draft.domains { add(.domain(row.id), problemsAt: .domain(row.id)) }
    add(.add(.domains, "add a domain"))
    add(.blank)
    add(
      .heading("Metadata", count: "\(draft.pairCount)/\(FieldLimit.metadataPairs)"),
      problemsAt: .metadata)
    for row in draft.metadata {
      add(.pair(row.id), problemsAt: .metadataKey(row.id), .metadataValue(row.id))
    }
    add(.add(.metadata, "add a pair"))
    if draft.hasAdminFields {
      add(.blank)
      add(.admin, problemsAt: .adminEmail, .adminRole)
    }
    return rows
  }
}

extension DraftProblem.Kind {
  /// Whether it is a domain that holds more than a host name, of which that is taken.
  fileprivate var hasHostWithin: Bool {
    if case .host(.notOnlyAHost(suggestion: _?)) = self { true } else { false }
  }
}
