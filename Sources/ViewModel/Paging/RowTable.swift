/// Many rows, each under a number that it keeps as long as it is held.
///
/// Whatever is about many of them, an order, matches, marks, is a list or a set of such numbers.
/// Rows are found by id, by name and by key; none of these costs more when more are held.
package struct RowTable<Item: RowItem>: Equatable, Sendable {
  /// Where a row lies.
  private struct Place: Sendable {
    var block: RowBlock<Item>
    var index: Int32
  }

  /// Nil under numbers that are free.
  private var places: [Place?] = []
  private var free: [Int32] = []
  private var byID = HashChains()
  private var byName = HashChains()
  private var byKey = KeyedRows()
  private let recent = RecentItems<Item>()

  package init() {}

  /// The number of rows that are held.
  package var count: Int { places.count - free.count }

  /// The row of a number that it gave away, and has not freed since: another one is our own mistake.
  package subscript(number: Int32) -> Row<Item> {
    guard let place = places[Int(number)] else { preconditionFailure("a row that is not held") }
    return Row(block: place.block, index: Int(place.index), recent: recent)
  }

  package func number(of id: Item.ID) -> Int32? {
    let bytes = Array(id.rawValue.utf8)
    return number(ofID: bytes[...], hash: RowHash.of(bytes))
  }

  private func number(ofID bytes: ArraySlice<UInt8>, hash: UInt32) -> Int32? {
    var found: Int32?
    byID.forEach(hash: hash) { number in
      guard let place = places[Int(number)], place.block.idBytes(Int(place.index)) == bytes else {
        return true
      }
      found = number
      return false
    }
    return found
  }

  /// The rows that go by a name, whatever its case and accents; in no order.
  package func numbers(named name: FoldedText) -> [Int32] {
    var found: [Int32] = []
    byName.forEach(hash: RowHash.of(name.bytes)) { number in
      if let place = places[Int(number)], place.block.name(Int(place.index)) == name.bytes[...] {
        found.append(number)
      }
      return true
    }
    return found
  }

  /// Rows that have a key, at most so many, in no order; now and then one that has another.
  package func numbers(withKey key: String, atMost most: Int) -> [Int32] {
    byKey.rows(hash: RowHash.of(key.utf8), atMost: most)
  }

  /// Holds a row, in the place of the one with its id unless that is newer.
  package mutating func put(_ row: Row<Item>) -> Int32 {
    let place = Place(block: row.block, index: Int32(row.index))
    let hash = row.block.idHashes[row.index]
    if let number = number(ofID: row.block.idBytes(row.index), hash: hash) {
      if !row.isOlder(than: self[number]) {
        byName.remove(number)
        if let former = places[Int(number)] { removeKeys(of: number, former) }
        places[Int(number)] = place
        byName.insert(number, hash: row.block.nameHashes[row.index])
        byKey.insert(number, hashes: row.block.keyHashes(row.index))
        keepItem(of: row)
      }
      return number
    }
    let number: Int32
    if let last = free.popLast() {
      number = last
      places[Int(number)] = place
    } else {
      number = Int32(places.count)
      places.append(place)
    }
    byID.insert(number, hash: hash)
    byName.insert(number, hash: row.block.nameHashes[row.index])
    byKey.insert(number, hashes: row.block.keyHashes(row.index))
    keepItem(of: row)
    return number
  }

  package mutating func remove(_ number: Int32) {
    byID.remove(number)
    byName.remove(number)
    if let place = places[Int(number)] { removeKeys(of: number, place) }
    places[Int(number)] = nil
    free.append(number)
  }

  private mutating func removeKeys(of number: Int32, _ place: Place) {
    byKey.remove(number, hashes: place.block.keyHashes(Int(place.index)))
  }

  /// What has just been read need not be read again to be drawn.
  private func keepItem(of row: Row<Item>) {
    guard row.recent !== recent, let item = row.recent?.item(of: row.block, row.index) else {
      return
    }
    recent.keep(item, of: row.block, row.index)
  }

  package static func == (one: RowTable, other: RowTable) -> Bool {
    one.places.count == other.places.count
      && zip(one.places, other.places).allSatisfy { one, other in
        guard let one, let other else { return one == nil && other == nil }
        return one.block.isEqual(Int(one.index), to: other.block, Int(other.index))
      }
  }
}

// MARK: - Filtering

extension RowTable {
  /// Which of these rows hold what is looked for, in their order.
  func numbers(_ numbers: [Int32], holding sought: Sought) -> [Int32] {
    var found: [Int32] = []
    var start = 0
    while start < numbers.count {
      guard let place = places[Int(numbers[start])] else {
        preconditionFailure("a row that is not held")
      }
      // Rows that came in one answer mostly still stand beside each other.
      let first = Int(place.index)
      var count = 1
      while start + count < numbers.count, let next = places[Int(numbers[start + count])],
        next.block === place.block, Int(next.index) == first + count
      {
        count += 1
      }
      let rows = place.block.rows(in: first..<first + count, holding: sought)
      for row in rows { found.append(numbers[start + row - first]) }
      start += count
    }
    return found
  }
}
