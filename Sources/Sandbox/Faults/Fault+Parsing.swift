extension Fault {
  /// Reads one fault, such as `GET /organizations 429 retry-after=8 count=3`.
  package init(parsing text: String) throws(FaultSyntaxError) {
    var words = Words()
    for word in text.split(whereSeparator: \.isWhitespace) {
      try words.read(String(word))
    }
    self = try words.fault(from: text)
  }

  /// A time such as `80ms`, `2s` or `1.5s`, an hour at the most.
  package static func duration(parsing text: String) throws(FaultSyntaxError) -> Duration {
    let unit = text.hasSuffix("ms") ? "ms" : "s"
    let digits = text.dropLast(unit.count)
    guard text.hasSuffix(unit),
      digits.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }),
      let milliseconds = Double(digits).map({ unit == "ms" ? $0 : $0 * 1000 }),
      milliseconds <= 3_600_000
    else {
      throw FaultSyntaxError(
        description: "“\(text)” is not a time; write it like 80ms, 2s or 1.5s.")
    }
    return .milliseconds(milliseconds)
  }
}

/// What has been read of a fault so far.
private struct Words {
  private var method: String?
  private var path: String?
  private var kind: Fault.Kind?
  private var isWebPage = false
  private var isAfterwards = false
  private var delay: Duration?
  private var retryAfter: Int?
  private var count: Int?
  private var rate: Double?

  mutating func read(_ word: String) throws(FaultSyntaxError) {
    if word.hasPrefix("/") {
      guard path == nil else { throw twice("path", word) }
      path = word
    } else if word.allSatisfy({ $0.isASCII && $0.isUppercase }) {
      guard method == nil else { throw twice("method", word) }
      method = word
    } else if let status = Int(word) {
      guard (400...599).contains(status) else {
        throw FaultSyntaxError(
          description: "“\(word)” is not an error status; write one from 400 to 599.")
      }
      try set(.status(status), word)
    } else {
      let halves = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      try read(String(halves[0]), value: halves.count > 1 ? String(halves[1]) : nil, in: word)
    }
  }

  private mutating func read(
    _ name: String, value: String?, in word: String
  ) throws(FaultSyntaxError) {
    switch (name, value) {
    case ("html", nil): isWebPage = true
    case ("after", nil): isAfterwards = true
    case ("drop", nil): try set(.drop, word)
    case ("drop-mid", nil): try set(.dropMid, word)
    case ("drop-after", nil): try set(.dropAfter, word)
    case ("truncate", nil): try set(.truncate, word)
    case ("empty", nil): try set(.empty, word)
    case ("basic-challenge", nil): try set(.basicChallenge, word)
    case ("wrong-types", nil): try set(.wrongTypes, word)
    case ("no-metadata", nil): try set(.noMetadata, word)
    case ("no-user", nil): try set(.noUser, word)
    case ("repeat-cursor", nil): try set(.repeatCursor, word)
    case ("empty-page", nil): try set(.emptyPage, word)
    case ("replace-metadata", nil): try set(.replaceMetadata, word)
    case ("slow", nil): try set(.slow(.milliseconds(5)), word)
    case ("slow", let value?): try set(.slow(try Fault.duration(parsing: value)), word)
    case ("huge", nil): try set(.huge(megabytes: 200), word)
    case ("huge", let value?): try set(.huge(megabytes: try number(value, 1...4096, word)), word)
    case ("redirect", let value?) where value.isLocation: try set(.redirect(value), word)
    case ("delay", let value?): delay = try Fault.duration(parsing: value)
    case ("retry-after", let value?): retryAfter = try number(value, 0...86_400, word)
    case ("count", let value?): count = try number(value, 1...1_000_000, word)
    case ("rate", let value?): rate = try percent(value, word)
    default:
      throw FaultSyntaxError(description: "“\(word)” is not known here; \(Self.accepted)")
    }
  }

  func fault(from text: String) throws(FaultSyntaxError) -> Fault {
    var kind = kind
    if isWebPage {
      switch kind {
      case nil: kind = .webPage(status: 200)
      case .status(let status): kind = .webPage(status: status)
      default:
        throw FaultSyntaxError(
          description: "“\(text)” names two kinds of fault; html goes only with a status.")
      }
    }
    if kind == nil, delay != nil { kind = .delayOnly }
    guard let kind else {
      throw FaultSyntaxError(
        description: "“\(text)” does not say what goes wrong; \(Self.accepted)")
    }
    guard !isAfterwards || !kind.needsAnswer else {
      throw FaultSyntaxError(
        description: "“\(text)” is carried out in any case; after goes only with a status, html,"
          + " drop, huge, redirect or basic-challenge.")
    }
    guard count == nil || rate == nil else {
      throw FaultSyntaxError(description: "“\(text)” has both count and rate; write one of them.")
    }
    return Fault(
      method: method == "ANY" ? nil : method, path: path.map { PathPattern($0) } ?? .any,
      kind: kind, isAfterwards: isAfterwards, delay: delay ?? .zero, retryAfter: retryAfter,
      count: count, rate: rate)
  }

  private mutating func set(_ kind: Fault.Kind, _ word: String) throws(FaultSyntaxError) {
    guard self.kind == nil else { throw twice("kind of fault", word) }
    self.kind = kind
  }

  private func twice(_ what: String, _ word: String) -> FaultSyntaxError {
    FaultSyntaxError(description: "“\(word)” is a second \(what); a fault has only one.")
  }

  private func number(
    _ text: String, _ range: ClosedRange<Int>, _ word: String
  ) throws(FaultSyntaxError) -> Int {
    guard let number = Int(text), range.contains(number) else {
      throw FaultSyntaxError(
        description: "“\(word)” needs a whole number from \(range.lowerBound)"
          + " to \(range.upperBound).")
    }
    return number
  }

  private func percent(_ text: String, _ word: String) throws(FaultSyntaxError) -> Double {
    guard text.hasSuffix("%"), let percent = Double(text.dropLast()), (0...100).contains(percent)
    else {
      throw FaultSyntaxError(description: "“\(word)” needs a percentage such as rate=5%.")
    }
    return percent
  }

  private static let accepted = """
    write a method, a path, a kind (400–599, html, drop, drop-mid, drop-after, truncate, empty, \
    slow, huge, redirect=URL, basic-challenge, wrong-types, no-metadata, no-user, repeat-cursor, \
    empty-page, replace-metadata) and options (after, delay=2s, retry-after=8, count=3, rate=5%).
    """
}

extension String {
  /// Whether it can stand in a Location header without ending it.
  fileprivate var isLocation: Bool {
    !isEmpty && utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}
