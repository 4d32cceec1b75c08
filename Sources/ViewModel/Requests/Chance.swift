import Foundation

/// Chance as a value: SplitMix64, seeded once, so that what follows from it can be told again.
struct Chance: Equatable, Sendable {
  private var state: UInt64

  init(session: UUID) {
    state = withUnsafeBytes(of: session.uuid) { bytes in
      bytes.reduce(into: 0) { state, byte in state = state &* 257 &+ UInt64(byte) }
    }
  }

  /// A number from 0 up to 1.
  mutating func next() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    mixed ^= mixed >> 31
    return Double(mixed >> 11) / Double(1 << 53)
  }
}
