import Cells
import Foundation
import ViewModel
import WorkOS

extension Workspace {
  mutating func performInDetail(_ action: Action, _ console: Console) -> [Command] {
    layOutDetail(console)
    if detailCursor.perform(action, count: count, distance: distance(of: action)) { return [] }
    switch action {
    case .nextOrganization: return [.send(.detail(.stepped(by: times)))]
    case .previousOrganization: return [.send(.detail(.stepped(by: -times)))]
    case .refresh: return [.send(.detail(.refreshWanted))]
    case .copyLine: return copyLine(console)
    case .edit: return editLine(console)
    case .back, .nextPane: return [.send(.detail(.closed))]
    default: return performOnSubject(action, console)
    }
  }

  private func copyLine(_ console: Console) -> [Command] {
    guard let organization = subject(in: console) else { return [] }
    let value = detailCursor.value ?? .id
    guard let text = value.text(in: organization), !text.isEmpty else {
      return [.send(.noticed(.nothingToCopy(what: value.thing)))]
    }
    return [.copy(CopiedText(line: text), what: value.words)]
  }

  private mutating func editLine(_ console: Console) -> [Command] {
    guard let organization = subject(in: console) else { return [] }
    guard let value = detailCursor.value else { return openForm(.opened(organization.id)) }
    guard let field = value.field else {
      return [.send(.noticed(.lineNotEditable(what: value.words)))]
    }
    return openForm(.opened(organization.id), at: field)
  }
}

extension DetailValue {
  /// Without an article, for “There is no … to copy”.
  fileprivate var thing: String {
    words.hasPrefix("the ") ? String(words.dropFirst(4)) : words
  }
}
