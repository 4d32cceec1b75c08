import ViewModel

/// What a key leads to, beyond the front end.
package enum Command: Equatable, Sendable {
  case send(Event)
  /// Put text on the clipboard; the other text says what it is.
  case copy(String, what: String)
  case suspend
  case repaint
}
