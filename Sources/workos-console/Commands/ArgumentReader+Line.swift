import ViewModel

extension ArgumentReader {
  /// The value of an option that takes one line of text, in which nothing acts on a terminal, and
  /// nothing is hidden: the form shows what cannot be seen before it is sent, and a command cannot ask.
  mutating func line(of option: String, mayRepeat: Bool = false) throws(Refusal) -> String {
    let text = try value(of: option, mayRepeat: mayRepeat)
    if let stray = text.first(where: \.holdsControl) {
      throw Refusal("\(option) holds a control character (\(stray.named)); leave it out")
    }
    if let hidden = text.firstHidden {
      throw Refusal("\(option) holds \(hidden.number), which cannot be seen; leave it out")
    }
    return text
  }
}

extension Character {
  /// Whether it breaks a line, or is another character that controls rather than shows.
  fileprivate var holdsControl: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}
