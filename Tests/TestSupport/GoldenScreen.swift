import Cells
import Foundation
import Testing

/// A screen as it was accepted once, kept as text beside the tests.
///
/// A golden that does not exist is written and the test fails, so that somebody reads it. With
/// `REWRITE_GOLDENS=1` goldens that differ are written anew, and the tests fail as well.
package struct GoldenScreen {
  private let file: URL

  /// - Parameter testFile: the test's own file; the goldens lie in the folder `Goldens` beside it.
  package init(_ name: String, besideTest testFile: String = #filePath) {
    file = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent("Goldens").appendingPathComponent(name + ".txt")
  }

  /// Fails the test unless the canvas is what was accepted.
  package func expect(
    _ canvas: Canvas, withStyles: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let drawn = canvas.golden(withStyles: withStyles)
    let accepted = try? String(contentsOf: file, encoding: .utf8)
    guard drawn != accepted else { return }
    let rewrites = ProcessInfo.processInfo.environment["REWRITE_GOLDENS"] == "1"
    if accepted == nil || rewrites {
      do {
        try Data(drawn.utf8).write(to: file)
        Issue.record("written, now read it: \(file.path)", sourceLocation: sourceLocation)
      } catch {
        Issue.record("\(file.path): \(error)", sourceLocation: sourceLocation)
      }
    } else {
      Issue.record(
        "\(file.lastPathComponent) differs from what is drawn:\n\(drawn)",
        sourceLocation: sourceLocation)
    }
  }
}

extension Canvas {
  /// The screen as text; below it, when wanted, the styles letter by letter, and where the cursor is.
  fileprivate func golden(withStyles: Bool) -> String {
    var lines = [text]
    if withStyles { lines += ["──── styles", styleLetters] }
    if let cursor { lines.append("──── cursor in row \(cursor.row), column \(cursor.column)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One letter for the style of each cell: `R` red, `r` reverse, `!` both; a space for plain.
  package var styleLetters: String {
    (0..<rows).map { row in
      var letters = self.row(row).map(\.style.letter)
      while letters.last == " " { letters.removeLast() }
      return String(letters)
    }.joined(separator: "\n")
  }
}

extension Style {
  fileprivate var letter: Character {
    if attributes.contains(.reverse) { return color == .standard ? "r" : "!" }
    switch color {
    case .standard: break
    case .red: return "R"
    case .green: return "G"
    case .yellow: return "Y"
    case .blue: return "B"
    case .magenta: return "M"
    case .cyan: return "C"
    }
    if attributes.contains(.strikethrough) { return "s" }
    if attributes.contains(.underline) { return "u" }
    if attributes.contains(.bold) { return "b" }
    return attributes.contains(.dim) ? "d" : " "
  }
}
