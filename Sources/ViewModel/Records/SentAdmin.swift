import Delivery
import JSON

/// Whom a write of an organization was to add as its first admin, as the journal keeps the request: by
/// their id, as no address was sent.
package struct SentAdmin: Equatable, Sendable {
  package let user: String
  /// The role, or all of them; nil: the environment's default.
  package let role: String?

  /// Nil where the request, or the requests, add nobody.
  init?(_ change: RawJSON) {
    guard let node = try? JSONReader.read([UInt8](change.bytes)[...], by: .kept) else { return nil }
    let bodies = node.first("requests")?.elements.compactMap { $0.first("body") } ?? [node]
    for body in bodies {
      guard let user = body.first("user_id")?.string else { continue }
      let several = body.first("role_slugs")?.elements.compactMap(\.string) ?? []
      self.user = user
      role =
        body.first("role_slug")?.string
        ?? (several.isEmpty ? nil : several.joined(separator: ", "))
      return
    }
    return nil
  }
}

extension JournalEntry {
  package var firstAdmin: SentAdmin? {
    intent.subject.isOrganization ? intent.change.flatMap(SentAdmin.init) : nil
  }
}
