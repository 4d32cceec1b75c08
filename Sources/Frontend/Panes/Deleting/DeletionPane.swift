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

  let causes: PaneCauses = .deletion

  func name(in console: Console) -> PaneName? {
    confirmation(in: console).map { $0.asksForText ? .naming : .deletion }
  }

  func question(in console: Console) -> Question? {
    console.deletions.dialog.map {
      .delete(
        $0.organization, hasChanged: $0.hasChanged, asksForText: $0.confirmation.asksForText)
    }
  }

  // MARK: Answers

  var yes: Event { .deletion(.confirmed) }

  var no: Event { .deletion(.cancelled) }

  func confirmation(in console: Console) -> Confirmation? {
    console.deletions.dialog?.confirmation
  }

  func typed(_ text: String) -> Event { .deletion(.nameTyped(text)) }

  // MARK: Drawing

  func words(_ scene: Scene) -> DialogWords? {
    guard let asked = scene.console.deletions.dialog else { return nil }
    let width = DialogWords.columns(in: scene.layout)
    let name = asked.organization.name
    let lines = lines(asked, scene, width: width)
    var words = DialogWords(
      title: "Delete this organization?", subject: ("Delete", name), style: Palette.dangerMark,
      lines: lines, accept: "Delete \(nameOnButton(name, width: width))",
      enter: "Enter deletes")
    if asked.confirmation.asksForText {
      let wanted = asked.confirmation.isTypeable ? name : asked.confirmation.endOfID
      words.label = label(wanted, width: width)
      words.prompts = prompts(
        asked.confirmation, of: name, isLabelled: !words.label.isEmpty, width)
    }
    return words
  }

  private func lines(_ asked: DeletionDialog, _ scene: Scene, width: Int) -> [TextLine] {
    let console = scene.console
    let grace = Int(console.workplace.deleteGrace)
    var lines: [TextLine] = [.empty, scene.destination]
    let holdings =
      HoldingWords.lines(console.deletions.counts, scene, width: width)
      + HoldingWords.beside(console.tabs, of: asked.organization.id, width: width)
    // The room for what counts may come to say is below both.
    lines += holdings.filter { $0 != .empty } + holdings.filter { $0 == .empty }
    lines.append(
      TextLine(
        (console.workplace.deleteGrace > 0
          ? "z undoes it for \(grace) s; after that, " : "It is deleted at once; after that, ")
          + "L can only create a new one like it."))
    if console.editor.subjects.contains(.organization(asked.organization.id)) {
      lines.append(TextLine("Your unsaved draft of it is lost too.", Palette.warning))
    }
    lines.append(.empty)
    lines =
      description(of: asked.organization, width: width)
      + lines.flatMap { $0.wrapped(to: width) }
    if asked.hasChanged {
      lines.append(
        TextLine("Someone changed it a moment ago. This is how it is now.", Palette.warning))
    }
    return lines
  }

  /// What has to be typed, in words and, where it stands before nothing, to the letter; where not all of
  /// it has room, what is to be typed does.
  private func prompts(
    _ confirmation: Confirmation, of name: String, isLabelled: Bool, _ width: Int
  ) -> [[TextLine]] {
    let wholly =
      name.isBlank ? "Type the end of its id, " : "Type its name, or the end of its id, "
    let hasRoom = DisplayWidth.of(wholly + confirmation.endOfID) < width
    let request = hasRoom ? wholly : name.isBlank ? "Type " : "Type its name, or "
    let words =
      confirmation.isTypeable
      ? TextLine("Type its name to delete it:", Palette.quiet)
      : TextLine(
        spans: [
          Span(request, Palette.quiet), Span(confirmation.endOfID), Span(":", Palette.quiet),
        ])
    let names = Self.lines(of: name, Palette.danger, width: width)
    guard confirmation.isTypeable else { return [[words] + names, [words]] }
    return isLabelled ? [[words]] : [[words] + names, names]
  }

  /// Whoever hears the screen hears the line with the button alone: it says what is deleted.
  private func nameOnButton(_ name: String, width: Int) -> String {
    let others = DisplayWidth.of("[ Cancel ]  [ Delete  (y) ]")
    return ListWords.shortened(name, columns: max(6, width - others))
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
  private func label(_ text: String, width: Int) -> String {
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
