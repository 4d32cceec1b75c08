/// Texts that are much alike, kept in a fraction of their bytes; each can be read by itself.
///
/// The format is that of LZ4: runs of bytes as they are, and places before where the same bytes stand.
/// Such a place is in the text itself or in a few of the texts that are kept whole for all of them.
/// Foundation has no compression on Linux, and one text of a hundred has to be read without the rest.
package struct PackedTexts: Equatable, Sendable {
  /// A few of the texts as they are, which the others refer to.
  private let common: [UInt8]
  private let packed: [UInt8]
  /// Where each text ends in `packed`.
  private let ends: [UInt32]
  /// The bytes of each text, unpacked.
  private let counts: [UInt32]

  /// The most bytes that are kept whole.
  private static let mostCommon = 2048
  /// How many texts at most those bytes are taken from.
  private static let samples = 8

  package init(_ texts: [[UInt8]]) {
    common = Self.common(of: texts)
    counts = texts.map { UInt32($0.count) }
    guard !texts.isEmpty else {
      (packed, ends) = ([], [])
      return
    }
    let packer = Packer(common)
    var packed: [UInt8] = []
    var ends: [UInt32] = []
    ends.reserveCapacity(texts.count)
    packed.reserveCapacity(texts.reduce(0) { $0 + $1.count } / 2)
    for text in texts {
      packer.pack(text, into: &packed)
      ends.append(UInt32(packed.count))
    }
    // What was reserved beyond its end would be kept along with it.
    self.packed = [UInt8](unsafeUninitializedCapacity: packed.count) { buffer, count in
      count = buffer.update(fromContentsOf: packed)
    }
    self.ends = ends
  }

  private static func common(of texts: [[UInt8]]) -> [UInt8] {
    let most = min(mostCommon, texts.reduce(0) { $0 + $1.count } / samples)
    var common: [UInt8] = []
    for sample in 0..<samples where common.count < most && texts.count > 1 {
      common += texts[texts.count * sample / samples].prefix(most - common.count)
    }
    return common
  }

  package subscript(index: Int) -> [UInt8] {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    let room = common.count + Int(counts[index])
    let whole = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      _ = buffer.update(fromContentsOf: common)
      count = common.count
      packed.withUnsafeBufferPointer { packed in
        Unpacker(packed: packed[start..<Int(ends[index])]).unpack(into: buffer, count: &count)
      }
    }
    return Array(whole[common.count...])
  }

  /// The fewest equal bytes that a reference to them is worth.
  fileprivate static let shortest = 4
  /// The first count that does not fit beside another in one byte.
  fileprivate static let nibble = 15
}

/// Finds what stood before.
private struct Packer {
  private let common: [UInt8]
  /// Where the bytes of each hash stood last, within what is common; -1 where none did.
  private let places: [Int32]

  private static let hashBits: UInt32 = 12
  /// A reference has two bytes.
  private static let farthest = 65_535

  init(_ common: [UInt8]) {
    self.common = common
    var places = [Int32](repeating: -1, count: 1 << Self.hashBits)
    common.withUnsafeBufferPointer { bytes in
      for place in 0..<max(0, bytes.count - PackedTexts.shortest) {
        places[Self.hash(bytes, place)] = Int32(place)
      }
    }
    self.places = places
  }

  func pack(_ text: [UInt8], into packed: inout [UInt8]) {
    var places = places
    let whole = common + text
    whole.withUnsafeBufferPointer { bytes in
      places.withUnsafeMutableBufferPointer { places in
        var (start, place) = (common.count, common.count)
        while place + PackedTexts.shortest <= bytes.count {
          let hash = Self.hash(bytes, place)
          let former = Int(places[hash])
          places[hash] = Int32(place)
          var count = 0
          if former >= 0, place - former <= Self.farthest {
            while place + count < bytes.count, bytes[former + count] == bytes[place + count] {
              count += 1
            }
          }
          guard count >= PackedTexts.shortest else {
            place += 1
            continue
          }
          Self.write(bytes[start..<place], place - former, count, to: &packed)
          let end = place + count
          place += 1
          while place < end {
            if place + PackedTexts.shortest <= bytes.count {
              places[Self.hash(bytes, place)] = Int32(place)
            }
            place += 1
          }
          start = place
        }
        if start < bytes.count { Self.write(bytes[start...], nil, 0, to: &packed) }
      }
    }
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    let four =
      UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
      | UInt32(bytes[place + 3]) << 24
    return Int((four &* 2_654_435_761) >> (32 - hashBits))
  }

  /// Bytes as they are, then how far back how many more stand; only a text's end has none of those.
  private static func write(
    _ literals: Slice<UnsafeBufferPointer<UInt8>>, _ distance: Int?, _ count: Int,
    to packed: inout [UInt8]
  ) {
    let nibble = PackedTexts.nibble
    let rest = distance == nil ? 0 : count - PackedTexts.shortest
    packed.append(UInt8(min(literals.count, nibble) << 4 | min(rest, nibble)))
    if literals.count >= nibble { write(literals.count - nibble, to: &packed) }
    packed.append(contentsOf: literals)
    guard let distance else { return }
    packed.append(UInt8(distance & 0xFF))
    packed.append(UInt8(distance >> 8))
    if rest >= nibble { write(rest - nibble, to: &packed) }
  }

  private static func write(_ count: Int, to packed: inout [UInt8]) {
    var rest = count
    while rest >= 255 {
      packed.append(255)
      rest -= 255
    }
    packed.append(UInt8(rest))
  }
}

/// Puts a text together again.
private struct Unpacker {
  var packed: Slice<UnsafeBufferPointer<UInt8>>

  consuming func unpack(into text: UnsafeMutableBufferPointer<UInt8>, count: inout Int) {
    while let token = packed.popFirst() {
      for _ in 0..<length(Int(token >> 4)) {
        text[count] = next()
        count += 1
      }
      guard !packed.isEmpty else { return }
      let distance = Int(next()) | Int(next()) << 8
      for _ in 0..<PackedTexts.shortest + length(Int(token & 0xF)) {
        text[count] = text[count - distance]
        count += 1
      }
    }
  }

  private mutating func next() -> UInt8 { packed.popFirst() ?? 0 }

  private mutating func length(_ nibble: Int) -> Int {
    var length = nibble
    guard nibble == PackedTexts.nibble else { return length }
    while true {
      let more = next()
      length += Int(more)
      if more < 255 { return length }
    }
  }
}
