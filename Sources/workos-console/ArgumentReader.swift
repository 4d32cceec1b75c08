/// Reads a command line from left to right: `--option value`, or `--option=value`.
struct ArgumentReader {
  private var rest: ArraySlice<String>
  private var attachedValue: String?

  init(_ arguments: [String]) {
    rest = arguments[...]
  }

  mutating func next() -> String? {
    rest.popFirst()
  }

  mutating func nextOption() throws(Refusal) -> String? {
    if let value = attachedValue {
      throw Refusal("unexpected value “\(value)”: no value goes there")
    }
    guard let argument = next() else { return nil }
    guard argument.hasPrefix("-") else {
      throw Refusal("unexpected argument “\(argument)”; see workos-console --help")
    }
    guard argument.hasPrefix("--"), let equals = argument.firstIndex(of: "=") else {
      return argument
    }
    attachedValue = String(argument[argument.index(after: equals)...])
    return String(argument[..<equals])
  }

  mutating func value(of option: String) throws(Refusal) -> String {
    if let value = attachedValue {
      attachedValue = nil
      return value
    }
    guard let value = next() else { throw Refusal("\(option) needs a value") }
    return value
  }

  mutating func number(
    of option: String, in range: ClosedRange<Int>, unit: String
  ) throws(Refusal) -> Int {
    let text = try value(of: option)
    guard let number = Int(text), range.contains(number) else {
      throw Refusal(
        "\(option) takes a whole number of \(unit), \(range.lowerBound) to \(range.upperBound), "
          + "not “\(text)”")
    }
    return number
  }

  mutating func expectNoMore(after command: String) throws(Refusal) {
    if let extra = next() { throw Refusal("\(command) takes no “\(extra)”") }
  }
}
