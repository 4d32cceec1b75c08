import Foundation
import WorkOS

/// What is under way between a draft and its organization.
package struct Drafts: Equatable, Sendable {
  /// An organization that is read before its draft is opened.
  package struct Opening: Equatable, Sendable {
    package let read: Pending
    package let id: Organization.ID
  }

  package internal(set) var opening: Opening?
  /// Those that the server was found not to know any more.
  package internal(set) var gone: Set<Organization.ID> = []
}

/// What happened to the pane of drafts.
package enum DraftsEvent: Equatable, Sendable {
  case opened(Draft.Subject)
  /// The organization is not waited for any longer.
  case openingLeft
  case discarded(Draft.Subject)
}

/// Something typed and not saved, and what is known about it.
package struct ListedDraft: Equatable, Sendable {
  package let draft: Draft
  package let typedAt: Date
  package let isGone: Bool

  package var subject: Draft.Subject { draft.subject }
}
