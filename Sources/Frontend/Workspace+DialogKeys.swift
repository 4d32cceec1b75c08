import Foundation
import ViewModel

extension Workspace {
  mutating func performInReview(_ action: Action) -> [Command] {
    switch action {
    case .accept:
      // What goes out was seen.
      if readsOn() { return [] }
      (conflictRow, isAcceptMarked) = (0, false)
      return [.send(.editor(.submitted))]
    case .back: return [.send(.editor(.reviewLeft))]
    default: _ = overlayScroll.perform(action, screenful: layout.listRows, count: count)
    }
    return []
  }

  mutating func performInConflict(_ action: Action, _ console: Console) -> [Command] {
    guard case .conflicted(_, let conflicts) = console.editor.session?.phase else { return [] }
    conflictRow = min(conflictRow, conflicts.count - 1)
    switch action {
    case .moveDown: conflictRow = min(conflictRow + 1, conflicts.count - 1)
    case .moveUp: conflictRow = max(conflictRow - 1, 0)
    case .pageDown, .pageUp:
      // A field takes five lines.
      let distance = distance(of: action, screenful: max(1, layout.screenful / 5))
      conflictRow = max(0, min(conflictRow + distance, conflicts.count - 1))
    case .moveToFirst: conflictRow = 0
    case .moveToLast: conflictRow = conflicts.count - 1
    case .chooseMine: return decide(.mine, conflicts)
    case .chooseTheirs: return decide(.theirs, conflicts)
    case .chooseOther:
      let conflict = conflicts[conflictRow]
      let side: FieldConflict.Side = conflict.choice == .mine ? .theirs : .mine
      return [.send(.editor(.conflictDecided(conflict.field, side)))]
    case .save:
      overlayScroll = Scroll()
      return [.send(.editor(.reviewWanted))]
    case .back: return [.send(.editor(.reviewLeft))]
    default: break
    }
    return []
  }

  private mutating func decide(
    _ side: FieldConflict.Side, _ conflicts: [FieldConflict]
  ) -> [Command] {
    let field = conflicts[conflictRow].field
    conflictRow = min(conflictRow + 1, conflicts.count - 1)
    return [.send(.editor(.conflictDecided(field, side)))]
  }

  mutating func performInDeletion(_ action: Action, _ console: Console) -> [Command] {
    switch action {
    case .accept: return readsOn() ? [] : [.send(.deletion(.confirmed))]
    case .back: return [.send(.deletion(.cancelled))]
    case .switchButton: isAcceptMarked.toggle()
    case .pressButton:
      if isAcceptMarked, readsOn() { return [] }
      return [.send(.deletion(isAcceptMarked ? .confirmed : .cancelled))]
    default: return edit(console, in: .naming) { _ = $0.perform(action) }
    }
    return []
  }

  mutating func performInDiscarding(_ action: Action, _ console: Console) -> [Command] {
    switch action {
    case .accept: return discard(console)
    case .back: discarding = nil
    case .switchButton: isAcceptMarked.toggle()
    case .pressButton:
      if isAcceptMarked { return discard(console) }
      discarding = nil
    default: break
    }
    return []
  }

  private mutating func discard(_ console: Console) -> [Command] {
    defer { discarding = nil }
    switch discarding {
    case .form: return [.send(.editor(.discarded))]
    case .kept(let id): return [.send(.drafts(.discarded(id)))]
    case nil: return []
    }
  }

  mutating func performInQuitting(_ action: Action) -> [Command] {
    switch action {
    case .finishThenQuit: [.send(.quitAnswered(.finishFirst))]
    case .abandonAndQuit: [.send(.quitAnswered(.abandon))]
    case .back: [.send(.quitAnswered(.stay))]
    default: []
    }
  }
}
