import JSON
import WorkOS

/// What has to be typed or picked for a write.
package struct TabForm: Sendable {
  package let title: String
  package let fields: [TabField]
  /// The number of the field with the caret at first: that before it is known already.
  package let firstField: Int
  /// The write that the fields come to, once each of them has what it takes.
  let write: @Sendable (TabValues) -> TabWrite?
  /// The same form for what was read right before a sending, where that is about no row of a tab; nil:
  /// what was read is another's.
  var renewed: @Sendable (TabRow) -> TabForm? = { _ in nil }

  package init(
    title: String, fields: [TabField], firstField: Int = 0,
    write: @escaping @Sendable (TabValues) -> TabWrite?
  ) {
    self.title = title
    self.fields = fields
    self.firstField = firstField
    self.write = write
  }
}

/// A field of a form.
package struct TabField: Sendable {
  package enum Kind: Sendable {
    /// A text, and why it will not do.
    case text(problem: @Sendable (String) -> String?)
    /// One of what a call lists, or some where there may be several; at least one.
    case choice(Call<[TabChoice]>, picked: [String], several: Several = .no)
    /// What is listed a page at a time: one of it, or any number, none too.
    case paged(
      @Sendable (PageRequest) -> Call<Page<TabChoice>>, picked: [String], takesSeveral: Bool)
    /// A text by which a call finds one thing; `none` is said where it finds nothing.
    case lookup(
      problem: @Sendable (String) -> String?, call: @Sendable (String) -> Call<[TabChoice]>,
      none: String)
  }

  /// Whether more than one of what is listed can be picked.
  package enum Several: Equatable, Sendable {
    case no
    case yes
    /// The server decides, and does not tell before: a key of its own picks one beside another.
    /// - Parameter isSeen: whether there is one who has several, so that it is possible.
    case perhaps(isSeen: Bool)
  }

  /// The name of its value.
  package let id: String
  package let label: String
  package let kind: Kind
  /// What the field holds at first.
  package let text: String
  /// What is said in a text field while it is empty, such as what that comes to.
  package let hint: String
  /// What is said below the field, whatever it holds: what it is for.
  package let note: String
  /// What the server calls it: a field's name, or what a code begins with.
  let names: [String]
  /// Whether what is typed into it is kept nowhere but in the open form.
  package let isSecret: Bool
  /// What of a text is meant, which takes its place before it is reviewed.
  let meant: @Sendable (String) -> String
  /// Where to ask for the organization that has a text which was refused as taken; nil: none can have it.
  let owner: @Sendable (String) -> ListSource?

  package init(
    _ id: String, _ label: String, _ kind: Kind, text: String = "", hint: String = "",
    note: String = "", names: [String] = [], isSecret: Bool = false,
    meant: @escaping @Sendable (String) -> String = { $0 },
    owner: @escaping @Sendable (String) -> ListSource? = { _ in nil }
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.text = text
    self.hint = hint
    self.note = note
    self.names = names.isEmpty ? [id] : names
    self.isSecret = isSecret
    self.meant = meant
    self.owner = owner
  }

  /// A field for one e-mail address, whatever is pasted around it.
  package static func email(_ text: String = "", names: [String]) -> TabField {
    TabField(
      "email", "E-mail", .text(problem: problemWithEmail), text: text, names: names,
      meant: EmailAddress.shown(in:))
  }

  /// The same, by which a call finds one thing.
  package static func emailLookup(
    _ text: String = "", names: [String], none: String,
    call: @escaping @Sendable (String) -> Call<[TabChoice]>
  ) -> TabField {
    TabField(
      "email", "E-mail",
      .lookup(problem: problemWithEmail, call: { call(EmailAddress.ascii($0)) }, none: none),
      text: text, names: names, meant: EmailAddress.shown(in:))
  }

  private static func problemWithEmail(_ text: String) -> String? {
    if case .failure(let problem) = EmailAddress.one(in: text) { problem.sentence } else { nil }
  }

  var isLookup: Bool {
    if case .lookup = kind { true } else { false }
  }

  package var isChoice: Bool {
    switch kind {
    case .choice, .paged: true
    case .text, .lookup: false
    }
  }

  /// Whether picking one leaves the others picked; nil: whoever picks says so.
  package var takesSeveral: Bool? {
    switch kind {
    case .choice(_, _, .no): false
    case .choice(_, _, .yes): true
    case .paged(_, _, let takesSeveral): takesSeveral
    case .choice(_, _, .perhaps), .text, .lookup: nil
    }
  }

  /// Whether it is known that one can be picked beside another by the key for that.
  package var offersBeside: Bool {
    if case .choice(_, _, .perhaps(isSeen: true)) = kind { true } else { false }
  }

  /// The values that are picked at first.
  var picked: [String] {
    switch kind {
    case .choice(_, let picked, _), .paged(_, let picked, _): picked
    case .text, .lookup: []
    }
  }
}

/// One of several things that can be picked.
package struct TabChoice: Equatable, Sendable {
  package var value: String
  package var label: String
  /// What is said beside it.
  package var note: String
  /// What it is made of, as the server sent it, where the write needs to know.
  package var json: RawJSON?

  package init(_ value: String, _ label: String, note: String = "", json: RawJSON? = nil) {
    self.value = value
    self.label = label
    self.note = note
    self.json = json
  }
}

/// What a field holds.
package struct TabValue: Equatable, Sendable {
  package var text = ""
  /// What was picked, or found by the text.
  package var picked: [TabChoice] = []

  package init(text: String = "", picked: [TabChoice] = []) {
    self.text = text
    self.picked = picked
  }
}

extension TabValue {
  /// Whether both hold the same, whatever that is called.
  package func isSame(as other: TabValue) -> Bool {
    text == other.text && Set(picked.map(\.value)) == Set(other.picked.map(\.value))
  }

  /// - Parameter isSet: whether each of what is picked stands for itself; nil: nobody knows before.
  fileprivate func rebased(from base: TabValue, to now: TabValue, isSet: Bool?) -> TabValue {
    let picks = Set(picked.map(\.value))
    let old = Set(base.picked.map(\.value))
    if isSame(as: base) { return now }
    // One that is picked in place of another is no change to a set.
    let hasSeveral = picked.count > 1 || base.picked.count > 1 || now.picked.count > 1
    guard isSet ?? hasSeveral else { return self }
    var value = self
    let present = Set(now.picked.map(\.value))
    let kept = picked.filter { !old.contains($0.value) || present.contains($0.value) }
    let added = now.picked.filter { !old.contains($0.value) && !picks.contains($0.value) }
    value.picked = kept + added
    return value
  }
}

/// What the fields of a form hold, by their names.
package struct TabValues: Equatable, Sendable {
  package var values: [String: TabValue] = [:]

  package init(_ values: [String: TabValue] = [:]) { self.values = values }

  package subscript(id: String) -> TabValue {
    get { values[id] ?? TabValue() }
    set { values[id] = newValue }
  }

  package func text(_ id: String) -> String { self[id].text.trimmed }

  /// An address in the form in which it is sent.
  func email(_ id: String) -> String { EmailAddress.ascii(text(id)) }

  /// The same where something was typed or picked; what was left as it was at first follows what that
  /// is by now, of several that were picked each by itself.
  func rebased(from base: TabValues, to now: TabValues, in fields: [TabField]) -> TabValues {
    var values = self
    for id in base.values.keys {
      let isSet = fields.first { $0.id == id }?.takesSeveral
      values[id] = self[id].rebased(from: base[id], to: now[id], isSet: isSet)
    }
    return values
  }

  package func picked(_ id: String) -> [String] { self[id].picked.map(\.value) }
}
