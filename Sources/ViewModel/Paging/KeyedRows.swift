/// Rows by the hashes of their keys, of which a row has any number.
struct KeyedRows: Equatable, Sendable {
  /// The row of each entry; what stands under an entry that is free means nothing.
  private var rows: [Int32] = []
  private var free: [Int32] = []
  private var chains = HashChains()

  mutating func insert(_ row: Int32, hashes: ArraySlice<UInt32>) {
    for hash in hashes {
      let entry = free.popLast() ?? Int32(rows.count)
      if Int(entry) == rows.count { rows.append(row) } else { rows[Int(entry)] = row }
      chains.insert(entry, hash: hash)
    }
  }

  mutating func remove(_ row: Int32, hashes: ArraySlice<UInt32>) {
    for hash in hashes {
      var found: Int32?
      chains.forEach(hash: hash) { entry in
        guard rows[Int(entry)] == row else { return true }
        found = entry
        return false
      }
      guard let found else { continue }
      chains.remove(found)
      free.append(found)
    }
  }

  /// The rows with a key of this hash, in no order.
  func rows(hash: UInt32, atMost most: Int) -> [Int32] {
    var found: [Int32] = []
    chains.forEach(hash: hash) { entry in
      found.append(rows[Int(entry)])
      return found.count < most
    }
    return found
  }
}
