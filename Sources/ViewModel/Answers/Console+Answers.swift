import Delivery
import WorkOS

extension Console {
  mutating func handle(_ event: AnswersEvent, _ turn: inout Turn) {
    switch event {
    case .personWanted(let name): open(Inquest(about: name, &turn), &turn)
    case .signInWanted(let name, let organization): checkSignIn(of: name, to: organization, &turn)
    case .signInAsked(let id):
      guard let organization = organization(id) else { return }
      answers.asking = EmailQuestion(organization: organization, text: answers.typed)
    case .emailTyped(let text):
      answers.asking?.text = text
      answers.asking?.problem = nil
      answers.typed = text
    case .emailSubmitted:
      guard let asking = answers.asking else { return }
      let name: PersonName
      switch EmailAddress.one(in: asking.text) {
      case .success(let email): name = .email(email.lowercased())
      case .failure(let problem):
        guard let sought = PersonName(asked: asking.text) else {
          answers.asking?.problem = problem.sentence
          return
        }
        name = sought
      }
      answers.asking = nil
      answers.typed = ""
      checkSignIn(of: name, to: asking.organization.id, &turn)
    case .placeWanted(let place): go(to: place, through: [], &turn)
    case .refreshWanted:
      if let top = answers.layers.indices.last { answers.layers[top].inquest.refresh(&turn) }
    case .left: leaveAnswer(&turn)
    case .abandoned:
      while !answers.layers.isEmpty { dropAnswer(at: answers.layers.count - 1, &turn) }
    case .answered(let id, let result):
      for index in answers.layers.indices {
        if answers.layers[index].inquest.take(id, result, &turn) { return }
      }
      _ = answers.sought?.take(id, result, &turn)
    }
  }

  private mutating func checkSignIn(
    of name: PersonName, to organization: Organization.ID, _ turn: inout Turn
  ) {
    open(Inquest(about: name, in: organization, &turn), &turn)
  }

  /// Opens an answer in the place of the one of its kind, over whatever is in sight.
  private mutating func open(_ inquest: Inquest, _ turn: inout Turn) {
    var layer = AnswerLayer(inquest: inquest)
    if let former = answers.layers.firstIndex(where: { $0.isCheck == layer.isCheck }) {
      dropAnswer(at: former, &turn)
    }
    if answers.layers.last?.isBehind ?? true, let organization = detail.organization {
      layer.origin = AnswerLayer.Origin(organization: organization.id, tab: tabs.index)
    }
    answers.layers.append(layer)
  }

  private mutating func leaveAnswer(_ turn: inout Turn) {
    if answers.asking != nil {
      answers.asking = nil
    } else if let top = answers.layers.indices.last {
      dropAnswer(at: top, &turn)
    }
  }

  /// What lay over it alone lies over what it lay over.
  private mutating func dropAnswer(at index: Int, _ turn: inout Turn) {
    answers.layers[index].inquest.stop(&turn)
    let former = answers.layers.remove(at: index)
    if answers.layers.indices.contains(index), answers.layers[index].origin == nil {
      answers.layers[index].origin = former.origin
    }
  }

  // MARK: Where they lead

  /// - Parameter origins: what it goes back through, where another organization is opened or there are
  ///   any.
  mutating func go(
    to place: AnswerPlace, through origins: [DetailOrigin], _ turn: inout Turn
  ) {
    guard detail.organization?.id == place.organization else {
      (answers.goingTo, answers.origins) = (place, origins)
      return handle(DetailEvent.sought(place.organization), &turn)
    }
    if !origins.isEmpty { detail.origins = origins }
    for index in answers.layers.indices { answers.layers[index].isBehind = true }
    arrive(at: place, &turn)
  }

  private mutating func arrive(at place: AnswerPlace, _ turn: inout Turn) {
    let isForSomebody = !place.remedies.isEmpty
    tabs.show(
      place, about: isForSomebody ? answers.layers.last?.inquest.facts.email : nil, &turn)
    answers.toMark = place
    guard let moment = place.moment else { return }
    followEvents(&turn)
    events.showSignIns(since: moment, marking: place.row, &turn)
  }

  /// Takes in what has become of what an answer led to, and of a search that may be about somebody.
  mutating func followAnswers(_ turn: inout Turn) {
    if let place = answers.goingTo {
      if detail.organization?.id == place.organization {
        detail.origins = answers.origins
        (answers.goingTo, answers.origins) = (nil, [])
        // What they were asked from is no longer open.
        for index in answers.layers.indices {
          (answers.layers[index].isBehind, answers.layers[index].origin) = (true, nil)
        }
        arrive(at: place, &turn)
      } else if detail.sought == nil {
        (answers.goingTo, answers.origins) = (nil, [])
      }
    }
    if !detail.isOpen, detail.sought == nil { showAnswers(from: 0, &turn) }
    if let place = answers.toMark, tabs.mark(place, &turn) { answers.toMark = nil }
    offerCard(&turn)
  }

  /// Goes back from what an answer led to where the answer was asked in the same organization; false:
  /// there is none to go back to.
  mutating func returnToAnswer(_ turn: inout Turn) -> Bool {
    guard answers.layers.last?.isBehind == true,
      let index = answers.layers.lastIndex(where: { $0.origin != nil }),
      answers.layers[index].isBehind, let origin = answers.layers[index].origin,
      origin.organization == detail.organization?.id
    else { return false }
    answers.toMark = nil
    tabs.show(origin.tab, &turn)
    showAnswers(from: index, &turn)
    return true
  }

  /// Brings those back into sight that lie behind what they led to.
  private mutating func showAnswers(from first: Int, _ turn: inout Turn) {
    for index in answers.layers.indices.dropFirst(first) where answers.layers[index].isBehind {
      answers.layers[index].isBehind = false
      // It may have been mended meanwhile.
      answers.layers[index].inquest.refresh(&turn)
    }
  }

  // MARK: Searching

  /// A search for an address is one for a person too, whatever organizations have its domain.
  mutating func lookForPerson(in text: String, _ turn: inout Turn) {
    answers.sought?.stop(&turn)
    (answers.sought, answers.found, answers.nobody) = (nil, nil, nil)
    searchBegunAnew()
    let emails = PastedText(text).emails
    if emails.count > 1 { turn.notice = .severalAddresses(emails.count) }
    guard let name = PersonName(sought: text) else { return }
    answers.sought = Inquest(about: name, &turn)
  }

  /// Opens the card once there is somebody, over the list that was searched and over nothing else: where
  /// something else was opened meanwhile, it is said that there is somebody.
  private mutating func offerCard(_ turn: inout Turn) {
    if list.search == nil { (answers.found, answers.nobody) = (nil, nil) }
    guard var sought = answers.sought else { return }
    let isWanted =
      !list.isFiltered && !detail.isOpen && editor.session == nil
      && deletions.dialog == nil && answers.layers.isEmpty
    let facts = sought.facts
    if list.search == nil {
      sought.stop(&turn)
      answers.sought = nil
    } else if sought.person.isSomebody, facts.user.isAnswered {
      answers.found = facts.name
      answers.isOnlyInvited = facts.user.failure == nil && facts.user.value??.item == nil
      answers.sought = nil
      if isWanted {
        answers.layers.append(AnswerLayer(inquest: sought))
      } else {
        sought.stop(&turn)
        turn.notice = .personFound(facts.name.text, isUser: !answers.isOnlyInvited)
      }
    } else if facts.user.isAnswered, facts.invitations.isAnswered || facts.email == nil {
      sought.stop(&turn)
      answers.sought = nil
      let failure = facts.user.failure ?? facts.invitations.failure
      if failure == nil { answers.nobody = facts.name }
      guard isWanted else { return }
      turn.notice = failure.map { .personUnread($0) } ?? .nobodyHas(facts.name)
    }
  }
}
