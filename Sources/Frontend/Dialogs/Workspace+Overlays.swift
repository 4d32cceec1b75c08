import Cells
import Foundation
import ViewModel
import WorkOS

/// Overlays that only show: JSON, the copy menu, help.
extension Workspace {
  mutating func drawJSON(on canvas: inout Canvas) {
    guard let organization = overlaySubject else { return }
    let lines = TextLine.bounded(
      organization.json.indented().split(separator: "\n", omittingEmptySubsequences: false),
      to: 10_000, what: "lines"
    ) { [TextLine(String($0))] }
    drawScrolling(
      lines, title: "JSON as the server sent it", widest: layout.columns, on: &canvas)
  }

  func drawCopyMenu(_ console: Console, on canvas: inout Canvas) {
    let bindings = keyMap.bindings(in: .copying).filter { $0.action.rawValue.hasPrefix("copy-") }
    let lines = bindings.map { binding in
      TextLine(
        spans: [
          Span(KeyName.of(binding.keys).padded(to: 4), Palette.key), Span(binding.help),
        ])
    }
    let box = DialogBox(rows: lines.count, columns: lines.map(\.width).max() ?? 20, in: layout)
    box.drawFrame(title: "Copy", on: &canvas)
    box.draw(lines, on: &canvas)
  }

  mutating func drawHelp(on canvas: inout Canvas) {
    guard case .help(let pane) = overlay else { return }
    let bindings = keyMap.bindings(in: pane)
    let keys = bindings.map { KeyName.of($0.keys) }
    let width = keys.map { DisplayWidth.of($0) }.max() ?? 0
    let lines = zip(bindings, keys).map { binding, keys in
      TextLine(
        spans: [Span("\(keys.padded(to: width))  ", Palette.key), Span(binding.help)],
        indent: width + 2)
    }
    drawScrolling(lines, title: "Keys · \(pane.title)", on: &canvas)
  }
}
