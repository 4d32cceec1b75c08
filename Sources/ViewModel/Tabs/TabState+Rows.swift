/// The rows of a tab: what comes, changes and goes, and which match.
///
/// A page costs what it holds itself, and a row the search for its place, however many are loaded; only
/// a filter looks through all.
extension TabState {
  /// The numbers of the rows that are shown, in order.
  var shown: [Int32] { sought == nil ? order : found }

  /// The place of a row among some that are in order.
  func place(of number: Int32, in numbers: [Int32]) -> Int? {
    let place = insertionPlace(of: number, in: numbers)
    return place < numbers.count && numbers[place] == number ? place : nil
  }

  private func insertionPlace(of number: Int32, in numbers: [Int32]) -> Int {
    let rank = ranks[Int(number)]
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if ranks[Int(numbers[middle])] < rank { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func setRank(_ rank: Int32, of number: Int32) {
    while ranks.count <= Int(number) { ranks.append(0) }
    ranks[Int(number)] = rank
  }

  // MARK: Pages

  mutating func replace(with new: [TabRow]) {
    let former = position
    (table, order, found, ranks) = (RowTable(), [], [], [])
    append(new)
    selectNear(former)
  }

  /// Adds the rows of a page behind the others, without those that are there already.
  mutating func append(_ new: [TabRow]) {
    let block = RowBlock(new.map(TabItem.init), keepsItems: true)
    var added: [Int32] = []
    for index in new.indices where table.number(of: TabItem.ID(rawValue: new[index].id)) == nil {
      let number = table.put(Row(block: block, index: index))
      setRank(order.last.map { ranks[Int($0)] + 1 } ?? 0, of: number)
      order.append(number)
      added.append(number)
    }
    if let sought { found += table.numbers(added, holding: sought) }
    if position == nil { selection = shown.first.map { table.row($0).id } }
  }

  /// Marks what stands where the marked row stood, where that is gone.
  private mutating func selectNear(_ former: Int?) {
    guard position == nil else { return }
    let place = min(former ?? 0, shown.count - 1)
    selection = place >= 0 ? table.row(shown[place]).id : nil
  }

  /// Marks a row, where it is one of those that match.
  mutating func mark(_ id: TabRow.ID) {
    guard let number = table.number(of: TabItem.ID(rawValue: id)),
      place(of: number, in: shown) != nil
    else { return }
    selection = id
  }

  // MARK: Filtering

  mutating func look(for text: FilterText) {
    filterText = text
    let former = sought
    sought = text.sought.needles.isEmpty ? nil : text.sought
    if let sought {
      // One more letter can only find less.
      let narrows = former.map { sought.narrows($0) } ?? false
      found = table.numbers(narrows ? found : order, holding: sought)
    } else {
      found = []
    }
    if position == nil { selection = shown.first.map { table.row($0).id } }
  }

  // MARK: What this console did

  /// Puts a row where it is, or where it is new first, or last.
  mutating func put(_ row: TabRow, newLast isLast: Bool = false) {
    let (former, formerSelection) = (position, selection)
    let known = table.number(of: TabItem.ID(rawValue: row.id))
    let number = table.put(Row(TabItem(row: row)))
    if known == nil {
      let neighbour = (isLast ? order.last : order.first).map { ranks[Int($0)] }
      setRank(neighbour.map { $0 + (isLast ? 1 : -1) } ?? 0, of: number)
      order.insert(number, at: isLast ? order.count : 0)
      selection = row.id
    }
    guard let sought else { return }
    let matches = !table.numbers([number], holding: sought).isEmpty
    let place = insertionPlace(of: number, in: found)
    let isFound = place < found.count && found[place] == number
    if matches, !isFound { found.insert(number, at: place) }
    if !matches, isFound { found.remove(at: place) }
    // One that the filter hides cannot be marked.
    if position == nil {
      selection = formerSelection
      selectNear(former)
    }
  }

  mutating func remove(_ id: TabRow.ID) {
    guard let number = table.number(of: TabItem.ID(rawValue: id)) else { return }
    let former = position
    if let place = place(of: number, in: order) { order.remove(at: place) }
    if let place = place(of: number, in: found) { found.remove(at: place) }
    table.remove(number)
    selectNear(former)
  }
}
