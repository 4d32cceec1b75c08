import Delivery
import Foundation
import WorkOS

/// How writes end: done, given up, or taken back.
extension OrganizationTabs {
  /// It is done: what it was typed in is closed, and what it has made is shown.
  mutating func finish(
    _ index: Int, _ row: TabRow?, _ notice: TabNotice, _ turn: inout Turn
  ) {
    let delivery = underway.remove(at: index)
    if delivery.lostAnswer != nil { delivery.recordDone(after: row?.json, &turn) }
    // What the server did not take as it was sent is typed nowhere else.
    var untaken = notice.isOtherwise ? delivery.draft.flatMap { drafts[$0] } : nil
    untaken?.sentAt = delivery.formerlySentAt
    untaken?.wasCarriedOut = true
    turn.notice = .tab(untaken == nil ? notice : notice.keepingDraft)
    // What can be read again is not shown over something else that is looked at by now.
    let isInSight = address == delivery.address
    let secrets = (row?.secrets ?? []).filter { isInSight || $0.isShownOnce }
    // The dialog lies over what is said of the write.
    show(notice.isOtherwise ? secrets.map(\.ofAnother) : secrets, &turn)
    if row != nil || delivery.write.verb.takesRowAway {
      note(
        row, id: delivery.write.id, in: delivery.address, knownAs: delivery.write.name)
    } else {
      // The answer tells no row, so that it is looked up.
      refresh(delivery.address, &turn)
    }
    closeForm(of: delivery)
    if let untaken { kept[untaken.id] = untaken }
    wait(for: delivery, &turn)
    if catalog.tabs.first(where: { $0.id == delivery.tab })?.isPartOfOrganization == true {
      _ = turn.read(delivery.organization.id, for: .shown)
    }
  }

  /// What was typed for it is typed no longer, whether the form was left meanwhile or not.
  mutating func closeForm(of delivery: TabDelivery) {
    if let id = delivery.draft { kept[id] = nil }
    if case .working(delivery.id)? = form?.phase { form = nil }
  }

  /// It did not come about, or nobody knows: what was typed for it is there again.
  mutating func end(
    _ index: Int, _ notice: TabNotice, because error: WorkOSError? = nil, _ turn: inout Turn
  ) {
    let delivery = underway.remove(at: index)
    delivery.recordEnd(because: notice.reasonUnsent, &turn)
    turn.notice = .tab(notice)
    keepSending(of: delivery)
    guard case .working(delivery.id)? = form?.phase else { return }
    form?.end(notice, because: error, &turn)
  }

  /// Keeps with what was typed for it that it was sent, as long as nobody knows what came of that.
  mutating func keepSending(of delivery: TabDelivery) {
    if let id = delivery.draft { kept[id]?.sentAt = delivery.mayBeDoneSince }
    if case .working(delivery.id)? = form?.phase { form?.sentAt = delivery.mayBeDoneSince }
  }

  // MARK: Taking back

  /// Takes back what was agreed to last; false: there is nothing here that could be.
  mutating func undo(_ turn: inout Turn) -> Bool {
    if let delivery = takeBackLast(&turn) {
      editAgain(after: delivery)
      turn.notice = .tab(.undone(delivery.write.verb, name: delivery.write.name))
      return true
    }
    guard let sent = underway.last else { return false }
    turn.notice = .tab(
      .undoTooLate(
        name: sent.write.name, stopsTries: underway.contains(where: \.isToBeRepeated)))
    for index in underway.indices where underway[index].isToBeRepeated {
      stopRepeating(index, &turn)
    }
    return true
  }

  /// What may have been carried out is not sent once more, but read, to see whether it was.
  private mutating func stopRepeating(_ index: Int, _ turn: inout Turn) {
    if case .checking(let pending) = underway[index].phase { turn.cancel(pending) }
    verify(index, &turn)
  }

  mutating func forgetRevocable(_ turn: inout Turn) {
    for delivery in takeBackAll(&turn) { editAgain(after: delivery) }
  }

  /// The form that it was typed in is open for typing again.
  private mutating func editAgain(after delivery: TabDelivery) {
    if case .working(delivery.id)? = form?.phase { form?.phase = .editing }
  }
}

extension TabNotice {
  /// Why it was never sent, if this is said of what was not.
  fileprivate var reasonUnsent: JournalOutcome.Reason? {
    switch self {
    case .gone: .gone
    case .outdated, .changedSinceSent: .changed
    case .refused: .hindered
    case .failed: .unread
    default: nil
    }
  }
}
