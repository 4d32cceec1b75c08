import ViewModel
import WorkOS

/// What can be done to an organization from the list and from the detail alike.
extension Scene {
  func performOnSubject(_ action: Action) -> [Reaction] {
    switch action {
    case .undo: return [.send(.deletion(.undone))]
    case .putBack: return openForm(.puttingBackWanted)
    case .add: return openForm(.creationOpened)
    default: break
    }
    guard let subject else { return [] }
    switch action {
    case .edit: return openForm(.opened(subject.id))
    case .delete: return [.send(.deletion(.asked(subject.id)))]
    case .copyID: return [.copy(CopiedText(line: subject.id.rawValue), what: "the id")]
    default: return []
    }
  }

  /// Opens the form, with the caret at a field, or else at its first one.
  func openForm(_ event: EditorEvent, at field: EditableField? = nil) -> [Reaction] {
    [.put(FormPane(beginningAt: field)), .send(.editor(event))]
  }

  func hindranceWhileBrowsing(to action: Action) -> Hindrance? {
    let isPossible =
      switch action {
      case .undo:
        !console.deletions.revocable.isEmpty
          || console.tabs.underway.contains(where: \.canBeTakenBack)
      case .nextPage: console.list.hasPageAfter
      case .previousPage: console.list.hasPageBefore
      case .nextOrganization, .previousOrganization: console.list.hasSeveralRows
      case .open, .edit, .delete, .copyID, .copyMenu, .showJSON, .checkSignIn: subject != nil
      case .flipOrder, .wideColumns: !console.list.rows.isEmpty
      default: true
      }
    return isPossible ? nil : .nothingThere
  }
}

extension OrganizationList {
  /// Whether there is a page for `]`; none of the two keys does anything in a filter.
  fileprivate var hasPageAfter: Bool {
    !isFiltered && (search?.hasNextPage ?? browsing.hasNextPage)
  }

  /// Whether there is an organization beside the open one.
  fileprivate var hasSeveralRows: Bool { rows.count > 1 || hasPageAfter || hasPageBefore }

  fileprivate var hasPageBefore: Bool {
    !isFiltered && (search.map { $0.pageNumber > 1 } ?? (browsing.index > 0))
  }
}
