import Delivery
import Foundation
import WorkOS

/// What is under way between a draft and its organization.
package struct Drafts: Equatable, Sendable {
  /// An organization that is read before its draft is opened.
  package struct Opening: Equatable, Sendable {
    package let read: Pending
    package let draft: Draft.ID
    package let organization: Organization.ID
  }

  package internal(set) var opening: Opening?
  /// The form of a tab that is opened again, as soon as its organization and its row are there.
  package internal(set) var openingInTab: TabDraft.ID?
  /// The form of a tab that was opened from the drafts, until another is.
  var openedInTab: TabDraft.ID?
  /// What is asked before a form opens for which there is a draft.
  package internal(set) var found: FoundDraft?
  /// Those that the server was found not to know any more.
  package internal(set) var gone: Set<Organization.ID> = []
  package internal(set) var disk = DraftsOnDisk()

  /// Whether something is read first that a draft is about.
  package var isOpening: Bool { opening != nil || openingInTab != nil }
}

/// A draft that was found when a form was to be opened: to go on with it, or to begin afresh?
package struct FoundDraft: Equatable, Sendable {
  /// The one of them that was last typed in.
  package let id: Draft.ID
  /// How many others there are for the same organization, or for new ones.
  package let others: Int
  /// As it was last read, to begin afresh with; nil for a new one.
  let organization: Organization?
}

/// What happened to the pane of drafts, or to the question about one.
package enum DraftsEvent: Equatable, Sendable {
  /// Those of sessions that have ended meanwhile are to be seen, too.
  case wanted
  case opened(Draft.ID)
  /// The organization is not waited for any longer.
  case openingLeft
  case discarded(Draft.ID)
  case openedInTab(TabDraft.ID)
  case discardedInTab(TabDraft.ID)
  case foundAnswered(FoundDraftAnswer)
}

/// What is to become of a draft that was found.
package enum FoundDraftAnswer: Equatable, Sendable {
  case goOn
  /// The form opens untouched, and the draft stays beside what is typed there.
  case beginAfresh
  case openNothing
}

/// Something typed and not saved, and what is known about it.
package struct ListedDraft: Equatable, Sendable, Identifiable {
  package let id: Draft.ID
  package let draft: Draft
  package let typedAt: Date
  package let isGone: Bool

  package var subject: Draft.Subject { draft.subject }
}
