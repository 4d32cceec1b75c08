import Delivery
import Foundation
import WorkOS

/// A form of a tab with something typed and not sent, and what is known about it.
package struct ListedTabDraft: Equatable, Sendable {
  package let draft: TabDraft
  /// Such as “Members”.
  package let tabTitle: String
  package let typedAt: Date
  package let isGone: Bool
}

/// One of all drafts, of an organization or of a form in one of its tabs.
package enum DraftRow: Equatable, Sendable, Identifiable {
  case organization(ListedDraft)
  case tab(ListedTabDraft)

  package enum ID: Hashable, Sendable {
    case organization(Draft.ID)
    case tab(TabDraft.ID)
  }

  package var id: ID {
    switch self {
    case .organization(let listed): .organization(listed.id)
    case .tab(let listed): .tab(listed.draft.id)
    }
  }

  package var typedAt: Date {
    switch self {
    case .organization(let listed): listed.typedAt
    case .tab(let listed): listed.typedAt
    }
  }
}

/// The forms of tabs among the drafts: listed, and opened where they belong.
extension Console {
  /// All drafts, the one last typed in first.
  package var draftRows: [DraftRow] {
    let ofTabs = tabs.unsent.map(listed)
    guard !ofTabs.isEmpty else { return listedDrafts.map(DraftRow.organization) }
    let rows = listedDrafts.map(DraftRow.organization) + ofTabs.map(DraftRow.tab)
    // Those of the same moment stay in their order.
    return rows.enumerated()
      .sorted { ($1.element.typedAt, $0.offset) < ($0.element.typedAt, $1.offset) }
      .map(\.element)
  }

  package func listed(_ draft: TabDraft) -> ListedTabDraft {
    ListedTabDraft(
      draft: draft, tabTitle: title(of: draft.key.tab),
      typedAt: tabs.typedAt[draft.id] ?? .distantPast,
      isGone: drafts.gone.contains(draft.key.organization))
  }

  private func title(of tab: String) -> String {
    tab == Overview.name ? "Overview" : tabs.catalog.tabs.first { $0.id == tab }?.title ?? tab
  }

  /// Goes to the organization and the tab of a form; it opens once what it is about is there.
  mutating func openTabDraft(_ id: TabDraft.ID, _ turn: inout Turn) {
    guard editor.session == nil, tabs.form == nil, let key = tabs.kept[id]?.key else { return }
    if access.isRefused {
      turn.notice = .keyRefused
    } else if let leaving = deletions[key.organization]?.organization {
      turn.notice = .organizationLeaving(name: leaving.name)
    } else {
      leaveOpening(&turn)
      drafts.openingInTab = id
      let place = AnswerPlace(key.organization, key.tab, row: key.row)
      go(to: place, from: .drafts, &turn)
    }
  }

  /// Opens the form that is wanted, as soon as its organization, its tab and its row have been read.
  mutating func followTabDraft(_ turn: inout Turn) {
    guard let id = drafts.openingInTab else { return }
    guard let key = tabs.kept[id]?.key, detail.organization?.id == key.organization else {
      // Where it could not be read, that has been said.
      if detail.sought == nil { drafts.openingInTab = nil }
      return
    }
    if key.tab == Overview.name { return openRetentionDraft(id, of: key.organization, &turn) }
    guard tabs.current?.id == key.tab, let state = tabs.state else {
      drafts.openingInTab = nil
      return
    }
    guard state.isLoaded || state.load == nil, answers.toMark == nil else { return }
    drafts.openingInTab = nil
    guard key.row == nil || state.selected?.id == key.row else {
      turn.notice = .notPossible(
        because: "What it was typed for is not among the rows that are loaded; the draft stays.")
      return
    }
    handle(TabEvent.actionWanted(key.action), &turn)
    // Whoever opens a draft means it.
    tabs.goOn(with: id, &turn)
    drafts.openedInTab = tabs.form?.id
  }

  /// Goes back to the drafts from the form that was opened there, once it was left without being sent.
  mutating func returnToDrafts(_ turn: inout Turn) {
    guard drafts.openedInTab != nil, tabs.form == nil else { return }
    drafts.openedInTab = nil
    if detail.origins.last?.records == .drafts { goBack(&turn) }
  }

  private mutating func openRetentionDraft(
    _ id: TabDraft.ID, of organization: Organization.ID, _ turn: inout Turn
  ) {
    guard overview.organization == organization, overview.audit != nil || overview.failure != nil
    else { return }
    drafts.openingInTab = nil
    handle(DetailEvent.retentionWanted, &turn)
    tabs.goOn(with: id, &turn)
    drafts.openedInTab = tabs.form?.id
  }
}
