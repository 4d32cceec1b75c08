import Frontend
import ViewModel

extension ConsoleProgram {
  /// Puts a text where it can be pasted from, by every way there is, and says no more than is known.
  func copy(_ text: CopiedText, _ what: String) {
    // Also where a program takes it: the desktop may be another than the one the person looks at.
    let isAsked = clipboard.sequence == .asked && terminal.write(clipboard: text.text)
    let asked: CopyWay? = isAsked ? .asked : nil
    guard clipboard.hasPrograms else { return tell(text, what, by: asked) }
    clipboard.copy(text.text) { way in
      Task { @ConsoleActor in
        self.tell(text, what, by: way ?? asked ?? self.askedTmux(for: text))
      }
    }
  }

  /// Asks tmux as a terminal is asked, where it did not take the text in a better way.
  private func askedTmux(for text: CopiedText) -> CopyWay? {
    clipboard.sequence == .tmux && terminal.write(clipboard: text.text) ? .askedTmux : nil
  }

  private func tell(_ text: CopiedText, _ what: String, by way: CopyWay?) {
    if way != nil, let secret = text.secret { viewModel.send(.tab(.secretCopied(secret))) }
    let notice: Notice.Subject =
      if let way {
        .copied(what: what, summary: text.summary, by: way, dropped: text.dropped)
      } else if clipboard.sequence == .without {
        .notCopied(what: what, summary: text.summary, programs: clipboard.programs)
      } else {
        .copyTooLong
      }
    viewModel.send(.noticed(notice))
  }
}
