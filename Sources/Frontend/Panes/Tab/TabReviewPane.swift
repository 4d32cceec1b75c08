import Cells
import JSON
import ViewModel
import WorkOS

extension PaneName {
  package static let tabReview = PaneName("tab-review", "Review of a tab's form", .isRead)
}

/// What a form of a tab will send, to the letter, before it is sent.
struct TabReviewPane: ReviewingPane {
  var text = ScrolledText()

  let causes: PaneCauses = .tab

  func name(in console: Console) -> PaneName? {
    Self.write(console) == nil ? nil : .tabReview
  }

  private static func write(_ console: Console) -> TabWrite? {
    if case .reviewing(let write)? = console.tabs.form?.phase { write } else { nil }
  }

  func question(in console: Console) -> Question? { Self.write(console).map(Question.sendOfTab) }

  var yes: Event { .tab(.reviewAccepted) }

  var no: Event { .tab(.formLeft) }

  mutating func fit(_ scene: Scene) {
    guard let write = Self.write(scene.console), let form = scene.console.tabs.form else { return }
    let organization = scene.console.tabs.organization?.name ?? ""
    var lines = [
      scene.destination, TextLine("in \(ListWords.shortened(organization, columns: 60))"), .empty,
    ]
    lines += write.changes.map(Self.line) + [.empty]
    if !write.warnings.isEmpty {
      lines += write.warnings.map { TextLine($0, Palette.warning) } + [.empty]
    }
    lines.append(TextLine("What is sent", Palette.heading))
    lines += RequestLines.lines(write.call.request)
    text.fit(lines, title: form.form.title + "?", in: scene.layout)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) { text.draw(scene, on: &canvas) }

  private static func line(_ change: TabChange) -> TextLine {
    guard let old = change.old, change.new == nil else {
      return ReviewLines.line(change.field, change.old, change.new)
    }
    return TextLine(
      spans: [
        Span("- ", Palette.dangerMark), Span(change.field + "  ", Palette.quiet),
        Span(old.spellingUnseen, Palette.heading),
      ], indent: 4)
  }
}

/// A request to the letter, also those that cannot be seen.
enum RequestLines {
  static func lines(_ request: APIRequest) -> [TextLine] {
    [TextLine("\(request.method.rawValue) \(request.path)", Palette.quiet)] + body(request.body)
  }

  static func body(_ body: RawJSON?) -> [TextLine] {
    let lines = body.map { $0.indented().split(separator: "\n") } ?? []
    return lines.map { TextLine(spans: Span.whole($0.spellingUnseen, Palette.quiet)) }
  }
}
