import WorkOS

extension OrganizationTabs {
  /// Carries out an action for the marked row.
  mutating func perform(_ id: String, at workplace: Workplace, _ turn: inout Turn) {
    guard let action = self[action: id], var subject, let tab = current, form == nil else { return }
    if let hindrance = hindrance(to: action) {
      turn.notice = .tab(hindrance)
      return
    }
    if let remedy, remedy.address == address, remedy.actions.contains(id) {
      subject.email = remedy.email
    }
    switch action.lead(subject) {
    case .form(let form):
      let key = TabFormSession.Key(
        organization: subject.organization.id, tab: tab.id, action: id,
        row: action.isAboutRow ? subject.row?.id : nil)
      open(form, key, &turn)
    case .write(let write):
      ask(addingRaised(to: write), id, of: tab.id, at: workplace, &turn)
    case .secret(let what, let call): readSecret(what, call, &turn)
    case .doctor(let domain):
      guard let row = subject.row else { return }
      doctor = DomainDoctor(domain, row: row.id, &turn)
    case .elsewhere(let references): self.references = references
    case nil: break
    }
  }

  /// Whether an action that is about no row opens a form in which a text is typed at once.
  package func beginsWithText(_ action: TabAction) -> Bool {
    guard !action.isAboutRow, let subject, case .form(let form)? = action.lead(subject),
      form.fields.indices.contains(form.firstField)
    else { return false }
    return !form.fields[form.firstField].isChoice
  }

  /// Opens a form; where something was typed in it before it is asked first whether that is meant.
  mutating func open(_ form: TabForm, _ key: TabFormSession.Key, _ turn: inout Turn) {
    guard self.form == nil else { return }
    // What is on its way has no answer yet, and what was typed for it is kept until it has.
    if let delivery = underway.first(where: { $0.form == key }) {
      turn.notice = .tab(.underway(name: delivery.write.name))
      return
    }
    let drafts = kept(in: key)
    if let newest = drafts.first {
      found = FoundTabDraft(form: form, draft: newest, others: drafts.count - 1)
    } else {
      self.form = TabFormSession(form, key, kept: nil, &turn)
    }
  }

  /// Asks what is to be asked before a write, or else begins it.
  private mutating func ask(
    _ write: TabWrite, _ action: String, of tab: String, at workplace: Workplace,
    _ turn: inout Turn
  ) {
    guard let organization else { return }
    if write.questions.isEmpty {
      begin(write, of: organization, in: tab, at: workplace, &turn)
    } else {
      asking = TabAsking(
        write, action, of: organization, in: tab, isLive: workplace.asksForNameOnDelete)
    }
  }

  mutating func confirm(at workplace: Workplace, _ turn: inout Turn) {
    guard var asking, asking.confirmation.isAnswered else { return }
    if asking.goOn() {
      self.asking = asking
    } else {
      self.asking = nil
      begin(asking.write, of: asking.organization, in: asking.tab, at: workplace, &turn)
    }
  }

  /// Goes on to the review of the open form.
  mutating func reviewForm(_ turn: inout Turn) {
    guard var form else { return }
    form.isBesideSent = kept(in: form.key).contains { $0.id != form.id && $0.sentAt != nil }
    form.review(&turn)
    self.form = form
  }

  mutating func acceptReview(at workplace: Workplace, _ turn: inout Turn) {
    guard case .reviewing(let write)? = form?.phase, let key = form?.key else { return }
    ask(write, key.action, of: key.tab, at: workplace, &turn)
  }

  /// Out of the review, or else out of the form.
  mutating func leaveFormStep(_ turn: inout Turn) {
    switch form?.phase {
    case .reviewing: form?.phase = .editing
    case .lookingUp(_, let pending), .lookingBeside(_, let pending):
      turn.cancel(pending)
      form?.phase = .editing
    case .editing, .working: leaveForm(&turn)
    case nil: break
    }
  }

  /// Closes the form and keeps what was typed.
  mutating func leaveForm(_ turn: inout Turn) {
    guard let form else { return }
    for pending in form.pending { turn.cancel(pending) }
    let draft = draft(of: form)
    kept[form.id] = draft
    taken[form.id] = form.taken?.ifOwned
    if draft != nil, form.isEditing { turn.notice = .tabFormKept }
    self.form = nil
  }

  mutating func discardForm(_ turn: inout Turn) {
    guard let form, form.isEditing else { return }
    for pending in form.pending { turn.cancel(pending) }
    kept[form.id] = nil
    self.form = nil
    turn.notice = .draftDiscarded
  }

  /// What the form comes to for the row as it is now.
  mutating func renewForm(_ row: TabRow) {
    if let renewed = form?.form.renewed(row) {
      form?.renew(renewed)
      return
    }
    guard let key = form?.key, key.row == row.id, var subject,
      let action = self[action: key.action]
    else { return }
    subject.row = row
    if case .form(let renewed)? = action.lead(subject) { form?.renew(renewed) }
  }
}
