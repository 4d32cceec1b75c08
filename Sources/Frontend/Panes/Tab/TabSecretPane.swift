import Cells
import Foundation
import ViewModel

extension PaneName {
  package static let tabSecret = PaneName("tab-secret", "Secret of a tab", .asks)
}

/// A secret that an answer has told: what it is, masked or to be read, until it is closed.
struct TabSecretPane: Pane {
  /// The marked value.
  private var index = 0
  private var rows: [TextLine] = []
  /// The rows of the marked value.
  private var marked = 0..<0
  private var scroll = Scroll()
  private var room = 0
  /// Whether it was scrolled by hand, where a value is longer than the screen.
  private var isReading = false

  init() {}

  let causes: PaneCauses = .tab

  func name(in console: Console) -> PaneName? {
    console.tabs.secret == nil ? nil : .tabSecret
  }

  /// A key typed ahead would close what nobody has seen.
  func question(in console: Console) -> Question? {
    console.tabs.secret.map { .closeSecret($0.secret, isClosing: $0.isClosing) }
  }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    guard let session = scene.console.tabs.secret else { return [] }
    let values = session.secret.values
    if action == .nextRow || action == .previousRow {
      move(by: action == .nextRow ? 1 : -1, values: values.count)
      return []
    }
    isReading = false
    switch action {
    case .showSecret: return [.send(.tab(.secretShownOrHidden))]
    case .copySecret:
      guard values.indices.contains(index) else { return [] }
      let what = "the \(values[index].label.lowercased())"
      // Whether it was is told by what carries it out, as there may be no clipboard.
      return [.copy(CopiedText(secret: values[index]), what: what)]
    case .closeSecret:
      if session.isClosing || !session.isAtStake { index = 0 }
      return [.send(.tab(.secretClosed))]
    default: break
    }
    return []
  }

  /// To the value below or above, once all of the marked one was on screen; beyond the last, on in the text.
  private mutating func move(by step: Int, values: Int) {
    let isAllSeen =
      step > 0 ? marked.upperBound <= scroll.top + room : marked.lowerBound >= scroll.top
    isReading = !isAllSeen || !(0..<values).contains(index + step)
    if isReading {
      _ = scroll.perform(step > 0 ? .moveDown : .moveUp, screenful: room)
    } else {
      index += step
    }
  }

  func title(of action: Action, _ scene: Scene) -> String? {
    action == .showSecret && scene.console.tabs.secret?.isShown == true ? "hide" : nil
  }

  // MARK: Drawing

  private static let mask = String(repeating: "•", count: 12)

  mutating func fit(_ scene: Scene) {
    guard let session = scene.console.tabs.secret else { return }
    let width = Self.columns(scene)
    rows = TextLine(AddressWords.both(session.secret.name), Palette.heading).wrapped(to: width).cut(
      to: 2)
    rows += session.secret.text.flatMap { TextLine($0).wrapped(to: width) }
    for (number, value) in session.secret.values.enumerated() {
      rows += [.empty, TextLine(value.label, Palette.quiet)]
      let lines = TextLine(session.isShown ? value.text : Self.mask).wrapped(to: width - 2)
      if number == index { marked = rows.count..<rows.count + lines.count }
      rows += lines.map { TextLine(spans: [Span("  ")] + $0.spans) }
    }
    let words = [notCopied(scene), closing(session), clock(session, scene)].compactMap(\.self)
    if !words.isEmpty { rows.append(.empty) }
    rows += words.flatMap { $0.wrapped(to: width) }
    room = box(scene).innerRows
    scroll.fit(lines: rows.count, room: room)
    if isReading { return }
    let isLast = index == session.secret.values.count - 1
    // What is said of it all stands below the last one.
    let end = isLast ? rows.count : marked.upperBound
    scroll.show(
      lines: session.isClosing ? rows.count - 1..<rows.count : marked.lowerBound..<end, room: room)
  }

  /// Why nothing was copied, as no news are seen below a question.
  private func notCopied(_ scene: Scene) -> TextLine? {
    switch scene.console.notice?.subject {
    case .notCopied(let what, let summary, let programs):
      TextLine(CopyWords.notCopied(what, summary, programs: programs), Palette.danger)
    default: nil
    }
  }

  private func closing(_ session: TabSecretSession) -> TextLine? {
    if session.isClosing {
      return TextLine(
        "It was not copied. Closing it again loses it for good.", Palette.danger)
    }
    guard session.secret.isShownOnce else {
      return session.isCopied ? TextLine("It was handed to the clipboard.") : nil
    }
    return session.isCopied
      ? TextLine("It was handed to the clipboard. Closed, it is gone from here.")
      : TextLine("It was not copied yet.", Palette.warning)
  }

  private func clock(_ session: TabSecretSession, _ scene: Scene) -> TextLine? {
    guard let clock = session.secret.clock, let end = session.ends else { return nil }
    let seconds = max(0, Int(end.timeIntervalSince(scene.now).rounded(.up)))
    let rest = seconds % 60
    return TextLine("\(clock.words) \(seconds / 60):\(rest < 10 ? "0" : "")\(rest).")
  }

  private static func columns(_ scene: Scene) -> Int { min(64, scene.layout.columns - 6) }

  private func box(_ scene: Scene) -> DialogBox {
    DialogBox(rows: rows.count, columns: Self.columns(scene), in: scene.layout)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let session = scene.console.tabs.secret else { return }
    let box = box(scene)
    scene.drawFrame(of: box, title: session.secret.title, marks: 18, on: &canvas)
    let below = box.draw(rows, from: scroll.top, on: &canvas)
    box.drawScroll(above: scroll.top, below: below, on: &canvas)
    let line = box.innerRow + marked.lowerBound - scroll.top
    if (box.innerRow..<box.innerRow + box.innerRows).contains(line) {
      canvas.write("▸", row: line, column: box.innerColumn, style: Palette.accentMark)
      canvas.focus = Position(row: line, column: box.innerColumn + 2)
    }
  }
}
