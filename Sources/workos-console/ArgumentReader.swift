/// Reads a command line from left to right: `--option value`, or `--option=value`.
struct ArgumentReader {
  enum Argument: Equatable {
    case option(String)
    case word(String)
  }

  private var rest: ArraySlice<String>
  /// The value behind `=`, until the option takes it.
  private var attachedValue: String?
  private var option = ""
  /// Whether `--` came, behind which there are only words.
  private var hasEndOfOptions = false
  /// The options that have had a value.
  private var taken: Set<String> = []
  /// What the arguments are for.
  private let topic: HelpText.Topic

  init(_ arguments: some Sequence<String>, of topic: HelpText.Topic = .console) {
    rest = Array(arguments)[...]
    self.topic = topic
  }

  mutating func next() -> String? {
    rest.popFirst()
  }

  mutating func nextOption() throws(Refusal) -> String? {
    switch try nextArgument() {
    case .option(let option)?: return option
    case .word(let word)?:
      throw Refusal("unexpected argument “\(word)”; see \(topic.command)")
    case nil: return nil
    }
  }

  /// The next option, or a word that is none.
  mutating func nextArgument() throws(Refusal) -> Argument? {
    if let value = attachedValue { throw Refusal("\(option) does not take a value (“\(value)”)") }
    guard let argument = next() else { return nil }
    if !hasEndOfOptions, argument == "--" {
      hasEndOfOptions = true
      guard let word = next() else { return nil }
      return .word(try Self.whole(word, called: "an argument"))
    }
    guard !hasEndOfOptions, argument.hasPrefix("-") else {
      return .word(try Self.whole(argument, called: "an argument"))
    }
    guard argument.hasPrefix("--"), let equals = argument.firstIndex(of: "=") else {
      return .option(try Self.whole(argument, called: "an argument"))
    }
    attachedValue = String(argument[argument.index(after: equals)...])
    option = String(argument[..<equals])
    return .option(option)
  }

  /// - Parameter mayRepeat: whether it may be given again; else one value of two would be lost.
  mutating func value(of option: String, mayRepeat: Bool = false) throws(Refusal) -> String {
    guard taken.insert(option).inserted || mayRepeat else {
      throw Refusal("\(option) is given twice; give it once")
    }
    let attached = attachedValue
    attachedValue = nil
    // An option in the place of a value was forgotten about, and must not be lost.
    guard let value = attached ?? next(), attached != nil || !value.hasPrefix("--"),
      !value.allSatisfy(\.isWhitespace)
    else { throw Refusal("\(option) needs a value") }
    return try Self.whole(value, called: option)
  }

  /// What was given, unless some of it was lost: Swift makes U+FFFD of bytes that are not UTF-8.
  private static func whole(_ text: String, called what: String) throws(Refusal) -> String {
    guard !text.unicodeScalars.contains("\u{FFFD}") else {
      throw Refusal(
        "\(what) holds bytes that are not UTF-8, which came in as U+FFFD; give it in UTF-8")
    }
    return text
  }

  mutating func number(
    of option: String, in range: ClosedRange<Int>, unit: String? = nil
  ) throws(Refusal) -> Int {
    let text = try value(of: option)
    guard let number = Int(text), range.contains(number) else {
      let kind = unit.map { "a whole number of \($0)," } ?? "a whole number from"
      throw Refusal(
        "\(option) takes \(kind) \(range.lowerBound) to \(range.upperBound), not “\(text)”")
    }
    return number
  }

  func unknown(_ option: String) -> Refusal {
    // No option has other signs in it, and none of one hyphen several letters.
    let isWord =
      option.hasPrefix("--")
      ? option.contains { !$0.isLetter && $0 != "-" } || option.count == 2 : option.count > 2
    if topic.takesWords, isWord {
      return Refusal(
        "“\(option)” begins as an option does; what is none goes behind --, as in "
          + "\(topic.rawValue) -- \(option)")
    }
    let owner = topic == .console ? "" : " of \(topic.rawValue)"
    return Refusal("unknown option \(option)\(owner); see \(topic.command)")
  }
}
