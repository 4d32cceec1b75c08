import Cells
import Foundation
import ViewModel
import WorkOS

extension PaneName {
  package static let person = PaneName("person", "Person", .isRead)
}

/// Who somebody is: one card, from which their organizations are opened.
struct PersonPane: Pane {
  private var lines = MarkedLines()
  /// Whom it was laid out for.
  private var subject: PersonName?

  let place = PanePlace.besideList

  init() {}

  let causes: PaneCauses = .answers

  func name(in console: Console) -> PaneName? {
    console.answers.cardInSight == nil ? nil : .person
  }

  /// The mark stays while an organization is looked at from here.
  var keepsWhileClosed: Bool { true }

  mutating func follow(_ console: Console) {
    let subject = console.answers.person?.facts.name
    if subject != self.subject { self = PersonPane() }
    self.subject = subject
  }

  // MARK: Keys

  var scrolledTo: [Int]? { lines.place }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    guard let person = scene.console.answers.cardInSight?.person else { return [] }
    // What is typed ahead was meant for what is being opened.
    if scene.console.detail.sought != nil {
      return action == .back ? [.send(.detail(.seekingLeft))] : []
    }
    let distance = keyboard.distance(of: action, screenful: scene.layout.screenful)
    if lines.perform(action, count: keyboard.count, distance: distance) { return [] }
    switch action {
    case .open where lines.isMarkOutOfSight, .checkSignIn where lines.isMarkOutOfSight:
      // What is opened is seen before.
      lines.bringBack()
      return keyboard.askForKeyAgain()
    case .open: return person.marked(lines).flatMap(person.place).map { .go(to: $0) } ?? []
    case .checkSignIn:
      guard let organization = person.marked(lines)?.organization else { return [] }
      return [.send(.answers(.signInWanted(person.facts.name, organization)))]
    case .copySummary: return copy(person, scene)
    case .refresh: return [.send(.answers(.refreshWanted))]
    case .back: return [.send(.answers(.left))]
    default: return []
    }
  }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    guard let person = scene.console.answers.cardInSight?.person,
      [.open, .checkSignIn].contains(action), scene.console.detail.sought == nil
    else { return nil }
    let hasPlace = person.marked(lines)?.organization != nil
    if hasPlace { return nil }
    let key = scene.keyMap.name(of: .checkSignIn, in: .list) ?? ""
    return .because(
      action == .open
        ? "No organization is marked here."
        : "No organization is marked here. Open the one they want to sign in to, and press \(key) there."
    )
  }

  private func copy(_ person: Person, _ scene: Scene) -> [Reaction] {
    let words = AnswerWords(times: scene.times, now: scene.now)
    let text = words.summary(of: person) { scene.console.organization($0)?.name }
    return [.copy(CopiedText(lines: text), what: "the person")]
  }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    guard let person = scene.console.answers.cardInSight?.person else { return }
    let open = scene.console.detail.organization?.id
    let start = open.flatMap { open in person.rows.firstIndex { $0.organization == open } }
    lines.fit(
      text(of: person, scene), columns: scene.layout.detailColumns, room: scene.layout.bodyRows,
      startingAt: start ?? 0)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let layout = scene.layout
    scene.drawRule(on: &canvas)
    lines.draw(
      in: layout.bodyTop..<layout.bodyTop + layout.bodyRows, column: layout.detailColumn,
      columns: layout.detailColumns,
      key: scene.keyMap.name(of: .moveDown, in: .person), on: &canvas)
  }

  private func text(of person: Person, _ scene: Scene) -> [MarkedLines.Line] {
    let words = AnswerWords(times: scene.times, now: scene.now)
    let title = words.title(of: person)
    let email = person.facts.email
    var text = [
      MarkedLines.Line(
        TextLine(email == title ? EmailAddress.both(title) : title, Palette.heading))
    ]
    if let email, email != title { text.append(.init(TextLine(EmailAddress.both(email)))) }
    text.append(.init(.empty))
    text += words.facts(of: person).map { fact in
      .init(
        TextLine(spans: [.label(fact.label.padded(to: 14)), Span(fact.value)], indent: 14))
    }
    var row = 0
    let columns = columns(of: person, words, scene)
    for section in words.sections(of: person) {
      text.append(.init(.empty))
      text.append(.init(TextLine(section.title, Palette.heading)))
      for index in row..<row + section.rows {
        text.append(.init(line(of: person.rows[index], person, words, columns, scene), row: index))
      }
      row += section.rows
      if let note = section.note {
        text.append(.init(TextLine(spans: [Span("  \(note)", Palette.quiet)], indent: 2)))
      }
    }
    return text
  }

  private func line(
    of row: Person.Row, _ person: Person, _ words: AnswerWords, _ columns: Int, _ scene: Scene
  ) -> TextLine {
    let name = ListWords.shortened(placeName(of: row, person, scene), columns: columns)
    return TextLine(
      spans: [
        Span("  "), Span(name.padded(to: columns)),
        Span("  \(words.words(for: row, of: person))", Palette.quiet),
      ], indent: 4)
  }

  /// The columns of the names: what is said beside them is read in the same line, as far as that goes.
  private func columns(of person: Person, _ words: AnswerWords, _ scene: Scene) -> Int {
    let beside = person.rows.map { DisplayWidth.of(words.words(for: $0, of: person)) }.max() ?? 0
    let names = person.rows.map { DisplayWidth.of(placeName(of: $0, person, scene)) }.max() ?? 0
    return min(names, max(16, scene.layout.detailColumns - 4 - beside))
  }

  private func placeName(of row: Person.Row, _ person: Person, _ scene: Scene) -> String {
    let id = row.organization
    return person.name(of: id) ?? id.flatMap { scene.console.organization($0)?.name }
      ?? id?.rawValue ?? "the environment alone"
  }

  func whereabouts(_ scene: Scene) -> [Wording]? {
    guard let inquest = scene.console.answers.cardInSight else { return nil }
    return Wording.inOrder([
      TextLine("Who has \(AddressWords.readable(inquest.facts.email ?? inquest.facts.name.text))"),
      TextLine("Person"),
    ])
  }

  func isWaiting(in console: Console) -> Bool { console.detail.sought != nil }
}

extension Person {
  /// The row that is marked.
  fileprivate func marked(_ lines: MarkedLines) -> Row? {
    rows.indices.contains(lines.marked) ? rows[lines.marked] : nil
  }
}

extension [Reaction] {
  /// Opens what an answer leads to, the detail from its beginning.
  static func go(to place: AnswerPlace) -> [Reaction] {
    [.put(DetailPane()), .send(.answers(.placeWanted(place)))]
  }
}
