import Cells
import Foundation
import ViewModel
import WorkOS

extension PaneName {
  package static let detail = PaneName("detail", "Detail", [.browses, .hasTabs])
}

/// Everything about the open organization, or beside the list about the selected one.
struct DetailPane: Pane {
  private(set) var cursor = DetailCursor()
  /// The organization it was scrolled for.
  private var subject: Organization.ID?
  /// Where it was when a filter was begun, to go back there.
  private var beforeFilter: (organization: Organization.ID, cursor: DetailCursor)?
  /// The organization as it was laid out last, and those that a key may bring next.
  private var layouts: [DetailLayout] = []
  private static let mostLayouts = 3
  /// The lines as they are on screen, and which of them are of the marked one.
  private var lines: [TextLine] = []
  private var marked = 0..<0

  let place = PanePlace.besideList

  init() {}

  func name(in console: Console) -> PaneName? { console.detail.isOpen ? .detail : nil }

  /// It is in sight beside the list while it is not open.
  var keepsWhileClosed: Bool { true }

  // MARK: Keys

  var scrolledTo: [Int]? { [cursor.top, cursor.marked ?? -1] }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    fit(scene)
    let distance = keyboard.distance(of: action, screenful: scene.layout.screenful)
    if cursor.perform(action, count: keyboard.count, distance: distance) { return [] }
    switch action {
    case .copyLine where cursor.isOutOfSight, .edit where cursor.isOutOfSight:
      // What is done to a line is done to one that is seen.
      cursor.showMarked()
      return []
    case .nextOrganization: return [.send(.detail(.stepped(by: keyboard.times)))]
    case .previousOrganization: return [.send(.detail(.stepped(by: -keyboard.times)))]
    case .refresh: return [.send(.detail(.refreshWanted))]
    case .copyLine: return copyLine(scene)
    case .edit: return editLine(scene)
    case .back: return [.send(.detail(.left))]
    case .nextPane, .previousTab: return [.send(.detail(.closed))]
    case .nextTab: return [.send(.tab(.stepped(by: 1)))]
    case .filter:
      beforeFilter = scene.subject.map { ($0.id, cursor) }
      return [.handOn(.filter), .send(.answers(.abandoned)), .send(.detail(.closed))]
    case _ where action.tabIndex(in: scene.console) != nil:
      return action.tabIndex(in: scene.console).map { [.send(.tab(.shown($0)))] } ?? []
    default: return scene.performOnSubject(action)
    }
  }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    scene.hindranceWhileBrowsing(to: action)
  }

  private func copyLine(_ scene: Scene) -> [Reaction] {
    guard let organization = scene.subject else { return [] }
    let value = cursor.value ?? .id
    let text = scene.auditWords(of: value) ?? value.text(in: organization)
    guard let text, !text.isEmpty else {
      return [.send(.noticed(.nothingToCopy(what: value.thing)))]
    }
    return [.copy(CopiedText(line: text), what: value.words)]
  }

  private func editLine(_ scene: Scene) -> [Reaction] {
    guard let organization = scene.subject else { return [] }
    guard let value = cursor.value else { return scene.openForm(.opened(organization.id)) }
    if value == .retention { return [.put(TabFormPane()), .send(.detail(.retentionWanted))] }
    guard let field = value.field else {
      return [.send(.noticed(.lineNotEditable(what: value.words)))]
    }
    return scene.openForm(.opened(organization.id), at: field)
  }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    (lines, marked) = ([], 0..<0)
    guard let organization = scene.subject else { return }
    if subject != organization.id {
      subject = organization.id
      cursor.turn()
    }
    let isOpen = scene.console.detail.isOpen
    if isOpen, let place = beforeFilter {
      if place.organization == organization.id { cursor = place.cursor }
      beforeFilter = nil
    }
    let words = DetailLines(scene)
    var wrapped = WrappedLines(columns: words.columns)
    wrapped.add(banner(scene).map { DetailLine($0) })
    wrapped.add(laidOut(organization, words))
    if isOpen { wrapped.add(words.lines(for: scene.console.overview, holdings: scene.holdings)) }
    cursor.fit(wrapped.blocks, count: wrapped.lines.count, room: scene.roomBelowTabs.count)
    lines = wrapped.lines
    if isOpen, let index = cursor.marked { marked = wrapped.blocks[index].rows }
  }

  /// Has the organizations laid out anew the next time.
  mutating func forgetLayouts() { layouts = [] }

  /// The lines of an organization, those of the last time where they would be the same.
  private mutating func laidOut(_ organization: Organization, _ words: DetailLines) -> WrappedLines
  {
    let source = DetailLayout.Source(organization, words)
    if let layout = layouts.first(where: { $0.source == source }) { return layout.wrapped }
    let layout = DetailLayout(source, words)
    layouts.removeAll { $0.source.organization.id == organization.id }
    if layouts.count == Self.mostLayouts { layouts.removeFirst() }
    layouts.append(layout)
    return layout.wrapped
  }

  /// Beside the list, those above and below the selected row come next.
  mutating func prepare(_ scene: Scene) {
    guard !scene.console.detail.isOpen, let row = scene.console.list.selectedRow else { return }
    let words = DetailLines(scene)
    let rows = scene.console.list.rows(row - 1..<row + 2).map { $0.organization }
    layouts.removeAll { layout in !rows.contains { $0.id == layout.source.organization.id } }
    for organization in rows { _ = laidOut(organization, words) }
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let layout = scene.layout
    scene.drawRule(on: &canvas)
    scene.drawTabs(on: &canvas)
    let room = scene.roomBelowTabs
    let width = layout.detailColumns
    if scene.console.detail.isOpen {
      canvas.focus = Position(row: room.lowerBound, column: layout.detailColumn)
    }
    let top = cursor.top
    let visible = zip(lines.indices, lines).dropFirst(top).prefix(room.count)
    var isMarkDrawn = false
    for (row, (index, line)) in zip(room, visible) {
      canvas.write(line, row: row, column: layout.detailColumn, width: width)
      guard marked.contains(index) else { continue }
      highlight(row: row, layout, on: &canvas)
      if !isMarkDrawn {
        canvas.focus = Position(row: row, column: layout.detailColumn)
        canvas.write("▸", row: row, column: layout.detailColumn - 1, style: Palette.accent)
      }
      isMarkDrawn = true
    }
    guard cursor.below > 0 else { return }
    let row = room.upperBound - 1
    let isOpen = scene.console.detail.isOpen
    let key = scene.keyMap.name(of: isOpen ? .moveDown : .open, in: isOpen ? .detail : .list)
    canvas.fill(row: row, column: layout.detailColumn - 1, rows: 1, columns: width + 1)
    canvas.write(
      Sight.words(below: cursor.below, key: key), row: row, column: layout.detailColumn,
      width: width, style: Palette.quiet)
  }

  private func highlight(row: Int, _ layout: Layout, on canvas: inout Canvas) {
    canvas.restyle(row: row, column: layout.detailColumn, width: layout.detailColumns) { style in
      style.attributes.insert(.reverse)
      style.attributes.remove(.dim)
      style.color = .standard
    }
  }

  /// What stands between the person and the organization: that it is gone, going, or not re-read.
  private func banner(_ scene: Scene) -> [TextLine] {
    let console = scene.console
    if console.detail.isOpen, console.detail.isGone {
      return [
        TextLine(
          "It no longer exists on the server. This is how it was last read.", Palette.danger),
        .empty,
      ]
    }
    if let id = scene.subject?.id, let deletion = console.deletions[id] {
      let fate = ListWords.leaving(deletion, in: console, at: scene.now)
      return [TextLine("Being deleted: " + (fate.first ?? ""), Palette.warning), .empty]
    }
    if let failure = console.detail.failure {
      return [
        TextLine("Not refreshed: " + ErrorWords.sentence(failure), Palette.danger), .empty,
      ]
    }
    return []
  }

  /// Which row of the list it is, where the list is not beside it; with what was looked for, that is said.
  func whereabouts(_ scene: Scene) -> [Wording]? {
    let list = scene.console.list
    guard scene.hasDetailAlone, !list.isFiltered, list.search == nil,
      let row = scene.console.detail.organization.flatMap({ list.row(of: $0.id) })
    else { return nil }
    let place = ListPlace.of(list.browsing, under: scene.top)
    let words = "row \(place.before + row + 1)"
    return Wording.inOrder([
      TextLine("\(words) on page \(place.page) of the list"), TextLine("\(words) of the list"),
      TextLine(words),
    ])
  }
}

extension DetailValue {
  /// Without an article, for “There is no … to copy”.
  fileprivate var thing: String {
    words.hasPrefix("the ") ? String(words.dropFirst(4)) : words
  }
}

extension Scene {
  /// Draws the line between the list and what stands beside it.
  func drawRule(on canvas: inout Canvas) {
    guard layout.hasDetailBeside else { return }
    canvas.fill(
      row: layout.bodyTop, column: layout.listColumns, rows: layout.bodyRows, columns: 1,
      character: "│", style: Palette.faint)
  }
}
