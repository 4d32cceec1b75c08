import Curses
import Foundation
import Records
import ViewModel

/// The form in the person's own editor, and the way back of what was saved there.
extension ConsoleProgram {
  /// Waits for the editor, and so takes in nothing else; a resize is seen afterwards.
  func edit(_ text: String) {
    defer { workspace.screenWasAway() }
    // After a kill the draft on disk is taken for the later of the two.
    _ = viewModel.finishRecords()
    let record = viewModel.console.editor.session.flatMap {
      FormRecord($0.draft, id: $0.draftID, text: text).data(in: environment)
    }
    do throws(ExternalEditor.Failure) {
      let outcome = try editor.edit(text, record: record, on: terminal) { [unowned self] in
        _ = takeOverFromEditor()
      }
      switch outcome {
      case .edited(let document):
        viewModel.send(.editor(.documentWritten(document)))
        // Until the draft is on disk the file is the only place where it is all the same.
        let isKept = viewModel.finishRecords().undone.isEmpty
        // When the program is ended, more than the file may lie there; that is looked at then.
        if isKept, !Signals.isEndPending, !terminal.isHungUp { editor.removeFile() }
      case .returnedAtOnce(let command, let flag):
        viewModel.send(.noticed(.editorReturnedAtOnce(command: command, flag: flag)))
      }
    } catch {
      viewModel.send(.noticed(.editorFailed(error.editorFailure)))
    }
  }

  /// Takes over what was saved meanwhile in an editor that has a window of its own; whether that
  /// took the place of a review or a conflict.
  ///
  /// While something is sent, or waits to be sent again, it stays where it is.
  func takeOverFromEditor() -> Bool {
    guard editor.hasFile, let session = viewModel.console.editor.session, !session.isUnderway
    else { return false }
    let before = editor
    guard let document = editor.takeSavedText() else { return false }
    // What goes out was seen: what is on screen is no longer what the form holds. A question lies
    // over a review, and that over the form.
    let isOverForm = session.phase != .editing
    while let phase = viewModel.console.editor.session?.phase, phase != .editing {
      viewModel.send(.editor(.reviewLeft))
      guard viewModel.console.editor.session?.phase != phase else {
        editor = before
        return true
      }
    }
    viewModel.send(.editor(.documentWritten(document)))
    return isOverForm
  }

  /// Once the form is closed its file goes, unless something was saved there that nobody has read.
  func closeEditorFile() {
    guard editor.hasFile, viewModel.console.editor.session == nil else { return }
    guard editor.takeSavedText() != nil, let path = editor.leaveFile() else {
      return editor.removeFile()
    }
    viewModel.send(.noticed(.editorFileLeft(path: path)))
  }

  /// Notes beside the file which draft the form is, once it is one.
  func nameDraftOfEditorFile() {
    guard let session = viewModel.console.editor.session, let id = session.draftID else { return }
    editor.name(id) { text, isTaken in
      // Before the draft is on disk the file is the only place of what was saved there.
      guard !isTaken || viewModel.finishRecords().undone.isEmpty else { return nil }
      return FormRecord(session.draft, id: id, text: text).data(in: environment)
    }
  }

  /// Takes what was saved in the editor of a program that was killed into a draft.
  func takeOverLeftTexts() {
    guard !viewModel.console.workplace.isReadOnly else { return }
    for left in LeftText.all(in: editor.directories, of: environment) {
      if let document = left.document {
        let record = left.record
        viewModel.send(.documentFound(document, record.draft, record.id ?? Draft.ID(UUID())))
        // Until the draft is on disk the file is the only place where it is.
        guard viewModel.finishRecords().undone.isEmpty else { continue }
      }
      left.remove()
    }
  }
}
