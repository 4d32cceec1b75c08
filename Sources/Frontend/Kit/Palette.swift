import Cells

/// The looks of things.
///
/// Whatever is to be read is in the terminal's own two colours, which somebody chose to be legible.
/// Red and magenta, which are to be seen on white as well as on black, only mark what words say too.
/// A test measures all of them in the palettes that terminals come with.
enum Palette {
  // What is to be read.
  static let title = Style(attributes: .bold)
  static let heading = Style(attributes: .bold)
  static let key = Style(attributes: .bold)
  /// Labels, hints, and what is looked up more often than read.
  static let quiet = Style.plain
  static let danger = Style(attributes: .bold)
  static let warning = Style(attributes: .bold)
  static let good = Style.plain
  static let accent = Style.plain
  static let selected = Style(attributes: .reverse)
  /// What was looked for, legible on any background.
  static let match = Style(attributes: [.bold, .underline])
  /// What is about to be removed; words beside it say so.
  static let leaving = Style(attributes: .strikethrough)
  static let input = Style(attributes: .underline)
  static let button = Style(attributes: .reverse)
  /// The button that does what cannot be undone, once it is marked.
  static let dangerousButton = Style(attributes: [.reverse, .bold])

  /// Only what reaches other companies' customers shouts.
  static let liveBadge = Style(attributes: [.reverse, .bold])
  static let testBadge = Style(attributes: .bold)
  static let sandboxBadge = Style(attributes: .bold)
  static let readOnlyBadge = Style(attributes: .bold)

  // What is only to be seen: signs and frames, beside words.
  static let dangerMark = Style(color: .red, attributes: .bold)
  static let warningMark = Style(color: .magenta)
  static let goodMark = Style(attributes: .bold)
  static let accentMark = Style(attributes: .bold)

  /// Every style of what is to be read.
  static let readable = [
    title, heading, key, quiet, danger, warning, good, accent, selected, match, leaving, input,
    button, dangerousButton, liveBadge, testBadge, sandboxBadge, readOnlyBadge,
  ]
  /// Every style of what is only to be seen.
  static let marks = [dangerMark, warningMark, goodMark, accentMark]

  // What nobody misses: lines between things, the sign for nothing, what lies under a dialog.
  static let faint = Style(attributes: .dim)
}
