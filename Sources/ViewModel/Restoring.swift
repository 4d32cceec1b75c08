import Delivery
import WorkOS

/// An organization that is gone, and the draft that would create it again once the person agrees.
package struct Restoring: Equatable, Sendable {
  /// From where it is known what it held.
  package enum Source: Equatable, Sendable {
    case journal
    /// From what was typed for it, which becomes what is typed for the new one.
    case draft(Draft.ID)
  }

  package let name: String
  package let id: String
  package let source: Source
  /// How the key of its delete ended, where this console's key ends otherwise: it may have been in
  /// another environment.
  package var otherKeyEnding: String?
  let draft: Draft
}

/// The answer of a person who knows what does not come back.
package enum RestoringEvent: Equatable, Sendable {
  case confirmed
  case cancelled
}

extension Console {
  mutating func handle(_ event: RestoringEvent, _ turn: inout Turn) {
    guard let restoring else { return }
    self.restoring = nil
    guard event == .confirmed else { return }
    guard editor.session == nil else { return }
    if case .draft(let id) = restoring.source { editor.forget(id) }
    editor.openReview(of: restoring.draft)
  }
}

extension JournalEntry {
  /// What would create a deleted organization again with all that it held.
  var restoring: Restoring? {
    guard var fields = fieldsBefore else { return nil }
    // A domain has to be verified anew: nothing shows that it still belongs to them.
    for field in fields.values.keys {
      if case .domain = field { fields[field] = "pending" }
    }
    return Restoring(
      name: intent.subject.name, id: intent.organizationID ?? "", source: .journal,
      draft: Draft(creating: fields))
  }
}

extension Draft {
  /// What would create an organization that is gone again, as this draft would have made it.
  func restoring(_ id: Draft.ID) -> Restoring? {
    guard let base else { return nil }
    return Restoring(
      name: base.name, id: base.id.rawValue, source: .draft(id),
      draft: Draft(recreating: self))
  }
}
