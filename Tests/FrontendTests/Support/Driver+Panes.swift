import ViewModel
import WorkOS

@testable import Frontend

/// Where carets and marks are, pane by pane.
extension Driver {
  var formField: FormField { the(FormPane.self).field }
  var formLine: LineEditor {
    console.editor.session.map { the(FormPane.self).line(in: $0.draft) } ?? LineEditor(text: "")
  }
  var filterLine: LineEditor? { the(ListPane.self).filterLine(console) }
  var detailValue: DetailValue? { the(DetailPane.self).cursor.value }
  var conflictRow: Int { the(ConflictPane.self).row }
  var jsonSearch: String { the(JSONPane.self).search.text }
  var isJournalOpen: Bool { the(JournalPane.self).records.isOpen }
  var journalRow: Int { the(JournalPane.self).records.table.row }
  var draftRow: Int { the(DraftsPane.self).table.row }
  var markedDraft: DraftRow.ID? { the(DraftsPane.self).marked }

  /// The words on screen, as they are read from line to line, without what frames them.
  var words: String {
    mutating get {
      screen.text.split { $0.isWhitespace || "│┌┐└┘─".contains($0) }.joined(separator: " ")
    }
  }

  private func the<Kind: Pane>(_ kind: Kind.Type) -> Kind {
    workspace.panes.lazy.compactMap { $0 as? Kind }.first ?? Kind()
  }
}
