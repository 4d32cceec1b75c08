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
      case .undo: isAnyToUndo
      case .nextPage: console.list.hasPageAfter
      case .previousPage: console.list.hasPageBefore
      case .nextOrganization: hasOrganization(after: true)
      case .previousOrganization: hasOrganization(after: false)
      case .open, .edit, .delete, .copyID, .copyMenu, .showJSON, .checkSignIn: subject != nil
      case .flipOrder, .wideColumns: !console.list.rows.isEmpty
      default: true
      }
    if isPossible { return nil }
    let isAwaited =
      action != .undo && console.list.rows.isEmpty
      && console.list.loads.contains(where: \.isAwaited)
    return isAwaited ? .notThereYet : .nothingThere
  }

  /// Whether the list has one after the open organization, or before it; beside one that is in no list
  /// there may be any.
  private func hasOrganization(after isAfter: Bool) -> Bool {
    let list = console.list
    guard let row = console.detail.organization.flatMap({ list.row(of: $0.id) }) else {
      return !list.rows.isEmpty
    }
    return isAfter ? row < list.rows.count - 1 || list.hasPageAfter : row > 0 || list.hasPageBefore
  }
}

extension OrganizationList {
  /// Whether there is a page for `]`; none of the two keys does anything in a filter.
  fileprivate var hasPageAfter: Bool {
    !isFiltered && (search?.hasNextPage ?? browsing.hasNextPage)
  }

  fileprivate var hasPageBefore: Bool {
    !isFiltered && (search.map { $0.pageNumber > 1 } ?? (browsing.index > 0))
  }
}
