import Delivery
import ViewModel

/// Tells the drafts of one WorkOS environment from those of another, without the API key.
package struct RecordEnvironment: Codable, Equatable, Sendable {
  /// `sandbox`, `test`, `live` or `unknown`.
  let kind: String
  let host: String
  let keyEnding: String

  private enum CodingKeys: String, CodingKey {
    case kind
    case host
    case keyEnding = "key_ending"
  }

  package init(kind: String, host: String, keyEnding: String) {
    self.kind = kind
    // The embedded server comes up on another port each time, with the same organizations.
    self.host = kind == "sandbox" ? "" : host
    self.keyEnding = kind == "sandbox" ? "" : String(keyEnding.suffix(4))
  }

  package init(_ author: JournalAuthor) {
    self.init(kind: author.environment, host: author.host, keyEnding: author.keyEnding)
  }
}
