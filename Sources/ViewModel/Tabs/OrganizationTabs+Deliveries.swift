import Delivery
import Foundation
import WorkOS

/// Writes, from the moment they are agreed to until it is known what became of them.
extension OrganizationTabs: WritesUnderway {
  var nextDeadline: Date? {
    ([isHeld ? nil : nextWrite] + watches.map(\.next) + secrets.map(\.ends)).compactMap(
      \.self
    ).min()
  }

  mutating func begin(
    _ write: TabWrite, of organization: Organization, in tab: String, at workplace: Workplace,
    _ turn: inout Turn
  ) {
    let address = Address(organization: organization.id, tab: tab)
    if let watch = watches.first(where: { $0.address == address && $0.title == write.watch?.title })
    {
      turn.notice = .tab(.watchedAlready(watch.title))
      return
    }
    var delivery = TabDelivery(
      id: turn.newName(), order: turn.nextOrder(), organization: organization, tab: tab,
      write: write,
      phase: .queued(until: turn.now.addingTimeInterval(write.waits ? workplace.deleteGrace : 0)))
    if write.waits { turn.effects.append(.record(.queued(delivery.account))) }
    if case .reviewing(write)? = form?.phase {
      (delivery.form, delivery.draft) = (form?.key, form?.id)
      delivery.formerlySentAt = form?.sentAt
      form?.phase = .working(delivery.id)
    }
    underway.append(delivery)
    remedy = nil
    sendWhatIsDue(&turn)
  }

  /// Goes on with what has waited long enough.
  mutating func sendWhatIsDue(_ turn: inout Turn) {
    sendWritesDue(&turn)
    pollWatches(&turn)
    endSecrets(&turn)
  }

  /// Reads what is there before a sending: what else it hangs on first, its row last.
  mutating func check(_ index: Int, _ turn: inout Turn) {
    underway[index].isLookingAround = false
    underway[index].hasLookedAround = false
    // What may have been carried out already needs no question.
    if let question = underway[index].write.lastQuestion, underway[index].lostAnswer == nil {
      if isBehindAnother(index) {
        // What is asked hangs on what the other comes to.
        underway[index].phase = .queued(until: turn.now.addingTimeInterval(Self.pauseBehind))
        return
      }
      lookAround(by: question, index, &turn)
    } else {
      readRow(index, &turn)
    }
  }

  /// How long a write waits before it looks whether another is over: its answer takes about that long.
  private static let pauseBehind: TimeInterval = 0.25

  /// Whether another write of the organization has begun that asks about the same, and is not over.
  private func isBehindAnother(_ index: Int) -> Bool {
    let own = underway[index]
    return underway.contains { other in
      other.id != own.id && other.organization.id == own.organization.id
        && other.write.kind == own.write.kind && other.write.lastQuestion != nil
        && other.graceEnd == nil
    }
  }

  mutating func readRow(_ index: Int, _ turn: inout Turn) {
    underway[index].phase = .checking(read(underway[index].write, &turn))
  }

  mutating func verify(_ index: Int, _ turn: inout Turn) {
    underway[index].isLookingAround = false
    underway[index].phase = .verifying(read(underway[index].write, &turn))
  }

  private func read(_ write: TabWrite, _ turn: inout Turn) -> Pending {
    turn.ask(write.check, for: .tabs) { .tab(.answered($0, $1.map(TabAnswer.row))) }
  }

  mutating func send(_ index: Int, _ turn: inout Turn) {
    underway[index].tries += 1
    underway[index].sentAt =
      underway[index].sentAt ?? turn.now.addingTimeInterval(serverAhead)
    let delivery = underway[index]
    underway[index].phase = .sending(
      turn.write(
        delivery.write.call, as: delivery.sending, for: .tabs, after: { $0?.json }
      ) { .tab(.answered($0, $1.map(TabAnswer.row))) })
  }

  // MARK: Answers

  mutating func deliveryAnswered(
    _ id: RequestID, _ result: Result<TabRow?, WorkOSError>, _ turn: inout Turn
  ) {
    guard let index = underway.firstIndex(where: { $0.pending?.id == id }) else { return }
    switch underway[index].phase {
    case .checking: checked(index, result, &turn)
    case .sending: sent(index, result, &turn)
    case .verifying: verified(index, result, &turn)
    case .queued, .waiting: break
    }
  }

  /// Only what was agreed to is sent; what is another by now is told.
  private mutating func checked(
    _ index: Int, _ result: Result<TabRow?, WorkOSError>, _ turn: inout Turn
  ) {
    let delivery = underway[index]
    let write = delivery.write
    switch result {
    case .failure(let error):
      end(
        index,
        delivery.lostAnswer == nil
          ? .failed(write.verb, name: write.name, error)
          : write.unconfirmed, because: error, &turn)
    case .success(let row) where delivery.lostAnswer != nil && delivery.isDone(row):
      finish(index, row, write.seenUnanswered, &turn)
    case .success where isHeld:
      // It is read once more when it goes on.
      underway[index].phase = .queued(until: turn.now)
    case .success(let row):
      if let hindrance = delivery.hindrance(row) {
        note(row, id: write.id, in: delivery.address)
        if let row { renewForm(row) }
        end(index, delivery.lostAnswer == nil ? hindrance : hindrance.afterSending(write), &turn)
      } else if write.before == nil, let row {
        askBeside(row, index, &turn)
      } else if let question = write.lastQuestion, !delivery.hasLookedAround {
        lookAround(by: question, index, &turn)
      } else {
        if delivery.lostAnswer == nil { underway[index].lastRead = row }
        send(index, &turn)
      }
    }
  }

  /// Asks before something is made where there is something already.
  private mutating func askBeside(_ row: TabRow, _ index: Int, _ turn: inout Turn) {
    let delivery = underway.remove(at: index)
    delivery.recordEnd(because: .hindered, &turn)
    keepSending(of: delivery)
    let write = delivery.askedAgain(delivery.write.beside(row))
    guard case .working(delivery.id)? = form?.phase, let key = form?.key else {
      turn.notice = .tab(delivery.refused(write.existing(row)))
      return
    }
    form?.phase = .reviewing(write)
    asking = TabAsking(
      write, key.action, of: delivery.organization, in: delivery.tab, isLive: false)
  }

  private mutating func sent(
    _ index: Int, _ result: Result<TabRow?, WorkOSError>, _ turn: inout Turn
  ) {
    let write = underway[index].write
    switch result {
    case .success(nil) where write.isSeenAfterwards:
      // The answer tells no row, and a yes alone does not tell what has come of it.
      underway[index].isAnswered = true
      verify(index, &turn)
    case .success(let row):
      let isOtherwise = row != nil && write.canBeSeen && write.watch == nil && !write.isDone(row)
      finish(
        index, row, isOtherwise ? .shownOtherwise(write.verb, name: write.name) : .done(write.done),
        &turn)
    case .failure(let error)
    where underway[index].lostAnswer == nil && write.mayBeDone(before: error):
      // A proxy may have sent it twice, and the first may have done what the second was refused for.
      underway[index].objection = error
      verify(index, &turn)
    case .failure(let error):
      if underway[index].lostAnswer == nil, let pause = write.pause(after: error) {
        let again = turn.now.addingTimeInterval(pause)
        return end(
          index, .tooSoon(write.verb, name: write.name, again: again), because: error, &turn)
      }
      // What certainly came to nothing counts as not sent.
      if underway[index].lostAnswer == nil, !error.leavesWriteUnknown {
        underway[index].sentAt = nil
      }
      guard isEnded(index, by: error, &turn) else { return }
      end(index, .failed(write.verb, name: write.name, error), because: error, &turn)
    }
  }

  private mutating func verified(
    _ index: Int, _ result: Result<TabRow?, WorkOSError>, _ turn: inout Turn
  ) {
    let delivery = underway[index]
    let write = delivery.write
    if delivery.isAnswered { return answeredAndSeen(index, result, &turn) }
    if let objection = delivery.objection { return objected(index, objection, result, &turn) }
    switch result {
    case .success(let row) where delivery.missing != nil && delivery.isDone(row):
      finish(
        index, row,
        delivery.lostAnswer == nil
          ? .goneUnanswered(write.verb, name: write.name) : .done(write.done), &turn)
    case .success(let row) where delivery.isDone(row):
      finish(index, row, write.seenUnanswered, &turn)
    case .success where !write.canBeSeen:
      end(index, write.unconfirmed, &turn)
    case .success(let row?) where write.watch.map({ $0.ending(row) == nil }) == true:
      // It may go on at the server: what comes of it is waited for as after an answer.
      note(row, id: write.id, in: underway[index].address)
      let delivery = underway.remove(at: index)
      closeForm(of: delivery)
      turn.notice = write.watch.map { .tab(.watchedUnseen($0.title)) }
      wait(for: delivery, &turn)
    case .success(let row):
      if write.id != nil { note(row, id: write.id, in: underway[index].address) }
      if let missing = delivery.missing, delivery.lostAnswer == nil {
        end(index, .failed(write.verb, name: write.name, missing), because: missing, &turn)
      } else if write.makesAnew, row != nil, row != write.before {
        end(index, .otherSeen(write.verb, name: write.name), &turn)
      } else {
        end(
          index,
          .notSeen(
            write.verb, name: write.name, because: delivery.lostAnswer, tries: delivery.tries),
          &turn)
      }
    case .failure:
      // An answer did come, and said that there was nothing to do it to.
      let missing = delivery.lostAnswer == nil ? delivery.missing : nil
      end(
        index, missing.map { .failed(write.verb, name: write.name, $0) } ?? write.unconfirmed,
        &turn)
    }
  }

  /// What a reading shows of a write whose answer was a yes, and told no row.
  private mutating func answeredAndSeen(
    _ index: Int, _ result: Result<TabRow?, WorkOSError>, _ turn: inout Turn
  ) {
    let write = underway[index].write
    switch result {
    case .success(let row) where write.isDone(row): finish(index, row, .done(write.done), &turn)
    case .success(let row):
      finish(index, row, .shownOtherwise(write.verb, name: write.name), &turn)
    case .failure: finish(index, nil, .done(write.done), &turn)
    }
  }

  /// What a reading shows of a write that the server refused for what may have come of it.
  private mutating func objected(
    _ index: Int, _ objection: WorkOSError, _ result: Result<TabRow?, WorkOSError>,
    _ turn: inout Turn
  ) {
    let delivery = underway[index]
    let write = delivery.write
    if case .success(let row) = result, delivery.isDone(row) {
      delivery.record(.done, after: row?.json, &turn)
      return finish(index, row, write.seen(despite: objection), &turn)
    }
    // What stands in its way may not be among what is loaded.
    refresh(delivery.address, &turn)
    end(
      index, .failed(write.verb, name: write.name, objection), because: objection, &turn)
  }
}

extension TabDelivery {
  /// What forbids it as things are now; nil: nothing.
  fileprivate func hindrance(_ row: TabRow?) -> TabNotice? {
    switch (write.before, row) {
    case (nil, nil): return nil
    case (nil, let row?): return write.obstacle(row).map(refused)
    case (_?, nil): return .gone(name: write.name)
    case (let before?, let row?):
      guard before.agreed != row.agreed else { return nil }
      let changes = before.changes(to: row)
      // Of two answers the older may tell less, such as no user of a membership.
      if changes.isEmpty, before.hasAgreedFacts(in: row) { return nil }
      return formerlySentAt == nil
        ? .outdated(write.verb, name: write.name, changes)
        : .changedSinceSent(write.verb, name: write.name, changes)
    }
  }

  /// Why it is not sent, or not once more.
  func refused(_ sentence: String) -> TabNotice {
    .refused(sentence, tries: tries, mayBeDone: mayBeDoneSince != nil)
  }

  var address: OrganizationTabs.Address {
    OrganizationTabs.Address(organization: organization.id, tab: tab)
  }
}

extension TabWrite {
  /// What is said of it where a look shows it, and no answer came.
  fileprivate var seenUnanswered: TabNotice {
    doneUnseen.map { .likelyDone($0) } ?? .doneUnseen(done)
  }

  /// The same where the server refused it.
  fileprivate func seen(despite objection: WorkOSError) -> TabNotice {
    doneUnseen.map { .likelyDone($0, because: objection) } ?? .doneDespite(done, objection)
  }

  /// Whether an objection may be to what the same request has done already, and a reading would show it.
  fileprivate func mayBeDone(before error: WorkOSError) -> Bool {
    guard case .rejected(let rejection) = error, canBeSeen, watch == nil, !verb.takesRowAway else {
      return false
    }
    if rejection.status == 409 { return true }
    guard [400, 422].contains(rejection.status) else { return false }
    let told = rejection.fieldErrors.flatMap { [$0.code, $0.message] }
    return ([rejection.code, rejection.message] + told).compactMap { $0?.lowercased() }.contains {
      text in ["already", "exist", "taken", "not pending"].contains { text.contains($0) }
    }
  }
}

extension TabNotice {
  /// The same where the write was sent before, and no answer told what came of it.
  fileprivate func afterSending(_ write: TabWrite) -> TabNotice {
    switch self {
    case .outdated(let verb, let name, let changes): .changedSinceSent(verb, name: name, changes)
    case .gone, .refused: .unconfirmed(write.verb, name: write.name)
    default: self
    }
  }
}

extension TabRow {
  /// Whether any of the agreed facts is told by a later reading.
  fileprivate func hasAgreedFacts(in other: TabRow) -> Bool {
    agreed.contains { other[$0.label] != nil }
  }

  /// What of the agreed facts is another in a later reading; what that does not tell is none.
  fileprivate func changes(to other: TabRow) -> [TabChange] {
    agreed.compactMap { fact in
      guard let new = other[fact.label], new != fact.value else { return nil }
      return TabChange(fact.label, fact.value, new)
    }
  }
}
