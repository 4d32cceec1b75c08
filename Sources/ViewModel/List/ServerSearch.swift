import Delivery
import Foundation
import WorkOS

/// Questions put to the server about one text, and below what was loaded already what they brought.
///
/// The first page holds the loaded rows that match, then what the server knows beyond them, each
/// organization once. The pages after that are the further pages of one question after another.
package struct ServerSearch: Equatable, Sendable {
  /// How many organizations a question added to the first page.
  package struct Finding: Equatable, Sendable {
    package var source: ListSource
    package var count: Int
  }

  package let inquiry: Inquiry
  package private(set) var questions: [PagedOrganizations]
  /// The rows of the first page.
  private var table: RowTable<Organization>
  /// The loaded rows that matched when the server was asked, and what was created since.
  private var kept: [Int32]
  /// Those, and what the server added.
  private var first: [Int32]
  /// What the server added to the first page, in the order in which the answers came.
  package private(set) var findings: [Finding] = []
  /// Of several things asked for, those of which nothing was found.
  package private(set) var missing: [String] = []
  package private(set) var created: Set<Organization.ID> = []
  private var firstPageSelection: Organization.ID?
  /// The questions that have a first page, in the order in which these came.
  private var answered: [Int] = []

  init(
    _ inquiry: Inquiry, keeping kept: some Sequence<ListedOrganization>, order: ListOrder,
    limit: Int
  ) {
    self.inquiry = inquiry
    var table = RowTable<Organization>()
    self.kept = kept.map { table.put($0) }
    first = self.kept
    self.table = table
    firstPageSelection = first.first.map { table[$0].id }
    questions = inquiry.sources.map {
      PagedOrganizations(source: $0, order: order, limit: limit)
    }
  }

  /// The question of which a further page is on screen; nil on the first page.
  package var walked: Int? { questions.lastIndex { $0.index > 0 } }

  package var isOnFirstPage: Bool { walked == nil }

  package var rows: RowList<Organization> { walked.map { questions[$0].rows } ?? firstPage }

  /// How many of the rows on the first page were there before the server was asked.
  package var keptCount: Int { kept.count }

  private var firstPage: RowList<Organization> { RowList(table, first) }

  package var selection: Organization.ID? {
    get { walked.map { questions[$0].selection } ?? firstPageSelection }
    set {
      if let walked {
        questions[walked].selection = newValue
      } else {
        firstPageSelection = newValue
      }
    }
  }

  /// Every page that is there to be looked through, from first to last.
  var allPages: [RowList<Organization>] {
    [firstPage]
      + questions.flatMap { question in
        question.pages.indices.dropFirst().map { question.rows(ofPage: $0) }
      }
  }

  package var loads: [PageLoad] { questions.compactMap(\.load) }

  /// The questions whose first answer is still to come.
  package var unanswered: [PagedOrganizations] {
    questions.filter { $0.load != nil && $0.pages.isEmpty }
  }

  /// The questions that failed when they were put last.
  package var failed: [PagedOrganizations] {
    questions.filter { $0.failure != nil && $0.load == nil }
  }

  package var hasNextPage: Bool { nextToWalk != nil }

  /// The number of the page on screen, from 1.
  package var pageNumber: Int { questions.reduce(1) { $0 + $1.index } }

  /// The number of rows on the pages before this one.
  package var rowsBefore: Int {
    guard let walked else { return 0 }
    let further = questions[...walked].reduce(0) { count, question in
      guard question.index > 0 else { return count }
      return count + question.rowsBefore + question.rows.count - question.pages[0].count
    }
    return first.count + further - rows.count
  }

  /// When the oldest of what is on screen was read.
  package var loadedAt: Date? {
    if let walked { return questions[walked].page?.loadedAt }
    return questions.compactMap { $0.pages.first?.loadedAt }.min()
  }

  func row(_ id: Organization.ID) -> ListedOrganization? {
    table.number(of: id).map { table[$0] } ?? questions.lazy.compactMap { $0.row(id) }.first
  }

  /// The rows that go by a name.
  func ids(named name: FoldedText) -> Set<Organization.ID> {
    let tables = [table] + questions.map(\.held.table)
    return Set(tables.flatMap { table in table.numbers(named: name).map { table[$0].id } })
  }

  private var nextToWalk: Int? {
    questions.indices.first { $0 >= walked ?? 0 && questions[$0].hasNextPage }
  }
}

// MARK: - Walking

extension ServerSearch {
  mutating func ask(_ turn: inout Turn) {
    for index in questions.indices { questions[index].loadFirstPage(&turn) }
  }

  mutating func goForward(landing: Landing = .firstRow, _ turn: inout Turn) {
    if let next = nextToWalk {
      questions[next].goForward(landing: landing, &turn)
    } else if unanswered.isEmpty {
      turn.notice = .lastPage
    }
  }

  mutating func goBack(landing: Landing = .firstRow, _ turn: inout Turn) {
    guard let walked else {
      turn.notice = .firstPage
      return
    }
    questions[walked].goBack(landing: landing, &turn)
    land(landing, from: walked)
  }

  /// - Parameter row: the position of the selection.
  mutating func prefetch(from row: Int, _ turn: inout Turn) {
    if let walked { return questions[walked].prefetch(&turn) }
    guard first.count - row <= PagedOrganizations.prefetchDistance, let next = nextToWalk else {
      return
    }
    questions[next].prefetch(&turn, hasMomentum: true)
  }

  mutating func changeQuestions(_ change: (inout PagedOrganizations) -> Void) {
    for index in questions.indices { change(&questions[index]) }
  }

  mutating func refresh(_ turn: inout Turn) {
    if let walked { return questions[walked].refresh(&turn) }
    for index in questions.indices { questions[index].refresh(&turn) }
  }

  /// Asks anew for the other end of the list first.
  mutating func flipOrder(_ turn: inout Turn) {
    let selection = selection
    giveUp(&turn)
    questions = questions.map {
      PagedOrganizations(source: $0.source, order: $0.order.flipped, limit: $0.limit)
    }
    answered = []
    kept.reverse()
    combine()
    turnTo(selection)
    ask(&turn)
  }

  /// Whether something is awaited beside the first answers.
  var isLoadingMore: Bool {
    questions.contains { $0.load?.isAwaited == true && !$0.pages.isEmpty }
  }

  mutating func stopLoadingMore(_ turn: inout Turn) {
    for index in questions.indices
    where questions[index].load?.isAwaited == true && !questions[index].pages.isEmpty {
      questions[index].stopLoading(&turn)
    }
  }

  mutating func giveUp(_ turn: inout Turn) {
    for load in loads { turn.cancel(load.pending) }
  }

  mutating func noteStop(of request: RequestID, because error: WorkOSError) {
    for index in questions.indices { questions[index].noteStop(of: request, because: error) }
  }

  /// Turns to the page that holds an organization; to the first row in sight when none does.
  mutating func turnTo(_ id: Organization.ID?) {
    guard let id else { return }
    let isOnFirstPage = table.number(of: id) != nil
    if walked == nil ? isOnFirstPage : rows.contains(id) {
      selection = id
    } else if isOnFirstPage {
      for index in questions.indices { questions[index].index = 0 }
      firstPageSelection = id
    } else if let place = further(id) {
      for index in questions.indices where index > place.question { questions[index].index = 0 }
      questions[place.question].index = place.page
      questions[place.question].selection = id
    } else {
      selection = rows.first?.id
    }
  }

  private func further(_ id: Organization.ID) -> (question: Int, page: Int)? {
    for (question, list) in questions.enumerated() {
      if let page = list.pageBeyondFirst(of: id) { return (question, page) }
    }
    return nil
  }

  /// Selects a row of the page that has come on screen since a further one was left.
  private mutating func land(_ landing: Landing, from former: Int?) {
    guard former != walked else { return }
    let row = landing == .firstRow ? rows.first : rows.last
    selection = row?.id
  }
}

// MARK: - What comes, goes and changes

extension ServerSearch {
  mutating func pageArrived(
    _ id: RequestID, _ result: Result<Page<ListedOrganization>, WorkOSError>, _ turn: inout Turn
  ) {
    guard let index = questions.firstIndex(where: { $0.load?.pending.id == id }) else { return }
    let isFurther = questions[index].load?.target ?? 0 > 0
    let (table, others) = (table, questions.indices.filter { $0 != index }.map { questions[$0] })
    let former = walked
    questions[index].pageArrived(
      id, result,
      leavingOut: { id in
        table.number(of: id) != nil || others.contains { $0.pageBeyondFirst(of: id) != nil }
      }, &turn)
    if !isFurther {
      if !questions[index].pages.isEmpty, !answered.contains(index) { answered.append(index) }
      combine()
    }
    if former != nil, walked != former { land(.lastRow, from: former) }
    missing = findMissing()
  }

  mutating func replace(_ organization: Organization) {
    changing {
      let row = ListedOrganization(organization)
      if $0.table.number(of: organization.id) != nil { _ = $0.table.put(row) }
      for index in $0.questions.indices { $0.questions[index].replace(organization) }
    }
  }

  mutating func insertCreated(_ organization: Organization, _ turn: inout Turn) {
    created.insert(organization.id)
    if let walked { return questions[walked].insertCreated(organization, &turn) }
    let number = table.put(ListedOrganization(organization))
    kept.removeAll { $0 == number }
    kept.insert(number, at: 0)
    firstPageSelection = organization.id
    combine()
  }

  mutating func remove(_ id: Organization.ID, _ turn: inout Turn) {
    changing {
      let number = $0.table.number(of: id)
      $0.kept.removeAll { $0 == number }
      for index in $0.questions.indices { $0.questions[index].remove(id, &turn) }
    }
  }

  private mutating func changing(_ change: (inout ServerSearch) -> Void) {
    let former = walked
    change(&self)
    combine()
    if former != nil, walked != former { land(.lastRow, from: former) }
  }

  /// Puts the first page together anew: what was kept, then what the questions brought, each once.
  private mutating func combine() {
    let position = firstPageSelection.flatMap(firstPage.index(of:)) ?? 0
    var table = RowTable<Organization>()
    kept = kept.map { table.put(self.table[$0]) }
    first = kept
    findings = []
    for question in answered.map({ questions[$0] }) where !question.pages.isEmpty {
      let count = first.count
      for row in question.rows(ofPage: 0) {
        let isNew = table.number(of: row.id) == nil
        let number = table.put(row)
        if isNew { first.append(number) }
      }
      if first.count > count {
        findings.append(Finding(source: question.source, count: first.count - count))
      }
    }
    self.table = table
    if firstPageSelection.flatMap(table.number(of:)) == nil {
      firstPageSelection = first.isEmpty ? nil : table[first[min(position, first.count - 1)]].id
    }
  }
}

extension Paged {
  /// The first page after the first one that holds an item.
  fileprivate func pageBeyondFirst(of id: Item.ID) -> Int? {
    guard let number = held.table.number(of: id) else { return nil }
    let home = held.home(of: number)
    if home > 0 { return home }
    guard held.isOnSeveralPages(number) else { return nil }
    return pages.indices.dropFirst().first { pages[$0].rows.contains(number) }
  }
}
