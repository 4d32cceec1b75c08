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
    confirmation(in: console).map { $0.asksForText ? .tabNaming : .tabQuestion }
  }

  func question(in console: Console) -> Question? {
    console.tabs.asking.map {
      .askOfTab($0.write, number: $0.index, asksForText: $0.confirmation.asksForText)
    }
  }

  // MARK: Answers

  var yes: Event { .tab(.confirmed) }

  var no: Event { .tab(.cancelled) }

  func confirmation(in console: Console) -> Confirmation? { console.tabs.asking?.confirmation }

  func typed(_ text: String) -> Event { .tab(.nameTyped(text)) }

  // MARK: Drawing

  func words(_ scene: Scene) -> DialogWords? {
    guard let asking = scene.console.tabs.asking else { return nil }
    let width = DialogWords.columns(in: scene.layout)
    let grace = Int(scene.console.workplace.deleteGrace)
    let isLast = asking.index + 1 == asking.write.questions.count
    let name = AddressWords.both(asking.write.name).spellingUnseen
    var lines = TextLine(name, Palette.heading).wrapped(to: width)
      .cut(to: 3)
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
    return DialogWords(
      title: asking.question.title,
      subject: (asking.question.accept, AddressWords.readable(asking.write.name)),
      style: Palette.dangerMark, lines: lines, prompts: prompts(asking.confirmation, width),
      accept: asking.question.accept, enter: "Enter does it")
  }

  private func prompts(_ confirmation: Confirmation, _ width: Int) -> [[TextLine]] {
    guard confirmation.asksForText else { return [] }
    let end = confirmation.endOfID
    let words = [
      "Type its name as at the top" + (end.isEmpty ? ":" : ", or the end of its id, \(end):"),
      end.isEmpty ? "Type its name:" : "Type its name, or \(end):",
    ]
    return words.map { TextLine($0, Palette.quiet).wrapped(to: width) }
  }
}
