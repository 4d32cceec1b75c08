/// What the fuzzer made up: text to try, and choices about how, taken from its end.
///
/// So a file of a corpus begins with the text and can be read.
struct FuzzInput {
  private(set) var bytes: [UInt8]

  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    bytes = Array(UnsafeBufferPointer(start: start, count: count))
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The last byte, which is then gone; 0 when there is none.
  mutating func choice() -> UInt8 {
    bytes.popLast() ?? 0
  }

  /// The bytes in pieces, cut at places that follow from a seed.
  func pieces(seed: UInt8) -> [ArraySlice<UInt8>] {
    var state = UInt32(seed) + 1
    var pieces: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      state = state &* 1_664_525 &+ 1_013_904_223
      let count = seed == 0 ? 1 : Int(state >> 24) % (Int(seed) + 1) + 1
      pieces.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return pieces
  }
}

/// Stops the fuzzer, which then keeps the input, unless something holds.
func promise(_ sentence: @autoclosure () -> String, _ holds: Bool) {
  if !holds { fatalError("not so: " + sentence()) }
}
