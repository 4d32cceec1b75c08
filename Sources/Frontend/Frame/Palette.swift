import Cells

/// The looks of things. Colours are the terminal's own, and never the only sign of anything.
enum Palette {
  static let title = Style(attributes: .bold)
  static let quiet = Style(attributes: .dim)
  static let heading = Style(attributes: .bold)
  static let key = Style(attributes: .bold)
  static let danger = Style(color: .red, attributes: .bold)
  static let warning = Style(color: .yellow)
  static let good = Style(color: .green)
  static let accent = Style(color: .cyan)
  static let selected = Style(attributes: .reverse)
  /// What was looked for, legible on any background.
  static let match = Style(attributes: [.bold, .underline])
  static let leaving = Style(attributes: [.dim, .strikethrough])
  static let input = Style(attributes: .underline)
  static let button = Style(attributes: .reverse)

  /// Only what reaches other companies' customers shouts.
  static let liveBadge = Style(color: .red, attributes: [.reverse, .bold])
  static let testBadge = Style(color: .yellow, attributes: .bold)
  static let sandboxBadge = Style(color: .green, attributes: .bold)
  static let readOnlyBadge = Style(color: .cyan, attributes: .bold)
}
