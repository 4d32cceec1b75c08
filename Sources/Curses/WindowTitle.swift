/// The title of the terminal's window or tab, taken for as long as the terminal is ours.
///
/// The terminal keeps the title before on a stack of its own (XTWINOPS 22 and 23), since no program
/// can read it.
struct WindowTitle: Equatable, Sendable {
  /// Longer ones are cut off by whatever shows them.
  private static let longest = 80

  private let text: String

  /// Plain ASCII only: no control character may reach the terminal by way of a title, and nobody
  /// knows in which encoding it reads one.
  init(_ text: String) {
    let kept = text.unicodeScalars.filter { (0x20...0x7E).contains($0.value) }
    self.text = String(String.UnicodeScalarView(kept.prefix(Self.longest)))
  }

  /// Puts the title that is there aside, and this one in its place.
  var taking: [UInt8] { Array("\u{1B}[22;0t\u{1B}]2;\(text)\u{7}".utf8) }

  /// Takes back the title that was put aside.
  static let givingBack = "\u{1B}[23;0t"
}

extension Terminal.Options {
  /// The beginnings of the types that are known to put titles aside and give them back.
  private static let typesWithTitles = [
    "xterm", "tmux", "foot", "kitty", "alacritty", "wezterm", "vte", "gnome", "konsole", "contour",
  ]

  /// Whether the terminal has a title that it would give back.
  ///
  /// screen takes a title and does not give it back; the Linux console would print parts of it.
  var canLendTitle: Bool {
    switch multiplexer {
    case .screen: false
    case .tmux: type.hasPrefix("screen") || hasTypeWithTitle
    case .none: hasTypeWithTitle
    }
  }

  private var hasTypeWithTitle: Bool {
    Self.typesWithTitles.contains { type.hasPrefix($0) }
  }

  /// The title to set; nil where there is none to be had.
  var lentTitle: WindowTitle? { canLendTitle ? title.map(WindowTitle.init) : nil }

  /// What gives the terminal back in a crash; the title last, as the first sequences may get lost
  /// behind half of one.
  var resetSequence: String {
    CrashGuard.reset + (lentTitle == nil ? "" : WindowTitle.givingBack)
  }
}
