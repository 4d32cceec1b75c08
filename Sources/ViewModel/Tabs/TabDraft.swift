import Foundation
import WorkOS

/// What was typed and picked in a form of a tab, and not sent yet.
package struct TabDraft: Equatable, Sendable {
  package var key: TabFormSession.Key
  /// The title of the form, such as “Add a member”.
  package var title: String
  package var organizationName: String
  /// Without what was typed into a field that is secret.
  package var values: TabValues
  /// What the fields held when the form was opened; what is still so was not touched.
  package var base: TabValues
  /// When it was sent without an answer that tells whether it was carried out; nil: it was not.
  package var sentAt: Date?

  package init(
    key: TabFormSession.Key, title: String, organizationName: String, values: TabValues,
    base: TabValues = TabValues(), sentAt: Date? = nil
  ) {
    self.key = key
    self.title = title
    self.organizationName = organizationName
    self.values = values
    self.base = base
    self.sentAt = sentAt
  }
}

/// What was typed in forms: kept while the program runs and on disk, and there when they are opened again.
extension OrganizationTabs {
  /// Of the open form and of those that were left, what was typed and is nowhere else.
  package var drafts: [TabFormSession.Key: TabDraft] {
    var drafts = kept
    if let form { drafts[form.key] = draft(of: form) }
    for delivery in underway {
      if let key = delivery.form, let sentAt = delivery.sentAt { drafts[key]?.sentAt = sentAt }
    }
    return drafts
  }

  /// Those that no write is about that is under way: what that sends is told of as such.
  package var unsent: [TabDraft] {
    let sent = Set(underway.compactMap(\.form))
    return drafts.values.filter { !sent.contains($0.key) }
      .sorted { ($0.organizationName, $0.title) < ($1.organizationName, $1.title) }
  }

  package var unsavedCount: Int { unsent.count }

  func draft(of form: TabFormSession) -> TabDraft? {
    guard form.hasUnsavedEdits else { return nil }
    let isOpen = organization?.id == form.key.organization
    let name = isOpen ? organization?.name : kept[form.key]?.organizationName
    var values = form.values
    for field in form.form.fields where field.isSecret { values[field.id] = TabValue() }
    return TabDraft(
      key: form.key, title: form.form.title, organizationName: name ?? "", values: values,
      base: form.initial, sentAt: form.sentAt)
  }

  /// Takes what an earlier run of the program has left, and returns how many of it were not known.
  mutating func bringBack(_ drafts: [KeptTabDraft]) -> Int {
    let new = drafts.filter { kept[$0.draft.key] == nil && form?.key != $0.draft.key }
    for found in new {
      // The next of the same form is there once this one is gone.
      guard kept[found.draft.key] == nil else { continue }
      kept[found.draft.key] = found.draft
      typedAt[found.draft.key] = found.typedAt
    }
    let forms = drafts.map(\.draft.key)
    doubled = Set(forms.filter { form in forms.count { $0 == form } > 1 })
    return Set(new.map(\.draft.key)).count
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
    since former: OrganizationTabs.Subjects, _ formerDrafts: [TabFormSession.Key: TabDraft],
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
    since former: [TabFormSession.Key: TabDraft], _ turn: inout Turn
  ) {
    let drafts = tabs.drafts
    guard drafts != former else { return }
    for (key, draft) in drafts where former[key] != draft {
      tabs.typedAt[key] = turn.now
      turn.effects.append(.record(.keepTabDraft(draft)))
    }
    for key in former.keys where drafts[key] == nil {
      tabs.typedAt[key] = nil
      turn.effects.append(.record(.dropTabDraft(key)))
    }
    // Another session has left one for the same form.
    if former.keys.contains(where: { drafts[$0] == nil && tabs.doubled.contains($0) }) {
      loadDrafts(&turn)
    }
  }
}
