import Cells
import Foundation
import ViewModel
import WorkOS

/// Overlays that only show: the copy menu, help.
extension Workspace {
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
    var keys = keyMap.bindings(in: pane).map { (KeyName.of($0.keys), $0.help) }
    if pane.takesCounts {
      keys.append(("1 … 9", "how often, or which line: 5j, 3G; Esc drops the number"))
    }
    let width = keys.map { DisplayWidth.of($0.0) }.max() ?? 0
    let lines = keys.map { keys, help in
      TextLine(
        spans: [Span("\(keys.padded(to: width))  ", Palette.key), Span(help)], indent: width + 2)
    }
    drawScrolling(lines, title: "Keys · \(pane.title)", on: &canvas)
  }
}
