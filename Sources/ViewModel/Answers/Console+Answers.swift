import Delivery
import WorkOS

extension Console {
  mutating func handle(_ event: AnswersEvent, _ turn: inout Turn) {
    switch event {
    case .personWanted(let name):
      answers.person?.stop(&turn)
      answers.person = Inquest(about: name, &turn)
      answers.isBehind = false
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
      switch EmailAddress.one(in: asking.text) {
      case .success(let email):
        answers.asking = nil
        answers.typed = ""
        checkSignIn(of: .email(email.lowercased()), to: asking.organization.id, &turn)
      case .failure(let problem): answers.asking?.problem = problem.sentence
      }
    case .placeWanted(let place): go(to: place, &turn)
    case .refreshWanted:
      if answers.signIn != nil {
        answers.signIn?.refresh(&turn)
      } else {
        answers.person?.refresh(&turn)
      }
    case .left: leaveAnswer(&turn)
    case .answered(let id, let result):
      if answers.signIn?.take(id, result, &turn) == true { return }
      if answers.person?.take(id, result, &turn) == true { return }
      _ = answers.sought?.take(id, result, &turn)
    }
  }

  private mutating func checkSignIn(
    of name: PersonName, to organization: Organization.ID, _ turn: inout Turn
  ) {
    answers.signIn?.stop(&turn)
    answers.signIn = Inquest(about: name, in: organization, &turn)
    answers.isBehind = false
  }

  private mutating func leaveAnswer(_ turn: inout Turn) {
    if answers.asking != nil {
      answers.asking = nil
    } else if answers.signIn != nil {
      answers.signIn?.stop(&turn)
      answers.signIn = nil
    } else {
      answers.person?.stop(&turn)
      answers.person = nil
    }
  }

  // MARK: Where they lead

  private mutating func go(to place: AnswerPlace, _ turn: inout Turn) {
    guard detail.organization?.id == place.organization else {
      (answers.goingTo, answers.origins) = (place, [])
      return handle(DetailEvent.sought(place.organization), &turn)
    }
    // They were asked from there.
    answers.signIn?.stop(&turn)
    answers.person?.stop(&turn)
    (answers.signIn, answers.person) = (nil, nil)
    arrive(at: place, &turn)
  }

  private mutating func arrive(at place: AnswerPlace, _ turn: inout Turn) {
    tabs.show(place, &turn)
    answers.toMark = place
    guard let moment = place.moment else { return }
    followEvents(&turn)
    events.showSignIns(since: moment, &turn)
  }

  /// Takes in what has become of what an answer led to, and of a search that may be about somebody.
  mutating func followAnswers(_ turn: inout Turn) {
    if let place = answers.goingTo {
      if detail.organization?.id == place.organization {
        detail.origins = answers.origins
        (answers.goingTo, answers.origins) = (nil, [])
        answers.isBehind = true
        arrive(at: place, &turn)
      } else if detail.sought == nil {
        (answers.goingTo, answers.origins) = (nil, [])
      }
    }
    if answers.isBehind, !detail.isOpen, detail.sought == nil {
      answers.isBehind = false
      // It may have been mended meanwhile.
      answers.signIn?.refresh(&turn)
      answers.person?.refresh(&turn)
    }
    if let place = answers.toMark, tabs.mark(place, &turn) { answers.toMark = nil }
    offerCard(&turn)
  }

  // MARK: Searching

  /// A search for an address is one for a person too, whatever organizations have its domain.
  mutating func lookForPerson(in text: String, _ turn: inout Turn) {
    answers.sought?.stop(&turn)
    answers.sought = nil
    let emails = PastedText(text).emails
    if emails.count > 1 { turn.notice = .severalAddresses(emails.count) }
    guard emails.count == 1, let email = emails.first else { return }
    answers.sought = Inquest(about: .email(email), &turn)
  }

  /// Opens the card once there is somebody, over the list that was searched and over nothing else.
  private mutating func offerCard(_ turn: inout Turn) {
    guard var sought = answers.sought else { return }
    let isWanted =
      list.search != nil && !list.isFiltered && !detail.isOpen && editor.session == nil
      && deletions.dialog == nil && answers.person == nil && answers.signIn == nil
    let facts = sought.facts
    if !isWanted {
      sought.stop(&turn)
      answers.sought = nil
    } else if sought.person.isSomebody {
      answers.person = sought
      answers.sought = nil
    } else if facts.user.isAnswered, facts.invitations.isAnswered {
      sought.stop(&turn)
      answers.sought = nil
      turn.notice =
        (facts.user.failure ?? facts.invitations.failure).map { .personUnread($0) }
        ?? .nobodyHas(email: facts.name.text)
    }
  }
}
