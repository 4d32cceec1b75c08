import Delivery
import Foundation
import WorkOS

/// A form of a tab while it is open.
package struct TabFormSession: Equatable, Sendable {
  /// What the form is for.
  package struct Key: Hashable, Sendable {
    package var organization: Organization.ID
    package var tab: String
    package var action: String
    package var row: TabRow.ID?

    package init(organization: Organization.ID, tab: String, action: String, row: TabRow.ID?) {
      self.organization = organization
      self.tab = tab
      self.action = action
      self.row = row
    }
  }

  package enum Phase: Equatable, Sendable {
    case editing
    /// What was typed into this field is looked for.
    case lookingUp(field: String, Pending)
    /// What it would make is looked for, as it may be there already.
    case lookingBeside(TabWrite, Pending)
    case reviewing(TabWrite)
    /// It is being checked and sent, under this name of the journal.
    case working(UUID)
  }

  package let key: Key
  /// The draft that what is typed here becomes.
  package let id: TabDraft.ID
  package private(set) var form: TabForm
  package private(set) var values: TabValues
  private(set) var initial: TabValues
  /// What the fields held when something was typed into them; those that nobody touched, what they hold
  /// by now.
  private(set) var typedOver: TabValues
  /// When it was sent without an answer that tells; nil: it was not, or it is known.
  var sentAt: Date?
  /// Whether the server said yes to it before, and shows something else than was sent.
  private(set) var wasCarriedOut = false
  /// Whether another draft of the same form was sent so.
  var isBesideSent = false
  package private(set) var choices: [String: TabChoices] = [:]
  /// The values that are picked in each field.
  private var picks: [String: Set<String>] = [:]
  /// What is wrong with fields, here or with the server, and why nothing came of the last try, where no
  /// field is to blame.
  package private(set) var faults = FormFaults<TabFault, TabNotice>() {
    didSet { taken = taken?.stillRefused(in: faults.ofFields) }
  }
  /// What was refused as another organization's, and the look for whose it is.
  package internal(set) var taken: Taken<TabFault>?
  /// What the last line says of the last try, of which nothing came, until something is changed.
  private(set) var told: TabNotice?
  package var phase = Phase.editing

  /// - Parameter kept: what was typed in it before; where that left a field as it was, the field
  ///   holds what it holds by now.
  /// - Parameter taken: what of that was refused then, and whose it is.
  init(
    _ form: TabForm, _ key: Key, kept: TabDraft?, taken: Taken<TabFault>? = nil,
    _ turn: inout Turn
  ) {
    self.form = form
    self.key = key
    id = kept?.id ?? turn.newTabDraft()
    initial = form.initialValues
    values =
      kept.map { $0.values.rebased(from: $0.base, to: form.initialValues, in: form.fields) }
      ?? initial
    // What a form holds at first that is about nothing that is there is nobody's change.
    typedOver =
      key.isAboutSomething
      ? kept?.values.typedOver(kept?.base ?? TabValues(), now: initial) ?? initial : initial
    sentAt = kept?.sentAt
    wasCarriedOut = kept?.wasCarriedOut ?? false
    if let taken, source(ofTaken: taken.fault.field) == taken.look.source {
      (faults.ofFields, self.taken) = ([taken.fault], taken)
    }
    for field in form.fields {
      notePicks(in: field.id)
      loadChoices(of: field, &turn)
    }
  }

  package static func == (one: TabFormSession, other: TabFormSession) -> Bool {
    one.key == other.key && one.id == other.id && one.values == other.values
      && one.choices == other.choices && one.faults == other.faults && one.phase == other.phase
      && one.sentAt == other.sentAt && one.isBesideSent == other.isBesideSent
      && one.taken == other.taken && one.typedOver == other.typedOver
  }

  package var hasUnsavedEdits: Bool { values != initial }

  /// What a field holds, as a line of text.
  package func text(of field: TabField) -> String {
    field.isChoice
      ? values[field.id].picked.map(\.label).joined(separator: ", ") : values[field.id].text
  }

  /// All that is wrong with a field, as sentences.
  package func problem(in field: String) -> String? {
    let sentences = faults.ofFields.filter { $0.field == field }.map(\.sentence)
    return sentences.isEmpty ? nil : sentences.asSentences
  }

  package var isEditing: Bool { phase == .editing }

  package var pending: [Pending] {
    var all = choices.values.compactMap(\.load)
    if let lookUp { all.append(lookUp) }
    return all
  }

  /// The reading that comes before the review.
  package var lookUp: Pending? {
    switch phase {
    case .lookingUp(_, let pending), .lookingBeside(_, let pending): pending
    case .editing, .reviewing, .working: nil
    }
  }

  private func field(_ id: String) -> TabField? { form.fields.first { $0.id == id } }

  // MARK: Loading

  private mutating func loadChoices(
    of field: TabField, after cursor: PageCursor = .first, _ turn: inout Turn
  ) {
    let load: Pending
    switch field.kind {
    case .text, .lookup: return
    case .choice(let call, _, _):
      load = turn.ask(call, for: .tabs) { .tab(.answered($0, $1.map(TabAnswer.choices))) }
    case .paged(let page, _, _):
      load = turn.ask(page(PageRequest(cursor: cursor, limit: 100)), for: .tabs) {
        .tab(.answered($0, $1.map(TabAnswer.choicePage)))
      }
    }
    choices[field.id, default: TabChoices()].failure = nil
    choices[field.id]?.load = load
    choices[field.id]?.cursor = cursor
  }

  /// Takes in a page of choices; there are more where it says so.
  private mutating func take(_ page: Page<TabChoice>, of field: String, _ turn: inout Turn) {
    let isAnyNew = choices[field, default: TabChoices()].add(page.items)
    // A list that brings nothing new would go on for ever.
    let after = isAnyNew ? page.after : nil
    // With each page only as many are looked at as came with it.
    if after == nil || values[field].picked.count <= page.items.count { namePicks(in: field) }
    if let after, let field = self.field(field) {
      loadChoices(of: field, after: .after(after), &turn)
    }
  }

  /// Whether the answer was for this form.
  mutating func take(
    _ id: RequestID, _ result: Result<Page<TabChoice>, WorkOSError>, _ turn: inout Turn
  ) -> Bool {
    if let field = choices.first(where: { $0.value.load?.id == id })?.key {
      choices[field]?.load = nil
      switch result {
      case .success(let page): take(page, of: field, &turn)
      case .failure(let error):
        choices[field]?.failure = error
        namePicks(in: field)
      }
      return true
    }
    guard case .lookingUp(let field, let pending) = phase, pending.id == id else { return false }
    phase = .editing
    switch result {
    case .success(let page):
      let found = page.items
      values[field].picked = found
      if found.count == 1 {
        review(&turn)
      } else if case .lookup(_, _, let none) = self.field(field)?.kind {
        blame(field, found.isEmpty ? none : "There are several; type more of it.")
        if found.count > 1 { values[field].picked = [] }
      }
      notePicks(in: field)
    case .failure(let error): faults.failure = .failed(.add, name: form.title, error)
    }
    return true
  }

  /// Whether the answer, what is there already of what the form would make, was for this form.
  mutating func takeBeside(_ id: RequestID, _ result: Result<TabRow?, WorkOSError>) -> Bool {
    guard case .lookingBeside(let write, let pending) = phase, pending.id == id else {
      return false
    }
    // Right before it is sent it is looked for again.
    phase = .reviewing(write)
    guard case .success(let row?) = result else { return true }
    if let obstacle = write.obstacle(row) {
      phase = .editing
      if let field = form.fields.first(where: \.isLookup) { blame(field.id, obstacle) }
    } else {
      var write = write.beside(row)
      write.warnings.append(write.warning(beside: row))
      phase = .reviewing(write)
    }
    return true
  }

  /// What was picked before the choices came was known by its value alone.
  private mutating func namePicks(in field: String) {
    guard let choices = choices[field] else { return }
    for values in [\TabFormSession.values, \.initial] {
      self[keyPath: values][field].picked = self[keyPath: values][field].picked.map {
        choices[$0.value] ?? $0
      }
    }
  }

  // MARK: Typing and picking

  mutating func type(_ text: String, in field: String) {
    guard isEditing, values[field].text != text else { return }
    values[field] = TabValue(text: text)
    forgive(field)
  }

  mutating func pick(_ value: String, in field: String, beside: Bool, _ turn: inout Turn) {
    guard isEditing, let choices = choices[field] else { return }
    // What is not there yet is asked for again from where it failed.
    if choices.failure != nil, let field = self.field(field) {
      loadChoices(of: field, after: choices.cursor, &turn)
    }
    guard let choice = choices[value] else { return }
    forgive(field)
    let beside = self.field(field)?.takesSeveral ?? beside
    var picked = values[field].picked
    if beside, isPicked(value, in: field) {
      picked.removeAll { $0.value == value }
    } else {
      picked = beside ? picked + [choice] : [choice]
    }
    values[field].picked = choices.sorted(picked)
    notePicks(in: field)
  }

  /// Takes note that a field was changed: what came of the last try is about it no longer.
  private mutating func forgive(_ field: String) {
    faults.forgive { $0.field == field }
    told = nil
  }

  /// Whether it is picked in a field.
  package func isPicked(_ value: String, in field: String) -> Bool {
    picks[field]?.contains(value) == true
  }

  private mutating func notePicks(in field: String) {
    picks[field] = Set(values[field].picked.map(\.value))
  }

  // MARK: Reviewing

  /// Goes on to the review, as soon as each field has what it takes.
  mutating func review(_ turn: inout Turn) {
    guard isEditing else { return }
    (faults, told) = (FormFaults(), nil)
    for field in form.fields {
      namePicks(in: field.id)
      let meant = field.meant(values[field.id].text)
      if let problem = problem(with: field) {
        blame(field.id, problem)
      } else if meant != values[field.id].text {
        values[field.id] = TabValue(text: meant)
      }
    }
    guard faults.isEmpty else {
      turn.notice = .fieldsNeedAttention(faults.ofFields.count)
      return
    }
    for field in form.fields {
      guard case .lookup(_, let call, _) = field.kind, values[field.id].picked.isEmpty else {
        continue
      }
      let pending = turn.ask(call(values[field.id].text), for: .tabs) {
        .tab(.answered($0, $1.map(TabAnswer.choices)))
      }
      phase = .lookingUp(field: field.id, pending)
      return
    }
    guard var write = form.write(values) else { return }
    if let warning = warningOfOthers { write.warnings.append(warning) }
    if sentAt != nil { write.warnings.append(TabWrite.mayBeDoneAlready) }
    if wasCarriedOut, write.verb.account.makesSomething {
      write.warnings.append(
        "This was carried out before, though not as it was sent: it may make a second one. Look first."
      )
    }
    if isBesideSent {
      write.warnings.append(
        "Another draft of this form was sent before, and no answer came: it may have been done "
          + "already. Look first.")
    }
    if write.verb == .change, write.changes.isEmpty {
      turn.notice = .nothingToSave
    } else if write.before == nil, form.fields.contains(where: \.isLookup) {
      // Who was found is told at once if there is nothing to be done for them.
      phase = .lookingBeside(
        write,
        turn.ask(write.check, for: .tabs) { .tab(.answered($0, $1.map(TabAnswer.row))) })
    } else {
      phase = .reviewing(write)
    }
  }

  private func problem(with field: TabField) -> String? {
    switch field.kind {
    case .text(let problem), .lookup(let problem, _, _): problem(values[field.id].text)
    case .paged(_, _, takesSeveral: true): nil
    case .choice, .paged:
      !values[field.id].picked.isEmpty
        ? nil
        : field.takesSeveral == true || field.offersBeside ? "Pick at least one." : "Pick one."
    }
  }

  private mutating func blame(_ field: String, _ sentence: String) {
    faults.ofFields.append(TabFault(field: field, sentence: sentence))
  }

  /// The same form for the row as it is now, with what was typed.
  mutating func renew(_ form: TabForm) {
    self.form = form
    typedOver = values.typedOver(typedOver, now: form.initialValues)
    values = values.rebased(from: initial, to: form.initialValues, in: form.fields)
    initial = form.initialValues
    for field in form.fields {
      namePicks(in: field.id)
      notePicks(in: field.id)
    }
  }

  /// It is typed in again after a try of which nothing came. Each of the server's objections is on the
  /// field that it is about.
  mutating func end(_ notice: TabNotice, because error: WorkOSError?, _ turn: inout Turn) {
    phase = .editing
    (faults, told) = (FormFaults(), notice)
    if case .rejected(let rejection) = error {
      for objection in rejection.objections {
        let field = form.fields.first { $0.isMeant(by: objection) } ?? fieldTaken(by: rejection)
        if let field { blame(field.id, objection.words) }
      }
      if rejection.saysTaken { askForOwner(&turn) }
    }
    if faults.isEmpty { faults.failure = notice }
  }
}

/// What is wrong with a field of a form, as a sentence.
package struct TabFault: Equatable, Sendable {
  package let field: String
  package let sentence: String
}

extension TabForm {
  var initialValues: TabValues {
    var values = TabValues()
    for field in fields {
      values[field.id].text = field.text
      values[field.id].picked = field.picked.map { TabChoice($0, $0) }
    }
    return values
  }
}

extension TabField {
  /// Whether it names this field, as a field or as what its code begins with.
  func isMeant(by objection: Objection) -> Bool {
    let code = objection.code?.lowercased() ?? ""
    return names.contains { name in
      objection.field == name[...] || code == name || code.hasPrefix(name + "_")
    }
  }
}
