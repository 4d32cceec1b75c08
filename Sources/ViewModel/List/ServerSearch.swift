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
  /// The loaded rows that matched when the server was asked, and what was created since.
  package private(set) var kept: [ListedOrganization]
  package private(set) var questions: [PagedOrganizations]
  package private(set) var firstPage: [ListedOrganization]
  /// What the server added to the first page, in the order in which the answers came.
  package private(set) var findings: [Finding] = []
  package private(set) var created: Set<Organization.ID> = []
  private var firstPageSelection: Organization.ID?
  /// The questions that have a first page, in the order in which these came.
  private var answered: [Int] = []

  init(
    _ inquiry: Inquiry, keeping kept: [ListedOrganization], order: OrganizationQuery.Order,
    limit: Int
  ) {
    self.inquiry = inquiry
    self.kept = kept
    firstPage = kept
    firstPageSelection = kept.first?.id
    questions = inquiry.sources.map {
      PagedOrganizations(source: $0, order: order, limit: limit)
    }
  }

  /// The question of which a further page is on screen; nil on the first page.
  package var walked: Int? { questions.lastIndex { $0.index > 0 } }

  package var isOnFirstPage: Bool { walked == nil }

  package var rows: [ListedOrganization] { walked.map { questions[$0].rows } ?? firstPage }

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

  /// Every row that is there to be looked through, from first to last.
  package var loaded: [ListedOrganization] {
    firstPage + questions.flatMap { $0.pages.dropFirst().flatMap(\.rows) }
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
    let further = questions[...walked].map { question in
      question.pages.prefix(question.index + 1).dropFirst()
    }
    let count = further.joined().reduce(0) { $0 + $1.rows.count }
    return firstPage.count + count - rows.count
  }

  /// When the oldest of what is on screen was read.
  package var loadedAt: Date? {
    if let walked { return questions[walked].page?.loadedAt }
    return questions.compactMap { $0.pages.first?.loadedAt }.min()
  }

  package func organization(_ id: Organization.ID) -> ListedOrganization? {
    firstPage.first { $0.id == id } ?? questions.lazy.compactMap { $0.organization(id) }.first
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

  mutating func prefetch(_ turn: inout Turn) {
    if let walked { return questions[walked].prefetch(&turn) }
    let row = firstPageSelection.flatMap { id in firstPage.lastIndex { $0.id == id } } ?? 0
    guard firstPage.count - row <= PagedOrganizations.prefetchDistance, let next = nextToWalk else {
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
    if rows.contains(where: { $0.id == id }) {
      selection = id
    } else if firstPage.contains(where: { $0.id == id }) {
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
      for page in list.pages.indices.dropFirst() where list.pages[page].index(of: id) != nil {
        return (question, page)
      }
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
    changing {
      $0.questions[index].pageArrived(id, result, &turn)
      if !$0.questions[index].pages.isEmpty, !$0.answered.contains(index) {
        $0.answered.append(index)
      }
    }
  }

  mutating func replace(_ organization: Organization) {
    changing {
      for index in $0.kept.indices
      where $0.kept[index].id == organization.id
        && !organization.isOlder(than: $0.kept[index].organization)
      {
        $0.kept[index] = ListedOrganization(organization)
      }
      for index in $0.questions.indices { $0.questions[index].replace(organization) }
    }
  }

  mutating func insertCreated(_ organization: Organization, _ turn: inout Turn) {
    created.insert(organization.id)
    if let walked { return questions[walked].insertCreated(organization, &turn) }
    kept.removeAll { $0.id == organization.id }
    kept.insert(ListedOrganization(organization), at: 0)
    firstPageSelection = organization.id
    combine()
  }

  mutating func remove(_ id: Organization.ID, _ turn: inout Turn) {
    changing {
      $0.kept.removeAll { $0.id == id }
      for index in $0.questions.indices { $0.questions[index].remove(id, &turn) }
    }
  }

  private mutating func changing(_ change: (inout ServerSearch) -> Void) {
    let former = walked
    change(&self)
    combine()
    if former != nil, walked != former { land(.lastRow, from: former) }
  }

  /// Puts the first page together anew, and keeps the questions from repeating each other.
  private mutating func combine() {
    let position = firstPageSelection.flatMap { id in firstPage.firstIndex { $0.id == id } } ?? 0
    let first = answered.map { (questions[$0].source, questions[$0].pages.first?.rows ?? []) }
    let read = Dictionary(
      first.flatMap(\.1).map { ($0.id, $0) },
      uniquingKeysWith: { $0.organization.isOlder(than: $1.organization) ? $1 : $0 })
    kept = kept.map { row in
      guard let new = read[row.id], !new.organization.isOlder(than: row.organization) else {
        return row
      }
      return new
    }
    firstPage = kept
    findings = []
    var seen = Set(kept.map(\.id))
    for (source, rows) in first {
      let new = rows.filter { seen.insert($0.id).inserted }
      firstPage += new
      if !new.isEmpty { findings.append(Finding(source: source, count: new.count)) }
    }
    for index in questions.indices {
      let others = questions.indices.filter { $0 != index }.flatMap { other in
        questions[other].pages.dropFirst().flatMap { $0.rows.map(\.id) }
      }
      questions[index].elsewhere = seen.union(others)
    }
    if firstPageSelection == nil || !seen.contains(firstPageSelection ?? "") {
      firstPageSelection =
        firstPage.isEmpty ? nil : firstPage[min(position, firstPage.count - 1)].id
    }
  }
}

extension OrganizationQuery.Order {
  var flipped: OrganizationQuery.Order { self == .newestFirst ? .oldestFirst : .newestFirst }
}
