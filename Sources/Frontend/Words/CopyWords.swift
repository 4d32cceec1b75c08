import Cells
import ViewModel

/// What was copied and where to, in words that claim no more than is known.
enum CopyWords {
  /// - Parameter summary: what the text is in short; empty where there is nothing to show.
  static func sentence(
    _ what: String, _ summary: String, by way: CopyWay, dropped: Int
  ) -> (String, Style) {
    let shown = shown(summary)
    let words =
      switch way {
      case .asked: "Asked the terminal to put \(what) on its clipboard\(shown)."
      case .askedTmux:
        "Asked tmux to put \(what) on the clipboard\(shown). If it is not there, tmux needs "
          + "“set -g set-clipboard on”."
      case .tmux:
        "Handed \(what) to tmux, which hands it to the terminal's clipboard, if that takes it"
          + "\(shown)."
      case .program(let name): "Put \(what) on the clipboard, by \(name)\(shown)."
      }
    guard dropped > 0 else { return (words, Palette.good) }
    let characters = dropped == 1 ? "A control character" : "\(dropped) control characters"
    let areLeftOut = dropped == 1 ? "is" : "are"
    return (
      words + " \(characters) that something might obey \(areLeftOut) left out.", Palette.warning
    )
  }

  /// Where there is no clipboard the text itself can be marked on the screen.
  ///
  /// - Parameter programs: those that were asked and did not take the text.
  static func notCopied(_ what: String, _ summary: String, programs: [String]) -> String {
    guard programs.isEmpty else {
      return
        "Not copied: \(programs.joined(separator: ", ")) did not take \(what)\(shown(summary))."
    }
    return
      "Not copied: this terminal has no clipboard, and no program such as wl-copy, xclip or xsel took "
      + "\(what)\(shown(summary))."
  }

  private static func shown(_ summary: String) -> String { summary.isEmpty ? "" : ": \(summary)" }
}
