import Cells
import Foundation
import ViewModel
import WorkOS

extension PaneName {
  package static let deletion = PaneName("deletion", "Delete?", [.asks, .hasButtons])
  package static let naming = PaneName("naming", "Delete? Type the name", [.asks, .takesText])
}

/// The question before an organization is deleted.
struct DeletionPane: DialogPane {
  var dialog = Dialog()
  /// What stands before the text that is typed: whoever hears the screen hears that line alone.
  private var label = ""

  let causes: PaneCauses = .deletion

  func name(in console: Console) -> PaneName? {
    console.deletions.dialog.map { $0.asksForName ? .naming : .deletion }
  }

  func question(in console: Console) -> Question? {
    console.deletions.dialog.map {
      .delete($0.organization, hasChanged: $0.hasChanged, asksForText: $0.asksForName)
    }
  }

  // MARK: Answers

  var yes: Event { .deletion(.confirmed) }

  var no: Event { .deletion(.cancelled) }

  func typedText(in console: Console) -> String? { console.deletions.dialog?.typedName }

  func typed(_ text: String) -> Event { .deletion(.nameTyped(text)) }

  /// While the name is not right, Enter does not do it.
  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    guard action == .accept, let asked = scene.console.deletions.dialog else { return nil }
    return asked.asksForName && !asked.isNameRight ? .nothingThere : nil
  }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    guard let dialog = scene.console.deletions.dialog else { return }
    let width = min(64, scene.layout.columns - 6)
    let counts = HoldingWords.lines(scene.console.deletions.counts, width: width)
    var warning: [TextLine] =
      [.empty, scene.destination] + counts + [
        TextLine(
          (scene.console.workplace.deleteGrace > 0
            ? "z undoes it for \(Int(scene.console.workplace.deleteGrace)) s; after that, "
            : "It is deleted at once; after that, ")
            + "L can only create a new one like it.")
      ]
    if scene.console.editor.subjects.contains(.organization(dialog.organization.id)) {
      warning.append(
        TextLine("Your unsaved draft of it is lost too.", Palette.warning))
    }
    warning.append(.empty)
    var lines =
      description(of: dialog.organization, width: width) + warning.flatMap { $0.wrapped(to: width) }
    if dialog.hasChanged {
      lines.append(
        TextLine("Someone changed it a moment ago. This is how it is now.", Palette.warning))
    }
    label = ""
    self.dialog.fit(
      lines, prompts: prompts(of: dialog, width: width), columns: width, in: scene.layout)
  }

  /// What has to be typed, in words and to the letter; where not all of it has room, what is to be typed
  /// does.
  private mutating func prompts(of dialog: DeletionDialog, width: Int) -> [[TextLine]] {
    guard dialog.asksForName else { return [] }
    let name = dialog.organization.name
    let request =
      name.isBlank ? "Type the end of its id, " : "Type its name, or the end of its id, "
    let words =
      dialog.isNameTypeable
      ? TextLine("Type its name to delete it:", Palette.quiet)
      : TextLine(
        spans: [Span(request, Palette.quiet), Span(dialog.endOfID), Span(":", Palette.quiet)])
    label = Self.label(dialog.isNameTypeable ? name : dialog.endOfID, width: width)
    let names = Self.lines(of: name, Palette.danger, width: width)
    if !dialog.isNameTypeable { return [[words] + names, [words]] }
    return label.isEmpty ? [[words] + names, names] : [[words]]
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let asked = scene.console.deletions.dialog, let box = dialog.box else { return }
    let shown = dialog.visible
    scene.drawFrame(
      of: box,
      title: dialog.title(
        "Delete this organization?", or: "Delete", asked.organization.name, in: box),
      style: Palette.dangerMark,
      marks: shown.above + shown.below > 0 ? 18 : 0, on: &canvas)
    dialog.drawLines(on: &canvas)
    let last = box.innerRow + box.innerRows - 1
    if asked.asksForName {
      dialog.drawInput(
        asked.typedName, label: label, enter: asked.isNameRight ? "Enter deletes" : nil,
        leave: "Esc cancels",
        notYet: ["The name does not match yet · Esc cancels", "Does not match yet · Esc cancels"],
        scene, on: &canvas)
    } else {
      dialog.drawButtons(
        cancel: "Cancel", accept: "Delete \(nameOnButton(asked.organization, box)) (y)", row: last,
        in: box, on: &canvas)
    }
  }

  /// Whoever hears the screen hears the line with the button alone: it says what is deleted.
  private func nameOnButton(_ organization: Organization, _ box: DialogBox) -> String {
    let others = DisplayWidth.of("[ Cancel ]  [ Delete  (y) ]")
    return ListWords.shortened(organization.name, columns: max(6, box.innerColumns - others))
  }

  private func description(of organization: Organization, width: Int) -> [TextLine] {
    let name = organization.name.isBlank ? ListWords.noName : organization.name
    let domains = organization.domains.map { DomainWords.both($0.domain) }
    let shown = domains.prefix(4).joined(separator: ", ")
    let more = domains.count > 4 ? " and \(domains.count - 4) more" : ""
    return Self.lines(of: name, Palette.heading, width: width)
      + [TextLine(organization.id.rawValue, Palette.quiet)]
      + TextLine(domains.isEmpty ? "no domains" : shown + more, Palette.quiet).wrapped(to: width)
  }

  /// What is to be typed, where it leaves room to type it beside; else empty.
  private static func label(_ text: String, width: Int) -> String {
    DisplayWidth.of(text) * 2 + 8 <= width && !text.isBlank ? "\(text)  " : ""
  }

  /// A name that is whole, or else says how long it is.
  private static func lines(of name: String, _ style: Style, width: Int) -> [TextLine] {
    let lines = TextLine(name, style).wrapped(to: width)
    guard lines.count > 3 else { return lines }
    return lines.prefix(2)
      + [TextLine("… \(name.unicodeScalars.count) characters in all", Palette.quiet)]
  }
}
