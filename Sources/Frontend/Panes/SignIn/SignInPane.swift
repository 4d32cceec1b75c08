import Cells
import Foundation
import ViewModel
import WorkOS

extension PaneName {
  package static let signIn = PaneName("sign-in", "Why can they not sign in?", .isRead)
}

/// What a sign-in hangs on, a line each, as the answers come in.
struct SignInPane: Pane {
  private var lines = MarkedLines()
  private var subject: Subject?

  /// What it was laid out for.
  private struct Subject: Equatable {
    var name: PersonName
    var organization: Organization.ID?
  }

  let place = PanePlace.body

  init() {}

  let causes: PaneCauses = .answers

  func name(in console: Console) -> PaneName? {
    console.answers.checkInSight == nil ? nil : .signIn
  }

  var keepsWhileClosed: Bool { true }

  mutating func follow(_ console: Console) {
    let subject = console.answers.signIn.map {
      Subject(name: $0.facts.name, organization: $0.facts.organization)
    }
    if subject != self.subject { self = SignInPane() }
    self.subject = subject
  }

  // MARK: Keys

  var scrolledTo: [Int]? { lines.place }

  /// Of whoever the marked row is about at once; of anybody else once their address is known.
  func opening(by action: Action, _ scene: Scene) -> [Reaction]? {
    guard action == .checkSignIn, scene.top != .person else { return nil }
    if let organization = scene.console.tabs.organization?.id, let name = scene.markedPerson {
      return [.send(.answers(.signInWanted(name, organization)))]
    }
    return scene.subject.map { [.send(.answers(.signInAsked($0.id)))] } ?? []
  }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    guard let check = scene.console.answers.checkInSight?.check else { return [] }
    if scene.console.detail.sought != nil {
      return action == .back ? [.send(.detail(.seekingLeft))] : []
    }
    let distance = keyboard.distance(of: action, screenful: scene.layout.screenful)
    if lines.perform(action, count: keyboard.count, distance: distance) { return [] }
    switch action {
    case .open where lines.isMarkOutOfSight:
      // What is opened is seen before.
      lines.bringBack()
      return keyboard.askForKeyAgain()
    case .open: return check.checks[lines.marked].place.map { .go(to: $0) } ?? []
    case .copySummary:
      let words = AnswerWords(times: scene.times, now: scene.now)
      let text = words.summary(of: check, name: scene.name(of: check))
      return [.copy(CopiedText(lines: text), what: "the check")]
    case .refresh: return [.send(.answers(.refreshWanted))]
    case .back: return [.send(.answers(.left))]
    default: return []
    }
  }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    guard action == .open, let check = scene.console.answers.checkInSight?.check,
      scene.console.detail.sought == nil
    else { return nil }
    let line = check.checks[lines.marked]
    if line.place != nil { return nil }
    return line.kind == .signIns && line.verdict != .awaited
      ? .because("No tab lists these sign-ins: they name no organization.")
      : .because("There is nothing to open for this line.")
  }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    guard let check = scene.console.answers.checkInSight?.check else { return }
    let amiss = check.checks.firstIndex { $0.verdict == .no && $0.place != nil }
    lines.fit(
      text(of: check, scene), columns: scene.layout.columns - 2, room: scene.layout.bodyRows,
      startingAt: amiss ?? 0)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let layout = scene.layout
    lines.draw(
      in: layout.bodyTop..<layout.bodyTop + layout.bodyRows, column: 1, columns: layout.columns - 2,
      key: scene.keyMap.name(of: .moveDown, in: .signIn), on: &canvas)
  }

  private func text(of check: SignInCheck, _ scene: Scene) -> [MarkedLines.Line] {
    let words = AnswerWords(times: scene.times, now: scene.now)
    let place = scene.name(of: check) ?? check.organization.rawValue
    var text: [MarkedLines.Line] = [
      .init(
        TextLine(
          "Why can \(EmailAddress.both(check.whom)) not sign in to \(ListWords.shortened(place, columns: 40))?",
          Palette.heading)), .init(.empty),
    ]
    for (row, line) in check.checks.enumerated() {
      text.append(.init(self.line(of: line, words, scene), row: row))
    }
    return text + [
      .init(.empty), .init(TextLine(AnswerWords.legend + ".", Palette.quiet)),
    ]
  }

  private func line(of check: Check, _ words: AnswerWords, _ scene: Scene) -> TextLine {
    let style =
      switch check.verdict {
      case .no: Palette.danger
      case .unknown: Palette.warning
      case .yes, .none, .awaited: Palette.quiet
      }
    let title = AnswerWords.title(check.kind)
    // Where there is no room for two columns, the label is read with what it labels.
    let isNarrow = scene.layout.columns < 60
    return TextLine(
      spans: [
        Span("\(AnswerWords.mark(check.verdict)) ", style),
        .label(isNarrow ? "\(title): " : title.padded(to: 18)), Span(words.finding(check)),
        Span(scene.way(from: check), Palette.quiet),
      ], indent: isNarrow ? 2 : 20)
  }

  private static func count(amiss: Int, unknown: Int, of all: Int) -> String {
    switch (amiss, unknown) {
    case (0, 0): "nothing wrong seen · \(all) checks"
    // What is not known may be why.
    case (0, _): "\(unknown) of \(all) not known, nothing wrong seen in the rest"
    case (_, 0): "\(amiss) of \(all) \(amiss == 1 ? "is" : "are") ✗"
    default: "\(amiss) of \(all) \(amiss == 1 ? "is" : "are") ✗, \(unknown) not known"
    }
  }

  func whereabouts(_ scene: Scene) -> [Wording]? {
    guard let inquest = scene.console.answers.checkInSight, let check = inquest.check else {
      return nil
    }
    let amiss = check.checks.count { $0.verdict == .no }
    let unknown = check.checks.count { $0.verdict == .unknown }
    let count =
      !inquest.reads.isEmpty
      ? inquest.isReadAgain ? "reading again" : "reading"
      : Self.count(amiss: amiss, unknown: unknown, of: check.checks.count)
    return Wording.inOrder([TextLine("Sign-in · \(count)"), TextLine(count)])
  }

  func isWaiting(in console: Console) -> Bool { console.detail.sought != nil }
}

extension Scene {
  /// What the organization of a check is called.
  fileprivate func name(of check: SignInCheck) -> String? {
    let name = check.name ?? console.organization(check.organization)?.name
    return name?.isBlank == true ? nil : name
  }

  /// The keys that lead from a line that is amiss to where it is mended, and that mend it there.
  fileprivate func way(from check: Check) -> String {
    guard [.no, .unknown].contains(check.verdict), let place = check.place,
      let open = keyMap.name(of: .open, in: .signIn),
      let tab = console.tabs.catalog.tabs.first(where: { $0.id == place.tab })
    else { return "" }
    let remedy = place.remedies.lazy.compactMap { id -> String? in
      let binding = self.keyMap.bindings(in: .tab(tab)).first { $0.action.rawValue == id }
      return binding?.keys.first.map { ", then \(KeyName.of($0)) (\(binding?.title ?? ""))" }
    }.first
    return " · \(open): \(tab.title)\(owner(of: place))\(remedy ?? "")"
  }

  /// Whose a place is that is another organization's than the one that is asked about.
  private func owner(of place: AnswerPlace) -> String {
    guard let facts = console.answers.checkInSight?.facts, place.organization != facts.organization
    else { return "" }
    let claimant = facts.claimants.value?.items.first { $0.id == place.organization }
    let name = claimant?.name ?? ""
    return " of " + ListWords.shortened(name.isBlank ? place.organization.rawValue : name)
  }
}
