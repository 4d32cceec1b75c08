/// How a cell looks, in terms every terminal can be asked for.
package struct Style: Hashable, Sendable {
  /// A foreground colour out of the terminal's own palette; `standard` is its default.
  package enum Color: UInt8, Hashable, Sendable, CaseIterable {
    case standard, red, green, yellow, blue, magenta, cyan
  }

  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let bold = Attributes(rawValue: 1 << 0)
    package static let dim = Attributes(rawValue: 1 << 1)
    package static let underline = Attributes(rawValue: 1 << 2)
    package static let reverse = Attributes(rawValue: 1 << 3)
    package static let strikethrough = Attributes(rawValue: 1 << 4)
  }

  package var color: Color
  package var attributes: Attributes

  package init(color: Color = .standard, attributes: Attributes = []) {
    self.color = color
    self.attributes = attributes
  }

  package static let plain = Style()
}
