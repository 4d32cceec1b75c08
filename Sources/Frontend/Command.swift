import ViewModel

/// What a key leads to, beyond the front end.
package enum Command: Equatable, Sendable {
  case send(Event)
  /// Put text on the clipboard; the other text says what it is.
  case copy(CopiedText, what: String)
  /// Have this text changed in the person's editor.
  case edit(String)
  case suspend
  case repaint

  /// Whether another program has the keyboard until it is carried out.
  package var isForEditor: Bool { if case .edit = self { true } else { false } }
}
