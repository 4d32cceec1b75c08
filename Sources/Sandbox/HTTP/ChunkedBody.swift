/// A request body that arrives in chunks, decoded as far as it has come.
struct ChunkedBody: Equatable, Sendable {
  private enum Expectation: Equatable {
    case size
    case data(left: Int)
    case endOfData
    case trailer
    case nothing
  }

  private(set) var body: [UInt8] = []
  private var expectation = Expectation.size
  private var trailerLength = 0

  var isComplete: Bool { expectation == .nothing }

  /// Takes in what it can and returns how many bytes that was.
  mutating func read(
    _ bytes: ArraySlice<UInt8>, limit: Int
  ) throws(RequestRejection) -> Int {
    var rest = bytes
    while true {
      switch expectation {
      case .size:
        guard let line = try Self.takeLine(&rest) else { return bytes.count - rest.count }
        let size = try Self.size(line)
        guard size <= limit - body.count else { throw RequestParser.bodyTooLarge }
        expectation = size == 0 ? .trailer : .data(left: size)
      case .data(let left):
        let part = rest.prefix(left)
        body.append(contentsOf: part)
        rest = rest.dropFirst(part.count)
        expectation = part.count == left ? .endOfData : .data(left: left - part.count)
        if part.count < left { return bytes.count - rest.count }
      case .endOfData:
        guard let line = try Self.takeLine(&rest) else { return bytes.count - rest.count }
        guard line.isEmpty else { throw .malformed("Malformed chunk") }
        expectation = .size
      case .trailer:
        guard let line = try Self.takeLine(&rest) else { return bytes.count - rest.count }
        trailerLength += line.count
        guard trailerLength <= Self.maximumLineLength else { throw RequestParser.headTooLarge }
        if line.isEmpty { expectation = .nothing }
      case .nothing:
        return bytes.count - rest.count
      }
    }
  }

  private static let maximumLineLength = 1024

  private static func takeLine(
    _ bytes: inout ArraySlice<UInt8>
  ) throws(RequestRejection) -> ArraySlice<UInt8>? {
    let window = bytes.prefix(maximumLineLength)
    guard let feed = window.firstIndex(of: 0x0A) else {
      guard window.count < maximumLineLength else { throw .malformed("Chunk line too long") }
      return nil
    }
    guard feed > bytes.startIndex, bytes[feed - 1] == 0x0D else {
      throw .malformed("Line feed without carriage return")
    }
    let line = bytes[..<(feed - 1)]
    bytes = bytes[(feed + 1)...]
    return line
  }

  private static func size(_ line: ArraySlice<UInt8>) throws(RequestRejection) -> Int {
    let digits = line.prefix { $0 != UInt8(ascii: ";") }
    guard !digits.isEmpty, digits.count <= 8,
      digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw .malformed("Malformed chunk size") }
    return size
  }
}
