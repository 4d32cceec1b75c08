/// Which of the rows that are held match a filter, and how many were looked through.
struct Matching<Item: PagedItem>: Equatable, Sendable {
  /// The numbers of the rows that match, in the order of the pages.
  private(set) var numbers: [Int32] = []
  /// The rows that match, when they come from several tables; nil: they are in that of the list.
  private(set) var found: RowTable<Item>?
  private(set) var loadedCount = 0
  private var isIn = RowSet()
  private var sought: Sought?
  /// What the list was like that was looked through: pages added to it are looked through alone.
  private var pages = 0
  private var revision: Int?
  /// Whether some rows stand before others that the list has before them.
  private var isReordered = false

  init(loadedCount: Int = 0) { self.loadedCount = loadedCount }

  /// Looks through the pages of a list, as far as that was not done.
  mutating func look(for sought: Sought, in list: Paged<Item>) {
    if isUpToDate(with: list), !isReordered, let former = self.sought, sought != former,
      sought.narrows(former)
    {
      // One more letter finds nothing new.
      let former = numbers
      self = Matching()
      add(list.held.table.numbers(former, holding: sought))
    } else {
      if self.sought != sought || revision != list.revision || found != nil { self = Matching() }
      for page in list.pages[pages...] { add(list.held.table.numbers(page.rows, holding: sought)) }
    }
    self.sought = sought
    revision = list.revision
    pages = list.pages.count
    loadedCount = list.loadedCount
  }

  private func isUpToDate(with list: Paged<Item>) -> Bool {
    found == nil && revision == list.revision && pages == list.pages.count
  }

  /// Adds the rows that match of a page whose rows are not in the table of the others.
  mutating func gather(_ sought: Sought, from page: RowList<Item>) {
    var found = found ?? RowTable()
    self.found = nil
    for number in page.table.numbers(page.numbers, holding: sought) {
      add([found.put(page.table[number])])
    }
    self.found = found
    loadedCount += page.count
  }

  /// Puts the rows that hold something before the others, each of both in the order in which they were.
  mutating func putFirst(_ sought: Sought, of table: RowTable<Item>) {
    let first = table.numbers(numbers, holding: sought)
    guard !first.isEmpty, first.count < numbers.count else { return }
    var isFirst = RowSet()
    for number in first { isFirst.insert(number) }
    numbers = first + numbers.filter { !isFirst.contains($0) }
    isReordered = true
  }

  private mutating func add(_ new: [Int32]) {
    for number in new where isIn.insert(number) { numbers.append(number) }
  }
}
