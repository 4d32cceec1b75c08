/// Numbers by the hashes of what they stand for: four times four bytes each, and no key.
struct HashChains: Equatable, Sendable {
  /// The first number of each chain; as many chains as the next power of two.
  private var heads: [Int32] = [nobody]
  /// The number that follows each in its chain.
  private var next: [Int32] = []
  private var hashes: [UInt32] = []
  private var count = 0

  private static let nobody: Int32 = -1
  /// Stands behind a number that is in no chain.
  private static let isFree: Int32 = -2

  mutating func insert(_ number: Int32, hash: UInt32) {
    while next.count <= Int(number) {
      next.append(Self.isFree)
      hashes.append(0)
    }
    count += 1
    hashes[Int(number)] = hash
    if count > heads.count { grow() }
    link(number)
  }

  mutating func remove(_ number: Int32) {
    let chain = chain(of: hashes[Int(number)])
    let follower = next[Int(number)]
    if heads[chain] == number {
      heads[chain] = follower
    } else {
      var former = heads[chain]
      while next[Int(former)] != number { former = next[Int(former)] }
      next[Int(former)] = follower
    }
    next[Int(number)] = Self.isFree
    count -= 1
  }

  /// Calls `body` with every number of a hash, until it returns false.
  func forEach(hash: UInt32, _ body: (Int32) -> Bool) {
    var number = heads[chain(of: hash)]
    while number != Self.nobody {
      if hashes[Int(number)] == hash, !body(number) { return }
      number = next[Int(number)]
    }
  }

  private func chain(of hash: UInt32) -> Int { Int(hash) & (heads.count - 1) }

  private mutating func link(_ number: Int32) {
    let chain = chain(of: hashes[Int(number)])
    next[Int(number)] = heads[chain]
    heads[chain] = number
  }

  private mutating func grow() {
    heads = Array(repeating: Self.nobody, count: heads.count * 2)
    for number in next.indices where next[number] != Self.isFree { link(Int32(number)) }
  }
}
