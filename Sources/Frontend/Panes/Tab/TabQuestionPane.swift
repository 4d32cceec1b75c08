import Cells
import ViewModel

extension PaneName {
  package static let tabQuestion = PaneName(
    "tab-question", "Question of a tab", [.asks, .hasButtons])
  package static let tabNaming = PaneName(
    "tab-naming", "Question of a tab: type the name", [.asks, .takesText])
}

/// What is asked before a write of a tab.
struct TabQuestionPane: DialogPane {
  var dialog = Dialog()

  let causes: PaneCauses = .tab

  func name(in console: Console) -> PaneName? {
    console.tabs.asking.map { $0.asksForName ? .tabNaming : .tabQuestion }
  }

  func question(in console: Console) -> Question? {
    console.tabs.asking.map {
      .askOfTab($0.write, number: $0.index, asksForText: $0.asksForName)
    }
  }

  // MARK: Answers

  var yes: Event { .tab(.confirmed) }

  var no: Event { .tab(.cancelled) }

  func typedText(in console: Console) -> String? { console.tabs.asking?.typedName }

  func typed(_ text: String) -> Event { .tab(.nameTyped(text)) }

  /// While the name is not right, Enter does not do it.
  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    guard action == .accept, let asked = scene.console.tabs.asking else { return nil }
    return asked.asksForName && !asked.isNameRight ? .nothingThere : nil
  }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    guard let asking = scene.console.tabs.asking else { return }
    let width = min(64, scene.layout.columns - 6)
    let grace = Int(scene.console.workplace.deleteGrace)
    let isLast = asking.index + 1 == asking.write.questions.count
    var lines = [TextLine(asking.write.name.spellingUnseen, Palette.heading)].flatMap {
      $0.wrapped(to: width)
    }
    lines = lines.cut(to: 3)
    lines += asking.question.text.flatMap { TextLine($0.spellingUnseen).wrapped(to: width) }
    // What the question says itself is not said twice.
    let warnings = asking.write.warnings.filter { !asking.question.text.contains($0) }
    lines += warnings.flatMap { TextLine($0, Palette.warning).wrapped(to: width) }
    lines += [.empty, scene.destination]
    if asking.write.waits, isLast {
      lines += TextLine(
        grace > 0 ? "z takes it back for \(grace) s." : "It is done at once.", Palette.quiet
      ).wrapped(to: width)
    }
    lines.append(.empty)
    dialog.fit(lines, prompts: prompts(of: asking, width: width), columns: width, in: scene.layout)
  }

  private func prompts(of asking: TabAsking, width: Int) -> [[TextLine]] {
    guard asking.asksForName else { return [] }
    let isWithID = !asking.endOfID.isEmpty
    let words = [
      "Type its name as at the top"
        + (isWithID ? ", or the end of its id, \(asking.endOfID):" : ":"),
      isWithID ? "Type its name, or \(asking.endOfID):" : "Type its name:",
    ]
    return words.map { TextLine($0, Palette.quiet).wrapped(to: width) }
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let asking = scene.console.tabs.asking, let box = dialog.box else { return }
    let shown = dialog.visible
    scene.drawFrame(
      of: box,
      title: dialog.title(
        asking.question.title, or: asking.question.accept, asking.write.name, in: box),
      style: Palette.dangerMark,
      marks: shown.above + shown.below > 0 ? 18 : 0, on: &canvas)
    dialog.drawLines(on: &canvas)
    let last = box.innerRow + box.innerRows - 1
    guard asking.asksForName else {
      return dialog.drawButtons(
        cancel: "Cancel", accept: "\(asking.question.accept) (y)", row: last, in: box, on: &canvas)
    }
    dialog.drawInput(
      asking.typedName, enter: asking.isNameRight ? "Enter does it" : nil, leave: "Esc cancels",
      notYet: ["The name does not match yet · Esc cancels", "Does not match yet · Esc cancels"],
      scene, on: &canvas)
  }
}
