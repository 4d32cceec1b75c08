import Cells
import Foundation
import ViewModel
import WorkOS

extension ListPane {
  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    if searchLine != nil { return performInFilter(action, scene, &keyboard) }
    let count = keyboard.count
    switch action {
    case .moveDown: return step(by: keyboard.times, scene)
    case .moveUp: return step(by: -keyboard.times, scene)
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      return scroll(by: keyboard.distance(of: action, screenful: scene.layout.screenful))
    case .moveToFirst, .moveToLast:
      if let count { return list(.rowWanted(max(0, count - 1))) }
      return list(action == .moveToFirst ? .firstRowWanted : .lastRowWanted)
    case .nextPage: return list(count.map { .pagesTurned(by: $0) } ?? .nextPageWanted)
    case .previousPage: return list(count.map { .pagesTurned(by: -$0) } ?? .previousPageWanted)
    case .nextMatch: return keyboard.repeated(.list(.nextMatchWanted))
    case .previousMatch: return keyboard.repeated(.list(.previousMatchWanted))
    case .flipOrder:
      swap(&top, &topOfOtherOrder)
      return list(.orderFlipped)
    case .refresh: return list(.refreshWanted)
    case .back: return list(.left)
    case .wideColumns: return [.toggleWidth]
    case .showPerson:
      return scene.console.answers.found.map { [.send(.answers(.personWanted($0)))] } ?? []
    case .filter:
      cameFrom = scene.console.detail.organization?.id
      searchLine = SearchLine(in: .list, over: scene.console.list.filter, keyboard)
      return scene.console.list.isFiltered ? list(.filterChanged("")) : []
    case .open, .nextPane:
      guard let id = scene.console.list.selectedOrganization?.id else { return [] }
      return [.put(DetailPane()), .send(.detail(.opened(id)))]
    default: return scene.performOnSubject(action)
    }
  }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    if let searchLine { return searchLine.hindrance(to: action) }
    if action == .showPerson, scene.console.answers.found == nil {
      if let nobody = scene.console.answers.nobody {
        return .because(SearchWords.nobody(nobody) + ".")
      }
      return .because("No person was found. A search for an e-mail address finds one.")
    }
    return scene.hindranceWhileBrowsing(to: action)
  }

  mutating func quitWanted() { searchLine = nil }

  /// Moves by rows; where the page ends before, it is said how far that was.
  private func step(by distance: Int, _ scene: Scene) -> [Reaction] {
    let rows = scene.console.list.rows.count
    guard abs(distance) > 1, let row = scene.console.list.selectedRow else {
      return list(.selectionMoved(by: distance))
    }
    let reach = distance > 0 ? rows - 1 - row : row
    guard (1..<abs(distance)).contains(reach) else { return list(.selectionMoved(by: distance)) }
    let isFiltered = scene.console.list.isFiltered
    let end: Notice.End =
      distance > 0
      ? isFiltered ? .lastRow : .lastRowOfPage : isFiltered ? .firstRow : .firstRowOfPage
    return list(.selectionMoved(by: distance))
      + [.send(.noticed(.stoppedShort(rows: reach, of: abs(distance), at: end)))]
  }

  /// Moves the selection, and what is in sight with it, so that as much of it is new.
  private mutating func scroll(by distance: Int) -> [Reaction] {
    top += distance
    return list(.selectionMoved(by: distance))
  }

  private func list(_ event: ListEvent) -> [Reaction] { [.send(.list(event))] }
}

// MARK: - The filter

extension ListPane {
  /// The line it is typed in, while it is.
  func filterLine(_ console: Console) -> LineEditor? {
    searchLine?.editor(of: console.list.filter)
  }

  private mutating func performInFilter(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    let text = scene.console.list.filter
    switch action {
    case .pageDown, .pageUp:
      return scroll(by: keyboard.distance(of: action, screenful: scene.layout.screenful))
    case .nextPane, .searchServer:
      searchLine?.keep(text, &keyboard)
      searchLine = nil
      return action == .searchServer ? list(.searchSubmitted(text)) : []
    case .back:
      let texts = searchLine?.wayBack ?? []
      searchLine = nil
      // Where it was begun, in the detail too.
      return texts.flatMap { list(.filterChanged($0)) }
        + (cameFrom.map { [.send(.detail(.sought($0)))] } ?? [])
    default:
      return filter(by: searchLine?.perform(action, on: text, &keyboard))
    }
  }

  /// Nil: by what it is filtered by.
  private func filter(by text: String?) -> [Reaction] {
    text.map { list(.filterChanged($0)) } ?? []
  }

  mutating func edit(
    _ scene: Scene, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> [Reaction] {
    filter(by: searchLine?.edit(scene.console.list.filter, &keyboard, change))
  }

  /// Each line is looked for on its own.
  func textPasted(_ text: String) -> String { LineEditor.markingLines(of: text) }

  func drawLastLine(_ scene: Scene, on canvas: inout Canvas) -> Bool {
    guard let line = filterLine(scene.console) else { return false }
    let room = scene.drawPrompt(line, on: &canvas)
    if scene.drawRemark(from: room + 4, on: &canvas) { return true }
    drawHints(scene, from: room + 4, on: &canvas)
    return true
  }

  /// What Enter does and the prefix that nobody guesses come first, then the other keys.
  private func drawHints(_ scene: Scene, from start: Int, on canvas: inout Canvas) {
    let row = scene.layout.footerRow
    let keys = scene.keyMap.footer(of: .filter).filter { hindrance(to: $0.action, scene) == nil }
      .map { ($0.name, $0.title) }
    let hints = Array(keys.prefix(1)) + [("ext:", "external id")] + keys.dropFirst()
    var column = start
    for (key, title) in hints {
      let width = DisplayWidth.of(key) + 1 + DisplayWidth.of(title)
      guard column + width <= scene.layout.columns - 1 else { continue }
      column += canvas.write(key, row: row, column: column, style: Palette.key) + 1
      column += canvas.write(title, row: row, column: column, style: Palette.quiet) + 2
    }
  }
}
