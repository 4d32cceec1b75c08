import WorkOS

/// Something that can be done in a tab.
package struct TabAction: Sendable {
  /// A stable name, such as `add-member`.
  package let id: String
  package let key: Character
  /// A word or two, for the footer.
  package let title: String
  /// A sentence part, for the help and the documentation.
  package let help: String
  /// Whether it leads to a write; with `--read-only` it does not exist.
  package let writes: Bool
  /// Whether it is about the marked row.
  package let isAboutRow: Bool
  /// Why it is not possible right now, as a sentence; nil: it is.
  let hindrance: @Sendable (TabSubject) -> String?
  /// What it leads to; nil: nothing, as there is nothing to do it to.
  let lead: @Sendable (TabSubject) -> TabLead?

  /// Something done to the tab as a whole, such as adding a row, or to the marked row by what is known
  /// besides.
  package init(
    _ id: String, _ key: Character, _ title: String, _ help: String, writes: Bool = true,
    isAboutRow: Bool = false, hindrance: @escaping @Sendable (TabSubject) -> String? = { _ in nil },
    lead: @escaping @Sendable (TabSubject) -> TabLead?
  ) {
    self.id = id
    self.key = key
    self.title = title
    self.help = help
    self.writes = writes
    self.isAboutRow = isAboutRow
    self.hindrance = hindrance
    self.lead = lead
  }

  /// Something done to the marked row, where it hangs on more than the row whether that is possible.
  package init(
    aboutRow id: String, _ key: Character, _ title: String, _ help: String,
    hindrance: @escaping @Sendable (TabRow, TabSubject) -> String?,
    rowLead: @escaping @Sendable (TabRow, TabSubject) -> TabLead?
  ) {
    self.id = id
    self.key = key
    self.title = title
    self.help = help
    writes = true
    isAboutRow = true
    self.hindrance = { subject in subject.row.flatMap { hindrance($0, subject) } }
    lead = { subject in subject.row.flatMap { rowLead($0, subject) } }
  }

  /// Something done to the marked row.
  package init(
    _ id: String, _ key: Character, _ title: String, _ help: String, writes: Bool = true,
    rowHindrance: @escaping @Sendable (TabRow) -> String? = { _ in nil },
    rowLead: @escaping @Sendable (TabRow, TabSubject) -> TabLead?
  ) {
    self.id = id
    self.key = key
    self.title = title
    self.help = help
    self.writes = writes
    isAboutRow = true
    hindrance = { $0.row.flatMap(rowHindrance) }
    lead = { subject in subject.row.flatMap { rowLead($0, subject) } }
  }
}

/// What an action leads to.
package enum TabLead: Sendable {
  case form(TabForm)
  /// A write, behind its questions where it has any.
  case write(TabWrite)
  /// A secret that is read now, and what it is, such as “the link to accept”.
  case secret(String, Call<TabSecret>)
  /// What DNS knows of a domain that is to be verified.
  case doctor(OrganizationDomain)
  /// Other organizations, of which one is opened: at once where it is the only one.
  case elsewhere([TabReference])
}
