import Foundation
import WorkOS

/// What was typed and picked in a form of a tab, and not sent yet.
package struct TabDraft: Equatable, Sendable, Identifiable {
  /// Tells it from the others of the same form.
  package struct ID: Hashable, Sendable {
    package let uuid: UUID

    package init(_ uuid: UUID) {
      self.uuid = uuid
    }
  }

  package let id: ID
  /// The form that it was typed in; there may be several drafts of one.
  package var key: TabFormSession.Key
  /// The title of the form, such as “Add a member”.
  package var title: String
  package var organizationName: String
  /// Without what was typed into a field that is secret.
  package var values: TabValues
  /// What the fields held when something was typed over it; of those that nobody touched, when the form
  /// was opened last.
  package var base: TabValues
  /// When it was sent without an answer that tells whether it was carried out; nil: it was not.
  package var sentAt: Date?
  /// Whether the server said yes to it, and shows something else than was sent.
  package var wasCarriedOut: Bool

  package init(
    id: ID, key: TabFormSession.Key, title: String, organizationName: String, values: TabValues,
    base: TabValues = TabValues(), sentAt: Date? = nil, wasCarriedOut: Bool = false
  ) {
    self.id = id
    self.key = key
    self.title = title
    self.organizationName = organizationName
    self.values = values
    self.base = base
    self.sentAt = sentAt
    self.wasCarriedOut = wasCarriedOut
  }
}

/// What was typed in forms: kept while the program runs and on disk, and there when they are opened again.
extension OrganizationTabs {
  /// Of the open form and of those that were left, what was typed and is nowhere else.
  package var drafts: [TabDraft.ID: TabDraft] {
    var drafts = kept
    if let form { drafts[form.id] = draft(of: form) }
    for delivery in underway {
      if let id = delivery.draft, let sentAt = delivery.formerlySentAt ?? delivery.sentAt {
        drafts[id]?.sentAt = sentAt
      }
    }
    return drafts
  }

  /// Those that no write is about that is under way: what that sends is told of as such.
  package var unsent: [TabDraft] {
    let sent = Set(underway.compactMap(\.draft))
    return drafts.values.filter { !sent.contains($0.id) }
      .sorted {
        ($0.organizationName, $0.title, $0.id.uuid.uuidString)
          < ($1.organizationName, $1.title, $1.id.uuid.uuidString)
      }
  }

  /// What was typed in a form that was left, and in the same form before: the last typed first.
  func kept(in form: TabFormSession.Key) -> [TabDraft] {
    kept.values.filter { $0.key == form }.sorted { one, other in
      let (before, after) = (typedAt[other.id] ?? .distantPast, typedAt[one.id] ?? .distantPast)
      return before == after
        ? one.id.uuid.uuidString < other.id.uuid.uuidString : before < after
    }
  }

  package var unsavedCount: Int { unsent.count }

  func draft(of form: TabFormSession) -> TabDraft? {
    guard form.hasUnsavedEdits else { return nil }
    let isOpen = organization?.id == form.key.organization
    let name = isOpen ? organization?.name : kept[form.id]?.organizationName
    var values = form.values
    for field in form.form.fields where field.isSecret { values[field.id] = TabValue() }
    return TabDraft(
      id: form.id, key: form.key, title: form.form.title, organizationName: name ?? "",
      values: values, base: form.base, sentAt: form.sentAt,
      wasCarriedOut: form.wasCarriedOut)
  }

  /// Takes what an earlier run of the program has left, and returns how many of it were not known.
  mutating func bringBack(_ drafts: [KeptTabDraft]) -> Int {
    let new = drafts.filter { kept[$0.draft.id] == nil && form?.id != $0.draft.id }
    for found in new {
      kept[found.draft.id] = found.draft
      typedAt[found.draft.id] = found.typedAt
    }
    return new.count
  }
}

extension OrganizationTabs {
  /// What a person is asked to agree to, and how much is under way.
  struct Subjects: Equatable {
    var review: TabWrite?
    var question: TabQuestion?
    var underway: Int
  }

  var subjects: Subjects {
    let review: TabWrite? = if case .reviewing(let write)? = form?.phase { write } else { nil }
    return Subjects(review: review, question: asking?.question, underway: underway.count)
  }
}

extension Console {
  /// What follows from a change in the tabs: drafts on disk, the journal on screen, and older news.
  mutating func keepWhatTabsLeave(
    since former: OrganizationTabs.Subjects, _ formerDrafts: [TabDraft.ID: TabDraft],
    _ event: Event, _ turn: inout Turn
  ) {
    if !event.isFromDisk { keepTabDrafts(since: formerDrafts, &turn) }
    let subjects = tabs.subjects
    if subjects.underway < former.underway, journal.isRead {
      turn.effects.append(.record(.readJournal))
    }
    // What was said before reads wrong below what is asked now.
    let asksAnew =
      subjects.review != nil && subjects.review != former.review
      || subjects.question != nil && subjects.question != former.question
    if asksAnew { (notice, otherNotices) = (nil, []) }
  }

  /// Keeps on disk what was typed in the forms of tabs, and drops what was sent or discarded.
  private mutating func keepTabDrafts(
    since former: [TabDraft.ID: TabDraft], _ turn: inout Turn
  ) {
    let drafts = tabs.drafts
    guard drafts != former else { return }
    for (id, draft) in drafts where former[id] != draft {
      tabs.typedAt[id] = turn.now
      turn.effects.append(.record(.keepTabDraft(draft)))
    }
    for id in former.keys where drafts[id] == nil {
      tabs.typedAt[id] = nil
      turn.effects.append(.record(.dropTabDraft(id)))
    }
  }
}
