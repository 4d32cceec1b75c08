import Cells
import Delivery
import Foundation
import ViewModel
import WorkOS

extension PaneName {
  package static let finding = PaneName("finding", "Was it created?", .asks)
}

/// What was found of creates whose answers were lost, and what the person makes of it.
struct FindingPane: Pane {
  /// The marked organization.
  private var row = 0

  let causes: PaneCauses = .form

  func name(in console: Console) -> PaneName? { finding(in: console) == nil ? nil : .finding }

  func question(in console: Console) -> Question? { finding(in: console).map { .find($0) } }

  private func finding(in console: Console) -> CreationFinding? {
    guard case .found(let finding) = console.editor.session?.phase else { return nil }
    return finding
  }

  /// Another look may have found others, and the likeliest is the first.
  mutating func asksAnew() { row = 0 }

  // MARK: Keys

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    guard let finding = finding(in: scene.console) else { return [] }
    switch action {
    case .moveDown: row = min(row + 1, max(0, finding.candidates.count - 1))
    case .moveUp: row = max(0, row - 1)
    case .acknowledge:
      return markedCandidate(in: finding).map { [.send(.editor(.acknowledged($0.id)))] } ?? []
    case .createAgain: return [.send(.editor(.creationRepeated))]
    case .lookAgain: return [.send(.editor(.findingRepeated))]
    case .back: return [.send(.editor(.reviewLeft))]
    default: break
    }
    return []
  }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    let isEmpty = finding(in: scene.console)?.candidates.isEmpty != false
    return action == .acknowledge && isEmpty ? .nothingThere : nil
  }

  private func markedCandidate(in finding: CreationFinding) -> Organization? {
    let row = min(row, finding.candidates.count - 1)
    return finding.candidates.indices.contains(row) ? finding.candidates[row] : nil
  }

  var scrolledTo: [Int]? { [row] }

  // MARK: Drawing

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let session = scene.console.editor.session, case .found(let finding) = session.phase
    else { return }
    let attempts = session.draft.attempts.unsettled
    let width = min(72, scene.layout.columns - 6)
    let marked = markedCandidate(in: finding)
    var lines = heading(attempts, finding, scene.times).flatMap { $0.wrapped(to: width) }
    var markedLine: Int?
    for candidate in finding.candidates {
      if candidate.id == marked?.id { markedLine = lines.count }
      lines += self.lines(
        for: candidate, of: attempts, isMarked: candidate.id == marked?.id, scene.times,
        columns: width
      )
      .flatMap { $0.wrapped(to: width).ending(after: 2) }
    }
    var choices = self.choices(finding, scene).flatMap { $0.wrapped(to: width) }
    let box = DialogBox(rows: lines.count + choices.count, columns: width, in: scene.layout)
    scene.drawFrame(of: box, title: "Was it created?", style: Palette.warningMark, on: &canvas)
    // Nobody can say that it is this one without seeing it; the keys stand in the last line too.
    if box.innerRows - choices.count < 3 {
      choices = Array(choices.prefix(max(0, box.innerRows - 3)))
    }
    let room = max(0, box.innerRows - choices.count)
    // Where not all of it fits, the one that is marked does.
    let top = lines.count > room ? markedLine ?? 0 : 0
    let shown = room == 0 ? [] : Array(lines[top...]).cut(to: room)
    box.draw(shown + choices, on: &canvas)
    let focus = min(markedLine.map { $0 - top } ?? shown.count, shown.count)
    canvas.focus = Position(row: box.innerRow + focus, column: box.innerColumn)
  }

  private func heading(
    _ attempts: [CreationAttempt], _ finding: CreationFinding, _ times: TimeWords
  ) -> [TextLine] {
    let sent = "it was sent \(times.sendings(attempts.map(\.sentAt))), and"
    let last = attempts.count == 1 ? "it" : "the last one"
    let answer =
      finding.objection.map {
        "the server refused \(last) (\(ErrorWords.short($0))). It may have been sent twice on its way."
      } ?? "no answer told."
    let lost = TextLine(
      "Whether \(names(of: attempts)) was created is not known: \(sent) \(answer)")
    let count = finding.candidates.count
    let found =
      if let failure = finding.failure {
        TextLine("It could not be looked for: \(ErrorWords.sentence(failure))", Palette.danger)
      } else if count == 0 {
        TextLine(
          "At \(times.time(finding.lookedAt)) there was none like it on the server. If the server "
            + "is slow, it may still appear.", Palette.warning)
      } else {
        TextLine(
          (count == 1 ? "This one was" : "These were") + " created "
            + (finding.candidates.contains { seemsOlder($0, than: attempts) }
              ? "about then" : "then")
            + " or since, and \(count == 1 ? "is" : "are") like it:")
      }
    return [lost, .empty, found] + inTheWay(finding) + [.empty]
  }

  /// What the organization was called each time; the sense of it stays, however long the names are.
  private func names(of attempts: [CreationAttempt]) -> String {
    var names: [String] = []
    for attempt in attempts where !names.contains(attempt.organization.name) {
      names.append(attempt.organization.name)
    }
    let columns = names.count == 1 ? 40 : 24
    return names.map { ListWords.quoted($0, columns: columns) }.joined(separator: " or ")
  }

  private func seemsOlder(_ candidate: Organization, than attempts: [CreationAttempt]) -> Bool {
    attempts.likeliest(toHaveMade: candidate)?.seemsYounger(than: candidate) == true
  }

  /// The organization that had the external id before, if one has.
  private func inTheWay(_ finding: CreationFinding) -> [TextLine] {
    guard let owner = finding.inTheWay else { return [] }
    return [
      TextLine(
        "The external id belongs to an older one, \(ListWords.quoted(owner.name, columns: 30)) "
          + "(\(owner.id.rawValue)): the create was refused for that, or will be.",
        Palette.warning)
    ]
  }

  private func lines(
    for candidate: Organization, of attempts: [CreationAttempt], isMarked: Bool, _ times: TimeWords,
    columns: Int
  ) -> [TextLine] {
    let name = candidate.name.isBlank ? ListWords.noName : candidate.name
    let created = candidate.createdAt.map { "created \(times.day($0)) \(times.time($0))" }
    let facts = [created, candidate.externalID.map { "external id \($0)" }].compactMap(\.self)
    let heading = [
      Span(isMarked ? "▸ " : "  ", Palette.accentMark),
      Span(name, isMarked ? Palette.selected : Palette.heading),
    ]
    let difference = [
      Span("  "), self.difference(of: candidate, from: attempts, columns: columns - 2),
    ]
    let both = TextLine(spans: heading + difference, indent: 2)
    // Where a long name would end the line before it, it has one of its own.
    let first =
      both.width <= columns ? [both] : [heading, difference].map { TextLine(spans: $0, indent: 2) }
    return first + [
      TextLine(spans: [Span("  \(candidate.id.rawValue)", Palette.quiet)], indent: 2),
      TextLine(spans: [Span("  \(facts.joined(separator: " · "))", Palette.quiet)], indent: 2),
      .empty,
    ]
  }

  /// What of a candidate is not what was sent: whoever takes it for the one created has to see it.
  private func difference(
    of candidate: Organization, from attempts: [CreationAttempt], columns: Int
  ) -> Span {
    let sent = attempts.likeliest(toHaveMade: candidate)?.organization
    let fields = sent.map { EditableFields($0).shownOtherwise(by: candidate) } ?? []
    guard !fields.isEmpty else { return Span("as it was sent", Palette.good) }
    let wordings = [FieldWords.labels(of: fields), FieldWords.kinds(of: fields)]
    return Span(wordings.map { "differs: \($0)" }.fitting(columns), Palette.warning)
  }

  private func choices(_ finding: CreationFinding, _ scene: Scene) -> [TextLine] {
    func choice(_ action: Action, _ wordings: String...) -> TextLine {
      let key = scene.keyMap.name(of: action, in: .finding) ?? ""
      let words = wordings.fitting(scene.layout.columns - 11)
      return TextLine(spans: [Span(key.padded(to: 5), Palette.key), Span(words)], indent: 5)
    }
    let own = finding.candidates.isEmpty ? [] : [choice(.acknowledge, "it is this one")]
    return own + [
      choice(
        .createAgain, "review and send it again: a second one, if the first was created",
        "send again (a second one?)"),
      choice(.lookAgain, "look again"),
      choice(
        .back, "leave it; the draft is kept, and you are asked again", "leave it, keep the draft"),
    ]
  }
}
