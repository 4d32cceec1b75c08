/// Reads a command line from left to right: `--option value`, or `--option=value`.
struct ArgumentReader {
  private var rest: ArraySlice<String>
  /// The value behind `=`, until the option takes it.
  private var attachedValue: String?
  private var option = ""
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
    let argument = try nextArgument()
    if let argument, !argument.hasPrefix("-") {
      throw Refusal("unexpected argument “\(argument)”; see \(topic.command)")
    }
    return argument
  }

  /// The next option, or a word that is none.
  mutating func nextArgument() throws(Refusal) -> String? {
    if let value = attachedValue { throw Refusal("\(option) does not take a value (“\(value)”)") }
    guard let argument = next() else { return nil }
    guard argument.hasPrefix("--"), let equals = argument.firstIndex(of: "=") else {
      return try Self.whole(argument, called: "an argument")
    }
    attachedValue = String(argument[argument.index(after: equals)...])
    option = String(argument[..<equals])
    return option
  }

  /// - Parameter mayRepeat: whether it may be given again; else one value of two would be lost.
  mutating func value(of option: String, mayRepeat: Bool = false) throws(Refusal) -> String {
    guard taken.insert(option).inserted || mayRepeat else {
      throw Refusal("\(option) is given twice; give it once")
    }
    if let value = attachedValue {
      attachedValue = nil
      return try Self.whole(value, called: option)
    }
    // An option in the place of a value was forgotten about, and must not be lost.
    guard let value = next(), !value.hasPrefix("--") else {
      throw Refusal("\(option) needs a value")
    }
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
    let owner = topic == .console ? "" : " of \(topic.rawValue)"
    return Refusal("unknown option \(option)\(owner); see \(topic.command)")
  }
}
