/// Where in the seed a made-up thing belongs, hidden in the random part of its id, so that it can
/// be made again from its id alone.
struct SeedCode: Equatable, Sendable {
  /// The position of its organization, below 2^20.
  var position: Int
  /// Its number among its like in that organization, below 2^20.
  var number: Int

  init(position: Int, number: Int) {
    self.position = position
    self.number = number
  }

  init(of id: ULID) {
    let salt = UInt64(truncatingIfNeeded: id.value >> 40) & Self.mask
    let code = UInt64(truncatingIfNeeded: id.value) & Self.mask ^ Self.mixed(salt)
    position = Int(code >> 20)
    number = Int(code & 0xF_FFFF)
  }

  /// - Parameter salt: tells things of different kinds with the same number apart.
  func id(at time: Timestamp, salt: UInt64) -> ULID {
    let code = UInt64(position) << 20 | UInt64(number)
    let salt = Self.mixed(code &+ salt << 42)
    return ULID(at: time, chance: UInt128(salt) << 40 | UInt128(code ^ Self.mixed(salt)))
  }

  private static let mask: UInt64 = 0xFF_FFFF_FFFF

  private static func mixed(_ value: UInt64) -> UInt64 {
    var random = SplitMix(seed: value)
    return random.next() & mask
  }
}
