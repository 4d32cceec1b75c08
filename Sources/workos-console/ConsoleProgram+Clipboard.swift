import Frontend
import ViewModel

extension ConsoleProgram {
  /// Puts a text where it can be pasted from, by every way there is, and says no more than is known.
  func copy(_ text: CopiedText, _ what: String) {
    guard clipboard.hasPrograms else { return copied(text, what, by: nil) }
    clipboard.copy(text.text) { way in
      Task { @MainActor in self.copied(text, what, by: way) }
    }
  }

  /// - Parameter way: by which a program has taken it; nil where none has.
  private func copied(_ copied: CopiedText, _ what: String, by way: CopyWay?) {
    // Also where a program took it: the desktop may be another than the one the person looks at.
    let isAsked =
      way != .tmux && clipboard.sequence != .without
      && terminal.write(clipboard: copied.text)
    let asked: CopyWay? = isAsked ? (clipboard.sequence == .tmux ? .askedTmux : .asked) : nil
    if let way = way ?? asked {
      let notice = Notice.Subject.copied(
        what: what, text: copied.text, by: way, dropped: copied.dropped)
      viewModel.send(.noticed(notice))
    } else if clipboard.sequence == .without {
      viewModel.send(.noticed(.notCopied(what: what, text: copied.text)))
    } else {
      viewModel.send(.noticed(.copyTooLong))
    }
  }
}
