import JSON
import WorkOS

/// A kind of thing that organizations have, shown as a tab beside the overview.
///
/// It says what its rows are and what can be done to them; paging, filtering, forms, confirmations, the
/// journal, keys, help and drawing follow from that, the same for all tabs.
package protocol Tab: Sendable {
  /// A stable name, such as `members`; actions are documented below it.
  var id: String { get }
  /// What it is called on screen, such as “Members”.
  var title: String { get }
  var words: TabWords { get }
  var columns: [TabColumn] { get }
  /// What can be done, in the order of the help.
  var actions: [TabAction] { get }
  /// Whether its rows come with their organization, which then changes with them.
  var isPartOfOrganization: Bool { get }
  /// Whether its rows are things that the organization has, which are counted for it.
  var holdsItsRows: Bool { get }
  /// Whether a new row comes last, where the server gives them an order; else first.
  var putsNewRowsLast: Bool { get }
  /// Whether a filter looks for hosts in them, of e-mail addresses too: they have no addresses.
  var isKnownByHost: Bool { get }
  /// Whether what it shows is read and drawn elsewhere.
  var hasPaneOfItsOwn: Bool { get }

  /// Reads one page of an organization's rows.
  func page(of organization: Organization.ID, _ page: PageRequest) -> Call<Page<TabRow>>

  /// What there is to show although the server would not tell the rest; nil: nothing.
  func rows(unread error: WorkOSError) -> [TabRow]?

  /// What a row says besides its columns.
  func details(of row: TabRow) -> [TabFact]

  /// What is copied of a row by one key: the value that is mostly wanted of it.
  func copied(from row: TabRow) -> TabFact

  /// A row as the server sent it; nil: it is made here.
  func json(of row: TabRow) -> RawJSON?

  /// What opening a row leads to; nil: nothing.
  func opened(_ row: TabRow) -> TabOpening?

  /// Who a row is about, where a sign-in can be looked at; nil: nobody.
  func person(of row: TabRow) -> PersonName?

  /// Whom a row names by an id alone, as older answers do; nil: nobody.
  func userNamedByID(in row: TabRow) -> User.ID?

  /// The same row, once it is known whose id that is.
  func row(_ row: TabRow, naming user: User) -> TabRow

  /// What the journal calls the things that are written from here.
  var kinds: [String] { get }

  /// A row as the journal keeps it; nil where that cannot be read.
  func row(keptAs json: RawJSON) -> TabRow?

  /// How a write of the journal is taken back, or why it cannot be.
  func takingBack(_ written: TabWritten) -> TabTakingBack

  /// The rows inside a row, which `TabEvent.insideWanted` shows in place of this tab's; nil: none.
  func inside(_ row: TabRow) -> (any Tab)?
}

extension Tab {
  package var isPartOfOrganization: Bool { false }

  package var holdsItsRows: Bool { true }

  package var putsNewRowsLast: Bool { false }

  package var isKnownByHost: Bool { false }

  package var hasPaneOfItsOwn: Bool { false }

  package func rows(unread error: WorkOSError) -> [TabRow]? { nil }

  package func userNamedByID(in row: TabRow) -> User.ID? { nil }

  package func row(_ row: TabRow, naming user: User) -> TabRow { row }

  package func details(of row: TabRow) -> [TabFact] { [] }

  /// The first identifier that it has; where it has none, its id.
  package func copied(from row: TabRow) -> TabFact {
    let facts = zip(columns, row.cells).compactMap { column, cell -> TabFact? in
      guard column.meaning == .identifier, let text = cell.searched, !text.isBlank else {
        return nil
      }
      return TabFact(column.title, text)
    }
    return facts.first ?? TabFact("Id", row.id)
  }

  package func json(of row: TabRow) -> RawJSON? { row.json }

  package func opened(_ row: TabRow) -> TabOpening? { .details }

  package func person(of row: TabRow) -> PersonName? { nil }

  package func row(keptAs json: RawJSON) -> TabRow? { nil }

  package var kinds: [String] { [words.one] }

  package func takingBack(_ written: TabWritten) -> TabTakingBack { leftToTab }

  /// What nobody has thought of how to take back.
  var leftToTab: TabTakingBack {
    .impossible(
      "What was done to \(words.anyOne) is not taken back from the journal. Change it in the tab "
        + "\(title).")
  }

  package func inside(_ row: TabRow) -> (any Tab)? { nil }

  /// All of a row that can be copied by itself, what is mostly wanted first.
  package func copyable(of row: TabRow) -> [TabFact] {
    var facts = [copied(from: row), TabFact("Id", row.id)]
    facts += zip(columns, row.cells).compactMap { column, cell in
      cell.searched.map { TabFact(column.title, $0) }
    }
    facts += details(of: row)
    var known: Set<String> = []
    return facts.filter { !$0.value.isBlank && known.insert($0.value).inserted }
  }
}

/// A tab's own words.
package struct TabWords: Equatable, Sendable {
  /// What one of them is called, such as `member`.
  package var one: String
  /// What several are called, such as `members`.
  package var many: String
  /// What is said where there is none.
  package var empty: String

  package init(one: String, many: String, empty: String) {
    self.one = one
    self.many = many
    self.empty = empty
  }

  /// One of them, with the article that is spoken before it: `a member`, `an API key`.
  package var anyOne: String {
    let isVowel = one.first.map { "aeioAEIO".contains($0) } ?? false
    return "\(isVowel ? "an" : "a") \(one)"
  }

  /// So many of them: `1 member`, `12 members`.
  package func count(_ count: Int) -> String { "\(count) \(count == 1 ? one : many)" }
}

/// A column of a tab, by what it means; how wide it is, the screen says.
package struct TabColumn: Equatable, Sendable {
  package enum Meaning: Equatable, Sendable {
    /// What the row is called.
    case name
    /// An address, a slug or an id, which says little when it is cut.
    case identifier
    /// Anything else that is read as it is, and says something also when it is cut: a list, a sentence.
    case text
    /// A short word or number, which says nothing when it is cut.
    case word
    /// A word for how things stand.
    case state
    case moment
  }

  package var title: String
  package var meaning: Meaning
  /// Whether it stays when there is no room for states and moments.
  package var isKept: Bool

  package init(_ title: String, _ meaning: Meaning, isKept: Bool = false) {
    self.title = title
    self.meaning = meaning
    self.isKept = isKept
  }
}
