import Delivery
import WorkOS

/// What hangs on more than the row that is written, such as whether there is another admin, is read before
/// it is sent, and asked about if nobody was asked yet; the row itself is read last.
extension OrganizationTabs {
  mutating func lookAround(
    by question: Call<TabQuestion?>, _ index: Int, _ turn: inout Turn
  ) {
    underway[index].phase = .checking(
      turn.ask(question, for: .tabs) { .tab(.answered($0, $1.map(TabAnswer.question))) })
    underway[index].isLookingAround = true
  }

  /// Whether the answer was to such a reading.
  mutating func takeLastQuestion(
    _ id: RequestID, _ result: Result<TabAnswer, WorkOSError>, _ turn: inout Turn
  ) -> Bool {
    guard
      let index = underway.firstIndex(where: { $0.pending?.id == id && $0.isLookingAround })
    else { return false }
    (underway[index].isLookingAround, underway[index].hasLookedAround) = (false, true)
    let delivery = underway[index]
    switch result {
    case .failure(let error):
      end(
        index,
        delivery.lostAnswer == nil
          ? .failed(delivery.write.verb, name: delivery.write.name, error)
          : .unconfirmed(delivery.write.verb, name: delivery.write.name), because: error, &turn)
    case .success(.question(let question?)) where !delivery.write.hasAsked(question):
      ask(question, index, &turn)
    case .success where isHeld: underway[index].phase = .queued(until: turn.now)
    case .success: readRow(index, &turn)
    }
    return true
  }

  /// Asks where the write was agreed to, if that is in sight; elsewhere it says why nothing was sent.
  private mutating func ask(_ question: TabQuestion, _ index: Int, _ turn: inout Turn) {
    let delivery = underway[index]
    var write = delivery.write
    write.questions = [question]
    write = delivery.askedAgain(write)
    keepSending(of: delivery)
    // What is loaded is not as it was.
    refresh(delivery.address, &turn)
    if case .working(delivery.id)? = form?.phase {
      underway.remove(at: index)
      form?.phase = .reviewing(write)
    } else if form == nil, asking == nil, address == delivery.address, delivery.isInMind {
      underway.remove(at: index)
    } else {
      // A question that comes up by itself would take for its answer what was meant for something else.
      raised[delivery.write.subjectKey(in: delivery.organization.id)] = question
      let beginning =
        delivery.tries == 0 ? "Nothing was sent for \(write.name)." : "\(write.name):"
      let reason =
        "\(beginning) \(question.text.joined(separator: " ")) Do it again to be asked."
      return end(
        index, delivery.lostAnswer == nil ? delivery.refused(reason) : write.unconfirmed, &turn)
    }
    delivery.recordEnd(because: .hindered, &turn)
    asking = TabAsking(
      write, delivery.form?.action ?? "ask-again", of: delivery.organization, in: delivery.tab,
      isLive: false)
  }
}

extension OrganizationTabs {
  /// The question that came up for this write when nobody could be asked, with those that it has.
  mutating func addingRaised(to write: TabWrite) -> TabWrite {
    guard let organization,
      let question = raised.removeValue(forKey: write.subjectKey(in: organization.id)),
      !write.hasAsked(question)
    else { return write }
    var write = write
    write.questions.append(question)
    return write
  }

  /// Takes note that the person does something else than to wait for what was agreed to.
  mutating func noteHand() {
    for index in underway.indices { underway[index].isInMind = false }
  }
}

extension TabWrite {
  /// What is done to what, as far as a question about it goes.
  struct SubjectKey: Hashable, Sendable {
    var organization: Organization.ID
    var kind: String
    var verb: Delivery.Verb
    var id: String?
  }

  func subjectKey(in organization: Organization.ID) -> SubjectKey {
    SubjectKey(organization: organization, kind: kind, verb: verb.account, id: id)
  }

  /// Whether a question of this kind was answered already.
  fileprivate func hasAsked(_ question: TabQuestion) -> Bool {
    questions.contains { $0.topic != nil && $0.topic == question.topic }
  }
}
