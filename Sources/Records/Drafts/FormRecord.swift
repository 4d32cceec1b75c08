import Foundation
import ViewModel

/// A form as it was given to an editor, kept beside the editor's file: if the program is killed, the
/// next one can tell what was changed in that, and in which draft it belongs.
package struct FormRecord: Sendable {
  package let draft: Draft
  /// Nil when nothing had been typed in the form yet.
  package let id: Draft.ID?
  /// The text that the editor was given.
  package let text: String

  private struct Content: Codable {
    var draft: DraftFile
    var id: UUID?
    var text: String
  }

  package init(_ draft: Draft, id: Draft.ID?, text: String) {
    (self.draft, self.id, self.text) = (draft, id, text)
  }

  /// Nil when it is none, or of another environment.
  package init?(_ data: Data, in environment: RecordEnvironment) {
    guard let content = try? JSONDecoder().decode(Content.self, from: data),
      content.draft.environment == environment, let draft = content.draft.draft
    else { return nil }
    self.init(draft, id: content.id.map(Draft.ID.init), text: content.text)
  }

  /// Nil when it cannot be put into a file, as no number is infinite in JSON.
  package func data(in environment: RecordEnvironment) -> Data? {
    try? JSONEncoder().encode(
      Content(draft: DraftFile(draft, in: environment), id: id?.uuid, text: text))
  }
}
