import Cells
import ViewModel

extension PaneName {
  package static let quitting = PaneName("quitting", "Quit?", .asks)
}

/// The question before the program is left with something unfinished.
struct QuittingPane: Pane {
  /// What is unfinished, which is read before anything of it is given up.
  private var dialog = Dialog()

  init() {}

  let causes: PaneCauses = .quitting

  func name(in console: Console) -> PaneName? {
    console.quitting == .asking || console.quitting == .finishing ? .quitting : nil
  }

  func question(in console: Console) -> Question? {
    if console.quitting == .finishing { return .quitUnfinished }
    return .quit(
      unsent: console.deletions.revocable.map(\.organization.id),
      sent: console.deletions.irrevocable.map(\.organization.id),
      drafts: console.editor.unsavedCount + console.tabs.unsavedCount,
      tabs: console.tabs.underway.map(\.id), isSaving: console.editor.session?.isWriting == true)
  }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    switch action {
    case .finishThenQuit, .abandonAndQuit:
      if dialog.readsOn(&keyboard) { return [] }
      return [.send(.quitAnswered(action == .abandonAndQuit ? .abandon : .finishFirst))]
    case .back: return [.send(.quitAnswered(.stay))]
    default: return []
    }
  }

  mutating func asksAnew() { dialog.asksAnew() }

  var linesShown: LinesShown? { dialog.shown }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    guard action == .finishThenQuit else { return nil }
    let canFinish = scene.console.quitting == .asking && scene.console.hasWritesUnderway
    return canFinish ? nil : .nothingThere
  }

  private func title(_ scene: Scene) -> String {
    scene.console.quitting == .finishing
      ? "Finishing before quitting" : "Quit? Something is unfinished"
  }

  mutating func fit(_ scene: Scene) {
    let answers = answers(scene)
    let lines = unfinished(scene) + [.empty]
    let width = min(
      max(title(scene).count + 2, (lines + answers).map(\.width).max() ?? 0),
      scene.layout.columns - 6)
    dialog.fit(lines, answers: answers, columns: width, in: scene.layout)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let box = dialog.box else { return }
    let shown = dialog.visible
    scene.drawFrame(
      of: box, title: title(scene), style: Palette.warningMark,
      marks: shown.above + shown.below > 0 ? 18 : 0, on: &canvas)
    dialog.drawLines(on: &canvas)
    canvas.focus = Position(row: box.innerRow + shown.lines.count, column: box.innerColumn)
  }

  private func unfinished(_ scene: Scene) -> [TextLine] {
    let console = scene.console
    var lines: [TextLine] = []
    for deletion in console.deletions.underway.prefix(6) {
      let words = deletion.canBeTakenBack ? "delete queued" : "delete sent, no answer yet"
      // The name makes room for what becomes of it.
      let room = max(8, min(40, scene.layout.columns - 10 - DisplayWidth.of(words)))
      let name = ListWords.shortened(deletion.organization.name, columns: room)
      lines.append(
        TextLine(spans: [Span("• \(name)"), Span("  \(words)", Palette.quiet)]))
    }
    let more = console.deletions.underway.count - 6
    if more > 0 { lines.append(TextLine("  and \(more) more", Palette.quiet)) }
    for delivery in console.tabs.underway.prefix(3) {
      let verb = TabNoticeWords.doing(delivery.write.verb)
      let words = delivery.canBeTakenBack ? "\(verb), queued" : "\(verb), no answer yet"
      let room = max(8, min(40, scene.layout.columns - 10 - DisplayWidth.of(words)))
      let name = ListWords.shortened(
        AddressWords.readable(delivery.write.name), columns: room)
      lines.append(TextLine(spans: [Span("• \(name)"), Span("  \(words)", Palette.quiet)]))
    }
    let others = console.tabs.underway.count - 3
    if others > 0 { lines.append(TextLine("  and \(others) more", Palette.quiet)) }
    if console.editor.session?.isWriting == true {
      lines.append(TextLine("• a save that got no answer yet"))
    }
    lines += TabDraftWords.lines(console.tabs.unsent, scene)
    return console.editor.session?.isWriting == true ? lines : lines + drafts(scene)
  }

  /// The drafts of organizations: by name those of which not all is kept.
  private func drafts(_ scene: Scene) -> [TextLine] {
    let console = scene.console
    let unkept = console.unkeptDrafts.compactMap { unkept -> (String, DraftFate)? in
      guard case .organization(let draft) = unkept.text else { return nil }
      return (draft.base?.name ?? draft.name, console.fate(of: unkept.id))
    }
    let named = unkept.prefix(3).map { name, fate in
      let fate = scene.words(for: fate)
      let room = max(8, scene.layout.columns - 33 - DisplayWidth.of(fate))
      let name = name.isBlank ? "" : ", of \(ListWords.shortened(name, columns: room))"
      return TextLine(
        spans: [Span("• one unsaved draft\(name)"), Span("  \(fate)", Palette.quiet)])
    }
    let others = console.editor.unsavedCount - named.count
    guard others > 0 else { return named }
    let fate =
      !console.workplace.keepsRecords || unkept.count > named.count
      ? "" : others == 1 ? ", which is kept" : ", which are kept"
    let count = others == 1 ? "• one unsaved draft" : "• \(others) unsaved drafts"
    return named + [TextLine(count + fate)]
  }

  private func answers(_ scene: Scene) -> [TextLine] {
    let console = scene.console
    func answer(_ key: String, _ wordings: String...) -> TextLine {
      TextLine(spans: [
        Span(key.padded(to: 5), Palette.key), Span(wordings.fitting(scene.layout.columns - 11)),
      ])
    }
    guard console.quitting == .asking else {
      return [answer("Esc", "stay"), answer("x", "quit without waiting")]
    }
    var lines = [answer("Esc", "stay")]
    if console.hasWritesUnderway {
      lines.append(
        answer(
          "s", "send what is queued, wait for the answers, then quit", "send, wait, then quit"))
    }
    let isOnlyTheLast =
      console.workplace.keepsRecords
      && console.unkeptDrafts.allSatisfy { $0.keptFrom != nil }
    let unsent = [
      console.deletions.revocable.isEmpty ? nil : "delete",
      console.tabs.underway.contains(where: \.canBeTakenBack) ? "change" : nil,
    ].compactMap(\.self)
    let losses = [
      console.wouldLoseDrafts ? "lose what was typed" + (isOnlyTheLast ? " last" : "") : nil,
      unsent.isEmpty ? nil : "send no queued \(unsent.joined(separator: " or "))",
    ].compactMap(\.self)
    let short =
      console.wouldLoseDrafts
      ? losses.count > 1 ? "quit, and lose all of that" : "quit, lose what was typed"
      : losses.isEmpty
        ? "quit without waiting" : "quit, send no \(unsent.joined(separator: " or "))"
    let quit =
      losses.isEmpty ? "quit without waiting" : "quit, and \(losses.joined(separator: " and "))"
    let shortest = losses.isEmpty ? "quit without waiting" : "quit, send nothing queued"
    return lines + [answer("x", quit, short, console.wouldLoseDrafts ? short : shortest)]
  }
}
