/// How a text went to the clipboard, as far as it is known.
package enum CopyWay: Equatable, Sendable {
  /// The terminal was asked; it does not say whether it did so.
  case asked
  /// tmux was asked as a terminal is, which it passes on only where it is set up to.
  case askedTmux
  /// tmux took it, and hands it on to a terminal that takes it.
  case tmux
  /// A program took it that keeps the clipboard of a desktop.
  case program(String)
}
